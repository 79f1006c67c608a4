-- What is kept. Times are ISO 8601 text in UTC; "" sorts the undated first.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE captures (
    id TEXT PRIMARY KEY,
    head BLOB NOT NULL,           -- the Capture without its bytes, canonical JSON
    body BLOB NOT NULL            -- its bytes, zstd
);

CREATE TABLE failures (
    item TEXT NOT NULL,
    stage TEXT NOT NULL,
    failed BLOB NOT NULL,
    PRIMARY KEY (item, stage)
);

CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    published TEXT NOT NULL,
    url TEXT NOT NULL,
    canonical TEXT NOT NULL,
    outlet TEXT NOT NULL,
    annotated BLOB NOT NULL       -- canonical JSON, zstd
);
CREATE INDEX articles_by_time ON articles (published, id);
CREATE INDEX articles_by_url ON articles (url);
CREATE INDEX articles_by_canonical ON articles (canonical);

CREATE TABLE keys (
    kind TEXT NOT NULL,
    key INTEGER NOT NULL,
    article TEXT NOT NULL,
    PRIMARY KEY (kind, key, article)
) WITHOUT ROWID;
CREATE INDEX keys_by_article ON keys (kind, article);

CREATE TABLE links (
    kind TEXT NOT NULL,
    one TEXT NOT NULL,            -- the smaller article id
    other TEXT NOT NULL,
    verdict TEXT NOT NULL,        -- "" unless a person has judged
    link BLOB NOT NULL,
    PRIMARY KEY (kind, one, other)
) WITHOUT ROWID;
CREATE INDEX links_by_other ON links (kind, other);

CREATE TABLE lineages (id TEXT PRIMARY KEY, lineage BLOB NOT NULL);
CREATE TABLE lineage_members (article TEXT PRIMARY KEY, lineage TEXT NOT NULL);
CREATE INDEX members_by_lineage ON lineage_members (lineage);

CREATE TABLE stories (id TEXT PRIMARY KEY, story BLOB NOT NULL);
CREATE TABLE story_members (article TEXT PRIMARY KEY, story TEXT NOT NULL);
CREATE INDEX members_by_story ON story_members (story);
CREATE TABLE redirects (old TEXT PRIMARY KEY, new TEXT NOT NULL);
CREATE TABLE changes (
    number INTEGER PRIMARY KEY,
    mark TEXT NOT NULL,
    change BLOB NOT NULL
);

CREATE TABLE stale (story TEXT PRIMARY KEY);   -- to be published again

CREATE TABLE revisions (
    story TEXT NOT NULL,
    number INTEGER NOT NULL,
    revision BLOB NOT NULL,       -- canonical JSON, zstd
    PRIMARY KEY (story, number)
);
CREATE TABLE sketches (story TEXT PRIMARY KEY, sketch BLOB NOT NULL);
CREATE TABLE informant_verdicts (verdict BLOB PRIMARY KEY);

CREATE VIRTUAL TABLE search USING fts5 (article UNINDEXED, words, tokenize = "unicode61 remove_diacritics 2");

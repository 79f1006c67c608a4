-- An article is a short number in links, given when it is first linked: what is new stands together
-- at the end of the tables, and links are not written all over them.
CREATE TABLE numbers (number INTEGER PRIMARY KEY, article TEXT NOT NULL UNIQUE);
INSERT INTO numbers (article)
    SELECT ends.article
    FROM (SELECT one AS article FROM links UNION SELECT other FROM links) AS ends
    LEFT JOIN articles ON articles.id = ends.article
    ORDER BY articles.published, ends.article;

CREATE TABLE numbered_links (
    kind TEXT NOT NULL,
    one INTEGER NOT NULL,         -- the higher number of both
    other INTEGER NOT NULL,
    verdict TEXT NOT NULL,        -- "" unless a person has judged
    link BLOB NOT NULL,
    PRIMARY KEY (kind, one, other)
) WITHOUT ROWID;
INSERT INTO numbered_links
    SELECT kind, max(mine.number, theirs.number), min(mine.number, theirs.number), verdict, link
    FROM links
    JOIN numbers AS mine ON mine.article = links.one
    JOIN numbers AS theirs ON theirs.article = links.other
    ORDER BY 1, 2, 3;
DROP TABLE links;
ALTER TABLE numbered_links RENAME TO links;
CREATE INDEX links_by_other ON links (kind, other);

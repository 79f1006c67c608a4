-- How far the stream has come: what waits to be linked, and what a repair may still change.
CREATE TABLE queue (article TEXT PRIMARY KEY);
INSERT INTO queue SELECT id FROM articles WHERE id NOT IN (SELECT article FROM story_members);

CREATE TABLE open (
    article TEXT PRIMARY KEY,
    published TEXT NOT NULL,      -- "" for an undated article
    waits INTEGER NOT NULL        -- 1 where it was put into its story until the next repair
);
CREATE INDEX open_by_time ON open (published);
INSERT INTO open
    SELECT articles.id, articles.published, 0
    FROM articles JOIN story_members ON story_members.article = articles.id;

CREATE TABLE themes (
    theme TEXT NOT NULL,
    day TEXT NOT NULL,            -- of the story's first report, "" where none is dated
    story TEXT NOT NULL,
    PRIMARY KEY (theme, day, story)
) WITHOUT ROWID;
CREATE INDEX themes_by_story ON themes (story);
INSERT INTO themes
    SELECT DISTINCT theme.value, json_extract(CAST(sketches.sketch AS TEXT), '$.when'), story
    FROM sketches, json_each(CAST(sketches.sketch AS TEXT), '$.themes') AS theme;

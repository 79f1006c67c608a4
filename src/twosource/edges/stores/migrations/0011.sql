-- Who stands in a story is said by the story: that is asked of articles alone, in one tree not three.
CREATE TABLE placed (article TEXT PRIMARY KEY, story TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO placed SELECT article, story FROM story_members ORDER BY article;
DROP TABLE story_members;
ALTER TABLE placed RENAME TO story_members;

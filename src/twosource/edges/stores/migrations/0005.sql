-- What each story is known by beside others, and how the stories of a running matter are tied.
CREATE TABLE profiles (story TEXT PRIMARY KEY, profile BLOB NOT NULL);   -- canonical JSON
CREATE TABLE profile_keys (
    key INTEGER NOT NULL,         -- stands for a name
    last TEXT NOT NULL,           -- day of the story's last report, "" where none is dated
    story TEXT NOT NULL,
    first TEXT NOT NULL,          -- of its first
    weight REAL NOT NULL,         -- how much the name tells of the story
    PRIMARY KEY (key, last, story)
) WITHOUT ROWID;
CREATE INDEX profile_keys_by_story ON profile_keys (story);

CREATE TABLE ties (
    earlier TEXT NOT NULL,        -- the story that began first
    later TEXT NOT NULL,
    tie BLOB NOT NULL,            -- canonical JSON
    PRIMARY KEY (earlier, later)
) WITHOUT ROWID;
CREATE INDEX ties_by_later ON ties (later);

-- What is remembered of the web: how each address was found, and how each source fares.
CREATE TABLE visits (
    url TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    due_at TEXT NOT NULL,         -- ISO 8601 in UTC, "" where it is not to be asked again
    visit BLOB NOT NULL           -- canonical JSON
) WITHOUT ROWID;
CREATE INDEX visits_by_source ON visits (source, due_at);

CREATE TABLE sources (address TEXT PRIMARY KEY, state BLOB NOT NULL);

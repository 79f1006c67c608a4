-- Of which stories the run under way has published a revision, and which was the newest before it.
CREATE TABLE issued (story TEXT PRIMARY KEY, before INTEGER NOT NULL);  -- 0: there was none

-- What a rebuild took down and has not yet put up again: one row, or none.
CREATE TABLE taken_down (
    announced INTEGER NOT NULL,   -- how many changes there were before it
    stories BLOB NOT NULL         -- all stories before it, packed
);

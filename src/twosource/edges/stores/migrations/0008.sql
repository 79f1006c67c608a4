-- Every article is decided at once with the stories it touches: nothing waits for a tick any more.
DROP TABLE open;
DELETE FROM meta WHERE key = 'tick';

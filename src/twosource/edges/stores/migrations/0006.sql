-- By what an article is told apart without being read; none for those that were kept before.
ALTER TABLE blocked ADD COLUMN marks BLOB NOT NULL DEFAULT x'';

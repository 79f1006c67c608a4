"""Pure helpers on words: they know spans and know no stage."""

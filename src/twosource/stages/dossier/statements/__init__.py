"""Tell who said what: each utterance once, with every wording in which the outlets carry it."""

"""The nouns of the house: frozen values that every stage reads and none changes."""

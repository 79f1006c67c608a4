"""The small words round a name: titles, honorifics, company endings, short first names."""

from __future__ import annotations

from twosource.text.tabled import table, words_of

_TABLE = "names-en.toml"

HONORIFICS = words_of(_TABLE, "honorifics")
TITLE_HEADS = words_of(_TABLE, "title_heads") | HONORIFICS
TITLE_MODIFIERS = words_of(_TABLE, "title_modifiers")
GENERATION_MARKS = words_of(_TABLE, "generation_marks")
COMPANY_ENDINGS = words_of(_TABLE, "company_endings")
LINK_WORDS = words_of(_TABLE, "links")
BODY_WORDS = words_of(_TABLE, "of_many_bodies")
GROUND_WORDS = words_of(_TABLE, "grounds")

FULL_FIRST_NAMES = {
    short: frozenset(full.split()) for short, full in table(_TABLE)["first_names"].items()
}

STATE_ABBREVIATIONS: dict[str, str] = table(_TABLE)["states"]

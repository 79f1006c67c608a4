"""Tell plural nouns from singular ones, and words for people from words for things."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from twosource.text.endings import with_s
from twosource.text.tabled import table, words_of

_IRREGULAR: dict[str, str] = table("nouns-en.toml")["singulars"]
# Plural in sense without an s.
_PLURAL_AS_IS = words_of("nouns-en.toml", "plural_as_is")
_NO_PLURAL = words_of("nouns-en.toml", "no_plural")

# In -an and -ese, with a capital in headlines, and yet no people.
_NO_PEOPLES = words_of("nouns-en.toml", "no_peoples")


def is_plural(word: str) -> bool:
    """Return whether a word looks like a plural noun: "sailors", "people", "fishermen", "crew".

    By form alone: a verb in -s ("says" excepted) looks like one too, so callers ask only where a
    noun is due.
    """
    lower = word.lower()
    if lower in _IRREGULAR or lower in _PLURAL_AS_IS or lower.endswith(("men", "people")):
        return lower not in ("specimen", "regimen", "omen", "abdomen", "women's")
    if lower in _NO_PLURAL or "’" in lower or "'" in lower or len(lower) < 3:
        return False
    return lower.endswith("s") and not lower.endswith(("ss", "us", "is", "ous"))


@lru_cache(maxsize=20_000)
def singular(word: str) -> str:
    """Return a noun's singular in lower case: "bodies" gives "body", "fishermen" "fisherman"."""
    lower = word.lower()
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    if "-" in lower:
        head, _, last = lower.rpartition("-")
        return f"{head}-{singular(last)}"
    if lower.endswith("men"):
        return f"{lower[:-3]}man"
    if not is_plural(lower) or lower in _PLURAL_AS_IS:
        return "troop" if lower == "troops" else lower
    if lower.endswith("ies") and len(lower) > 4:
        return f"{lower[:-3]}y"
    if lower.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return lower[:-2]
    return lower[:-1]


@lru_cache(maxsize=20_000)
def plural(word: str) -> str:
    """Return a singular noun's plural in lower case; a plural comes back as it is."""
    lower = word.lower()
    if is_plural(lower):
        return lower
    for many, one in _IRREGULAR.items():
        if one == lower and lower != "person":
            return many
    if lower == "person":
        return "people"
    if lower.endswith("man") and lower not in ("german", "roman", "human", "ottoman"):
        return f"{lower[:-3]}men"
    return with_s(lower)


def is_person(word: str) -> bool:
    """Return whether a noun, singular or plural, stands for people: "passengers", "Americans".

    Known words, names of peoples in -an and -ese with a capital, and nouns in -man, -woman, -ist.
    """
    one = singular(word)
    if one in _people() or one.rpartition("-")[2] in _people():
        return True
    if word[:1].isupper() and word.lower().endswith(("ans", "ese")) and one not in _NO_PEOPLES:
        return True
    if one.endswith(("woman", "ologist", "tivist")):
        return True
    return one.endswith("man") and one not in ("roman", "human", "ottoman", "talisman", "caiman")


def is_agent(word: str) -> bool:
    """Return whether a noun may stand for who does a thing: a person's, or one in -er or -ant.

    By its ending, so "insurer", "carrier" and "attendants" are; "letter" and "tower" are not.
    """
    one = singular(word)
    ends = one.endswith(("er", "or", "eer", "ant", "ist", "ian", "yst"))
    return is_person(word) or (ends and len(one) > 4 and one not in _NO_AGENTS)


_NO_AGENTS = words_of("nouns-en.toml", "no_agents")
"""Nouns that end like an agent's and are things."""


@cache
def _people() -> frozenset[str]:
    text = files("twosource.text").joinpath("tables/people.txt").read_text("utf-8")
    return frozenset(
        word for line in text.splitlines() if not line.startswith("#") for word in line.split()
    )

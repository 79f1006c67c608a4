"""Say what a language must know for its news to be read: sentences, names, and who says what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from twosource.model.annotated import MentionKind, Sense
from twosource.model.identity import LanguageCode

Stretch = tuple[int, int]
"""Start and end in the text at hand, code points, the end excluded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name found in a text, before the article as a whole has been asked about its kind."""

    start: int
    end: int
    kind: MentionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text as it is handed to a language to find the names in it, with its sentences."""

    text: str
    sentences: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence as it is handed to a language, with the quotation marks that concern it.

    `quoted` are the stretches of `text` that stand in quotation marks, marks included. A stretch
    that begins before the sentence or goes on after it is cut at the sentence's borders.
    """

    text: str
    quoted: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Somebody's words as one sentence tells them; all offsets count from the sentence's start."""

    content: tuple[Stretch, ...]  # () where the words may follow in the next sentence
    speaker: Stretch | None  # None where the sentence names nobody
    cue: Stretch | None  # None where only a colon or the marks tell
    sense: Sense = "asserted"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """The words a language puts around names, and those that tell what a name stands for.

    Honorifics, noble ones, bodies (known ones too), places, their openings, states and no_names
    are as written; the others in small letters.
    """

    honorifics: frozenset[str] = frozenset()  # "Mr.", "Sen."
    roles: frozenset[str] = frozenset()  # "minister": the last word of a title
    role_parts: frozenset[str] = frozenset()  # "deputy": inside a title, without a capital
    bodies: frozenset[str] = frozenset()  # "Ministry": a name that has it is a body
    known_bodies: frozenset[str] = frozenset()  # "Airbus": a body by this one word
    places: frozenset[str] = frozenset()  # "River"
    known_places: frozenset[str] = frozenset()  # "Rhine": a place by this name alone
    states: frozenset[str] = frozenset()  # "Ohio": of a federation, as written behind a town
    things: frozenset[str] = frozenset()  # "Cup": a name that ends so is a contest, work or law
    thing_openings: frozenset[str] = frozenset()  # "Operation"
    place_openings: frozenset[str] = frozenset()  # "Lake"
    noble: frozenset[str] = frozenset()  # "Duchess": a name that begins so is a person's
    no_names: frozenset[str] = frozenset()  # "Tuesday"
    ordinary: frozenset[str] = frozenset()  # "company": written small where no sentence starts
    starters: frozenset[str] = frozenset()  # "on": words that start sentences, in small letters
    joints: frozenset[str] = frozenset()  # "of": inside a name, without a capital
    particles: frozenset[str] = frozenset()  # "von": inside a person's name
    first_names: frozenset[str] = frozenset()  # "Anna": a name that begins so is a person's
    abbreviations: frozenset[str] = frozenset()  # "Calif", "Inc": a stop after it is its own
    acting: frozenset[str] = frozenset()  # "imposed": what a government does
    attributed: frozenset[str] = (
        frozenset()
    )  # "administration": after a person's name, "the" before
    held: frozenset[str] = frozenset()  # "ambassador": what a government has
    dealings: frozenset[str] = frozenset()  # "ties": what there is with a government


@dataclass(frozen=True, slots=True, kw_only=True)
class Pronouns:
    """One pronoun for a person, and what tells that it can, or cannot, stand for somebody."""

    forms: frozenset[str]  # "she", "her", in small letters
    first_names: frozenset[str]  # of those it can stand for
    titles: frozenset[str]  # "mrs", "spokeswoman", in small letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """What one language brings. Every function is pure: equal texts, equal answers."""

    code: LanguageCode
    model: (
        str  # name and version of what decides, for the recipe: "en_core_web_sm 3.8.0", "rules 1"
    )
    marks: tuple[tuple[str, str], ...]  # pairs of opening and closing quotation marks
    pronouns: tuple[Pronouns, ...]  # a speaker among them is looked up in the lines before
    labels: frozenset[str]  # lower-cased words before a headline's colon that name no speaker
    happenings: frozenset[str]  # lower-cased: what ends in one is no speaker: "Budget Row: …"
    name_words: NameWords
    split_sentences: Callable[[str], tuple[Stretch, ...]]
    find_names: Callable[[Sequence[Reading]], tuple[tuple[Named, ...], ...]]
    find_said: Callable[[Sequence[Sentence]], tuple[tuple[Said, ...], ...]]
    true_case: Callable[[str], str]  # of a headline; never changes the length

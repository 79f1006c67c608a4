"""Say in an editor's words what a row of figures is of: "wind", "Hallvard Elektro shares: rise"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.model.annotated import Figure
from twosource.model.identity import Span
from twosource.stages.dossier.figures.aspects import LOOSE
from twosource.stages.dossier.figures.outcomes import NUMBER_WORD
from twosource.stages.dossier.figures.quantity import Quantity
from twosource.stages.dossier.sameness import content_words
from twosource.stages.dossier.telling.roots import roots
from twosource.text.nouns import is_person
from twosource.text.standing import stands_in
from twosource.text.tabled import words_of

LONGEST_NAME = 4  # words; longer ones hold half a sentence
WORDS_ROUND = 5  # on either side of a figure that has no name
# The noun alone ("ferry", "machinery") does not say that this is what is told of it.
_OF_THINGS = frozenset(
    {"length", "width", "height", "depth", "distance", "weight", "exports", "imports"}
)
_LENGTHS = _OF_THINGS | {"altitude", "range", "elevation", "trade", "diameter", "radius"}

_NO_NAME = words_of("figures-en.toml", "no_title")
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f][\w’'.&-]*")


def title_of(group: Sequence[Quantity]) -> str:
    """Return what the figures of a group are of, in the words most reports use for it.

    What befell people comes first, then the noun that names what is measured, the aspect of it,
    and where nothing names it the words round the first figure, in quotation marks.
    """
    outcome = next((each.outcome for each in group if each.outcome), "")
    if outcome:
        return _of_which(outcome, group)
    name = _name_of_all(group)
    aspect = next((each.aspect for each in group if each.aspect), "")
    if not name:
        return aspect if aspect and aspect not in LOOSE else group[0].around
    if is_person(name.split()[-1]) and group[0].is_measured:  # who fell so deep
        return aspect if aspect in _OF_THINGS else group[0].around
    if aspect in _OF_THINGS and not _LENGTHS & set(name.lower().split()):
        return f"{name}: {aspect}"
    change = next((each.figure.change for each in group if each.figure.change), None)
    moved = change in ("rise", "fall") and all(each.figure.change == change for each in group)
    return f"{name}: {change}" if moved and group[0].dimension != "m" else name


def _name_of_all(group: Sequence[Quantity]) -> str:
    """Return the name that most figures have and at least half of their reports speak of.

    One report's "quest" is no heading for what five call a bid.
    """
    names = [each.name for each in group if each.name]
    for name in sorted(set(names), key=lambda each: (-names.count(each), names.index(each))):
        head = roots(content_words(name.split()[-1]))
        speaking = {each.article for each in group if head & (each.of | each.context)}
        if not head or 2 * len(speaking) >= len({each.article for each in group}):
            return name
    return ""


def _of_which(outcome: str, group: Sequence[Quantity]) -> str:
    """Return what befell people, with those it befell where only some are counted."""
    which = group[0].which
    if not which or any(each.which != which for each in group):
        return outcome
    noun = [word for word in _WORD.findall(group[0].words) if word.lower() in which]
    return f"{outcome} ({' '.join(noun)})"


def shown_as(each: Quantity, group: Sequence[Quantity]) -> str:
    """Return a figure's words; a unit that its report leaves to be understood stands in brackets.

    "about 300 [tonnes]": in the word that another report of the group has for the same unit.
    """
    if not each.is_measured or not _BARE.search(each.words):
        return each.words
    units = (q.words.split()[-1] for q in group if q.figure.unit == each.figure.unit)
    unit = next(
        (word for word in units if not _BARE.search(word) and word.isalpha() and word.islower()), ""
    )
    return f"{each.words} [{unit}]" if unit else each.words


_BARE = re.compile(
    rf"^[^$€£¥%]*(?:\d|\b(?:hundred|thousand|million|billion|trillion|{NUMBER_WORD.pattern}))$",
    re.I,
)


def name_of(text: str, sentence: Span, figure: Figure, measured: str) -> str:
    """Return what a figure measures as its sentence writes it, "" where that names no thing.

    `measured` is what annotate found, in lower case; half a clause or an adverb names nothing.
    """
    words = measured.split()
    if not words or len(words) > LONGEST_NAME or not all(_WORD.fullmatch(each) for each in words):
        return ""
    if any(NUMBER_WORD.fullmatch(each) for each in words) or _NO_NAME & {words[0], words[-1]}:
        return ""
    found = re.search(rf"\b{re.escape(measured)}\b", text[sentence.start : sentence.end], re.I)
    if found is None:
        return ""
    name, last = found[0], found[0].split()[-1]
    opening = words[0] if found.start() == 0 or name.istitle() else ""
    if opening and stands_in(opening, text):
        name = opening + name[len(opening) :]  # the article has it in lower case elsewhere
    elif last[0].isupper() and not last.isupper():
        return ""  # "Broadcom": whose it is, not what
    return name


_CLAUSE_END = re.compile(r"[.,;:!?()“”\"—–]")
_JOIN = re.compile(r".*\b(?:and|but|or|that|which|who|as|while|when|said|says|told)\s")
_LEADING = re.compile(r"(?:was|were|is|are|has|had|have|it|they|he|she|said|says)\s")


def words_round(text: str, sentence: Span, figure: Span) -> str:
    """Return the figure within its clause in quotation marks, "…" where the clause is cut."""
    ahead = _CLAUSE_END.split(text[sentence.start : figure.start])[-1].split()
    behind = _CLAUSE_END.split(text[figure.end : sentence.end])[0].split()
    if not ahead and not behind:  # "He, 47, ...": a number alone tells nothing
        ahead = text[sentence.start : figure.start].split()
        behind = text[figure.end : sentence.end].split()
    before = _JOIN.sub("", " ".join(ahead[-WORDS_ROUND:]) + " ")
    leading = _LEADING.match(before)
    before = before[leading.end() :] if leading else before
    shown = f"{before}{text[figure.start : figure.end]} {' '.join(behind[:WORDS_ROUND])}"
    shown = shown.replace(" ,", ",")
    cut = "…" if len(behind) > WORDS_ROUND else ""
    return f"“{' '.join(shown.split())}{cut}”"

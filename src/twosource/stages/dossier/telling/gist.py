"""Read what a saying comes to, whatever its words: what it names, denies, counts, who did it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from twosource.stages.dossier.telling.vocabulary import (
    LEAST_WEIGHT,
    NUMBER_WEIGHT,
    RAREST,
    STOP,
    country_mark,
    is_deed,
    is_past,
    meaning_of,
    one_worded,
    with_countries,
)
from twosource.text.calendar import weekday_of
from twosource.text.normalize import fold, read_words
from twosource.text.tabled import words_of
from twosource.text.weights import weight

Deed = tuple[str, str, str]
"""What was done, by whom and to whom."""

_RUN = re.compile(r"[A-ZÀ-Þ][\w’'&-]*(?: [A-ZÀ-Þ][\w’'&-]*)*|[^\W\d_]+")
_BE = frozenset("is are was were be been being".split())


def deeds_in(clause: str) -> frozenset[Deed]:
    """Return what a clause tells one name to have done to another, by the order of its words.

    "Holt was sued by Halden" tells what "Halden sued Holt" does. Names are known by the state they
    tell of ("Israeli", "Israel"), else by their words.
    """
    words = [found.group() for found in _RUN.finditer(clause)]
    names = {place: name for place, word in enumerate(words) if (name := _name(word))}
    found = set()
    for place, word in enumerate(words):
        if place in names or not is_past(fold(word)) or fold(word) in STOP:
            continue
        doer = next((names[each] for each in reversed(range(place)) if each in names), "")
        rest = range(place + 1, len(words))
        to = next((each for each in rest if each in names), None)
        if not doer or to is None or names[to] == doer:
            continue
        act, whom = meaning_of(fold(word))[0], names[to]
        if fold(words[place - 1]) not in _BE:
            found.add((act, doer, whom))
        elif fold(words[to - 1]) == "by" or fold(words[to - 2]) == "by":  # "by the Rovers"
            found.add((act, whom, doer))
    return frozenset(found)


def _name(words: str) -> str:
    """Return what a run of capitals names; "" for a common word, a day or the start of a clause."""
    parts = [each for each in words.split() if fold(each) not in STOP and weekday_of(each) < 0]
    if not parts or not parts[0][0].isupper():
        return ""
    return country_mark(parts[-1]) or fold(" ".join(parts))


SMALL = 2  # "one man", "both": numbers up to here are told by chance
NOT_WORDS = 3  # that "not" turns round, in reading order: "did not say why it sank" sank

_NOT = frozenset("not never hardly".split())  # turn round what follows them
_NO = frozenset("no none nobody nothing neither nor".split())  # turn round the whole clause
# What comes behind these has not happened: "will", or "plans", "is", "agreed" with "to" behind it.
_FUTURE = frozenset("will would shall may might could can wont".split())
_DETERMINERS = frozenset("a an the his her its their s".split())
_PRESENT = frozenset("is are be being".split())
_BEFORE_TO = words_of("words-en.toml", "before_to")
_SPEAKER = frozenset("i me my mine myself we us our ours ourselves you your yours".split())
_NEGATES = re.compile(rf"\b(?:{'|'.join(sorted(_NOT | _NO))}|without)\b", re.IGNORECASE)
# Said with "no" or "not" and turning nothing round.
_NO_NEGATION = re.compile(
    r"\b(?:not only|not just|no doubt|no (?:more|less|fewer|later|sooner) than|nothing but)\b",
    re.IGNORECASE,
)
_CONTRACTED = re.compile(r"n['’]t\b|(?<=can)not\b", re.IGNORECASE)
_CLAUSE_ENDS = re.compile(
    r"[,;:.!?–—]| - |\b(?:and|or|but|because|so|who|which|that|whether|why|if|when|while)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """What a saying, or a sentence of it, comes to."""

    told: Mapping[str, float]  # each thing it names, with how much that tells, 0 to 1
    ends: Mapping[str, frozenset[int]]  # of things with an opposite: which of the two it tells
    denied: frozenset[str]  # things without an opposite that it says no to
    negates: bool
    planned: frozenset[str]  # things that are to be done
    done: frozenset[str]  # things that were done
    deeds: frozenset[Deed]  # of these, who did them to whom
    acts: frozenset[str]  # things done and what a noun tells to have been done: "the arrest"
    numbers: tuple[float, ...]
    days: frozenset[str]  # ISO 8601 days, months and years it names
    names: frozenset[str]  # persons, bodies and places it names, by kind and id
    line: tuple[str, ...] = ()  # its words in order, a thing for each that tells one

    @property
    def dates(self) -> frozenset[str]:
        """Return its days and months without the year, which is often only guessed; else years."""
        return frozenset(day[len("2026") :] or day for day in self.days)

    @property
    def things(self) -> int:
        """Return how many things it tells, a day and a "not" among them."""
        return len(self.told) + len(self.days) + self.negates

    @property
    def weight(self) -> float:
        """Return how much all of it tells."""
        return sum(self.told.values())


def read_gist(
    text: str,
    *,
    numbers: tuple[float, ...] = (),
    days: frozenset[str] = frozenset(),
    names: frozenset[str] = frozenset(),
) -> Gist:
    """Return what words come to; of dates, numbers and names they are told what they mean."""
    told: dict[str, float] = {}
    ends: dict[str, set[int]] = {}
    denied: set[str] = set()
    planned: set[str] = set()
    done: set[str] = set()
    deeds: set[str] = set()
    plain = _NO_NEGATION.sub(" ", _CONTRACTED.sub(" not", one_worded(with_countries(text))))
    clauses = _CLAUSE_ENDS.split(plain)
    for clause in clauses:
        _read_clause(clause, told, ends, denied)
        _read_acts(clause, planned, done, deeds)
    for number in numbers:
        told.pop(f"{number:g}", None)  # told in digits by one and in words by another
        told[f"number:{number:g}"] = NUMBER_WEIGHT if number > SMALL else LEAST_WEIGHT
    return Gist(
        told=told,
        ends={thing: frozenset(signs) for thing, signs in ends.items()},
        denied=frozenset(denied),
        negates=_NEGATES.search(plain) is not None,
        planned=frozenset(planned - done),
        done=frozenset(done),
        deeds=frozenset(each for clause in clauses for each in deeds_in(clause)),
        acts=frozenset(done | deeds),
        numbers=numbers,
        days=days,
        names=names,
        line=tuple(_line(plain)),
    )


def _line(plain: str) -> Iterator[str]:
    """Yield the words of a saying in order, by what they stand for; "" for a name.

    Names are called by other words on purpose: "Norvik", "the company".
    """
    for place, found in enumerate(_WORDS.finditer(plain)):
        form = fold(found.group())
        if place and found.group()[0].isupper():
            yield ""
        else:
            yield form if form in STOP or form in _SPEAKER else meaning_of(form)[0]


def _read_clause(
    clause: str, told: dict[str, float], ends: dict[str, set[int]], denied: set[str]
) -> None:
    """Add what a clause tells; where a thing with an opposite is said no to, that is all it is."""
    turned, turned_round, without_opposite = 0, False, set()
    for form in read_words(clause).forms:
        if form in _NOT or form in _NO:
            turned = NOT_WORDS if form in _NOT else len(clause)
        elif form not in STOP and form not in _SPEAKER:
            thing, end = meaning_of(form)
            tells = NUMBER_WEIGHT if form.isdigit() else weight(form) / RAREST
            told[thing] = max(told.get(thing, LEAST_WEIGHT), tells)
            if end:
                ends.setdefault(thing, set()).add(-end if turned else end)
                turned_round = turned_round or turned > 0
            elif turned:
                without_opposite.add(thing)
            turned = max(0, turned - 1)
    if not turned_round:
        denied |= without_opposite


def _read_acts(clause: str, planned: set[str], done: set[str], deeds: set[str]) -> None:
    """Add what a clause tells as to be done, as done, and as a deed: "to sign", "signed"."""
    before, plan = "", False
    for form in read_words(clause).forms:
        plan = plan or form in _FUTURE or (form == "to" and before in _BEFORE_TO)
        if form not in STOP and form not in _SPEAKER and form not in _BEFORE_TO:
            thing, _ = meaning_of(form)
            if plan:
                planned.add(thing)
            elif before not in _PRESENT and is_past(form):
                done.add(thing)
            elif before in _DETERMINERS and is_deed(form):
                deeds.add(thing)
            plan = False
        before = form

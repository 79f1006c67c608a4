"""Find in a sentence the words that name where it has its content from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from twosource.model.identity import Span
from twosource.text.parties import (
    Part,
    Predicate,
    Stretch,
    closes,
    is_paper,
    is_party,
    parts_of,
    predicate,
    stretch_of,
    without_join,
)
from twosource.text.tabled import words_of
from twosource.text.telling_verbs import TABLE, forms_of

SENTENCES_HELD = 4096  # a sentence is asked for once for each of its figures

TELLS = forms_of("tells", "finds", "rules", "shows")
SHOWS = forms_of("shows")
COUNTS = forms_of("counts")
RULES = forms_of("overrules", "thinks")
SAYS = forms_of("tells")
BEFORE_COLON = forms_of("tells", "denies")
_PLACES_AT = frozenset("dates dated traces traced attributes attributed".split())
_WHO_DOES = frozenset("who which whose".split())
# "Shares fell after the court annulled it": nobody says by that that they fell.
_HANGS_ON = frozenset(
    "after although as because before since though unless until when while".split()
)
_DETERMINERS = frozenset("the a an one two its their his her".split())
_OPENS_CLAUSE = frozenset("that how why whether where what".split())
_NUMBERED = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|\w+ty-\w+|"
    r"half|hundred|thousand|million|billion)\b",
    re.IGNORECASE,
)
# Up to the next stop; the one behind "Dr" or "U.S" is none.
_WHO = (
    r"((?:\b(?:Mrs?|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Sen|Rep|Gov|St|Rev|U\.S|U\.K|[A-Z])\."
    r"|(?! and (?:is|are|was|were|has|have|had)\b)[^,.;:“”\"])+)"
)
_ACCORDING = re.compile(
    r"\b(?:[Aa]ccording to|[Aa]s per|[Cc]iting|[Qq]uoting|by the count of|"
    r"[Ii]n the (?:words|view|opinion|judg[e]?ment|estimation|telling) of|"
    r"on the (?:word|evidence) of)\s+" + _WHO
)
# "According to the union the plant …": what is told begins, unless a word before leads on to it.
_TOLD_BEGINS = frozenset("the a an it he she they there".split())
_LEADS_ON = frozenset(
    "of for by with from to in on at and or about among some that as is was the a".split()
)
# "By the union's reckoning", "in the ministry's words".
_RECKONING = re.compile(
    r"\b(?:[Bb]y|[Ii]n|[Oo]n) ((?:(?:the|its|their) )?(?:[\w.&'’-]+ ){0,5}?[\w.&-]+)['’]s? "
    rf"(?:own |latest |first )*(?:{'|'.join(sorted(words_of(TABLE, 'reckonings')))})\b"
)
# "Confirmed by the hospital": the agent of what is told, not of what is done.
_BY_AGENT = re.compile(
    r"\b(?:confirmed|announced|reported|disclosed|revealed|verified|recorded|estimated|stated|"
    r"established|certified|attested|documented|corroborated) (?:\w+ly )?(?:\w+day )?by " + _WHO
)
_PUT_AT = re.compile(
    r"(?:^|[,;] |\b(?:while|and|but|that) )"
    r"((?:(?!(?:was|were|is|are|be|been|by)\b)[^\s,;.“”\"]+ ){1,6}?)"
    r"(?:now |has |have |had |later )?"
    r"(?:(?:puts?|estimates?|estimated)\s(?=[^.;]*\bat\b)|(?:gives?|gave|given)\s(?=[^.;]*\bas\b)"
    r"|(?:speaks?|spoke)\sof\s)"
)
# "Earlier reports suggest": whose?
SOME_REPORTS = (
    r"(?:\w+ )?(?:initial|preliminary|early|earlier|previous|first|latest|recent|other|multiple|"
    r"various|numerous|media|press|news|local|some|unconfirmed|many|several) (?:\w+ )?reports?"
)
# "According to present knowledge": knowledge of whom?
_NO_SOURCE = re.compile(
    r"(?:the )?(?:\w+ )?(?:knowledge|information|plans?|schedule|estimates|indications|findings|"
    r"tradition|custom|law|rules?)$|" + SOME_REPORTS + r"$|"
    r".*\S (?:posted|released|published|shared|uploaded) (?:a|an|the|some)\b|"
    r"(?:\w+ )?reports (?:on|from|at|in) (?:the |[a-z])[\w ]*$|"
    # "Where an estimated 1,500 live", "it's estimated": nobody is told to estimate.
    r"(?:.*\b)?(?:an?|the|some|about|its|their|of|with|at|it|it['’]s|is|are|was|were)\s*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=SENTENCES_HELD)
def named_sources(sentence: str) -> tuple[Stretch, ...]:
    """Return where a sentence names its source outside of quotations, the surest first.

    "According to X", "customs data show", "the operator puts the number at 14", "…, the court held
    on Monday", "inspectors have determined that …", "in a survey for the county, …".
    """
    parts = parts_of(sentence)
    found = (
        *_by_words(sentence),
        *_of_papers(parts),
        *_of_counts(sentence, parts),
        *_closing(parts),
        *_inverted(parts),
        *_leading(parts),
        *_before_colon(sentence),
        *_ruling(parts),
        *_in_paper(parts),
    )
    return tuple(dict.fromkeys(found))


def is_no_source(words: str) -> bool:
    """Return whether words behind "according to" name nobody: "present knowledge"."""
    return _NO_SOURCE.match(words) is not None


def sources_in(words: str, span: Span) -> Iterator[Span]:
    """Yield the sources that a sentence names, the surest first, where they stand."""
    for start, end in named_sources(words):
        yield Span(part=span.part, start=span.start + start, end=span.start + end)


def _by_words(sentence: str) -> Iterator[Stretch]:
    for pattern in (_ACCORDING, _RECKONING, _BY_AGENT):
        for found in pattern.finditer(sentence):
            who = _up_to_what_is_told(found.group(1))
            if not is_no_source(who):
                yield found.start(1), found.start(1) + len(who)


def _up_to_what_is_told(party: str) -> str:
    """Return a party's words without what is told right behind it, or how many it asked.

    "The union | 900 workers were on strike", "the poll | of 11,000 voters".
    """
    for before, word in pairwise(re.finditer(r"\S+", party)):
        led = before.group().lower() in _LEADS_ON
        if before.group() in ("that", "who", "which"):
            break
        if word.group() == "as":
            return party[: before.end()]  # "quoting the mayor | as saying"
        if word.group()[0].isdigit():
            return party[: before.start() if led else before.end()].rstrip()
        if word.group() in _TOLD_BEGINS and not led:
            return party[: before.end()]
    return party


def _of_papers(parts: Sequence[Part]) -> Iterator[Stretch]:
    """Yield the papers and instruments that show something: "customs data show"."""
    for place in range(len(parts)):
        for _, who in _with_subject(parts, place, SHOWS):
            if is_paper(who[0]):
                yield _whole(who)


def _of_counts(sentence: str, parts: Sequence[Part]) -> Iterator[Stretch]:
    for given in _PUT_AT.finditer(sentence):
        who = given.group(1).rstrip()
        if not is_no_source(who):
            yield given.start(1), given.start(1) + len(who)
    for place in range(len(parts)):
        for found, who in _with_subject(parts, place, COUNTS):
            if _NUMBERED.search(" ".join(each.words for each in found.after[:4])):
                yield _whole(who)
        for found, who in _with_subject(parts, place, _PLACES_AT):
            if "to" in {each.lower for each in found.after}:
                yield _whole(who)


def _closing(parts: Sequence[Part]) -> Iterator[Stretch]:
    """Yield who is named where a sentence or clause closes: "…, the court held on Monday"."""
    for place in range(1, len(parts)):
        for found, who in _with_subject(parts, place, TELLS):
            if who[0] is not parts[0] and closes(found):
                yield _whole(who)


def _inverted(parts: Sequence[Part]) -> Iterator[Stretch]:
    """Yield who stands behind the verb that closes a sentence: "…, recalled a taxi driver"."""
    for place, part in enumerate(parts[1:], start=1):
        found = predicate(without_join(part), SAYS)
        if found is None or found.before or any(_closing(parts[: place + 1])):
            continue  # "Willem Kat, its head, told a news conference"
        if _is_somebody(found.after):
            yield stretch_of(found.after)


def _is_somebody(part: Part) -> bool:
    """Return whether words can be somebody that a verb goes before: with a "the", or a name."""
    named = part[:1] and part[0].words[0].isupper()
    return bool(named or (part[:1] and part[0].lower in _DETERMINERS)) and is_party(part)


def _before_colon(sentence: str) -> Iterator[Stretch]:
    """Yield who speaks before a colon: "Hale rejects it: he was at sea"."""
    before, colon, _ = sentence.partition(": ")
    parts = parts_of(before) if colon else ()
    for place in range(len(parts)):
        for _found, who in _with_subject(parts, place, BEFORE_COLON):
            yield _whole(who)


def _leading(parts: Sequence[Part]) -> Iterator[Stretch]:
    """Yield who is named where a clause begins: "inspectors have determined that …"."""
    for place in range(len(parts)):
        for found, who in _with_subject(parts, place, TELLS):
            if found.after and found.after[0].lower in _OPENS_CLAUSE:
                yield _whole(who)


def _ruling(parts: Sequence[Part]) -> Iterator[Stretch]:
    """Yield who makes a thing so by saying it, or thinks it so: "justices overturned it"."""
    for place in range(len(parts)):
        for _, who in _with_subject(parts, place, RULES):
            if not any(each.lower in _HANGS_ON for each in who[-1]):
                yield _whole(who)


def _in_paper(parts: Sequence[Part]) -> Iterator[Stretch]:
    """Yield the paper in which a sentence opens: "In a survey for the county, six in ten …"."""
    if len(parts) > 1 and parts[0][0].lower == "in" and is_paper(parts[0][1:]):
        yield stretch_of(parts[0][1:])


def _with_subject(
    parts: Sequence[Part], place: int, verbs: frozenset[str]
) -> Iterator[tuple[Predicate, tuple[Part, ...]]]:
    """Yield the telling verb of a part with who does it: here, or before an apposition.

    "Odile Kamara, its general secretary, pointed out".
    """
    found = predicate(without_join(parts[place]), verbs)
    if found is None:
        return
    if found.before:
        if is_party(found.before):
            yield found, (found.before,)
        return
    while place > 1 and parts[place - 1][0].lower in _WHO_DOES:
        place -= 1  # "Magda Olsen, who taught there for years, thinks"
    if place and is_party(parts[place - 1]):
        before = tuple(parts[max(0, place - 2) : place])
        yield found, before if is_party(before[0]) else before[1:]


def _whole(who: Sequence[Part]) -> Stretch:
    return who[0][0].start, who[-1][-1].end

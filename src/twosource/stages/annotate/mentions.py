"""Mark the names of an article with their kind, title, country, and whether a capital acts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.languages import Language, Named, NameWords, Stretch
from twosource.model.annotated import Mention, MentionKind, Quote
from twosource.model.identity import Span
from twosource.places import capital_of, country_of, is_seat
from twosource.stages.annotate.kinds import settle_kinds
from twosource.stages.annotate.names import find_names
from twosource.stages.annotate.parts import Passage

_WORD = re.compile(r"[^\W\d_]+")
_AFTER = re.compile(
    r"(?P<possessive>['’]s)?[ \u00a0]+(?P<first>[\w-]+)(?:[ \u00a0]+(?P<second>[\w-]+))?"
)
_WITHIN = frozenset(
    """in at near around outside inside across from into downtown central""".split()
)
_TOWARD = frozenset({"with", "between", "to", "against", "on", "by", "and", "for", "of"})
_HELPERS = frozenset(
    """has had will would may might could is was also have did does never repeatedly
    immediately""".split()
)


def acts(text: str, name: Stretch, words: NameWords) -> bool:
    """Return whether a capital or seat does, has or deals in what only a government does.

    "Moscow rejected", "Moscow's ambassador" and "ties with Moscow" act; "in Moscow" and "Moscow
    residents" do not. Where nothing tells, it is the place.
    """
    before = [word.lower() for word in _WORD.findall(text[max(0, name[0] - 40) : name[0]])][-3:]
    if before and before[-1] in _WITHIN:
        return False
    after = _AFTER.match(text, name[1])
    if after and _does(after, words):
        return True
    return bool(before) and before[-1] in _TOWARD and any(w in words.dealings for w in before[:-1])


def _does(after: re.Match[str], words: NameWords) -> bool:
    first, second = after["first"].lower(), (after["second"] or "").lower()
    if after["possessive"]:
        return first in words.held or second in words.held
    return first in words.acting - _HELPERS or (first in _HELPERS and second in words.acting)


def find_mentions(
    passages: Sequence[Passage], quotes: Sequence[Quote], language: Language
) -> tuple[Mention, ...]:
    """Return the names, part by part in reading order, each without its title and article.

    A demonym ("Russian") is a mention of its country. A capital carries its country, and acts
    where it is somebody's speaker or does what a government does.
    """
    names = find_names(passages, language)
    texts = [passage.cased for passage in passages]
    kinds = settle_kinds(texts, names, language.name_words)
    speakers = [quote.speaker for quote in quotes if quote.speaker is not None]
    return tuple(
        _mention(passage, name, kinds, speakers, language.name_words)
        for passage, found in zip(passages, names, strict=True)
        for name in found
    )


def _mention(
    passage: Passage,
    name: Named,
    kinds: dict[str, MentionKind],
    speakers: Sequence[Span],
    words: NameWords,
) -> Mention:
    stretch = name.start, name.end
    form = passage.cased[name.start : name.end]
    span, kind = passage.span(stretch), kinds[form]
    capital = capital_of(form) if kind in ("place", "organization") else None
    title = title_of(passage.cased, stretch, words) if kind == "person" else None
    return Mention(
        span=span,
        kind=kind,
        title=passage.span(title) if title else None,
        country=country_of(form, frozenset(kinds)) if kind == "country" else capital,
        acts=capital is not None
        and (is_seat(form) or span in speakers or acts(passage.cased, stretch, words)),
    )


MOST_BEFORE = 7  # words of a title before the name
MOST_AFTER = 10  # words of an apposition after it

_WORD_BEFORE = re.compile(r"(?:^|(?<=[\s(\"“‘'’—–-]))([\w.'’/-]+)[ \u00a0]$")
_OFFICE = re.compile(r"(?P<role>[\w'’-]+) of (?:the )?(?:[A-Z][\w'’-]*[ \u00a0]){1,4}$")
_APPOSITION = re.compile(
    r",\s+(?:(?:the|a|an|its|his|her|their|who is|who was)\s+)?([^,.;:!?()\n\"“”]+)"
)

_NO_APPOSITION = frozenset("who and but which said in at on then later also never".split())
# "A harbour pilot | from Oban"; behind it stands whose or where he is, and no role of his.
_PREPOSITION = re.compile(r" (?:for|to|from|in|at|on|with|against|by|about|as|during|after) ")
_FINITE = re.compile(r"\b(?:had|has|have|will|would|could|did|does|is|was|were|said|says|told)\b")


def title_of(text: str, name: Stretch, words: NameWords) -> Stretch | None:
    """Return the title before a person's name, else the role told after a comma; None without.

    "Norwegian Foreign Minister Anna Berg" has the three words before the name; "Anna Berg, the
    harbour master of Oslo, said" has "harbour master of Oslo".
    """
    return (
        _before(text, name[0], words)
        or _office_before(text, name[0], words)
        or _after(text, name[1], words)
    )


def _before(text: str, start: int, words: NameWords) -> Stretch | None:
    """Walk left from the name: its last word must be a role or an honorific."""
    at, left = start, start
    for count in range(MOST_BEFORE):
        found = _WORD_BEFORE.search(text, max(0, at - 40), at)
        if not found:
            break
        word = found[1]
        if count == 0 and not (word in words.honorifics or _is_role(word, words)):
            return None
        if not _belongs(word, words):
            break
        at = left = found.start(1)
    end = start
    while end > left and text[end - 1].isspace():
        end -= 1
    return (left, end) if left < end else None


def _office_before(text: str, start: int, words: NameWords) -> Stretch | None:
    """Return a title that names its office: "Secretary of State", "head of the Harbour Office"."""
    found = _OFFICE.search(text, max(0, start - 80), start)
    if not found or not _is_role(found["role"], words):
        return None
    more = _before(text, found.end("role") + 1, words)
    return (more or found.span("role"))[0], start - 1


def _is_role(word: str, words: NameWords) -> bool:
    return word.lower().rstrip(",") in words.roles


def _belongs(word: str, words: NameWords) -> bool:
    if word in words.honorifics or _is_role(word, words) or word.lower() in words.role_parts:
        return True
    if word in words.no_names or word.lower() in words.starters:
        return False
    return word[0].isupper() and not word.endswith((".", ","))


def _after(text: str, end: int, words: NameWords) -> Stretch | None:
    found = _APPOSITION.match(text, end)
    if not found:
        return None
    role = found[1].split()
    head = _PREPOSITION.split(found[1], maxsplit=1)[0].split()
    if len(role) > MOST_AFTER or not any(_is_role(word, words) for word in head):
        return None
    if role[0].lower() in _NO_APPOSITION or _FINITE.search(found[1]):
        return None
    return found.start(1), found.end(1) - (len(found[1]) - len(found[1].rstrip()))

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
from twosource.stages.annotate.titles import title_of

_WORD = re.compile(r"[^\W\d_]+")
_AFTER = re.compile(
    r"(?P<possessive>['’]s)?[ \u00a0]+(?P<first>[\w-]+)(?:[ \u00a0]+(?P<second>[\w-]+))?"
)
_BEFORE = re.compile(r"([\w-]+)[ \u00a0]+([\w-]+)[ \u00a0]+$")
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

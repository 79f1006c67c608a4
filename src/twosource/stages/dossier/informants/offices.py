"""Find the words beside a name that tell somebody's office, and whose office it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.model.acquired import Article
from twosource.model.annotated import Annotated, Mention
from twosource.model.identity import Span
from twosource.stages.dossier.informants.roles import (
    IN_CHARGE,
    JOURNALIST,
    MEDICAL,
    OFFICIAL,
    WITNESS,
)

POSSESSIVES = ("'s", "’s")
LOOK_ROUND = 90  # code points before and after a name in which its office is told
_BEFORE = re.compile(r"\S+\s+")
_PHRASE_ENDS = frozenset(
    """said says told tells by with from to and but when that as after before while who which was
    were is are had has have asked called met""".split()
)
_COURTESY = frozenset({"mr", "mrs", "ms", "dr", "sir", "prof"})
# "A jury convicted the leader": what stands before a verb tells nothing of the leader.
_VERB = re.compile(r"[a-z]{2,}ed$")
_NO_VERBS = frozenset(
    "armed retired united allied elected appointed embattled disgraced named".split()
)
_ROLES = OFFICIAL | WITNESS | JOURNALIST | MEDICAL
_RANKS = frozenset("chief head lead senior deputy vice".split())  # "chief engineer"
_PREPOSITIONS = frozenset("of for at from with in on to by against about over".split())
_AFTER = re.compile(
    rf"^,\s+(?!(?:said|told|says|tells|adds|added|warned|wrote)\b)"
    rf"(?:who (?:(?:is|was) |(?={'|'.join(sorted(IN_CHARGE))})))?"
    r"([^.;:!?“”\"()]{3,80}?)"
    r"(?=[,.;:—–]|\b(?:said|told|says)\b)"
)


def owns(article: Article, phrase: Span, name: Span) -> bool:
    """Return whether a name inside a description is that of the body somebody speaks for.

    "Acme's boss", "chief of Acme", "Acme spokesman"; not the town in "the captain off Stord".
    """
    text = article.part_text(phrase.part)
    before, after = text[phrase.start : name.start], text[name.end : phrase.end]
    if after[:2] in POSSESSIVES or re.search(r"\b(?:of|for|at|from|with)\s(?:the\s)?$", before):
        return True
    following = re.findall(r"[^\W\d_]+", after.lower())[:3]
    return bool(set(following) & OFFICIAL)


def beside(annotated: Annotated, mention: Mention) -> Iterator[Span]:
    """Yield what stands beside a name and may tell an office: title, words before, apposition."""
    text, span = annotated.article.text, mention.span
    if mention.title is not None:
        yield mention.title
    start = _phrase_start(text, span.start)
    if start < span.start and _leads_up(text[start : span.start]):
        yield Span(start=start, end=span.start)
    found = _AFTER.search(text[span.end : span.end + LOOK_ROUND])
    if found:
        yield Span(start=span.end + found.start(1), end=span.end + found.end(1))


def _leads_up(phrase: str) -> bool:
    """Return whether the words before a name are a title: a role ends or opens them, or a comma.

    "Coast guard commander", "chief engineer", "the head of the mission,"; but neither "a
    spokesman for" nor "through a spokesman," tells of whom is named next.
    """
    words = [word for word in re.findall(r"[\w'’-]+", phrase.lower()) if word not in _COURTESY]
    if not words or words[0] in ("through", "via") or words[-1] in _PREPOSITIONS:
        return False
    if phrase.rstrip().endswith(",") or words[-1] in _ROLES or words[-1] == "named":
        return True
    ranked = len(words) > 1 and words[-2] in _RANKS
    opening = words[words[0] in ("the", "a", "an") :]
    return ranked or (opening[1:2] in (["of"], ["for"], ["at"]) and opening[0] in _ROLES)


def _phrase_start(text: str, end: int) -> int:
    """Return where the phrase that leads up to a name starts: not beyond a verb or a full stop."""
    words = list(_BEFORE.finditer(text, max(0, end - LOOK_ROUND), end))
    start = end
    for place, found in enumerate(reversed(words)):
        word = found.group().strip()
        last = place == 0 or (place == 1 and words[-1].group().strip(" .").lower() in _COURTESY)
        comma_before_name = last and word.endswith(",")
        if (
            word.lower().strip(",") in _PHRASE_ENDS
            or word[-1] in '.;:!?”"('
            or (_VERB.match(word) and word not in _NO_VERBS)
            or (word.endswith(",") and not comma_before_name)
        ):
            break
        start = found.start()
    return start

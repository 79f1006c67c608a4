"""Tell whose words a quotation is where no verb of speech does: "in her words", "as he put it"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.languages.language import Said, Stretch

_WHO = r"(?P<who>[^\"“”;:,]{1,60}?)"
_ASIDE = r"[^\"“”,;:.]{0,50}"  # "in her words at the press conference"
_PUT_IT = r"(?P<cue>(?:put|puts|phrased|worded) it)\b"
_BEFORE = (
    re.compile(
        r"\b(?:[Ii]n|[Tt]o use) (?P<who>his|her|their|its|(?:[A-Z][\w.-]* ){0,3}[A-Z][\w.-]*)"
        rf"(?:['’]s?)? (?:own )?(?P<cue>words)\b{_ASIDE}[,:]?\s*$"
    ),
    re.compile(rf"\b[Ii]n the (?P<cue>words) of {_WHO}[,:]?\s*$"),
    re.compile(rf"\b[Aa]s {_WHO} (?:has |had |once |later )?{_PUT_IT}{_ASIDE}[,:]?\s*$"),
)
_AFTER = re.compile(rf"\s*,?\s*(?:as|is how|was how) {_WHO} (?:has |had |once |later )?{_PUT_IT}")


def in_own_words(text: str, quote: Stretch) -> Said | None:
    """Return a quotation with whom the words beside it name, None where they name nobody."""
    found = next(_matches(text, quote), None)
    if found is None:
        return None
    return Said(content=(quote,), speaker=found.span("who"), cue=found.span("cue"))


def _matches(text: str, quote: Stretch) -> Iterator[re.Match[str]]:
    before = text[: quote[0]]
    yield from filter(None, (pattern.search(before) for pattern in _BEFORE))
    after = _AFTER.match(text, quote[1])
    if after is not None:
        yield after

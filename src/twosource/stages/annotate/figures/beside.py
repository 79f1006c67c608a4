"""Give a bare number the unit of the figure that its sentence sets it beside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from twosource.model.annotated import Figure
from twosource.model.identity import Span

REACH = 250  # characters between the two numbers
_SETS_BESIDE = re.compile(
    r"(?:^|[.!?][”\"’]?\s|\n|[;,]\s(?:but\s|while\s|and\s)?)(?P<who>(?:the\s|The\s|its\s"
    r"|Its\s)?[A-Za-z][\w’'-]*(?:\s[\w’'-]+){0,5})\s(?:(?:makes?|made)\s(?:it|that|them)"
    r"|(?:puts?)\s(?:it|that|them|the\s\w+)\sat|speaks?\sof|spoke\sof|counts?|counted"
    r"|talks?\sof)\s(?:about\s|around\s|only\s|just\s|some\s|nearly\s|more\sthan\s|at\sleast\s)?$"
)
_OF_ALL = re.compile(r" (?:out )?of (?:the |its |his |her |their )?(?:all )?")
_ENDS = re.compile(r"\s?(?:[.,;:)—]|$)")


def set_beside(text: str, found: Sequence[Figure]) -> list[Figure]:
    """Return the figures of one part, bare numbers read as what they answer.

    "The fire service says 420 tonnes. The company speaks of about 300.": the second measures what
    the first does, in its unit, and the company gives it. Of
    "eleven of 14 counts" the first counts what the second does.
    """
    kept: list[Figure] = []
    for each in found:
        before = kept[-1] if kept else None
        if before is not None and _is_part(text, before, each):
            kept[-1] = replace(before, unit=each.unit, of=before.of or each.of)
        kept.append(_answer(text, before, each) if before is not None else each)
    return kept


def _is_part(text: str, part: Figure, whole: Figure) -> bool:
    """Return whether a bare number tells how many there are of what the next one counts."""
    between = text[part.span.end : whole.span.start]
    return part.unit is None and _OF_ALL.fullmatch(between) is not None


def _answer(text: str, before: Figure, figure: Figure) -> Figure:
    ends = _ENDS.match(text, figure.span.end)
    bare = ends and figure.unit is None and before.unit is not None and figure.change is None
    if not bare or figure.span.start - before.span.end > REACH:
        return figure
    party = _SETS_BESIDE.search(text, before.span.end, figure.span.start)
    if party is None:
        return figure
    issuer = Span(part=figure.span.part, start=party.start("who"), end=party.end("who"))
    return replace(
        figure,
        unit=before.unit,
        of=before.of,
        when=figure.when or before.when,
        issuer=figure.issuer or issuer,
    )

"""Know by a word in a body's name what it is called besides: "Fjord Air" is "the airline"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from twosource.model.annotated import Annotated
from twosource.model.identity import Span
from twosource.stages.dossier.informants.phrases import LINK
from twosource.text.tabled import table

_RUN = rf"\b(?!{LINK})[A-ZÀ-Þ][\w&-]*(?: [A-ZÀ-Þ&][\w&-]*)*"


def named_like(annotated: Annotated, span: Span, called: str) -> Span | None:
    """Return the only name before a place that tells that it is what a body is called there.

    "The airline" is "Fjord Air". A model need not know it; None for none, or several.
    """
    pattern = _names().get(called)
    if pattern is None:
        return None
    found: dict[str, Span] = {}
    for each in pattern.finditer(annotated.article.part_text(span.part), 0, span.start):
        found.setdefault(
            each["name"], Span(part=span.part, start=each.start("name"), end=each.end("name"))
        )
    return next(iter(found.values())) if len(found) == 1 else None


@cache
def _names() -> Mapping[str, re.Pattern[str]]:
    found = {}
    for called, words in table("speakers-en.toml")["called_by_name"].items():
        tells = "|".join(words.split())
        pattern = re.compile(rf"(?:\b(?:The|A|An) )?(?P<name>{_RUN} (?:{tells}))\b(?! [A-Z])")
        found.update(dict.fromkeys(called.split(), pattern))
    return found

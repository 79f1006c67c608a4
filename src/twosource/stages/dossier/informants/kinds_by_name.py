"""Know by a word in a body's name what it is called besides: "Fjord Air" is "the airline"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from twosource.model.annotated import Annotated
from twosource.model.identity import Span
from twosource.stages.dossier.informants.phrases import LINK

# What a body is called, then the words in names that tell it.
_TABLE = """
airline carrier: Air Airlines Airways Aviation
bank lender: Bank Banque Banco Bancorp Sparebank Sparbank Sparkasse Savings
club team side: City United Rovers Athletic FC AFC Wanderers Albion Rangers Sporting Racing
insurer: Mutual Insurance Assurance Versicherung
shipyard yard: Yard Yards Shipyard Shipyards Shipbuilding
brewer brewery: Brewery Breweries Brewing
carmaker: Motors Automotive Automobile
drugmaker: Pharma Pharmaceutical Pharmaceuticals Biotech
miner: Mining Minerals Mines
utility: Energy Power Electric Waterworks
publisher: Publishing Books Verlag
railway: Rail Railway Railways Trains
retailer grocer: Stores Foods Supermarkets
chipmaker: Semiconductor Semiconductors Microchip
"""
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
    for line in _TABLE.strip().splitlines():
        called, words = line.split(": ")
        tells = "|".join(words.split())
        pattern = re.compile(rf"(?:\b(?:The|A|An) )?(?P<name>{_RUN} (?:{tells}))\b(?! [A-Z])")
        found.update(dict.fromkeys(called.split(), pattern))
    return found

"""Return who has been named before a place, but for where something is and who was told it."""

from __future__ import annotations

import re

from twosource.model.annotated import Annotated, Mention
from twosource.model.identity import Span
from twosource.stages.dossier.prose import after_dateline
from twosource.stages.once import once_per_article

# "The hospital in Oban": the town is no body, whatever the model takes it for.
IN_A_PLACE = re.compile(r"\b(?:in|on|near|outside|off|from|to|towards?)\s(?:the\s)?$")
# "An email obtained by the Ledger": whoever is told or shown a thing asks for it.
HEARD_BY = re.compile(
    r"\b(?:told|(?:obtained|seen|reviewed|verified|examined|viewed|inspected) by|"
    r"(?:shared|spoke|speaking) (?:with|to)|interview with|"
    r"(?:leaked|shown|provided|given|sent|said) to)\s(?:the\s)?$"
)
LOOK_BACK = 28  # code points: all that these ways to say it take


def named_before(annotated: Annotated, span: Span) -> list[Mention]:
    """Return the names before a place, but those of where something is: "the police in Oban"."""
    return [
        each
        for each in _of_somebody(annotated)
        if each.span.part == span.part and each.span.end <= span.start
    ]


@once_per_article
def _of_somebody(annotated: Annotated) -> tuple[Mention, ...]:
    """Return the names but those of where something is, of who was told it, and in a dateline."""

    def leads(mention: Mention) -> str:
        text, start = annotated.article.part_text(mention.span.part), mention.span.start
        return text[max(0, start - LOOK_BACK) : start]

    opening = next((each for each in annotated.sentences if each.part == "body"), None)
    begins = after_dateline(annotated, opening).start if opening else 0
    return tuple(
        each
        for each in annotated.mentions
        if (each.span.part != "body" or each.span.start >= begins)
        and not IN_A_PLACE.search(leads(each))
        and not HEARD_BY.search(leads(each))
    )

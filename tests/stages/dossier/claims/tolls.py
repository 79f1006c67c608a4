"""Reports for the tests of claims: a toll and who gives it, a saying and who says it."""

from __future__ import annotations

from typing import Any

from tests.stages.dossier.stories import Counted, Named, Report, Said
from twosource.model.annotated import Sense

FERRY = "The ferry Marit ran aground off Stord on Tuesday."


def toll(
    outlet_id: str,
    text: str,
    *,
    words: str,
    by: str = "",
    of: str = "injured",
    value: float = 14,
    after: float = 0.0,
    genre: str = "news",
    corrects: str = "",
    named: tuple[Named, ...] = (),
    lead: str = FERRY,
) -> Report:
    """Return a report with one toll in its second sentence, and who gives it."""
    said = (Said(words=text.split(", the")[0].split(", a")[0].rstrip("."), by=by),) if by else ()
    return Report(
        outlet=outlet_id,
        text=f"{lead}\n\n{text}",
        said=said,
        counted=(Counted(words=words, value=value, of=of, unit="person"),),
        after=after,
        genre=genre,
        corrects=corrects,
        named=named,
    )


def tells(outlet: str, who: str, cue: str, told: str, *, sense: Sense = "asserted") -> Report:
    """Return a report of one sentence: who says what, and in which sense."""
    said = Said(words=told, by=who, sense=sense)
    return Report(outlet=outlet, text=f"{who} {cue} {told}.", said=(said,))


POLICE = toll(
    "herald", "14 people were injured, the police said.", words="14 people", by="the police"
)


def hospital(words: str = "14 people", value: float = 14, **fields: Any) -> Report:
    """Return a second report, in which the hospital gives the toll."""
    text = f"{words} were hurt, the hospital in Stord said."
    return toll("post", text, words=words, by="the hospital in Stord", value=value, **fields)

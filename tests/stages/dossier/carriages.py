"""Small carriages and informants for the tests of the dossier."""

from __future__ import annotations

from tests.factories import article
from twosource.model.claimed import Carriage, Informant, InformantKind, Stance
from twosource.model.identity import CountryCode, LineageId, OutletId, Span
from twosource.stages.dossier.cite import citation_of

UNSTATED = Informant(kind="unstated", key="unstated", name="")


def informant(
    key: str, kind: InformantKind = "body", country: str | None = None, name: str = ""
) -> Informant:
    """Return an informant known by its key; shown by the key's name when none is given."""
    return Informant(
        kind=kind,
        key=key,
        name=name or key.partition(":")[2].title() or key,
        country=CountryCode(country) if country else None,
    )


def carriage(
    outlet: str,
    report: str,
    by: Informant = UNSTATED,
    *,
    stance: Stance = "asserts",
    supports: bool = True,
) -> Carriage:
    """Return a passage of an outlet, in a report, known from an informant."""
    of = article(f"So says {outlet}, by {report}.", outlet=outlet)
    words = Span(start=0, end=len(of.text))
    return Carriage(
        citation=citation_of(of, words, of.capture_digest),
        outlet=OutletId(outlet),
        report=LineageId(report),
        informant=by,
        stance=stance,
        supports=supports,
    )

"""Write the line under the headline: "9 outlets, 3 reports, 1 informant"."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model.claimed import Carriage, Claim
from twosource.model.dossier import Tally
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.claims.independence import supporting
from twosource.stages.dossier.claims.labels import known_informants
from twosource.stages.dossier.reading import no_reports


def tally_of(claims: Sequence[Claim], material: StoryMaterial) -> Tally:
    """Return how many outlets carry the story, in how many reports, known from how many.

    Reports are lineages with at least one text that can support a claim: a column is no report.
    Informants are those that the passages of the claims name and that nothing shows to be one;
    sayings do not count, since whoever speaks is then only quoted.
    """
    silent = no_reports(material)
    reporting = [each.article for each in material.articles if each.article.id not in silent]
    ids = {article.id for article in reporting}
    outlets = len({article.outlet for article in reporting})
    reports = sum(1 for lineage in material.lineages if ids & set(lineage.members))
    carriages: list[Carriage] = [
        carriage
        for claim in claims
        if claim.kind == "so"
        for position in claim.positions
        for carriage in supporting(position.carriages)
    ]
    informants = len(known_informants(carriages))
    return Tally(
        outlets=outlets,
        reports=reports,
        informants=informants,
        text=", ".join(
            (
                _counted(outlets, "outlet"),
                _counted(reports, "report"),
                _counted(informants, "informant") if informants else "informant not stated",
            )
        ),
    )


def _counted(number: int, one: str) -> str:
    return f"{number} {one}" + ("" if number == 1 else "s")

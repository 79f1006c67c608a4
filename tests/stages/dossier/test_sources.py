"""Every article of a story is listed as a report, a copy or an earlier version of one."""

from __future__ import annotations

from tests.stages.dossier.claims.tolls import FERRY
from tests.stages.dossier.stories import Copied, Report, material_of
from twosource.stages.dossier.sources import list_sources


def roles(*reports: Report, copies: tuple[Copied, ...]) -> list[tuple[str, str]]:
    found = list_sources(material_of(*reports, copies=copies))
    return [(each.outlet.id, each.role) for each in found]


def test_an_outlets_own_update_is_its_report_and_the_version_before_it_an_earlier_one() -> None:
    first = Report(outlet="norda", text=FERRY)
    later = Report(
        outlet="norda", text=f"{FERRY} Nobody died.", after=2, corrects="An earlier text was wrong."
    )
    copies = (Copied(copy=1, of=0, aligned=((0, 0),), kind="update"),)
    assert roles(first, later, copies=copies) == [("norda", "report"), ("norda", "earlier version")]


def test_a_reprint_that_its_outlet_has_updated_stays_a_copy() -> None:
    origin = Report(outlet="norda", text=FERRY)
    updated = Report(outlet="pelican", text=FERRY, after=2)
    copies = (Copied(copy=1, of=0, aligned=((0, 0),), kind="update"),)
    assert roles(origin, updated, copies=copies) == [("norda", "report"), ("pelican", "copy")]

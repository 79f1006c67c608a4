"""Who is called "the company" is the one that spoke last, whatever another calls itself."""

from __future__ import annotations

from tests.stages.dossier.marked import Told, material
from twosource.stages.dossier.cite import citer
from twosource.stages.dossier.statements.group import group_statements


def test_the_company_is_who_spoke_last_though_another_has_the_word_in_its_name() -> None:
    regret, knew = "it regretted the delay", "nobody had known of the payments"
    told = Told(
        "herald",
        "Kessin Harbour Company paid late. "
        f"Later Norda Dredging said {regret}. The company said {knew}.",
    )
    told.name("Kessin Harbour Company", "organization").name("Norda Dredging", "organization")
    told.quote(regret, by="Norda Dredging").quote(knew, by="The company")
    of = material(told)
    assert {each.speaker for each in group_statements(of, citer(of))} == {"Norda Dredging"}

"""Who is called by office and state alone is the one person who holds it in the story."""

from __future__ import annotations

import pytest

from tests.stages.dossier.marked import Told, material
from twosource.stages.dossier.cite import citer
from twosource.stages.dossier.statements.group import group_statements

HARBOUR = "the harbour would open in May"


def speaker(by: str, *titles: tuple[str, str]) -> str:
    """Return who said what `by` says, in a story that names persons with these titles."""
    said = Told("herald", f"{by} said {HARBOUR}.").quote(HARBOUR, by=by)
    others = []
    for number, (title, name) in enumerate(titles):
        told = Told(f"post-{number}", f"{title} {name} came to Stord.", after=number + 1)
        others.append(told.name(name, title=title))
    of = material(said, *others)
    (found,) = group_statements(of, citer(of))
    return found.speaker


PRESIDENT, MINISTER = ("Russian President", "Igor Sokol"), ("Norwegian Energy Minister", "Una Holt")


@pytest.mark.parametrize(
    ("by", "name"),
    [
        ("The Russian president", "Igor Sokol"),
        ("The Russian leader", "Igor Sokol"),
        ("Norway's energy minister", "Una Holt"),
        ("The Norwegian president", "The Norwegian president"),
        ("The former Russian president", "The former Russian president"),
    ],
)
def test_an_office_is_who_holds_it(by: str, name: str) -> None:
    assert speaker(by, PRESIDENT, MINISTER) == name


def test_of_two_holders_neither_is_meant() -> None:
    by = "The Russian president"
    assert speaker(by, PRESIDENT, ("Russian President", "Pavel Orlov")) == by

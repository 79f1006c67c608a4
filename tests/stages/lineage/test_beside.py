"""What stands of articles in others is found alike for one pair and many, plain and compiled."""

from __future__ import annotations

from itertools import combinations

from tests.stages import ferry
from tests.stages.reading import read_article
from twosource.compiled import WORTH_COMPILING
from twosource.settings import LineageSettings
from twosource.stages import lineage
from twosource.stages.lineage.beside import Found, Pair, beside, lay_beside

TEXTS = (ferry.AGENCY, ferry.INDEPENDENT, ferry.AGENCY[:400], "Photo", "“A quay,” said Ada Holm.")
PRINTS = [lineage.read(read_article(text, outlet=f"paper-{n}")) for n, text in enumerate(TEXTS)]
PAIRS = [*combinations(PRINTS, 2)]


def found_of(pairs: list[Pair], *, anyway: bool = True) -> list[Found]:
    return [*beside(pairs, [anyway] * len(pairs))]


def test_many_pairs_are_answered_as_each_by_itself_by_plain_loops_and_compiled() -> None:
    alone = [each for pair in PAIRS for each in found_of([pair])]
    assert found_of(PAIRS) == alone
    lay_beside.over(WORTH_COMPILING + 1)
    assert found_of(PAIRS) == alone


def test_what_two_share_is_the_same_whichever_comes_first() -> None:
    [found], [back] = found_of([(PRINTS[0], PRINTS[2])]), found_of([(PRINTS[2], PRINTS[0])])
    assert found.sides == back.sides[::-1]
    assert found.shared == back.shared._replace(named=back.shared.named[::-1])


def test_how_much_one_holds_of_another_is_asked_where_they_share_enough() -> None:
    near, far = found_of([(PRINTS[0], PRINTS[2]), (PRINTS[0], PRINTS[3])], anyway=False)
    assert near.worth
    assert near.sides[1].wording > 0.9
    assert not far.worth
    assert not any(far.sides[0])


def test_who_has_a_dozen_clear_copies_is_laid_beside_no_more() -> None:
    copies = [lineage.read(read_article(ferry.AGENCY, outlet=f"copy-{n}")) for n in range(15)]
    links = lineage.compare_all([(PRINTS[0], copies), (PRINTS[0], copies[:1])], LineageSettings())
    assert len([*links]) == 12 + 1

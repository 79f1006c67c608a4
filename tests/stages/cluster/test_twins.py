"""Events told in the same words about other people, places and figures stay apart."""

from __future__ import annotations

import pytest

from tests.stages.reading import read_article
from twosource.model.linked import DensityWindow
from twosource.settings import ClusterSettings
from twosource.stages.cluster import compare, read, threshold

MATCH = (
    "{home} beat {away} {score} on Saturday to move up to {place} in the league.\n\n"
    "{scorer} opened the scoring after {minute} minutes with a header from a corner. "
    "{keeper} saved a penalty shortly before half-time.\n\n"
    "{home} coach {coach} praised the defence. The next match is away at {next}."
)
EARNINGS = (
    "{firm} reported a quarterly profit of {profit} million euros on Thursday, above what "
    "analysts had expected.\n\nSales rose {rise} percent to {sales} billion euros, helped by "
    "demand for {goods}. Chief executive {boss} raised the forecast for the year.\n\n"
    "Shares of {firm} gained {gain} percent in {city}."
)
TWINS = {
    "two matches": (
        MATCH.format(home="Halden Rovers", away="Kessin", score="2-1", place="third",
                     scorer="Olaf Brandvik", minute=14, keeper="Jens Morup", coach="Ulla Strand",
                     next="Varnholm"),
        MATCH.format(home="Monte Azul", away="San Leandro", score="3-0", place="sixth",
                     scorer="Rui Tavora", minute=37, keeper="Paulo Senna", coach="Ines Caldas",
                     next="Puerto Real"),
    ),
    "two companies' results": (
        EARNINGS.format(firm="Nordwerk", profit=412, rise=8, sales="3.1", goods="heat pumps",
                        boss="Greta Holm", gain="4.2", city="Oslo"),
        EARNINGS.format(firm="Velmara", profit=95, rise=12, sales="1.7", goods="trawler engines",
                        boss="Tomas Ibarra", gain="6.9", city="Madrid"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("twins", TWINS.values(), ids=TWINS.keys())
def test_twin_events_stay_below_the_lowest_threshold(twins: tuple[str, str]) -> None:
    one, other = (
        read(read_article(text, outlet=name)) for text, name in zip(twins, "ab", strict=True)
    )
    link = compare(one, other, ClusterSettings())
    assert link is None or link.score < threshold(DensityWindow(articles=1))

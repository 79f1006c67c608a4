"""Events told in the same words about other people, places and figures stay apart."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest

from tests.stages.reading import read_article
from twosource.model.identity import ArticleId
from twosource.model.linked import DensityWindow, Link
from twosource.settings import ClusterSettings
from twosource.stages.cluster import Features, compare, decide, read, threshold

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
STORM = (
    "Storm {name} has torn roofs off houses in {region} and left {homes} homes without power, the "
    "civil protection service said on {day}.\n\nGusts of {gusts} kilometres an hour were measured "
    "at {place}. A man of {age} died when a tree fell on his car near {town}.\n\n"
    "Trains between {town} and {city} were stopped. {name} is expected to move on to the east."
)
APPROVAL = (
    "The health agency approved the {kind} of {maker} against {illness} on {day}, for people from "
    "{age} years on.\n\nIn a trial with {people} volunteers {share} percent of all infections were "
    "prevented, said the agency's head, {head}. {second}\n\n"
    "{maker} wants to deliver {doses} million doses by {month}."
)
QUAKE = (
    "At least {dead} people were killed and {hurt} injured when an earthquake of magnitude {size} "
    "shook {place}, governor {governor} said.\n\nMost victims were found in {town}, where a "
    "{house} fell in. The quake struck at a depth of {depth} kilometres.\n\nRescuers with dogs "
    "pulled {saved} people alive out of the ruin. Some {homes} houses are damaged."
)
SEAT = (
    "{party} has won the parliamentary seat of {seat} by {margin} votes after a recount, returning "
    "officer {officer} announced.\n\nIts candidate {winner} had {votes} votes, {loser} had "
    "{fewer}. Turnout was {turnout} percent.\n\nThe seat had fallen vacant when {before} {left}. "
    "{matter} was the main matter of the campaign."
)
TWINS = {
    "two storms": (
        STORM.format(name="Ingolf", region="Varnholm", homes="41,000", day="Monday", gusts=148,
                     place="Cape Torsund", age=52, town="Kessin", city="Halden"),
        STORM.format(name="Benita", region="Monte Azul", homes="7,500", day="Monday", gusts=121,
                     place="Punta Verde", age=34, town="San Leandro", city="Puerto Real"),
    ),
    "the booster and the first approval": (
        APPROVAL.format(kind="first vaccine", maker="Velmara", illness="dune fever", day="Monday",
                        age=18, people="32,000", share=91, head="Greta Holm", doses=40,
                        month="June", second="Two shots are given within four weeks."),
        APPROVAL.format(kind="booster", maker="Velmara", illness="dune fever",
                        day="Thursday", age=60, people="4,800", share=74, head="Greta Holm",
                        doses=9, month="October",
                        second="A third shot renews what had waned after half a year."),
    ),
    "two earthquakes": (
        QUAKE.format(dead=6, hurt=230, size=5.9, place="the Karvani valley", governor="Selma Idris",
                     town="Bezreh", house="school hostel", depth=8, saved=17, homes="2,400"),
        QUAKE.format(dead=4, hurt=85, size=6.3, place="the coast of Menora",
                     governor="Rosa Belmonte", town="Puerto Linde", house="fish market", depth=31,
                     saved=9, homes="600"),
    ),
    "two by-elections": (
        SEAT.format(party="The Green League", seat="Aldermoor", margin=41, officer="Simon Tarrow",
                    winner="Hannah Oyelaran", votes="11,906", loser="Miles Prentice",
                    fewer="11,865", turnout=52, before="Alan Dace", left="resigned",
                    matter="A quarry at Hob's Down"),
        SEAT.format(party="Labour", seat="Westbrook", margin=212, officer="Ann Keeble",
                    winner="Dev Sandhu", votes="14,377", loser="Fiona Marsh", fewer="14,165",
                    turnout=44, before="Peter Amsel", left="died",
                    matter="The maternity ward of St Luke's"),
    ),
    "two matches": (
        MATCH.format(home="Halden Rovers", away="Kessin", score="2-1", place="third",
                     scorer="Olaf Brandvik", minute=14, keeper="Jens Morup", coach="Ulla Strand",
                     next="Varnholm"),
        MATCH.format(home="Monte Azul", away="San Leandro", score="3-0", place="sixth",
                     scorer="Rui Tavora", minute=37, keeper="Paulo Senna", coach="Ines Caldas",
                     next="Puerto Real"),
    ),
    "two quarters of one company": (
        EARNINGS.format(firm="Nordwerk", profit=412, rise=8, sales="3.1", goods="heat pumps",
                        boss="Greta Holm", gain="4.2", city="Oslo"),
        EARNINGS.format(firm="Nordwerk", profit=377, rise=2, sales="2.9", goods="boilers",
                        boss="Greta Holm", gain="1.1", city="Oslo"),
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


@pytest.mark.parametrize("twins", TWINS.values(), ids=TWINS.keys())
def test_twin_events_are_two_stories(twins: tuple[str, str]) -> None:
    articles = [
        read_article(f"{text}\n\n{more}", outlet=f"{place}{number}")
        for place, text in zip("ab", twins, strict=True)
        for number, more in enumerate(("Our reporter was there.", "More follows.", "We will see."))
    ]
    features = {each.article.id: read(each) for each in articles}
    links = [
        link
        for one, other in combinations(features.values(), 2)
        if (link := compare(one, other, ClusterSettings()))
    ]
    window = DensityWindow(articles=len(articles))
    times = {each: one.published for each, one in features.items()}
    assert len(decide(times, links, window, ClusterSettings())) == 2


def test_a_notice_filled_anew_by_one_office_is_another_event_told_once_each() -> None:
    day = {"name": "Ada", "region": "Varnholm", "homes": "41,000", "gusts": 148, "age": 52}
    other = {"name": "Boris", "region": "Varnholm", "homes": "9,300", "gusts": 117, "age": 67}
    places = {"place": "Cape Torsund", "town": "Kessin", "city": "Halden"}
    texts = (
        STORM.format(**day, **places, day="Monday"),
        STORM.format(**other, **places, day="Friday"),
    )
    one, another = (read_article(text, outlet="weather-office") for text in texts)
    link = compare(read(one), read(another), ClusterSettings())
    assert link is not None
    assert link.score == 0
    times = {each.article.id: each.article.published for each in (one, another)}
    window = DensityWindow(articles=2)
    assert len(decide(times, [link], window, ClusterSettings())) == 2


def test_what_tells_of_two_events_keeps_apart_what_a_third_is_like() -> None:
    names = [ArticleId(each) for each in ("a", "b", "c")]
    links = [
        Link(kind="story", left=names[0], right=names[1], score=0.0, why=()),
        Link(kind="story", left=names[0], right=names[2], score=0.9, why=()),
        Link(kind="story", left=names[1], right=names[2], score=0.8, why=()),
    ]
    window = DensityWindow(articles=3)
    found = decide(dict.fromkeys(names), links, window, ClusterSettings())
    assert set(found) == {(names[0], names[2]), (names[1],)}


FIRST_TOLL = (
    "A mudslide buried a camp of quarrymen at Vallmora before dawn on Tuesday, killing nine "
    "people, the rescue chief, Ada Lund, said. Another 25 were missing and 40 hurt, and the road "
    "to Vallmora was cut in two places, the Alsbach Quarries company said."
)
NEXT_TOLL = (
    "The number of people killed by a mudslide that buried a camp of quarrymen at Vallmora has "
    "risen to 16, the rescue chief, Ada Lund, said. Eighteen are still missing, and more than 300 "
    "soldiers dig for them. The Alsbach Quarries company said that 52 were hurt."
)


def told(text: str, name: str, hours: int) -> Features:
    published = datetime(2026, 3, 17, 8, tzinfo=UTC) + timedelta(hours=hours)
    return read(read_article(text, f"Mudslide at {name}", outlet=name, published=published))


def alike(text: str, name: str, hours: int) -> float:
    link = compare(told(FIRST_TOLL, "Vallmora", 0), told(text, name, hours), ClusterSettings())
    return link.score if link else 0.0


def test_figures_count_only_so_far_against_one_event_where_the_same_names_tell_them_later() -> None:
    assert alike(NEXT_TOLL, "Vallmora camp", 26) > alike(NEXT_TOLL, "Vallmora camp", 0)
    elsewhere = NEXT_TOLL.replace("Vallmora", "Torrent").replace("Ada Lund", "Ines Roca")
    elsewhere = elsewhere.replace("Alsbach Quarries", "Serra Mines")
    assert alike(elsewhere, "Torrent", 26) == alike(elsewhere, "Torrent", 0)

"""Two reports that are no copies are told apart by what they share and by what they do not."""

from __future__ import annotations

from tests.stages import ferry
from tests.stages.reading import read_article
from twosource.outlets import load_outlets
from twosource.stages import lineage
from twosource.stages.lineage import Fingerprint, read

AGENCY = read(read_article(ferry.AGENCY, outlet="norwire"))


def why_apart(one: Fingerprint, other: Fingerprint) -> tuple[str, ...]:
    return lineage.why_apart(one, other, load_outlets())


def test_reports_without_a_common_sentence_say_so() -> None:
    (why,) = why_apart(AGENCY, read(read_article(ferry.UNRELATED, outlet="kessin-post")))
    assert why == "no sentence of norwire has a counterpart in kessin-post beyond chance"


def test_reports_that_share_little_say_how_little_and_whom_only_one_names() -> None:
    why = why_apart(AGENCY, read(read_article(ferry.INDEPENDENT, outlet="orsund-echo")))
    assert why[0].endswith("have a counterpart: too little for a copy")
    told, _, names = why[1].partition(": ")
    assert told == "54% of the names and figures of orsund-echo are not in norwire"
    assert "Pell Grunwald" in names


def test_two_reports_of_one_outlet_are_warned_of_its_background() -> None:
    why = why_apart(AGENCY, read(read_article(ferry.INDEPENDENT, outlet="norwire")))
    assert why[-1] == "both are of one outlet, which may use its own background again"


def test_a_next_report_that_ends_on_the_last_one_is_told_to_begin_otherwise() -> None:
    news = (
        "The master of the Maren Lind was questioned for six hours on Friday. A judge in Kessin "
        "will decide on Monday whether he may leave the country.\n\n"
        "His union called the questioning an insult. Its lawyers want the voyage recorder read by "
        "experts from abroad."
    )
    following = read(read_article(f"{news}\n\n{ferry.AGENCY}", outlet="norwire", headline="Held"))
    why = why_apart(AGENCY, following)
    assert "no later version, as of what one tells first only" in why[0]


def test_two_quakes_of_one_outlet_are_no_versions_because_of_their_figures() -> None:
    quake = (
        "A quake of magnitude {} shook {} on {}, the Halden Seismic Office said. {} people were "
        "hurt and {} houses damaged. The quake struck at a depth of {} km. No warning of a wave "
        "was given. The office asked all to stay away from cliffs."
    )
    one, other = (
        read(read_article(quake.format(*filled), outlet="norwire"))
        for filled in (
            ("5.1", "Brigg", "Monday", "Three", "14", "10"),
            ("6.3", "Tirsk", "Friday", "Eleven", "203", "31"),
        )
    )
    first, *others = why_apart(one, other)
    assert "no later version" not in first
    assert any(line.endswith("of the figures in like sentences are others") for line in others)


def test_two_reports_that_print_one_release_are_told_so() -> None:
    release = (
        "Coastline Tirsk regrets the accident of Tuesday morning. All passengers of the Maren Lind "
        "will be paid back their fares. A hotline with the number 0800 4471 is staffed day and "
        "night."
    )
    one, other = (
        read(read_article("\n\n".join((*text.split("\n\n")[:2], release)), outlet=outlet))
        for text, outlet in ((ferry.AGENCY, "norwire"), (ferry.INDEPENDENT, "orsund-echo"))
    )
    assert any("print one release" in line for line in why_apart(one, other))


def test_the_same_accident_with_other_figures_is_told_so() -> None:
    why = why_apart(AGENCY, read(read_article(ferry.TWIN, outlet="calvera-sun")))
    assert any(line.endswith("of the figures in like sentences are others") for line in why)

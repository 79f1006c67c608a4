"""The timeline holds what happened on which day, once, however many tell it."""

from __future__ import annotations

import pytest

from tests.factories import outlet
from tests.stages.dossier.marked import Told, material
from twosource.model.dossier import Happening
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.cite import citer
from twosource.stages.dossier.timeline import lay_timeline


def timeline(of: StoryMaterial) -> tuple[Happening, ...]:
    return lay_timeline(of, citer(of))


def aground(name: str, text: str = "The ferry ran aground off Bud on Monday.") -> Told:
    return Told(name, text, after=1).day("on Monday", "2026-03-02")


def test_a_happening_told_by_two_outlets_is_one_entry() -> None:
    (found,) = timeline(
        material(
            aground("herald"),
            aground("post", "On the rocks off Bud the ferry ran aground on Monday."),
        )
    )
    assert found.outlets == ("herald", "post")
    assert found.as_told == "on Monday"
    assert len(found.text.citations) == 2


def test_two_happenings_of_one_day_stay_two() -> None:
    other = Told("post", "Parliament voted on the new harbour law on Monday.", after=2)
    other.day("on Monday", "2026-03-02")
    assert len(timeline(material(aground("herald"), other))) == 2


def test_eras_are_told_from_the_main_day() -> None:
    told = Told(
        "herald",
        "The ferry ran aground on Monday. It left dry dock on Friday. A hearing is due on May 4.",
        after=1,
    )
    told.day("on Monday", "2026-03-02").day("on Friday", "2026-02-27").day("on May 4", "2026-05-04")
    found = timeline(material(told, aground("post")))
    assert [(each.when, each.era) for each in found] == [
        ("2026-02-27", "before"),
        ("2026-03-02", "during"),
        ("2026-05-04", "after"),
    ]


def test_the_date_of_a_dateline_is_no_happening() -> None:
    told = Told("norda", "MOLDE, Norway, March 3 (Norda) — A ferry ran aground off the coast.")
    told.day("March 3", "2026-03-03")
    assert timeline(material(told)) == ()


def test_durations_and_vague_times_are_no_happenings() -> None:
    told = Told("herald", "The work took three days and ended recently, the yard said.")
    told.day("three days", "P3D", type="DURATION").day("recently", "PAST_REF", granularity="vague")
    assert timeline(material(told)) == ()


def test_a_month_stays_a_month() -> None:
    told = Told("herald", "The ferry passed its last inspection in January.")
    told.day("in January", "2026-01", granularity="month")
    (found,) = timeline(material(told))
    assert (found.when, found.granularity, found.era) == ("2026-01", "month", "before")


def test_a_far_day_that_two_reports_give_is_one_happening() -> None:
    one = Told("herald", "The truce between the two ports runs until 2 June, she said.", after=1)
    other = Told("post", "Both ports will open no new case until June 2 under the truce.", after=2)
    one.day("2 June", "2026-06-02")
    other.day("June 2", "2026-06-02")
    far = [each for each in timeline(material(aground("news"), one, other)) if each.era == "after"]
    assert [each.outlets for each in far] == [("herald", "post")]


def test_the_event_itself_is_one_happening_in_whatever_words() -> None:
    headline = "Ferry Solvik aground off Bud"
    one = Told(
        "herald", "The Solvik, a ferry, hit a skerry on Monday.", headline=headline, after=1
    ).day("on Monday", "2026-03-02")
    other = Told(
        "post",
        "Engines failed, and Solvik the ferry was lost on Monday.",
        headline=headline,
        after=2,
    ).day("on Monday", "2026-03-02")
    (found,) = timeline(material(one, other))
    assert found.outlets == ("herald", "post")


def test_satire_lays_down_no_dates() -> None:
    of = material(aground("mallard"), outlets=(outlet("mallard", kind="satire"),))
    assert timeline(of) == ()


def test_a_sentence_is_dated_once_by_its_surest_date() -> None:
    told = Told("herald", "The strongest rocket in service today will fly on 6 February.")
    told.day("today", "2026-02-05").day("6 February", "2026-02-06")
    assert [each.when for each in timeline(material(told))] == ["2026-02-06"]


def test_a_sentence_is_of_its_own_day_and_not_of_the_day_of_what_it_names() -> None:
    told = Told("herald", "Divers reached the wreck of Monday's ferry on Wednesday.", after=60)
    told.day("Monday", "2026-03-02").day("on Wednesday", "2026-03-04")
    assert [each.when for each in timeline(material(told))] == ["2026-03-04"]


def test_a_clock_time_alone_is_no_date() -> None:
    told = Told("herald", "The price fell by a tenth between noon and 00:45 in Erewhon.")
    told.day("00:45", "2026-03-03T00:45", type="TIME", granularity="minute")
    assert timeline(material(told)) == ()


def test_what_a_price_is_compared_with_is_no_happening() -> None:
    told = Told("herald", "The price is at the lowest level since 13 May in all of Erewhon.")
    told.day("13 May", "2025-05-13")
    assert timeline(material(told)) == ()


def test_what_is_counted_since_is_no_happening() -> None:
    for text in (
        "The fall is the third on the coast of Erewhon since 2023.",
        "The launch was put off three times since 2023 in all of Erewhon.",
    ):
        assert timeline(material(Told("herald", text).day("2023", "2023"))) == ()


def test_a_day_by_which_a_thing_ends_is_shown_with_its_bound() -> None:
    told = Told("herald", "The ferry is banned from all ports until Sunday.", after=1)
    (found,) = timeline(material(told.day("Sunday", "2026-03-08")))
    assert found.as_told == "until Sunday"


def test_when_somebody_said_something_is_no_happening() -> None:
    words = "“The weather is looking good for all of us here,”"
    told = Told("herald", f"{words} Ada Lund said on Monday.").quote(words, by="Ada Lund")
    assert timeline(material(told.day("on Monday", "2026-03-02"))) == ()


def test_a_tomorrow_in_somebodys_words_is_no_day() -> None:
    words = "“Tomorrow it can hit any other ship in the whole port,”"
    told = Told("herald", f"{words} Ada Lund said.").quote(words, by="Ada Lund")
    assert timeline(material(told.day("Tomorrow", "2026-03-04"))) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The ferry is the longest in use today off this coast.",
        "She has no wish to work in today's shipping.",
    ],
)
def test_what_holds_nowadays_is_no_happening(text: str) -> None:
    told = Told("herald", text, after=1).day("today", "2026-03-02")
    assert timeline(material(told)) == ()


def test_a_meeting_of_today_is_a_happening() -> None:
    told = Told("herald", "At today's meeting the council let the ferry go.", after=1)
    (found,) = timeline(material(told.day("today", "2026-03-02")))
    assert found.when == "2026-03-02"


def test_a_caption_that_a_page_prints_twice_is_one_entry() -> None:
    text = "The ferry left the dry dock on Friday. The ferry left the dry dock on Friday."
    told = Told("herald", text, after=1)
    told.day("on Friday", "2026-02-27").day("on Friday", "2026-02-27", nth=1)
    (found,) = timeline(material(told))
    assert len(found.text.citations) == 2


def test_the_date_of_a_picture_is_none_of_the_story() -> None:
    told = Told("herald", "This photo released by the yard shows the ferry on Monday.", after=1)
    assert timeline(material(told.day("on Monday", "2026-03-02"))) == ()


def test_the_today_of_somebody_quoted_dates_nothing() -> None:
    words = "“Our thoughts are with the crew who lost their ship tonight,”"
    told = Told("herald", f"{words} the minister said to the yard.").quote(words, by="minister")
    assert timeline(material(told.day("tonight", "2026-03-02"))) == ()


def test_two_words_for_one_doing_make_one_happening() -> None:
    (found,) = timeline(
        material(
            aground("herald", "The town council refused on Monday to dismiss the harbour boss."),
            aground("post", "A move to sack the harbour chief was rejected on Monday by the town."),
        )
    )
    assert found.outlets == ("herald", "post")


def test_a_long_timeline_holds_little_that_one_report_alone_tells_of_a_day() -> None:
    verbs = (
        "wept sang swam dug slept ran rang sewed sawed knelt rode drew bowed fished hid fell ate"
    )
    places = "Alm Bri Cor Dun Elv Fas Gre Hol Ims Jor Kal Lun Mor Nes Osk Pil Ros"
    told = [
        aground(f"paper-{place}", f"In {place} somebody {verb} on Monday.")
        for place, verb in zip(places.split(), verbs.split(), strict=True)
    ]
    assert 0 < len(timeline(material(*told))) < len(told)


def test_two_sentences_that_name_what_they_date_alike_are_one_happening() -> None:
    text = "Gunmen shot {} at the mayor’s house in Hafen late on Friday, killing a guard."
    one = Told("herald", text.format("their way in")).day("on Friday", "2026-02-27")
    other = Told(
        "post", "Nobody has claimed the shots that were fired at the house on Friday night."
    ).day("on Friday", "2026-02-27")
    assert len(timeline(material(one, other))) == 1


def test_what_the_day_itself_names_tells_of_the_event() -> None:
    headline = "Ferry runs aground off Bud"
    first = Told("herald", "The ferry ran aground off Bud on Monday.", headline=headline, after=1)
    first.day("on Monday", "2026-03-02")
    talk = "The council of the town met its guests and spoke of many other things at length. " * 7
    other = Told("post", f"{talk}Berg lost his job after Monday’s ferry mishap.", headline=headline)
    other.day("Monday", "2026-03-02")
    (found,) = timeline(material(first, other))
    assert len(found.text.citations) == 2


def test_when_a_page_was_amended_is_no_happening() -> None:
    told = Told("herald", "This article was amended on 3 March 2026 to mend a name.")
    assert timeline(material(told.day("3 March 2026", "2026-03-03"))) == ()

"""Hold which day, month or year an expression of time means, seen from its article."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import factories
from twosource.model.acquired import Entry
from twosource.model.annotated import TimeMention
from twosource.model.identity import LanguageCode, Span
from twosource.stages.annotate.times.find import find_times

THURSDAY = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)


def times(
    text: str,
    published: datetime | None = THURSDAY,
    *,
    language: str = "en",
    entries: tuple[Entry, ...] = (),
) -> tuple[TimeMention, ...]:
    """Return the times of a sentence of an article published on a Thursday."""
    page = factories.article(
        text,
        headline="",
        published=published,
        language=LanguageCode(language),
        entries=entries,
    )
    return find_times(page, [Span(start=0, end=len(text))])


def value(text: str, published: datetime | None = THURSDAY) -> str:
    """Return the value of the one time in a sentence."""
    (time,) = times(text, published)
    return time.value


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The ferry sank on Tuesday.", "2026-03-03"),
        ("He resigned Thursday.", "2026-03-05"),
        ("It would pay a third more than Tuesday's closing price.", "2026-03-03"),
        ("It will be raised on Saturday.", "2026-03-07"),
        ("The vote is due on Monday.", "2026-03-09"),
        ("They met last Thursday.", "2026-02-26"),
        ("They meet next Thursday.", "2026-03-12"),
        ("It was postponed until Sunday.", "2026-03-08"),
        ("The crews would not unload seized cargo from Friday.", "2026-03-06"),
        ("He will meet the crew that boarded on Tuesday.", "2026-03-03"),
        ("He will meet the crew rescued on Tuesday.", "2026-03-03"),
        ("It sank yesterday.", "2026-03-04"),
        ("On 28 Feb. it sank.", "2026-02-28"),
        ("Talks will begin on April 7.", "2026-04-07"),
        ("It ordered checks of all the cranes by Monday.", "2026-03-09"),
        ("The pit should have been closed after a fall on 2 March.", "2026-03-02"),
        ("It began on December 12.", "2025-12-12"),
        ("It sank on Tuesday, March 3, 2026.", "2026-03-03"),
        ("It sank on the nineteenth of February.", "2026-02-19"),
        ("Loading takes place on Saturday.", "2026-03-07"),
        ("It sank ten days ago.", "2026-02-23"),
        ("The inquest ends in two weeks' time.", "2026-W12"),
        ("It sank on 2026-03-01.", "2026-03-01"),
        ("It sank on Christmas Day.", "2025-12-25"),
        ("The crew is expected in Oslo on Saturday.", "2026-03-07"),
        ("The service lowered the risk to level three for Friday.", "2026-03-06"),
        ("She apologised for Sunday's fire.", "2026-03-01"),
        ("The firm postponed the launch to Saturday.", "2026-03-07"),
        ("The two sides meet again in Oban on Monday.", "2026-03-09"),
    ],
)
def test_day_is_resolved_by_what_the_sentence_says_of_past_and_future(text: str, day: str) -> None:
    assert value(text) == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sank last week.", "2026-W09"),
        ("It sank this month.", "2026-03"),
        ("It sank in August.", "2025-08"),
        ("It is to be published in May.", "2026-05"),
        ("She expects the rate to reach 3.5 per cent by December.", "2026-12"),
        ("She expects another rise in June.", "2026-06"),
        ("She did not expect layoffs before September.", "2026-09"),
        ("Lenders see the rate at 3.5 per cent by December.", "2026-12"),
        ("Floods had closed 40 roads by December.", "2025-12"),
        ("The captain must finish before Sunday.", "2026-03-08"),
        ("Norway has told the diplomat to leave by Sunday.", "2026-03-08"),
        ("Crews had cleared the road by Sunday.", "2026-03-01"),
        ("The owner has to pay by Sunday.", "2026-03-08"),
        ("The fire has spread to Oban on Sunday.", "2026-03-01"),
        ("Moe told the inquiry he went to the dock before Sunday.", "2026-03-01"),
        ("They met in May 2010.", "2010-05"),
        ("It opened in early December.", "2025-12"),
        ("She left late last July.", "2025-07"),
        ("He faked it last summer.", "2025-SU"),
        ("Prices rise next year.", "2027"),
        ("It sank four years ago.", "2022"),
        ("It grew in the first quarter of 2026.", "2026-Q1"),
        ("It began in the 1990s.", "199"),
        ("It began in the 20th century.", "19"),
        ("Fares are now higher.", "PRESENT_REF"),
        ("It was full at the time.", "PAST_REF"),
        ("The 2010 raid failed.", "2010"),
    ],
)
def test_coarser_dates_stay_as_coarse_as_told(text: str, expected: str) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("It lasted for three days.", "DURATION", "P3D"),
        ("A four-week strike ended.", "DURATION", "P4W"),
        ("It grew over the past two years.", "DURATION", "P2Y"),
        ("It was quiet in recent weeks.", "DURATION", "PXW"),
        ("They meet every Monday.", "SET", "XXXX-WXX-1"),
        ("They meet twice a week.", "SET", "P1W"),
        ("He won in 3:07:35.", "DURATION", "PT3H7M35S"),
        ("It sank on Friday afternoon.", "TIME", "2026-02-27TAF"),
        ("It sank at 15:00 GMT Tuesday.", "TIME", "2026-03-03T15:00"),
    ],
)
def test_lengths_sets_and_hours_are_told_from_dates(text: str, kind: str, expected: str) -> None:
    (time,) = times(text)
    assert (time.type, time.value) == (kind, expected)


def test_a_bare_hour_is_of_a_day_told_near_it_alone() -> None:
    sentences = ("It began on Monday.", "It rained.", "It hailed.", "By noon it was over.")

    def noon(*told: str) -> str:
        page = factories.article(" ".join(told), headline="", published=THURSDAY)
        return find_times(page, [factories.span_of(page, each) for each in told])[-1].value

    assert noon(sentences[0], sentences[-1]) == "2026-03-02T12:00"
    assert noon(*sentences) == "XXXX-XX-XXT12:00"


def test_a_day_of_last_year_is_of_last_year() -> None:
    assert times("The club was stormed on June 12 last year.")[0].value == "2025-06-12"


def test_both_years_of_a_span_are_found() -> None:
    assert [time.value for time in times("The 1957-58 expedition ended.")] == ["1957", "1958"]


def test_following_day_counts_from_the_day_named_before() -> None:
    page = "It sank on Feb. 20. The following day it was raised."
    assert [time.value for time in times(page)] == ["2026-02-20", "2026-02-21"]


def test_late_in_the_day_tomorrows_weekday_may_be_today_in_asia() -> None:
    late = datetime(2026, 3, 5, 22, 20, tzinfo=UTC)
    assert value("It flew over the strait on Friday.", late) == "2026-03-06"
    assert value("It flew over the strait on Friday.", THURSDAY) == "2026-02-27"


def test_without_a_published_day_a_weekday_stays_open_and_yesterday_is_left_out() -> None:
    assert value("It sank on Tuesday.", None) == "XXXX-WXX-2"
    assert value("It sank in August.", None) == "XXXX-08"
    assert times("It sank yesterday, said the crew.", None) == ()


def test_entry_of_a_live_blog_counts_from_its_own_day() -> None:
    entry = Entry(start=0, end=27, at=datetime(2026, 3, 9, 8, 0, tzinfo=UTC))
    (time,) = times("It sank yesterday, he says.", entries=(entry,))
    assert time.value == "2026-03-08"


@pytest.mark.parametrize(
    "text",
    [
        "It may rain and they march on.",
        "Theresa Vale may run.",
        "USA Today reported it.",
        "The 01:12 video shows it.",
        "Some 2000 people came.",
        "The Long March 9 rocket rose.",
        "A second missile fell.",
        "It costs $40 a year.",
        "The Sun Online asked for pictures.",
        "She put up Christmas lights.",
        "He was on The Tonight Show.",
        "They won at Euro 2016.",
        "On 30 February it sank, 31/31/2026.",
    ],
)
def test_words_that_only_look_like_times_are_none(text: str) -> None:
    assert times(text) == ()


def test_day_and_month_in_digits_are_left_alone_where_their_order_is_open() -> None:
    assert times("It sank on 04/03/2026.") == ()
    assert value("It sank on 25/12/2025.") == "2025-12-25"


def test_other_languages_give_dates_in_digits_only() -> None:
    found = times("Am Dienstag, 3.4.2026, im Mai.", language="de")
    assert [time.value for time in found] == ["2026-04-03"]


@given(st.text(max_size=80))
def test_any_text_can_be_read_and_spans_lie_inside_in_order(text: str) -> None:
    body, end = f"{text}.", 0
    for time in times(body):
        assert end <= time.span.start < time.span.end <= len(body)
        end = time.span.end


def test_a_page_dated_to_the_day_alone_may_tell_of_tomorrows_weekday() -> None:
    dated = datetime(2026, 3, 5, tzinfo=UTC)
    assert value("Investigators said Friday that the pump failed.", dated) == "2026-03-06"
    assert value("Investigators said Wednesday that the pump failed.", dated) == "2026-03-04"


def test_what_a_condition_dates_lies_ahead() -> None:
    assert value("If it rains, they have a second try on Saturday.") == "2026-03-07"


def test_a_rough_number_is_no_year() -> None:
    assert times("There may be roughly 2000 planets of this size.") == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The doors closed at two o’clock in the afternoon.", "XXXX-XX-XXT14"),
        ("It was dark by 9 o'clock.", "XXXX-XX-XXT09"),
        ("They met at 10 o'clock at night.", "XXXX-XX-XXT22"),
    ],
)
def test_an_hour_by_the_clock_is_a_time(text: str, wanted: str) -> None:
    assert value(text) == wanted


def test_what_is_expected_by_a_weekday_is_to_come() -> None:
    assert value("The club expected the first instalment of the fee by Monday.") == "2026-03-09"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The bank failed in 2008, same year as its rival.", ["2008"]),
        ("Nine died in May 2019 and 40 that very same month.", ["2019-05"]),
    ],
)
def test_the_same_year_or_month_is_not_the_article_s(text: str, values: list[str]) -> None:
    assert [time.value for time in times(text)] == values


@pytest.mark.parametrize("words", ["the very previous day", "on that previous day"])
def test_the_previous_day_is_the_one_before_the_day_told(words: str) -> None:
    assert value(f"Nine died {words}.") == "XXXX-XX-XX"
    told = "It sank on 3 March and nine died " + words + "."
    assert [time.value for time in times(told)] == ["2026-03-03", "2026-03-02"]


@pytest.mark.parametrize(
    "named",
    [
        "Survivor Jun Tolmin",
        "The mayor, Jan Tolmin",
        "A trader, Jan de Vries",
        "It was Ada and Jan van der Velde",
    ],
)
def test_first_name_that_is_short_for_a_month_is_none(named: str) -> None:
    assert times(f"{named}, a trader, said so.") == ()


@pytest.mark.parametrize(
    ("words", "month"),
    [
        ("In February von Ommen left.", "2026-02"),
        ("In March von der Laan proposed a fund.", "2026-03"),
        ("In May de Ruiter announced the plan.", "2025-05"),
        ("Since April van Loon has not played.", "2025-04"),
        ("In August da Costa was arrested.", "2025-08"),
    ],
)
def test_a_month_before_a_surname_with_particles_is_a_month(words: str, month: str) -> None:
    assert value(words) == month


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("The Left League demanded an election in November.", "2026-11"),
        ("The league had won an election in November.", "2025-11"),
        ("The Left League demanded an inquiry in January.", "2026-01"),
    ],
)
def test_month_still_to_come_is_meant_where_something_is_wanted_in_it(
    text: str, month: str
) -> None:
    assert value(text) == month

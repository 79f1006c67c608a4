from __future__ import annotations

from dataclasses import replace

from tests.stages.reading import read_article
from twosource.model.annotated import Annotated
from twosource.settings import LineageSettings
from twosource.stages import lineage
from twosource.stages.annotate import find_figures
from twosource.stages.lineage.amounts import Converted, converted, rounded
from twosource.stages.lineage.fingerprint import Fingerprint


def page(text: str, outlet: str = "harbour-post") -> Annotated:
    article = read_article(text, "Piers", outlet=outlet)
    return replace(article, figures=find_figures(article.article, article.sentences, ()))


def print_of(text: str) -> Fingerprint:
    return lineage.read(page(text))


def met(one: str, other: str) -> tuple[Converted, ...]:
    return converted(print_of(one).amounts, print_of(other).amounts)


def test_lengths_weights_and_degrees_are_known_in_other_units() -> None:
    one = "The pier is 26 miles off. It is 285 feet long. On Monday it had 88 °F."
    other = "The pier, 87 metres long, is 42 kilometres away and was heated to 31 °C."
    assert {left.gauge[1] for left, _ in met(one, other)} == {"mile", "foot", "fahrenheit"}


def test_another_length_is_no_conversion() -> None:
    assert met("The pier is 26 miles off.", "The pier is 55 kilometres off.") == ()


def test_an_amount_in_a_unit_that_both_use_is_compared_as_it_stands() -> None:
    assert met("It is 26 miles, or 42 km.", "It is 42 kilometres off.") == ()


def test_sums_in_another_currency_are_one_by_a_single_rate() -> None:
    one = "Sales were €412 million after €533 million, the loss €21 million."
    other = "It lost $24 million. Revenue of $478 million followed $618 million."
    assert len(met(one, other)) == 3


def test_sums_that_each_differ_by_another_factor_are_no_conversion_of_each_other() -> None:
    one = "Sales were €412 million after €533 million, the loss €21 million."
    other = "It lost $35 million. Revenue of $478 million followed $710 million."
    assert len({left.value for left, _ in met(one, other)}) == 1


def test_a_rate_that_two_currencies_never_had_converts_nothing() -> None:
    assert met("The pier cost £480,000.", "The pier cost $48 million.") == ()


def test_the_same_digits_with_another_sign_are_no_conversion() -> None:
    assert met("The pier cost C$480,000.", "The pier cost US$480,000.") == ()


REPORT = """\
Ada Holm of the harbour board said on Monday that the pier of Calvera, 285 feet long and built by \
Gus Rhee in 1931, had lost 62 planks in the storm. The repair costs £480,000, of which Tirsk \
Marine pays half.

Divers from Orsund found a crack 900 yards off the beacon of Kessin. Bo Lund, who is 84, told them \
that his father had seen it in 1957, when 26 men worked there."""

ABROAD = """\
A storm has torn 62 boards out of the pier of Calvera, says Ada Holm from the harbour board. It \
is some 87 metres long, and Gus Rhee put it up in 1931. Mending it will cost about $620,000; half \
of the bill goes to Tirsk Marine.

More than 800 metres from Kessin's beacon there is a crack, discovered by divers of Orsund. It is \
an old one: according to Bo Lund, 84, his father saw it in 1957, when the place gave work to 26."""


def test_a_rewording_for_readers_abroad_tells_the_same_figures() -> None:
    report, abroad = page(REPORT, "norwire"), page(ABROAD, "wide-world")
    link = lineage.compare(lineage.read(report), lineage.read(abroad), LineageSettings())
    bare, plain = (lineage.read(replace(each, figures=())) for each in (report, abroad))
    without = lineage.compare(bare, plain, LineageSettings())
    assert link is not None
    assert without is None or without.score < link.score


QUAY = """\
Divers from Tirsk raised 213 amphorae on Monday from the wreck that lies 47 metres below the quay.

Curator Ilse Bramford said that 1,284 visitors had watched the crane lift the first 36 of them.

The dig at Orsund has cost 518,000 crowns since March, the museum wrote in its report of 94 pages.

Joren Alvik, who found the wreck when he was 23, asked that 61 jars be shown at Halden Bay.
"""
ROUNDED = """\
On Monday, divers of Tirsk lifted 200 amphorae from the wreck lying 50 metres under the quay.

Curator Ilse Bramford said 1,300 visitors had seen how the crane raised the first 40 of them.

The Orsund dig has cost 500,000 crowns since March, wrote the museum in its report of 90 pages.

Joren Alvik, finder of the wreck when he was 20, asked that 60 jars be put on show in Halden Bay.
"""


def test_a_number_is_known_again_where_it_is_rounded() -> None:
    one, other = print_of(QUAY), print_of(ROUNDED)
    found = {(left.value, right.value) for left, right in rounded(one.numbers, other.numbers)}
    assert {(213.0, 200.0), (1284.0, 1300.0), (518000.0, 500000.0)} <= found


def test_a_number_that_is_no_rounding_of_another_is_another() -> None:
    one, other = print_of("It cost 518,000 crowns."), print_of("It cost 400,000 crowns.")
    assert rounded(one.numbers, other.numbers) == ()


def test_only_the_numbers_that_one_of_two_rounds_are_one() -> None:
    one, other = print_of("They saw 213, 518 and 60."), print_of("They saw 200, 500 and 61.")
    met = rounded(one.numbers, other.numbers)
    assert {(left.value, right.value) for left, right in met} == {(213.0, 200.0), (518.0, 500.0)}


def test_a_number_that_both_tell_is_rounded_by_neither() -> None:
    one, other = print_of("They saw 213 and 500."), print_of("They saw 200 and 500.")
    ((left, right),) = rounded(one.numbers, other.numbers)
    assert (left.value, right.value) == (213.0, 200.0)


def test_a_year_is_no_rounding_of_another() -> None:
    one, other = print_of("It shut in 1990 and 2020."), print_of("It shut in 1988 and 2024.")
    assert rounded(one.numbers, other.numbers) == ()


def test_a_rewording_that_rounds_all_figures_is_a_copy() -> None:
    assert lineage.compare(print_of(QUAY), lineage.read(page(ROUNDED, "blog")), LineageSettings())


def test_the_same_words_with_other_figures_are_none() -> None:
    text = ROUNDED
    for number, other in {"200": "700", "50 ": "80 ", "1,300": "2,900", "40 ": "70 "}.items():
        text = text.replace(number, other)
    text = text.replace("500,000", "910,000").replace("90 pages", "30 pages")
    found = lineage.compare(print_of(QUAY), lineage.read(page(text, "blog")), LineageSettings())
    assert found is None

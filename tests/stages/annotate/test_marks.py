"""Quotation marks are found in all their forms, and apostrophes are not."""

from __future__ import annotations

import pytest

from twosource.languages import open_language
from twosource.model.identity import LanguageCode
from twosource.settings import AnnotateSettings
from twosource.stages.annotate.marks import cut_to, find_marked

ENGLISH = open_language(LanguageCode("en"), AnnotateSettings()).marks
OTHERS = open_language(LanguageCode("de"), AnnotateSettings()).marks


def marked(text: str, marks: tuple[tuple[str, str], ...] = ENGLISH) -> list[str]:
    return [text[each.start : each.end] for each in find_marked(text, marks)]


@pytest.mark.parametrize(
    "quotation",
    ["“We left,”", '"We left,"', "‘We left,’", "'We left,'", "``We left,''", '"We left,”'],
)
def test_quotation_is_found_with_its_marks(quotation: str) -> None:
    assert marked(f"He said {quotation} and went.") == [quotation]


@pytest.mark.parametrize("quotation", ["„Wir gehen“", "»Wir gehen«", "「船沉了」", "«On part»"])
def test_marks_of_other_languages_are_found(quotation: str) -> None:
    assert marked(f"X: {quotation} Y", OTHERS) == [quotation]
    assert marked(f"X: {quotation} Y") == [quotation]


def test_mark_that_elsewhere_closes_opens_where_nothing_else_does() -> None:
    assert marked("”We sail at six,” said Berg.") == ["”We sail at six,”"]
    assert marked("… and left.” “We sail at six,” said Berg.") == ["“We sail at six,”"]


@pytest.mark.parametrize(
    "text",
    [
        "The crew’s boat and the workers’ rights.",
        "It isn't Berg's.",
        "A 6'2\" sailor.",
        'Two "" and ".".',
    ],
)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    assert marked(text) == []


def test_only_the_outer_of_nested_quotations_is_marked() -> None:
    text = "“He told me ‘go home’ and I went,” she said."
    assert marked(text) == ["“He told me ‘go home’ and I went,”"]


def test_typographic_mark_opens_a_quotation_with_a_blank_behind_it() -> None:
    assert marked("He said: “ We looked at it and left. ” Nobody came.") == [
        "“ We looked at it and left. ”"
    ]


def test_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    first, second = find_marked("“We left.\n\n“We came back,” he said.", ENGLISH)
    assert (first.closed, second.closed, second.goes_on) == (False, True, True)


def test_quotation_is_cut_at_the_borders_of_a_sentence() -> None:
    text = "“We left. We came back.”"
    assert cut_to(find_marked(text, ENGLISH), (10, 24)) == ((0, 14),)

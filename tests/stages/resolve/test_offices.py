"""Who is meant by an office alone is a mention of who holds it, where that is but one."""

from __future__ import annotations

import pytest

from tests.stages.dossier.marked import Told
from twosource.stages.resolve import resolve


def meant(*told: Told) -> list[tuple[str, str]]:
    """Return the words by which somebody without a name beside is meant, and whom they mean."""
    articles = tuple(each.done() for each in told)
    entities, mentions = resolve(articles)
    names = {each.id: each.name for each in entities}
    text = {each.article.id: each.article for each in articles}
    named = {(each.article.id, mark.span) for each in articles for mark in each.mentions}
    return [
        (text[each.article].words(each.span), names[each.entity])
        for each in mentions
        if (each.article, each.span) not in named
    ]


def president(outlet: str, title: str, name: str, rest: str = "came to Stord.") -> Told:
    return Told(outlet, f"{title} {name} {rest}").name(name, title=title)


RUSSIAN = president("herald", "Russian President", "Igor Sokol")


@pytest.mark.parametrize(
    "phrase",
    [
        "The Russian president",
        "The Russian leader",
        "Russia’s president",
        "The president of Russia",
        "The embattled Russian president",
    ],
)
def test_an_office_with_its_state_is_its_holder_in_all_texts_of_a_story(phrase: str) -> None:
    assert meant(RUSSIAN, Told("post", f"{phrase} left.")) == [(phrase, "Igor Sokol")]


@pytest.mark.parametrize(
    "phrase",
    [
        "The former Russian president",
        "The Russian vice president",
        "The Polish president",
        "The president",
        "A Russian president",
        "The Russian president-elect",
        "The president of the club",
        "Igor Sokol is the Russian president",
        "The Russian president, Igor Sokol,",
    ],
)
def test_another_office_or_one_beside_a_name_is_nobody(phrase: str) -> None:
    other = Told("post", f"{phrase} left.")
    if "Igor Sokol" in phrase:
        other.name("Igor Sokol")
    assert meant(RUSSIAN, other) == []


def test_of_two_holders_nobody_is_meant() -> None:
    second = president("news", "Russian President", "Pavel Orlov")
    assert meant(RUSSIAN, second, Told("post", "The Russian president left.")) == []


def test_an_office_without_its_state_is_the_holder_whom_its_article_names() -> None:
    named = Told("post", "Energy Minister Una Holt came. The minister left.")
    named.name("Una Holt", title="Energy Minister")
    elsewhere = Told("news", "The minister left.")
    assert meant(named, elsewhere) == [("The minister", "Una Holt")]


def test_an_unnamed_rival_leaves_the_bare_office_open() -> None:
    text = "Energy Minister Una Holt met the foreign minister. The minister left."
    assert meant(Told("post", text).name("Una Holt", title="Energy Minister")) == []


def test_a_paper_calls_its_own_head_of_state_without_the_state() -> None:
    text = "President Jane Doe met French President Luc Martin. The president smiled."
    both = Told("post", text).name("Jane Doe", title="President")
    both.name("Luc Martin", title="French President")
    assert meant(both) == [("The president", "Jane Doe")]


def test_a_prime_minister_is_not_the_minister() -> None:
    text = "Prime Minister Una Holt came. The minister left. The prime minister stayed."
    told = Told("post", text).name("Una Holt", title="Prime Minister")
    assert meant(told) == [("The prime minister", "Una Holt")]

"""Pages that show nothing until a script has run: their text is read from their own data."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from tests.stages.extract.webpages import BODY, FIRST, SECOND, THIRD, page, read, texts
from twosource.errors import NoBodyError

TITLE = "Ferry runs aground off Hustad"
BLOCKS = [{"type": "text", "content": text} for text in BODY]


def shell(script: str, head: str = "") -> str:
    """Return a page that shows nothing but its script's loading sign."""
    return page(f"<div>Loading</div></article>{script}<article>", head=head).replace(
        f"<h1>{TITLE}</h1>", ""
    )


def data(value: object) -> str:
    """Return a script element of data."""
    return f"<script type='application/json'>{json.dumps(value)}</script>"


def state(value: object, assigned: str = "window.__STATE__ = {};") -> str:
    """Return a script that assigns a value."""
    return f"<script>{assigned.replace('{}', json.dumps(value))}</script>"


def story(blocks: Sequence[object] = BLOCKS, **fields: object) -> Mapping[str, Any]:
    return {
        "site": {"slogan": "All the sea."},
        "story": {"headline": TITLE, "blocks": blocks, **fields},
    }


def test_text_that_stands_in_data_alone_is_read_by_paragraph() -> None:
    assert texts(read(shell(data(story())))) == list(BODY)


@pytest.mark.parametrize(
    "script",
    [
        state(story()),
        state(
            story(), "window.Fusion=window.Fusion||{};".replace("{}", "[]") + "Fusion.content={};"
        ),
        state(json.dumps(story()), "var s = JSON.parse({});"),
        state(story(), "(function(){var a=1;self.state={}})();").replace(
            '"site"', '"a":undefined,"site"'
        ),
        data({"cache": json.dumps(story())}),
    ],
    ids=["assigned", "second assignment", "text of JSON", "undefined", "text inside of data"],
)
def test_data_is_found_in_whatever_way_a_script_is_given_it(script: str) -> None:
    assert texts(read(shell(script))) == list(BODY)


def test_json_in_single_quotation_marks_is_read() -> None:
    written = json.dumps(story()).replace("'", "\\'")
    assert texts(read(shell(f"<script>s = JSON.parse('{written}')</script>"))) == list(BODY)


def test_references_in_a_cache_are_followed_to_what_they_name() -> None:
    cache = {
        "ROOT": {"article": {"__ref": "Article:1"}},
        "Article:1": {"title": TITLE, "body": [{"__ref": "Html:1"}, {"__ref": "Html:2"}]},
        "Html:1": {"html": f"<p>{FIRST}</p><p>{SECOND}</p>"},
        "Html:2": {"html": f"<h2>Dark and wet</h2><p>{THIRD}</p>"},
        "Article:2": {"title": "Tug sold", "lead": f"Before that, {SECOND}"},
    }
    article = read(shell(state(cache)))
    assert texts(article) == [FIRST, SECOND, "Dark and wet", THIRD]
    assert [block.kind for block in article.blocks][2] == "heading"


def test_references_in_a_circle_come_to_an_end() -> None:
    circle = {"A": {"title": TITLE, "text": FIRST * 3, "next": [{"__ref": "A"}] * 50}}
    assert FIRST in read(shell(state(circle))).text


@pytest.mark.parametrize("odd", [{"headline": [TITLE]}, {"type": {"name": 7}}, {"url": None}])
def test_fields_of_unlikely_types_do_no_harm(odd: Mapping[str, object]) -> None:
    held = {"title": TITLE, "story": {**story()["story"], **odd}}
    assert texts(read(shell(data(held)))) == list(BODY)


def test_characters_that_no_page_may_hold_are_left_out() -> None:
    blocks = [*BLOCKS, {"text": "Half a\ud800 sign and\x00 none; it was as dark as night."}]
    assert texts(read(shell(data(story(blocks)))))[:3] == list(BODY)


def test_captions_deck_and_author_of_the_data_are_told_from_its_text() -> None:
    picture = {"type": "image", "caption": "The ferry on the rocks.", "credit": "Bo Ray/Norda"}
    article = read(
        shell(
            data(
                story(
                    [BLOCKS[0], picture, *BLOCKS[1:]],
                    standfirst="Nobody was hurt when both engines failed",
                    authors=[{"name": "Ann Lee"}],
                    publishedAt="2026-03-03T06:30:00Z",
                )
            )
        )
    )
    assert texts(article) == list(BODY)
    assert article.deck == "Nobody was hurt when both engines failed"
    assert article.byline == ("Ann Lee",)
    assert [(part.text, part.credit) for part in article.parts] == [
        ("The ferry on the rocks.", "Bo Ray/Norda")
    ]
    assert article.published is not None
    assert article.published.isoformat() == "2026-03-03T06:30:00+00:00"


def test_forms_and_titles_of_other_articles_in_the_data_are_no_text() -> None:
    others = [
        {"type": "newsletter", "text": "Every tide of the coast in your letter box at six."},
        {"type": "interstitial_link", "content": "Old tug finds a new home", "url": "/tug"},
    ]
    article = read(shell(data(story([*BLOCKS[:2], *others, BLOCKS[2]]))))
    assert texts(article) == list(BODY)
    assert [part.text for part in article.parts if part.kind == "related"] == [
        "Old tug finds a new home"
    ]


def test_data_of_another_article_is_not_taken_for_the_pages_own() -> None:
    other = {"story": {"headline": "Tug sold to a museum", "blocks": BLOCKS}}
    with pytest.raises(NoBodyError):
        read(shell(data(other)))


def test_what_a_page_shows_is_not_replaced_by_its_data() -> None:
    shown = page(
        data(story([{"text": "Another text. " * 40}])) + "".join(f"<p>{t}</p>" for t in BODY * 3)
    )
    assert "Another text" not in read(shown).text


def test_what_is_sold_is_not_read_from_the_data() -> None:
    sold = (
        "<script type='application/ld+json'>"
        f'{{"@type": "NewsArticle", "headline": "{TITLE}", "isAccessibleForFree": false}}</script>'
    )
    with pytest.raises(NoBodyError):
        read(shell(data(story()), head=sold))


def test_no_script_of_the_data_becomes_text() -> None:
    blocks = [{"text": f"<p>{text}</p><script>steal()</script>"} for text in BODY]
    assert texts(read(shell(data(story(blocks)).replace('</script>"', '<\\/script>"')))) == list(
        BODY
    )

"""Headline, deck, dates, byline, section, genre and kind, from markup and from the page itself."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.stages.extract.webpages import BODY, FIRST, page, paragraphs, read
from twosource.stages.extract.markup.byline import clean_names
from twosource.stages.extract.markup.dates import day_in_address, read_time

DECK = "Winchman tells of a deck that came up like a lift in the dark"


def json_ld(fields: str) -> str:
    return f'<script type="application/ld+json">{fields}</script>'


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2026-03-03T21:10:00+01:00", datetime(2026, 3, 3, 20, 10, tzinfo=UTC)),
        ("2026-03-03T20:10:00Z", datetime(2026, 3, 3, 20, 10, tzinfo=UTC)),
        ("2026-03-03", datetime(2026, 3, 3, tzinfo=UTC)),
        ("Tue, 03 Mar 2026 20:10:00 GMT", datetime(2026, 3, 3, 20, 10, tzinfo=UTC)),
        ("March 3, 2026 at 8:10 p.m. EST", datetime(2026, 3, 4, 1, 10, tzinfo=UTC)),
        ("3 de marzo de 2026", datetime(2026, 3, 3, tzinfo=UTC)),
        ("Tuesday 3 March 2026, 06:50 GMT", datetime(2026, 3, 3, 6, 50, tzinfo=UTC)),
        ("2026-03-05 08:30:00 (UTC+8)", datetime(2026, 3, 5, 0, 30, tzinfo=UTC)),
        ("20260303T2010", datetime(2026, 3, 3, 20, 10, tzinfo=UTC)),
        ("1772568600", datetime(2026, 3, 3, 20, 10, tzinfo=UTC)),
        ("1772568600123", datetime(2026, 3, 3, 20, 10, tzinfo=UTC)),
        ("1772568600.25", datetime(2026, 3, 3, 20, 10, tzinfo=UTC)),
        ("31.02.2026", None),
        ("1970-01-01", None),
        ("soon", None),
    ],
)
def test_dates_are_read_in_the_forms_pages_give_them(words: str, moment: datetime | None) -> None:
    assert read_time(words) == moment


def test_date_after_the_page_was_fetched_is_none() -> None:
    assert read_time("2026-03-09", latest=datetime(2026, 3, 5, tzinfo=UTC)) is None


@pytest.mark.parametrize(
    "path", ["/2026/03/03/ferry", "/2026/mar/03/ferry", "/ferry-20260303.html"]
)
def test_day_in_the_address_is_read(path: str) -> None:
    assert day_in_address(f"https://a.example{path}") == datetime(2026, 3, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("By Ann Lee and Bo Ray", ("Ann Lee", "Bo Ray")),
        ("Ann Lee, Bo Ray & Cy Day", ("Ann Lee", "Bo Ray", "Cy Day")),
        ("Von Jo Weber und Ina Roth", ("Jo Weber", "Ina Roth")),
        ("By Ann Lee Political Correspondent", ("Ann Lee",)),
        ("Ann Lee, reporter, Oslo", ("Ann Lee",)),
        ("By Ann Lee | March 3, 2026", ("Ann Lee",)),
        ("ann@harbour-post.example", ()),
        ("admin", ()),
    ],
)
def test_bylines_become_clean_names(written: str, names: tuple[str, ...]) -> None:
    assert clean_names([written]) == names


def test_bold_sentence_above_plain_paragraphs_is_the_deck() -> None:
    lead = f"{DECK}, and what the winds did next."
    article = read(page(f"<p><strong>{lead}</strong></p>{paragraphs(*BODY)}"))
    assert article.deck == lead
    assert article.text == "\n\n".join(BODY)


def test_bold_sentence_among_bold_sentences_is_body() -> None:
    bold = "".join(f"<p><b>{text}</b></p>" for text in BODY)
    assert read(page(bold)).deck is None


def test_short_bold_line_is_deck_where_the_description_says_just_that() -> None:
    head = '<meta name="description" content="A wreck nobody missed.">'
    article = read(page(f"<p><b>A wreck nobody missed.</b></p>{paragraphs(*BODY)}", head=head))
    assert article.deck == "A wreck nobody missed."


def test_dialogue_about_devices_is_no_body() -> None:
    box = paragraphs("You can read this paper on one device at a time, whichever you like best.")
    article = read(page(f"{paragraphs(*BODY)}<section class='dialog'>{box}</section>"))
    assert article.text == "\n\n".join(BODY)


def test_deck_under_the_headline_is_no_body() -> None:
    article = read(page(f"<h2 class='standfirst'>{DECK}</h2>{paragraphs(*BODY)}"))
    assert article.deck == DECK
    assert article.text == "\n\n".join(BODY)


def test_first_paragraph_is_no_deck_though_the_description_repeats_it() -> None:
    head = f'<meta name="description" content="{FIRST}">'
    article = read(page(head=head))
    assert article.deck is None
    assert article.text.startswith(FIRST)


@pytest.mark.parametrize(
    "source",
    [
        '[{"@type": "WebSite"}, {"@type": "NewsArticle",'
        ' "headline": "Ferry runs aground off Hustad", "datePublished": "2026-03-03T06:50:00Z",'
        ' "author": [{"name": "Ann Lee"}]}]',
        '{"@graph": [{"@type": ["NewsArticle"], "headline": "Ferry runs aground off Hustad",'
        ' "datePublished": "2026-03-03T06:50:00Z", "author": {"@id": "#ann"}},'
        ' {"@type": "Person", "@id": "#ann", "name": "Ann Lee"}]}',
        '{"@type": "NewsArticle", "headline": "Ferry runs\naground off Hustad", "datePublished":'
        ' "2026-03-03T06:50:00Z", "author": "By Ann Lee",}',
    ],
    ids=["list", "graph with reference", "broken"],
)
def test_json_ld_is_read_in_every_shape(source: str) -> None:
    article = read(page(head=json_ld(source)))
    assert article.byline == ("Ann Lee",)
    assert article.published == datetime(2026, 3, 3, 6, 50, tzinfo=UTC)


def test_stale_tag_loses_against_page_and_address_that_agree() -> None:
    head = '<meta property="article:published_time" content="2019-01-01T00:00:00Z">'
    dates = "<p class='dates'><time datetime='2026-03-03T06:50:00Z'>3 March</time></p>"
    inside = dates + paragraphs(*BODY)
    article = read(page(inside, head=head), url="https://harbour-post.example/2026/03/03/ferry")
    assert article.published == datetime(2026, 3, 3, 6, 50, tzinfo=UTC)


def test_change_before_publication_is_no_change() -> None:
    head = json_ld(
        '{"@type": "NewsArticle", "headline": "Ferry", "datePublished": "2026-03-03T06:50:00Z",'
        ' "dateModified": "2026-03-03T06:40:00Z"}'
    )
    assert read(page(head=head)).changed is None


def test_house_that_signs_its_own_work_is_no_author() -> None:
    head = json_ld(
        '{"@type": "NewsArticle", "headline": "Ferry", "publisher": {"name": "The Harbour Post"},'
        ' "author": {"@type": "Organization", "name": "The Harbour Post"}}'
    )
    assert read(page(head=head)).byline == ()


def test_section_is_the_last_step_of_the_breadcrumb() -> None:
    crumbs = "<div class='crumbs'><a href='/'>Home</a> › <a href='/sea'>Shipping</a></div>"
    assert read(page(crumbs + paragraphs(*BODY))).section == "Shipping"


@pytest.mark.parametrize(
    ("label", "genre"),
    [
        ("Opinion", "opinion"),
        ("Analysis", "analysis"),
        ("Press release", "press release"),
        ("Paid content", "sponsored"),
        ("Fact check", "fact-check"),
        ("Public opinion", "news"),
    ],
)
def test_genre_is_what_a_whole_label_says(label: str, genre: str) -> None:
    source = page().replace("<h1>", f"<div class='kicker'>{label}</div><h1>")
    article = read(source)
    assert article.genre.name == genre
    assert article.genre.why


def test_genre_of_a_satire_site_is_satire_whatever_the_page_says() -> None:
    head = json_ld('{"@type": "NewsArticle", "headline": "Ferry runs aground off Hustad"}')
    assert read(page(head=head), url="https://mallard.example/a").genre.name == "satire"


def test_entries_of_a_live_blog_have_times_and_headlines() -> None:
    entry = (
        "<div class='live-blog-entry'><time datetime='2026-03-03T0{hour}:00:00Z'>0{hour}:00</time>"
        "<h3>Update {hour}</h3><p>{text}</p></div>"
    )
    inside = "".join(
        entry.format(hour=hour, text=text) for hour, text in zip((6, 5, 4), BODY, strict=True)
    )
    article = read(page(inside))
    assert article.kind == "live blog"
    assert [each.at and each.at.hour for each in article.entries] == [6, 5, 4]
    assert [each.headline for each in article.entries] == ["Update 6", "Update 5", "Update 4"]
    first = article.entries[0]
    assert article.text[first.start : first.end] == f"Update 6\n\n{FIRST}"


ITEM = (
    "<div itemscope itemtype='https://schema.org/NewsArticle'><p>"
    "<span itemprop='author' itemscope itemtype='https://schema.org/Person'>"
    "<span itemprop='name'>Ann Lee</span></span>, "
    "<time itemprop='datePublished' datetime='2026-03-03T21:10:00+01:00'>last night</time>, "
    "<span itemprop='articleSection'>Sea</span></p>"
    f"<div itemprop='articleBody'>{paragraphs(*BODY)}</div></div>"
)


def test_microdata_is_read_where_there_is_no_json_ld() -> None:
    article = read(page(ITEM))
    assert article.byline == ("Ann Lee",)
    assert article.published == datetime(2026, 3, 3, 20, 10, tzinfo=UTC)
    assert article.section == "Sea"


def test_teasers_marked_up_as_articles_are_not_the_page() -> None:
    teaser = (
        "<div itemscope itemtype='https://schema.org/NewsArticle'><a href='/9'>"
        "<span itemprop='headline'>Harbour wall to be rebuilt</span></a>"
        "<meta itemprop='datePublished' content='2019-01-01'></div>"
    )
    article = read(page(f"{ITEM}{teaser}{teaser}"))
    assert article.headline == "Ferry runs aground off Hustad"
    assert article.published == datetime(2026, 3, 3, 20, 10, tzinfo=UTC)


def test_names_alone_above_the_first_paragraph_sign_it() -> None:
    article = read(page(f"<p>Ann Lee/Bo Ray</p>{paragraphs(*BODY)}"))
    assert article.byline == ("Ann Lee", "Bo Ray")
    assert article.text.startswith(FIRST)


@pytest.mark.parametrize(
    "words",
    ["Ann Lee covers the coast for the Post.", "— Ann Lee is our reporter.", "ann@post.example"],
)
def test_last_line_about_the_author_is_no_body(words: str) -> None:
    head = "<meta name='author' content='Ann Lee'>"
    assert read(page(paragraphs(*BODY, words), head=head)).text.endswith(BODY[-1])


def test_person_of_the_authors_name_inside_the_text_stays() -> None:
    words = "Ann Lee is the mate of the ferry, not the reporter of the same name."
    head = "<meta name='author' content='Ann Lee'>"
    assert words in read(page(paragraphs(BODY[0], words, *BODY[1:]), head=head)).text


def test_deck_that_is_called_so_wins_over_a_summary_that_the_page_describes() -> None:
    summary = "The ferry ran aground on Monday and all were saved by helicopter before dawn."
    head = f"<meta name='description' content='{summary}'>"
    inside = f"<div class='summary'>{summary}</div><h2 class='deck'>{DECK}</h2>{paragraphs(*BODY)}"
    assert read(page(inside, head=head)).deck == DECK


def test_short_label_right_above_the_headline_is_the_section() -> None:
    top = "<div class='x1'><span>Press release</span><h1>Ferry runs aground off Hustad</h1></div>"
    source = page(f"</article>{top}<article>{paragraphs(*BODY)}")
    assert read(source.replace("<h1>Ferry", "<h1 hidden>Ferry", 1)).section == "Press release"


def test_house_that_signs_beside_its_reporter_is_no_author() -> None:
    line = "<p>By Ann Lee, The Harbour Post</p>"
    named = "<meta property='og:site_name' content='The Harbour Post'>"
    assert read(page(line + paragraphs(*BODY), head=named)).byline == ("Ann Lee",)

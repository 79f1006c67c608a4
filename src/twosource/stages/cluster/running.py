"""Blank what stands around an article's sentences: labels, a site's notices, links below them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from twosource.model.acquired import Article
from twosource.model.annotated import Annotated
from twosource.model.identity import BODY
from twosource.text.boilerplate import is_boilerplate
from twosource.text.normalize import read_words
from twosource.text.weights import weight

ABOVE_WORDS = 8  # of a label above the report: longer ones are captions, and tell of the event
BELOW_WORDS = 25  # of one below it: another article's headline, a registration
MOST = 0.5  # of a text; else it is a list, or nothing but a notice, and is read as it is
ARTICLES = ("The ", "A ", "An ")  # begin a report's "The advertisement has been out since April"
LINE = re.compile(r"\S(?:.*\S)?")
SITE = re.compile(r"(?P<told>\S+(?: \S+){2,}) [|–—·»-] (?P<site>\S+(?: \S+){0,4})")

Stretch = tuple[int, int]


def running(annotated: Annotated) -> Article:
    """Return the article with blanks in place of what is not of its event.

    Its headline once more above the text, bylines, buttons, pleas to subscribe and headlines of
    other articles are the same whatever happened. They are looked for above the first line of the
    report and below the last; all between stays, and stays in its place. None is taken where a line
    goes on in lower case, as its lines end anywhere. The headline loses the site's name.
    """
    article = annotated.article
    text = article.text
    lines = [each.span() for each in LINE.finditer(text)]
    if not any(text[start].islower() for start, _ in lines):
        around = {*_beside(annotated, lines, ABOVE_WORDS)}
        around |= {*_beside(annotated, reversed(lines), BELOW_WORDS)}
        if sum(end - start for start, end in around) <= MOST * len(text):
            for start, end in around:
                text = text[:start] + " " * (end - start) + text[end:]
    return replace(article, text=text, headline=_without_site(article))


def _beside(annotated: Annotated, lines: Iterable[Stretch], most_words: int) -> Iterator[Stretch]:
    """Yield the labels and notices among lines, up to the first that ends a report's sentence."""
    text = annotated.article.text
    for start, end in lines:
        line = text[start:end]
        if line == annotated.article.headline or _is_label(line, most_words):
            yield start, end
        elif notices := _notices(annotated, start, end):
            yield from notices
        elif not line[-1].isalnum():
            return


def _notices(annotated: Annotated, start: int, end: int) -> list[Stretch]:
    """Return the sentences of a line that are a site's notices, if it begins with one.

    A credit behind a caption stays with it.
    """
    text = annotated.article.text
    told = [s for s in annotated.sentences if s.part == BODY and start <= s.start < end]
    if (
        text[start:end].startswith(ARTICLES)
        or not told
        or not is_boilerplate(text[told[0].start : told[0].end])
    ):
        return []
    return [(s.start, s.end) for s in told if is_boilerplate(text[s.start : s.end])]


def _is_label(line: str, most_words: int) -> bool:
    """Return whether a line is short and ends no sentence; one with digits may give a date."""
    ends = not line[-1].isalnum() or any(map(str.isdigit, line))
    return not ends and len(line.split()) < most_words


def _without_site(article: Article) -> str:
    """Return the headline without what its last dash or bar parts off, if the text tells none."""
    found = SITE.fullmatch(article.headline)
    if found:
        site = {form for form in read_words(found["site"]).forms if weight(form, article.language)}
        if site.isdisjoint(read_words(article.text).forms):
            return found["told"]
    return article.headline

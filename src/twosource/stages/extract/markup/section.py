"""Read under which heading of the paper an article stands, and what it is labelled."""

from __future__ import annotations

import re

from twosource.stages.extract.markup.metadata import Metadata
from twosource.stages.extract.reading import zones
from twosource.stages.extract.reading.lines import Chosen, Line, Reading
from twosource.stages.extract.reading.phrases import is_call
from twosource.stages.extract.reading.words import one_line, squeeze

LEAST = 2  # characters; "TV" is none, "USA" is one
LONGEST = 40  # characters; a longer label is a headline
CRUMBS = re.compile(r"crumb", re.I)
ARROW = re.compile(r"\s?(?:›|»|>>|>)\s?")
NEARBY = 80  # lines above the body in which the breadcrumb stands
ABOVE = 12  # lines above the body's first in which labels stand
NO_LABEL = zones.NAVIGATION | zones.RELATED | zones.BYLINE | zones.ADVERT | zones.SHARE
DAY = re.compile(r"\b(?:19|20)\d\d\b")
SAYS_WHEN = re.compile(r"\d")
NO_SECTIONS = frozenset({"home", "news", "article", "articles", "uncategorized", "start", "live"})


def read_section(metadata: Metadata, chosen: Chosen, headline: int) -> str:
    """Return the section the page names, "" where it names none.

    The label over the headline leads, then the markup, then the last step of the breadcrumb.
    """
    label = _label(chosen.reading, headline)
    beside = _beside_date(chosen, headline)
    kicker = _kicker(chosen.reading, headline)
    told = metadata.said("articleSection") or metadata.tag(
        "article:section", "section", "sailthru.section"
    )
    told = told.split(",")[0].split(">")[-1].split("/")[-1].strip()
    for words in (label, told, _crumb(chosen), kicker, beside):
        if words and len(words) <= LONGEST:
            return one_line(words)
    return ""


def read_labels(chosen: Chosen) -> tuple[str, ...]:
    """Return the short labels near the headline: kicker, section, "Sponsored", "Analysis"."""
    return tuple(
        one_line(line.text)
        for line in chosen.reading.lines[max(0, chosen.first - ABOVE - 8) : chosen.first]
        if len(line.text) <= LONGEST
        and not chosen.reading.zone_of(line)
        & (zones.NAVIGATION | zones.RELATED | zones.FOOTER | zones.HEADLINE)
    )


def _label(reading: Reading, headline: int) -> str:
    for index in range(headline - 1, max(-1, headline - ABOVE), -1):
        line = reading.lines[index]
        place = reading.places[line.place]
        own = place.own | reading.places[max(0, place.parent)].own
        if own & zones.SECTION and _may_be_label(reading, line):
            return line.text
    return ""


def _may_be_label(reading: Reading, line: Line) -> bool:
    return (
        LEAST < len(line.text) <= LONGEST
        and not reading.zone_of(line) & NO_LABEL
        and not is_call(line.text)
        and squeeze(line.text) not in NO_SECTIONS
    )


def _kicker(reading: Reading, headline: int) -> str:
    """Return the short label right above the headline in its own box, whatever it is called."""
    if headline < 1:
        return ""
    above, line = reading.lines[headline - 1], reading.lines[headline]
    hangs = reading.places[reading.places[line.holder].parent].index if line.holder else 0
    beside = above.place == hangs or reading.places[above.place].parent == hangs
    dated = SAYS_WHEN.search(above.text)
    return above.text if beside and hangs and not dated and _may_be_label(reading, above) else ""


def _beside_date(chosen: Chosen, headline: int) -> str:
    """Return the short label beside the date under the headline, as wire pages have it."""
    reading = chosen.reading
    if headline < 0:
        return ""
    dated = {
        _list_of(reading, index)
        for index in range(headline, chosen.first)
        if DAY.search(reading.lines[index].text)
    }
    for index in range(chosen.first - 1, headline, -1):  # the byline stands first
        text = reading.lines[index].text
        if (
            reading.lines[index].tag == "li"
            and _list_of(reading, index) in dated
            and re.match(r"^[A-Z][a-z]+(?: [A-Z&]?[a-z]+)?$", text)
            and not is_call(text)
        ):
            return text
    return ""


def _list_of(reading: Reading, index: int) -> int:
    return reading.places[reading.lines[index].holder].parent


def _crumb(chosen: Chosen) -> str:
    reading = chosen.reading
    crumbs: list[str] = []
    for line in reading.lines[max(0, chosen.first - NEARBY) : chosen.first]:
        place = reading.places[line.place]
        names = f"{place.make} {reading.places[max(0, place.parent)].make}"
        if CRUMBS.search(names) or ARROW.search(line.text):
            crumbs += [step.strip() for step in ARROW.split(line.text)]
    crumbs = [each for each in crumbs if each]
    if crumbs and len(crumbs[-1]) > LONGEST:
        crumbs.pop()  # the article itself
    named = [each for each in crumbs if squeeze(each) not in NO_SECTIONS and len(each) <= LONGEST]
    return named[-1] if named else ""

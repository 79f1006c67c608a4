"""Tell for every place of a page in which boxes it lies, and which are of other articles."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from itertools import islice, pairwise
from typing import Any

from twosource.stages.extract.reading import zones
from twosource.stages.extract.reading.lines import Line, Reading
from twosource.stages.extract.reading.phrases import heads_key_points
from twosource.stages.extract.reading.words import squeeze

SMALL_TYPE = frozenset({"small", "em", "i"})
PICTURE_AND_WORDS = SMALL_TYPE | {"img", "br", "a", "picture", "span", "noscript"}
TELLING = frozenset({"img", "p", "h1", "h2", "h3", "h4", "a", "li", "button", "input"})
PICTURE_DEPTH = 3  # boxes between a picture's box and the line beside it
LEAST_CAPTION, MOST_CAPTION = 12, 250  # characters
LARGEST_CARD = 450  # characters; teasers of other articles are shorter, sections are longer
LEAST_TITLE = 15  # characters of a link; shorter ones are names of sections
LARGEST_DECK = 800  # characters of text; a box named like a deck that holds more is the body's
LEAST_CARDS = 3  # of one make; an article's own linked subheading stands in no box of its own
LEAST_RELEASED = 150  # characters; a gallery's only running text may be the line in its footer
MOST_SIDES = zones.NEVER_BODY & ~(zones.FOOTER | zones.NAVIGATION)
CAPTION_TOGGLE = re.compile(r"^\W*(?:hide|toggle) caption\W*$", re.I)
MOST = 0.5  # share of the page's text from which on a box is no side matter
NEARLY_ALL = 0.8  # the same for boxes named as comments, which may outweigh a short article


def totals(reading: Reading, values: Sequence[float]) -> list[float]:
    """Return for each place the sum of the values of all lines in it."""
    held = [0.0] * len(reading.places)
    for line, value in zip(reading.lines, values, strict=True):
        held[line.place] += value
    for place in reversed(reading.places):
        if place.parent >= 0:
            held[place.parent] += held[place.index]
    return held


def teaser_cards(reading: Reading) -> set[int]:
    """Return the places that each announce another article: a linked title and little else.

    A card is the largest place around a linked title that is still small; it counts when at least
    two more of the same make stand on the page, since an article's own linked subheading stands in
    no box of its own.
    """
    places = reading.places
    size = totals(reading, [len(line.text) for line in reading.lines])
    titles = [line for line in reading.lines if _is_linked_title(line)]
    held = totals(reading, [float(_is_linked_title(line)) for line in reading.lines])
    cards: set[int] = set()
    for line in titles:
        place = places[line.place]
        if place.tag == "p":
            continue
        while (
            place.parent >= 0
            and size[place.parent] <= LARGEST_CARD
            and (held[place.parent] <= 1 or held[place.parent] == held[place.index])
        ):
            place = places[place.parent]
        if place.index != line.holder or place.tag == "li":
            cards.add(place.index)
    makes = Counter((places[card].tag, places[card].make, places[card].depth) for card in cards)
    return {
        card
        for card in cards
        if makes[places[card].tag, places[card].make, places[card].depth] >= LEAST_CARDS
    }


def _is_linked_title(line: Line) -> bool:
    return len(line.text) >= LEAST_TITLE and line.linked >= 0.8 * len(line.text)


def page_zones(reading: Reading, values: Sequence[float], headlines: Collection[str]) -> list[int]:
    """Return for each place the zones it lies in, those of the places around it included.

    Boxes that hold most of the page's text are no side matter whatever they are called; another
    article with which the page goes on below its own is a box of related matter.
    """
    places = reading.places
    held = totals(reading, [value if value > 0 else 0.0 for value in values])
    total = held[0] or 1.0
    of_name: defaultdict[str, float] = defaultdict(float)
    for place in places:
        if place.own & zones.NEVER_BODY:
            of_name[place.make or place.tag] += held[place.index]
    cards = teaser_cards(reading)
    pictured = _picture_boxes(reading) | _toggled_captions(reading)
    points = _key_points(reading)
    around = [0] * len(places)
    for place in places:
        own = place.own
        share = held[place.index] / total
        named = of_name[place.make or place.tag] / total if own & zones.NEVER_BODY else 0.0
        if place.index in cards:
            own |= zones.RELATED | zones.CARD
        if place.index in pictured or (place.tag == "p" and _is_picture_with_words(place.element)):
            own |= zones.CAPTION
        if place.index in points:
            own |= zones.KEYPOINTS
        released = zones.NEVER_BODY if held[place.index] > LEAST_RELEASED else MOST_SIDES
        if max(share, named) > MOST:
            own &= ~(released & ~zones.COMMENTS)
        if share > NEARLY_ALL:
            own &= ~released
        if held[place.index] > LARGEST_DECK:
            own &= ~(zones.DECK | zones.LEAD)
        around[place.index] = own | (around[place.parent] if place.parent >= 0 else 0)
    for index in _next_articles(reading, headlines):
        around[index] |= zones.RELATED
    return around


def _picture_boxes(reading: Reading) -> set[int]:
    """Return the boxes that open with a picture and hold one short line beside it, no link.

    A caption in a box that no name tells. A portrait beside its name would be one too, so boxes
    are left out that any name tells.
    """
    lines_in: Counter[int] = Counter()
    found: dict[int, Line] = {}
    for line in reading.lines:
        for place in islice(reading.upward(line.place), PICTURE_DEPTH):
            lines_in[place.index] += 1
            found[place.index] = line
    boxes: set[int] = set()
    for index, line in found.items():
        place = reading.places[index]
        if lines_in[index] != 1 or place.tag not in ("div", "td") or place.own or line.linked:
            continue
        if LEAST_CAPTION <= len(line.text) <= MOST_CAPTION and line.tag in ("p", "loose"):
            first = next((each.tag for each in place.element.iter() if each.tag in TELLING), None)
            if first == "img":
                boxes.add(index)
    return boxes


def _toggled_captions(reading: Reading) -> set[int]:
    """Return the paragraphs below which the reader can hide them: captions of a slide show."""
    return {
        above.holder
        for above, line in pairwise(reading.lines)
        if CAPTION_TOGGLE.match(line.text) and above.tag == "p"
    }


def _key_points(reading: Reading) -> set[int]:
    """Return the headings and items of lists that say the report once more in a few points."""
    found: set[int] = set()
    heading = -1
    for line in reading.lines:
        if heading >= 0 and line.tag == "li":
            found |= {heading, line.holder}
        else:
            heading = line.holder if heads_key_points(line.text) else -1
    return found


def _is_picture_with_words(paragraph: Any) -> bool:
    """Return whether a paragraph is a picture and words in small or slanted type, nothing else.

    Editors without a field for captions write them so.
    """
    if (paragraph.text or "").strip() or paragraph.find(".//img") is None:
        return False
    return all(
        child.tag in PICTURE_AND_WORDS and not (child.tail or "").strip() for child in paragraph
    ) and any(child.tag in SMALL_TYPE for child in paragraph)


def _next_articles(reading: Reading, headlines: Collection[str]) -> set[int]:
    """Return the places of articles that the page goes on with below its own.

    Each article is an element with a headline of the first order in it. The page's own is the one
    whose headline the markup names; where none is, or several are, nothing is told.
    """
    titles = {squeeze(each) for each in headlines if each}
    titled: dict[int, set[str]] = {}
    for line in reading.lines:
        if reading.places[line.holder].tag == "h1":
            articles = (each for each in reading.upward(line.place) if each.tag == "article")
            if article := next(articles, None):
                titled.setdefault(article.index, set()).add(squeeze(line.text))
    own = [article for article, found in titled.items() if found & titles]
    if len(titled) < 2 or len(own) != 1:
        return set()
    inside = titled.keys() - {each.index for each in reading.upward(own[0])}
    for each in reading.places:  # in page order: what a place lies in stands before it
        if each.parent in inside:
            inside.add(each.index)
    return inside

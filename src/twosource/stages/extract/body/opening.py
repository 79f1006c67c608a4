"""Tell whether the first lines of a text are its deck, and which lines may be one at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.stages.extract.body.values import SENTENCE_END
from twosource.stages.extract.body.witness import Witness
from twosource.stages.extract.markup.byline import is_byline, names_alone
from twosource.stages.extract.reading import zones
from twosource.stages.extract.reading.lines import Line, Reading
from twosource.stages.extract.reading.phrases import is_call, is_caption, is_correction
from twosource.stages.extract.reading.words import squeeze

LEAST, MOST = 20, 600  # characters: shorter ones are labels, longer ones are the article's lead
DATE_OR_BYLINE = re.compile(
    r"^\W*(?:(?:reported|written|story|words|text) by|by|von|par|por|di|door|av|af|od|autor"
    r"|published|updated|posted|stand|publié|publicado)"
    r"\b.{0,80}$|^(?=.{0,90}$).*(?:\d{1,2}[:.h]\d{2}\b|\|\s*published\b)"
    r"|^.{0,60}\b(?:19|20)\d\d\b.{0,12}$|^.{0,12}(?:19|20)\d\d年",
    re.I,
)
LEAST_UNNAMED = 40  # a shorter line under the headline that nothing calls a deck is a kicker
LEAST_BOLD, MOST_BOLD = 60, 250  # characters; shorter is a label or a place, longer a bold lead
LEAST_AROUND_BOLD = 3  # paragraphs: where the next two are bold too, bold is the paper's type


def may_be_deck(line: Line) -> bool:
    """Return whether a line could be a deck by its length and words, wherever it stands."""
    size = len(line.text)
    return (
        LEAST <= size <= MOST
        and line.linked < 0.5 * size
        and not is_call(line.text)
        and not is_caption(line.text)
        and not is_correction(line.text)
        and not DATE_OR_BYLINE.search(line.text)
        and (" " in line.text or line.text > "\u2e80")
    )


def leading(reading: Reading, body: Sequence[int], told: Sequence[str]) -> list[int]:
    """Return the first lines of a text that are called its deck, or set apart and described so."""
    found: list[int] = []
    for index in body[:4]:
        line = reading.lines[index]
        named = (reading.places[line.holder].own | reading.places[line.place].own) & zones.DECK
        apart = (
            line.tag == "h"
            or line.strong > 0.9 * len(line.text)
            or line.text.startswith(("…", "..."))  # "…as villages cry foul" under the headline
        )
        if len(line.text) > MOST or names_alone(line.text):
            break
        if (named and line.tag != "h") or (apart and _told_within(line.text, told)):
            found.append(index)
        else:
            break
    return found


def opens_bold(reading: Reading, body: Sequence[int]) -> bool:
    """Return whether the first paragraph is whole sentences in bold above text that is not bold."""
    if len(body) < LEAST_AROUND_BOLD:
        return False
    first, *others = (reading.lines[index] for index in body[:LEAST_AROUND_BOLD])
    return (
        first.tag == "p"
        and LEAST_BOLD <= len(first.text) <= MOST_BOLD
        and first.strong > 0.9 * len(first.text)
        and SENTENCE_END.search(first.text) is not None
        and not any(line.strong > 0.3 * len(line.text) for line in others)
    )


def is_set_apart(
    reading: Reading, body: Sequence[int], told: Sequence[str], witness: Witness | None
) -> bool:
    """Return whether the first paragraph is in a type of its own and is the page's description.

    Its class is not that of the paragraphs below, and the description does not run on into them,
    as one does that a program cut out of the text; nor does the JSON-LD's articleBody open with
    it. On the pages of extraction-fundus that have no
    other deck this holds 12 times, each time of the deck; by the description alone the deck was
    taken 14 times and the text's own first paragraph 27 times.
    """
    first = reading.lines[body[0]]
    below = [reading.lines[index] for index in body[1:] if reading.lines[index].tag == "p"]
    makes = {reading.places[line.holder].make for line in below[: LEAST_AROUND_BOLD - 1]}
    letters = squeeze(first.text)
    return (
        len(makes) > 0
        and first.tag == "p"
        and reading.places[first.holder].make not in makes
        and may_be_deck(first)
        and not (witness and witness.letters.startswith(letters))
        and any(len(each) > LEAST and letters.startswith(each) for each in told)
    )


def stands_above_byline(reading: Reading, body: Sequence[int]) -> bool:
    """Return whether who wrote the text stands between the body's first line and its second.

    Not in a live blog, where each entry may be signed: its boxes are alike.
    """
    if len(body) < LEAST_AROUND_BOLD or not may_be_deck(reading.lines[body[0]]):
        return False
    first, second = (reading.places[reading.lines[index].holder] for index in body[:2])
    boxes = [reading.places[max(0, each.parent)] for each in (first, second)]
    entries = boxes[0].index != boxes[1].index and boxes[0].make == boxes[1].make != ""
    between = (reading.lines[index] for index in range(body[0] + 1, body[1]))
    return bool(
        not entries
        and (
            len(reading.lines[body[0]].text) >= LEAST_UNNAMED
            or reading.zone_of(reading.lines[body[0]]) & zones.LEAD
        )
        and any(reading.zone_of(line) & zones.BYLINE or is_byline(line.text) for line in between)
    )


def is_described(text: str, told: Sequence[str]) -> bool:
    """Return whether a line says what one of the page's descriptions says, or begins so."""
    letters = squeeze(text)
    return any(
        letters
        and (
            letters == each
            or (len(each) > 25 and (each.startswith(letters[:40]) or letters.startswith(each[:40])))
        )
        for each in told
    )


def _told_within(text: str, told: Sequence[str]) -> bool:
    """Return whether a line that is set apart stands in the description, wherever it begins there.

    A description that is made by a program joins the points of the deck, or loses a drop cap.
    """
    letters = squeeze(text)
    return is_described(text, told) or any(letters[5:45] in each for each in told if letters[5:])

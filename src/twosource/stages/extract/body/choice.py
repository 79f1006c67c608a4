"""Choose which lines of a page are the article's body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from twosource.stages.extract.body.container import belonging, gathered, own_container, repeated
from twosource.stages.extract.body.deck import find_deck
from twosource.stages.extract.body.opening import DATE_OR_BYLINE
from twosource.stages.extract.body.values import LEAST_KEPT, own_value, values_in_place
from twosource.stages.extract.body.witness import Witness, known_lines, share_seen
from twosource.stages.extract.markup.byline import is_byline
from twosource.stages.extract.reading import zones
from twosource.stages.extract.reading.boxes import page_zones
from twosource.stages.extract.reading.lines import Chosen, Line, Reading
from twosource.stages.extract.reading.words import squeeze

TRUSTED = 0.7  # share of the articleBody on the page from which on it decides
LEAST_FOUND = 150  # characters; with fewer, boxes are no longer believed by their names
MOST_ABOVE = 3  # first lines that are looked at: headline, byline, date
LONGEST_DATE = 60  # characters: "17:41 JST, October 13, 2026", "Updated 15.59 | Published 14.14"
LEAST_TITLE = 12  # letters of a headline
MOST_BIOS = 4  # last lines that are looked at: one for each of several authors
BIO = re.compile(
    r"(?:['’]s?\b| (?:is|was|has|writes|covers|reports|joined|works|lives|can|ist|schreibt|arbeitet"
    r"|est|écrit|es|escribe|è|scrive|är|skriver|er|jest|pisze)\b)"
)
ADDRESS = re.compile(r"\S{1,60}@\S{1,60}$")
STILL_BELIEVED = (
    zones.NAVIGATION
    | zones.FOOTER
    | zones.COMMENTS
    | zones.HEADLINE
    | zones.FORM
    | zones.HIDDEN
    | zones.CAPTION
    | zones.NOTICE
    | zones.BYLINE
    | zones.SIGN_UP
    | zones.CARD
)


def choose(
    reading: Reading,
    witness: Witness | None = None,
    headlines: Sequence[str] = (),
    descriptions: Sequence[str] = (),
    authors: Sequence[str] = (),
) -> Chosen:
    """Return the lines that are body and those that are deck.

    `headlines` and `descriptions` are what the page's markup says; a heading that repeats one of
    the headlines is no body, nor are last lines about one of the authors. When next to nothing is
    found, the names of side boxes are put in doubt: some sites call their article "related".
    """
    around = page_zones(reading, [own_value(line) for line in reading.lines], headlines)
    reading = replace(reading, around=around)
    chosen = _chosen(reading, witness, headlines, descriptions, authors)
    if _size(chosen) >= LEAST_FOUND:
        return chosen
    doubted = [zone & ~(zones.NEVER_BODY & ~STILL_BELIEVED) for zone in reading.around]
    reading = replace(reading, around=doubted)
    other = _chosen(reading, witness, headlines, descriptions, authors)
    return other if _size(other) > 2 * _size(chosen) else chosen


def _size(chosen: Chosen) -> int:
    return sum(len(chosen.reading.lines[index].text) for index in chosen.body)


def _chosen(
    reading: Reading,
    witness: Witness | None,
    headlines: Sequence[str],
    descriptions: Sequence[str],
    authors: Sequence[str],
) -> Chosen:
    lines = reading.lines
    known = known_lines(witness, lines)
    trusted = witness is not None and share_seen(witness, lines, known) > TRUSTED
    heard = known if trusted else [False] * len(lines)
    values = values_in_place(reading, heard, headlines)
    start, end = densest(values)
    inside = [index for index in range(start, end) if values[index] >= LEAST_KEPT]
    within = own_container(reading, inside, values)
    body = belonging(reading, gathered(reading, inside, within, values), within, known)
    if trusted:
        body = agreed(lines, body, known)
    body = without_masthead(lines, trimmed(lines, body), headlines)
    body = with_first_heading(reading, body)
    body = without_bios(lines, body, authors)
    deck, body = find_deck(reading, body, headlines, descriptions, witness)
    return Chosen(reading, body, deck)


def densest(values: Sequence[float]) -> tuple[int, int]:
    """Return the stretch of lines whose values sum highest, its end excluded.

    Pasternack and Roth 2009, "Extracting article text from the web with maximum subsequence
    segmentation". A stretch may run over several containers, and a few boxes inside do not end it.
    """
    best, start, end = 0.0, 0, 0
    running, since = 0.0, 0
    for index, value in enumerate(values):
        if running <= 0:
            running, since = 0.0, index
        running += value
        if running > best:
            best, start, end = running, since, index + 1
    return start, end


def with_first_heading(reading: Reading, body: list[int]) -> list[int]:
    """Return the lines with the heading of a live blog's first entry.

    Elsewhere a heading above the first paragraph is a kicker or the headline once more.
    """
    above = body[0] - 1 if body else -1
    if above < 0 or not reading.zone_of(reading.lines[above]) & zones.ENTRY:
        return body
    return [above, *body] if reading.lines[above].tag == "h" else body


def agreed(lines: Sequence[Line], inside: list[int], known: Sequence[bool]) -> list[int]:
    """Return the lines without those the second witness would know if they were body."""
    size = sum(len(lines[index].text) for index in inside) or 1
    told = sum(len(lines[index].text) for index in inside if known[index])
    if told < TRUSTED * size:
        return inside
    return [
        index
        for index in inside
        if known[index] or lines[index].tag in ("h", "li", "cell", "quote")
    ]


def trimmed(lines: Sequence[Line], inside: list[int]) -> list[int]:
    """Return the lines without second printings and without headings that nothing follows."""
    twice = repeated(lines, inside)
    kept = [index for index in inside if index not in twice]
    while kept and lines[kept[0]].tag == "h":  # a kicker, or what stands above the headline
        kept = kept[1:]
    while kept and lines[kept[-1]].tag == "h":
        kept.pop()
    return kept


def without_masthead(lines: Sequence[Line], body: list[int], headlines: Sequence[str]) -> list[int]:
    """Return the lines without the first ones if they are the headline or say "By Ann Lee".

    Pages that are laid out with tables and type alone have no element that tells them.
    """
    titles = [squeeze(each) for each in headlines if each]
    kept = list(body)
    while len(kept) > 1 and len(body) - len(kept) < MOST_ABOVE:
        text = lines[kept[0]].text
        letters = squeeze(text)
        titled = len(letters) >= LEAST_TITLE and any(
            title.startswith(letters) or title.endswith(letters) for title in titles
        )
        dated = (
            len(text) < LONGEST_DATE
            and not text.endswith((".", "?", "!"))
            and DATE_OR_BYLINE.search(text) is not None
        )
        if not titled and not dated and not is_byline(text):
            break
        kept = kept[1:]
    return kept


def without_bios(lines: Sequence[Line], body: list[int], authors: Sequence[str]) -> list[int]:
    """Return the lines without the last ones if they tell who the author is, or only the address.

    "Ann Lee covers the coast" at the end is no part of the report, whatever its box is called.
    """
    names = tuple(author.casefold() for author in authors if " " in author)
    kept = list(body)
    while len(kept) > 1 and len(body) - len(kept) < MOST_BIOS:
        text = lines[kept[-1]].text.lstrip(" —–-*•").casefold()
        named = next((name for name in names if text.startswith(name)), None)
        if not ADDRESS.match(text) and not (named and BIO.match(text[len(named) :])):
            break
        kept.pop()
    return kept

"""Read a page's tree once, from top to bottom, as the list of lines a reader would see."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from twosource.stages.extract.reading import zones
from twosource.stages.extract.reading.box_names import zones_of_names
from twosource.stages.extract.reading.lines import Line, LineTag, Place, Reading
from twosource.stages.extract.reading.phrases import is_hint

_INLINE = """
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp
    small span strike strong sub sup time tt u var bold person org location keyword highlight hl
"""
_UNSEEN = """
    script style noscript template svg math head title meta link iframe object embed applet canvas
    select option input textarea button video audio source track map area img picture hr
    amp-analytics amp-iframe amp-embed datalist progress meter noembed noframes frame frameset
"""
INLINE = frozenset(_INLINE.split())
UNSEEN = frozenset(_UNSEEN.split())
LINE_TAGS: dict[str, LineTag] = {
    "p": "p",
    "li": "li",
    "dd": "li",
    "dt": "li",
    "td": "cell",
    "th": "cell",
    "caption": "cell",
    "blockquote": "quote",
    "pre": "pre",
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "h"),
}
STARTS_A_LINE = (
    zones.CAPTION | zones.CREDIT | zones.HIDDEN | zones.SHARE | zones.SIGN_UP | zones.RELATED
    | zones.ADVERT
)  # an inline element of these zones is no part of the sentence around it  # fmt: skip
TYPES = frozenset({"font", "b", "strong", "i", "em", "big", "small", "u"})
LABELS = zones.SECTION | zones.BYLINE
NAMING = ("class", "id", "itemprop", "data-testid", "data-component")
TABLE_PARTS = frozenset({"tbody", "thead", "tr", "td", "th"})  # their names speak of the data
LONGEST_NAMES = 1_000  # characters; zones of names are remembered from page to page
LEAST_TITLE = 20  # characters; shorter links that touch are a menu or a row of tags
DEEPEST = 200  # nesting beyond what any page needs; below it text is taken without structure
NO_DISPLAY = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


class _Reader:
    """Walks the tree once; a class only because the running line has state."""

    def __init__(self) -> None:
        self.places: list[Place] = []
        self.lines: list[Line] = []
        self.pieces: list[str] = []
        self.linked = 0
        self.strong = 0
        self.address: str | None = None
        self.opens_linked: bool | None = None  # None while only blanks have been said

    def flush(self, place: int, holder: int, tag: LineTag) -> None:
        """End the running line, if there is one."""
        if self.pieces:
            text = " ".join("".join(self.pieces).split())
            if text:
                self.lines.append(
                    Line(
                        text,
                        tag,
                        place,
                        holder,
                        self.linked,
                        self.strong,
                        self.address,
                        bool(self.opens_linked),
                    )
                )
            self.pieces = []
            self.linked = self.strong = 0
            self.address = None
            self.opens_linked = None

    def open(self, element: Any, parent: int, tag: str, own: int) -> int:
        index = len(self.places)
        depth = self.places[parent].depth + 1 if parent >= 0 else 0
        self.places.append(
            Place(index, parent, tag, element.get("class") or "", own, depth, element)
        )
        return index

    def say(self, text: str, link: bool, bold: bool) -> None:
        if link and is_hint(text):
            return
        self.pieces.append(text)
        if self.opens_linked is None and not text.isspace():
            self.opens_linked = link
        if link:
            self.linked += len(text)
        if bold:
            self.strong += len(text)

    def walk(
        self,
        element: Any,
        place: int,
        holder: int,
        tag: LineTag,
        link: bool,
        bold: bool,
        depth: int,
    ) -> None:
        """Take in what stands inside an element whose place is open already."""
        if element.text:
            self.say(element.text, link, bold)
        for child in element:
            name = child.tag
            if not isinstance(name, str):
                pass
            elif name == "br":
                self.line_break(child, place, holder, tag)
            elif name in UNSEEN:
                if name not in ("script", "style"):
                    self.pieces.append(" ")
            else:
                self.enter(child, name, place, holder, tag, link, bold, depth)
            if child.tail:
                self.say(child.tail, link, bold)

    def starts_a_line(self, own: int, place: int, tag: LineTag) -> bool:
        """Return whether an inline element of these zones is no part of the sentence around it.

        A label or a byline parts the line it stands in, but no paragraph and not itself.
        """
        if own & STARTS_A_LINE:
            return True
        labels = own & LABELS
        return bool(labels) and tag == "loose" and not self.places[place].own & labels

    def part_from_neighbour(self, child: Any, name: str) -> None:
        """Say a blank between two elements that touch in the source but not on the screen.

        Scripts write <span>Ann Lee</span><span>Reporter</span>; the style sheet makes the gap.
        """
        before = child.getprevious()
        if before is None or before.tail or before.tag != name or name not in ("span", "a"):
            return
        text = child.text or ""
        if text[:1].isupper() and self.pieces and self.pieces[-1][-1:].islower():
            self.pieces.append(" ")

    def follows_a_title(self, link: Any) -> bool:
        """Return whether a link stands right below another one: a list of titles without marks."""
        before = link.getprevious()
        return (
            before is not None
            and before.tag == "a"
            and not (before.tail or "").strip()
            and self.linked >= LEAST_TITLE
            and len("".join(link.itertext()).strip()) >= LEAST_TITLE
        )

    def line_break(self, element: Any, place: int, holder: int, tag: LineTag) -> None:
        following = element.getnext()
        twice = following is not None and following.tag == "br" and not (element.tail or "").strip()
        if twice or (tag in ("loose", "cell") and _parts_types(element)):
            self.flush(place, holder, tag)
        else:
            self.pieces.append("\n")

    def enter(
        self,
        child: Any,
        name: str,
        place: int,
        holder: int,
        tag: LineTag,
        link: bool,
        bold: bool,
        depth: int,
    ) -> None:
        """Take in an element: inline ones go on with the running line, others begin a new one."""
        attributes = child.attrib
        own = zones.TAG_ZONES.get(name, 0)
        if attributes:
            told = [attributes[name] for name in NAMING if name in attributes]
            names = " ".join(told)[:LONGEST_NAMES]
            if names and name not in TABLE_PARTS:
                own |= zones_of_names(names)
                if name == "a":  # "rollover" on a link is what opens the box, not the box
                    own &= ~zones.HIDDEN
            role = attributes.get("role")
            if role:
                own |= zones.ROLE_ZONES.get(role, 0)
            if "hidden" in attributes or NO_DISPLAY.search(attributes.get("style", "")):
                own |= zones.HIDDEN
        if name in INLINE and not self.starts_a_line(own, place, tag):
            if name == "a" and tag == "loose" and self.follows_a_title(child):
                self.flush(place, holder, tag)
            self.part_from_neighbour(child, name)
            if name == "a":
                link = True
                if self.address is None:
                    self.address = attributes.get("href")
            elif name in ("b", "strong"):
                bold = True
            if depth < DEEPEST:
                self.walk(child, place, holder, tag, link, bold, depth + 1)
            else:
                self.say(" ".join(child.itertext()), link, bold)
            return
        self.flush(place, holder, tag)
        if name == "a":  # one whose own name says that it leads to another article
            link, self.address = True, attributes.get("href")
        inner = self.open(child, place, name, own)
        inner_tag = LINE_TAGS.get(name)
        if depth < DEEPEST:
            if inner_tag:
                self.walk(child, inner, inner, inner_tag, link, bold, depth + 1)
            else:
                self.walk(child, inner, holder, tag, link, bold, depth + 1)
        else:
            self.say(" ".join(child.itertext()), link, bold)
        self.flush(inner, inner if inner_tag else holder, inner_tag or tag)


def _parts_types(line_break: Any) -> bool:
    """Return whether a line break stands between two stretches of different type.

    Where no element says paragraph or headline, size, weight and slant of the type do.
    """
    before, after = line_break.getprevious(), line_break.getnext()
    if before is None or after is None or not {before.tag, after.tag} <= TYPES:
        return False
    between = f"{before.tail or ''}{line_break.tail or ''}".strip()
    return not between and (before.tag, *before.items()) != (after.tag, *after.items())


def read_lines(root: etree._Element) -> Reading:
    """Return the places and lines of a page in page order."""
    body = root.find("body")
    top = body if body is not None else root
    reader = _Reader()
    index = reader.open(top, -1, "body", 0)
    reader.walk(top, index, index, "loose", False, False, 0)
    reader.flush(index, index, "loose")
    return Reading(reader.places, reader.lines)

"""Read a page's tree once, from top to bottom, as the list of lines a reader would see."""

from __future__ import annotations

from typing import Any, NamedTuple

from lxml import etree

from twosource.stages.extract.reading import zones
from twosource.stages.extract.reading.box_names import zones_of
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
    zones.CAPTION
    | zones.CREDIT
    | zones.HIDDEN
    | zones.SHARE
    | zones.SIGN_UP
    | zones.RELATED
    | zones.ADVERT
)  # an inline element of these zones is no part of the sentence around it
TYPES = frozenset({"font", "b", "strong", "i", "em", "big", "small", "u"})
LABELS = zones.SECTION | zones.BYLINE
LEAST_TITLE = 20  # characters; shorter links that touch are a menu or a row of tags
DEEPEST = 200  # nesting beyond what any page needs; below it text is taken without structure


class Setting(NamedTuple):
    """Where on the page words stand, and how they are set."""

    place: int
    holder: int  # the place whose element makes the line: a paragraph, a list item, a headline
    tag: LineTag
    link: bool
    bold: bool
    depth: int  # of elements above


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

    def walk(self, element: Any, inside: Setting) -> None:
        """Take in what stands inside an element whose place is open already."""
        if element.text:
            self.say(element.text, inside.link, inside.bold)
        for child in element:
            name = child.tag
            if not isinstance(name, str):
                pass
            elif name == "br":
                self.line_break(child, inside)
            elif name in UNSEEN:
                if name not in ("script", "style"):
                    self.pieces.append(" ")
            else:
                self.enter(child, name, inside)
            if child.tail:
                self.say(child.tail, inside.link, inside.bold)

    def enter(self, child: Any, name: str, inside: Setting) -> None:
        """Take in an element: inline ones go on with the running line, others begin a new one."""
        own = zones_of(child, name)
        if name in INLINE and not self.starts_a_line(own, inside.place, inside.tag):
            self.go_on(child, name, inside)
        else:
            self.begin(child, name, own, inside)

    def go_on(self, child: Any, name: str, inside: Setting) -> None:
        """Take an inline element into the running line."""
        place, holder, tag, link, bold, depth = inside
        if name == "a" and tag == "loose" and self.follows_a_title(child):
            self.flush(place, holder, tag)
        self.part_from_neighbour(child, name)
        if name == "a":
            link = True
            if self.address is None:
                self.address = child.get("href")
        elif name in ("b", "strong"):
            bold = True
        self.descend(child, Setting(place, holder, tag, link, bold, depth + 1))

    def begin(self, child: Any, name: str, own: int, inside: Setting) -> None:
        """Open a place for an element, and end the running line before and after it."""
        place, holder, tag, link, bold, depth = inside
        self.flush(place, holder, tag)
        if name == "a":  # one whose own name says that it leads to another article
            link, self.address = True, child.get("href")
        inner = self.open(child, place, name, own)
        inner_tag = LINE_TAGS.get(name)
        if inner_tag:
            holder, tag = inner, inner_tag
        self.descend(child, Setting(inner, holder, tag, link, bold, depth + 1))
        self.flush(inner, holder, tag)

    def descend(self, child: Any, inside: Setting) -> None:
        if inside.depth <= DEEPEST:
            self.walk(child, inside)
        else:
            self.say(" ".join(child.itertext()), inside.link, inside.bold)

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

    def line_break(self, element: Any, inside: Setting) -> None:
        following = element.getnext()
        twice = following is not None and following.tag == "br" and not (element.tail or "").strip()
        if twice or (inside.tag in ("loose", "cell") and _parts_types(element)):
            self.flush(inside.place, inside.holder, inside.tag)
        else:
            self.pieces.append("\n")


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
    reader.walk(top, Setting(index, index, "loose", False, False, 0))
    reader.flush(index, index, "loose")
    return Reading(reader.places, reader.lines)

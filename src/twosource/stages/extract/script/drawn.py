"""Draw the page that a script would have drawn from the page's own data, without running it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from lxml import etree

from twosource.stages.extract.body.witness import MARKUP
from twosource.stages.extract.reading import zones
from twosource.stages.extract.reading.box_names import zones_of_names
from twosource.stages.extract.reading.words import squeeze
from twosource.stages.extract.script.story import (
    DEEPEST,
    DENSE_SCRIPT,
    StoryFinder,
    states,
    unpacked,
)

LEAST_LETTERS = 150  # of a story's prose; data with less is a teaser
LEAST_TITLE = 12  # letters of a headline by which a story is known
LONGEST_LINKED = 160  # characters; an object with an address and a shorter text is a link
KINDS = ("type", "kind", "__typename", "component", "blockType", "_type")
ADDRESSES = ("url", "href", "path", "link", "canonical_url", "slug")
# What kind of block an object is, by the element that would hold it.
TAGS = {
    "h2": re.compile(r"^(?:(?:sub|cross|inter)?(?:head(?:er|ing|line)?|title|hed)|h[2-6])$", re.I),
    "blockquote": re.compile(r"quote", re.I),
    "li": re.compile(r"^(?:un)?(?:ordered)?_?-?list", re.I),
}
FIRST_DATE = re.compile(r"^(?!.*(?:updat|modif|expir|valid)).*(?:publi|first|display|date)", re.I)
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
UNSEEN = re.compile(r"^_|^og|seo|meta|twitter|alt(?:text)?$|tracking|analytic|keyword", re.I)
BLOCKS = re.compile(r"<(?:p|div|h[1-6]|ul|ol|blockquote|figure)\b", re.I)
ABOVE = zones.DECK | zones.LEAD | zones.BYLINE | zones.HEADLINE | zones.SECTION

PICTURE = re.compile(r"image|photo|picture|video|gallery|media|figure", re.I)
CREDIT = re.compile(r"credit|photographer|source|copyright|byline|author", re.I)
CAPTIONS = ("caption", "description", "title")
NAMING = ("by", "name", "text")  # the people stand under the first, before their agencies
LONGEST_NAME = 160  # characters
MOST_LOOKED_AT = 60  # values of one picture's credits; references may run in circles

UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NO_NAME = re.compile(r"[^\w-]+")
INNERMOST = 3  # names of a box that are kept


def draw_story(root: etree._Element, headlines: Sequence[str]) -> etree._Element | None:
    """Return a page with the story that stands in the data of this one's scripts.

    None where no object has one of the page's headlines and running text. The keys and kinds of
    the data become the names of boxes, so that captions, forms and titles of other articles are
    told from the body by the same rules as on any page.
    """
    titles = {squeeze(each) for each in headlines}
    titles = {each for each in titles if len(each) >= LEAST_TITLE}
    best, most = None, LEAST_LETTERS - 1
    for state in states(root) if titles else ():
        finder = StoryFinder(state, titles)
        finder.look(state)
        story, letters = finder.story()
        if letters > most:
            best, most = _Drawing(finder, story), letters
    return best.page() if best else None


class _Drawing:
    """Draws one story; a class since references point into the state it was found in."""

    def __init__(self, finder: StoryFinder, story: Mapping[str, Any]) -> None:
        self.finder, self.story = finder, story
        self.drawn: set[str] = set()  # keys of what was referred to; each is drawn once
        self.root = etree.Element("html")
        self.article = put(put(self.root, "body"), "article")
        put(self.article, "h1")

    def page(self) -> etree._Element:
        self.thing(self.story, self.article, "", "p", 0)
        return self.root

    def draw(self, value: Any, box: etree._Element, name: str, tag: str, depth: int) -> None:
        """Draw a value into a box; `name` is the keys it stood under, `tag` holds its texts."""
        key = self.finder.key_of(value)
        if key in self.drawn or depth > DEEPEST:
            return
        if key is not None:
            self.drawn.add(key)
        value = unpacked(self.finder.of_reference(value))
        if isinstance(value, str):
            self.words(value, box, name, tag)
        elif isinstance(value, list):
            for each in value:
                self.draw(each, box, name, tag, depth + 1)
        elif isinstance(value, dict):
            self.thing(value, box, name, tag, depth)

    def thing(
        self, value: Mapping[str, Any], box: etree._Element, name: str, tag: str, depth: int
    ) -> None:
        """Draw an object: a picture, a link to another article, or a box with its fields."""
        kind = next((value[key] for key in KINDS if isinstance(value.get(key), str)), "")
        names = box_names(name, kind)
        inner = put(box, "div")
        inner.set("class", names)
        tag = next((each for each, pattern in TAGS.items() if pattern.search(kind)), tag)
        title = _title_of_link(value, names)
        if is_picture(value, kind):
            draw_picture(value, inner, self.finder.of_reference)
        elif title:
            put(put(inner, tag), "a", title, href=_address(value))
        else:
            for key in sorted(value, key=_stands_below):
                if key not in KINDS and key not in ADDRESSES and not UNSEEN.search(key):
                    self.field(key, value[key], inner, name, tag, depth)

    def field(
        self, key: str, value: Any, box: etree._Element, name: str, tag: str, depth: int
    ) -> None:
        if isinstance(value, str) and MOMENT.match(value):
            if FIRST_DATE.search(key):
                put(box, "time", value, datetime=value)
            return
        if CREDIT.search(key):  # whom a text is credited to, a picture's makers are drawn with it
            key = "byline"
        self.draw(value, box, f"{name} {key}", tag, depth + 1)

    def words(self, words: str, box: etree._Element, name: str, tag: str) -> None:
        """Draw a text: a fragment of a page, or paragraphs that line breaks part."""
        if not _is_read(words):
            return
        if squeeze(words) in self.finder.titles:
            if not self.article.findtext("h1"):
                self.article.remove(self.article[0])
                self.article.insert(0, put(self.article, "h1", words))
        elif BLOCKS.search(words):
            put_html(box, words)
        else:
            for line in words.split("\n"):
                put_html(box, f"<{tag}>{line}</{tag}>", box_names(name))


def _title_of_link(value: Mapping[str, Any], names: str) -> str:
    """Return the title of an object that only leads to another article, "" of any other."""
    if not _address(value) or not ("link" in names or zones_of_names(names) & zones.RELATED):
        return ""
    texts = (each for key, each in value.items() if isinstance(each, str) and key not in ADDRESSES)
    title = next(filter(_is_read, texts), "")
    return MARKUP.sub("", title) if len(title) <= LONGEST_LINKED else ""


def _address(value: Mapping[str, Any]) -> str:
    return next((value[key] for key in ADDRESSES if isinstance(value.get(key), str)), "")


def _is_read(words: str) -> bool:
    """Return whether a text is one for readers: two words or a dense script, no address."""
    text = words.strip()
    return (" " in text or text > DENSE_SCRIPT) and not text.startswith(("http", "/", "#", "data:"))


def _stands_below(key: str) -> bool:
    """Return False of what stands above a body; the rest keeps its order."""
    return not (zones_of_names(box_names(key)) & ABOVE or FIRST_DATE.search(key))


def is_picture(value: Mapping[str, Any], kind: str) -> bool:
    """Return whether an object of this kind is a picture or a film."""
    return "caption" in value or (" " not in kind and PICTURE.search(kind) is not None)


def draw_picture(
    value: Mapping[str, Any], box: etree._Element, resolved: Callable[[Any], Any]
) -> None:
    """Draw a picture's caption and makers into a box; `resolved` follows references."""
    figure = put(box, "figure")
    caption = next((value[key] for key in CAPTIONS if value.get(key)), "")
    if isinstance(caption, str) and " " in caption:
        put(figure, "figcaption", MARKUP.sub("", caption))
    credits = (value[key] for key in value if CREDIT.search(key))
    names = dict.fromkeys(_names_in(credits, resolved))
    if names:
        put(figure, "p", "/".join(names)).set("class", "photo-credit")


def _names_in(credits: Iterable[Any], resolved: Callable[[Any], Any]) -> Iterator[str]:
    """Yield the names in credits of any shape, the people before their agencies."""
    left = list(credits)
    for _ in range(MOST_LOOKED_AT):
        if not left:
            return
        value = resolved(left.pop(0))
        if isinstance(value, str) and 0 < len(value) < LONGEST_NAME:
            yield value
        elif isinstance(value, list):
            left[:0] = value[:MOST_LOOKED_AT]
        elif isinstance(value, dict):
            left[:0] = _naming(value)


def _naming(value: Mapping[str, Any]) -> list[Any]:
    first = [value[key] for key in NAMING if key in value]
    others = [value[key] for key in value if key not in NAMING]
    return [*first, *(each for each in others if isinstance(each, (list, dict)))]


def put(box: etree._Element, tag: str, text: str = "", **attributes: str) -> etree._Element:
    """Return a new last element of a box; characters that no page may hold are left out."""
    element = etree.SubElement(box, tag)
    if text:
        element.text = UNWRITABLE.sub("", text)
    for name, value in attributes.items():
        element.set(name, UNWRITABLE.sub("", value))
    return element


def put_html(box: etree._Element, html: str, names: str = "") -> None:
    """Put the elements of a stretch of HTML into a box, under these names where there are any."""
    written = f"<html><body>{UNWRITABLE.sub('', html)}</body></html>".encode()
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(written, parser=parser)
    body = root.find("body") if root is not None else None
    for element in list(body) if body is not None else ():
        if names:
            element.set("class", names)
        box.append(element)


def box_names(*names: str) -> str:
    """Return keys and kinds as a box's names, the innermost, in the plural and the singular."""
    words = NO_NAME.sub(" ", " ".join(names)).split()[-INNERMOST:]
    return " ".join(dict.fromkeys([*words, *(word.removesuffix("s") for word in words)]))

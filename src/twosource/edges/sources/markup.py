"""Read the XML of feeds, sitemaps and OPML lists, however broken, and resolve nothing in it."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from functools import lru_cache
from html.entities import name2codepoint

from lxml import etree

from twosource.errors import NotAFeedError
from twosource.text.encodings import decoded

MOST_XML_BYTES = 50_000_000  # what a sitemap may have at the most; feeds have a hundredth
OWN_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})
NAMED_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,10});")
DECLARATION = re.compile(r"^<\?xml\b[^>]{0,300}>", re.IGNORECASE)
MOST_NOISE = 5000  # characters of warnings that a server prints before the document
GZIP = b"\x1f\x8b"


def unpacked(data: bytes, address: str) -> bytes:
    """Return the bytes of a file that may be gzip-packed; raises NotAFeedError for a bomb."""
    if not data.startswith(GZIP):
        return data
    try:
        plain = gzip.GzipFile(fileobj=io.BytesIO(data)).read(MOST_XML_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise NotAFeedError(address, f"cannot be unpacked ({error})", "gzip or XML") from error
    if len(plain) > MOST_XML_BYTES:
        raise NotAFeedError(address, f"unpacks to more than {MOST_XML_BYTES:,} bytes", "less")
    return plain


def read_xml(data: bytes, media_type: str, address: str, wanted: str) -> etree._Element:
    """Return the root of an XML document; what is broken in it is passed over.

    No entity is resolved, nothing is loaded, no depth beyond the parser's own is followed. HTML's
    named entities are read as the characters they mean, since feeds use them undeclared; what a
    server has printed before the document is left out. Raises NotAFeedError where nothing of a
    document is there.
    """
    text = NAMED_ENTITY.sub(_numbered, decoded(data, media_type).replace("\0", ""))
    start = text.find("<?xml", 0, MOST_NOISE)
    text = text[start if start >= 0 else max(text.find("<"), 0) :]
    root = _parsed(DECLARATION.sub("", text).encode("utf-8", "replace"))
    if root is None:
        raise NotAFeedError(address, "holds no XML that one could read", wanted)
    return root


def _parsed(data: bytes) -> etree._Element | None:
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _numbered(match: re.Match[str]) -> str:
    name = match.group(1)
    code = None if name in OWN_ENTITIES else name2codepoint.get(name)
    return f"&#{code};" if code else match.group(0)


def local_name(element: etree._Element) -> str:
    """Return an element's name without its namespace, in lower case; "" for what is no element."""
    tag: object = element.tag  # of an unresolved entity it is a function
    return _parted(tag)[1] if isinstance(tag, str) else ""


def namespace(element: etree._Element) -> str:
    """Return the namespace of an element, "" where it has none."""
    tag: object = element.tag
    return _parted(tag)[0] if isinstance(tag, str) else ""


@lru_cache(maxsize=1_000)  # a feed has thousands of elements of a dozen names
def _parted(tag: str) -> tuple[str, str]:
    space, _, name = tag.rpartition("}")
    return space[1:], name.lower()


def own_text(element: etree._Element | None) -> str:
    """Return all text inside an element, on one line; an entity that nobody declared has none."""
    if element is None or not local_name(element):
        return ""
    return " ".join("".join(map(str, element.itertext())).split())

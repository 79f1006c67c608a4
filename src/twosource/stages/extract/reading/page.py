"""Turn the bytes of a page into text and a tree, whatever their encoding and however broken.

Nothing is fetched, no entity of an XML document is resolved and no nesting is too deep.
"""

from __future__ import annotations

import re

from lxml import etree

from twosource.errors import NoBodyError, NotTextError
from twosource.text.encodings import decoded

BINARY_STARTS = {
    b"%PDF-": "a PDF file",
    b"\x89PNG": "a PNG picture",
    b"GIF8": "a GIF picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"PK\x03\x04": "a ZIP archive or an office document (unpack it, or save it as text)",
    b"\x1f\x8b": "gzip-compressed data",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"RIFF": "a media file",
    b"OggS": "a media file",
    b"ID3": "a sound file",
    b"SQLite format 3": "a database",
}
CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+"""
# lxml takes a minute for an element with 200,000 attributes; the most on 439 real pages are 73, and
# 918 in what looks like one where a program on the page compares two numbers.
OVERLOADED = re.compile(rf"(<[a-zA-Z][^\s/<>]*+)(?=[\s/])(?:{_ATTRIBUTE}){{2000,}}+")
MOST_CONTROL_SHARE = 0.02  # text of any encoding has next to none; compressed bytes have 10 %


def decode(body: bytes, media_type: str, url: str) -> str:
    """Return the text of the bytes, with lines ended by one line feed.

    Raises NotTextError for bytes that no encoding makes text of.
    """
    for start, what in BINARY_STARTS.items():
        if body.startswith(start):
            raise NotTextError(url, f"the bytes are {what}, wanted a page or a text")
    text = decoded(body, media_type)
    sample = text[:20_000]
    if sample and len(CONTROL.findall(sample)) > MOST_CONTROL_SHARE * len(sample):
        raise NotTextError(url, "the bytes are no text in any encoding, wanted a page or a text")
    if CONTROL.search(text):
        text = CONTROL.sub("", text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def parse(text: str, url: str) -> etree._Element:
    """Return the tree of a page; comments and processing instructions are left out.

    So are the attributes of an element that has thousands of them. Raises NoBodyError when nothing
    of a page is in it.
    """
    parser = etree.HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        no_network=True,
        huge_tree=True,  # else text nested deeper than 254 elements is lost without a word
    )
    try:
        page = OVERLOADED.sub(r"\1", text).encode("utf-8", "replace")
        root = etree.fromstring(page, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise NoBodyError(url, "the page is empty, wanted an article's text") from error
    if root is None:
        raise NoBodyError(url, "the page is empty, wanted an article's text")
    return root

"""Turn the bytes of a page into text and a tree, whatever their encoding and however broken.

Nothing is fetched, no entity of an XML document is resolved and no nesting is too deep.
"""

from __future__ import annotations

import codecs
import re

from lxml import etree

from twosource.errors import NoBodyError, NotTextError

# Labels that pages give and what browsers read them as (WHATWG Encoding, section 4.2).
READ_AS = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "big5": "big5hkscs",
}
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
META_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w:-]+)""", re.I
)
HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w:-]+)", re.I)
BINARY_STARTS = {
    b"%PDF-": "a PDF file",
    b"\x89PNG": "a PNG picture",
    b"GIF8": "a GIF picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"PK\x03\x04": "a ZIP archive",
    b"\x1f\x8b": "gzip-compressed data",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"RIFF": "a media file",
    b"OggS": "a media file",
    b"ID3": "a sound file",
    b"SQLite format 3": "a database",
}
CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
# What Python puts for a byte that is no UTF-8, and what the Windows code page reads that byte as.
AS_WINDOWS = {
    0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)
}
WRONG = re.compile("[\udc80-\udcff]")
CUT_CHARACTER = re.compile(
    "(?<![\udc80-\udcff])[\udce0-\udcf4][\udc80-\udcbf]{0,2}$|(?<![\udc80-\udcff])[\udcc2-\udcdf]$"
)
ASCII = bytes(range(0x80))
MOST_CONTROL_SHARE = 0.02  # text of any encoding has next to none; compressed bytes have 10 %
MOST_BROKEN_SHARE = 0.1  # of its bytes beyond ASCII that a UTF-8 page may have broken


def decode(body: bytes, media_type: str, url: str) -> str:
    """Return the text of the bytes, with lines ended by one line feed.

    Valid UTF-8 with more than ASCII in it is UTF-8 whatever header and page declare: chance
    does not make it. Else the header, then the page's own declaration, then detection decide.
    Raises NotTextError for bytes that no encoding makes text of.
    """
    for start, what in BINARY_STARTS.items():
        if body.startswith(start):
            raise NotTextError(url, f"the bytes are {what}, wanted a page or a text")
    text = _decoded(body, media_type)
    sample = text[:20_000]
    if sample and len(CONTROL.findall(sample)) > MOST_CONTROL_SHARE * len(sample):
        raise NotTextError(url, "the bytes are no text in any encoding, wanted a page or a text")
    if CONTROL.search(text):
        text = CONTROL.sub("", text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _decoded(body: bytes, media_type: str) -> str:
    for mark, encoding in BYTE_ORDER_MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = [match.group(1) for match in [HEADER_CHARSET.search(media_type)] if match]
    declared += [
        match.group(1).decode("ascii", "replace")
        for match in [META_CHARSET.search(body[:4096])]
        if match
    ]
    mostly = _mostly_utf8(body)
    if mostly is not None:
        return mostly
    for label in declared:
        encoding = READ_AS.get(label.lower(), label)
        try:
            return body.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    from resiliparse.parse.encoding import detect_encoding

    guess = detect_encoding(body[:100_000]) or "utf-8"
    try:
        return body.decode(READ_AS.get(guess.lower(), guess), "replace")
    except LookupError:
        return body.decode("utf-8", "replace")


def _mostly_utf8(body: bytes) -> str | None:
    """Return the text of UTF-8 bytes among which a few are of the Windows code page, or are cut.

    Pages are put together from parts of different encodings. None where too much would be broken.
    """
    text = CUT_CHARACTER.sub("", body.decode("utf-8", "surrogateescape"))
    broken = len(WRONG.findall(text))
    foreign = len(body.translate(None, ASCII))
    if broken > MOST_BROKEN_SHARE * foreign:
        return None
    return text.translate(AS_WINDOWS)


def parse(text: str, url: str) -> etree._Element:
    """Return the tree of a page; comments and processing instructions are left out.

    Raises NoBodyError when nothing of a page is in it.
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
        root = etree.fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise NoBodyError(url, "the page is empty, wanted an article's text") from error
    if root is None:
        raise NoBodyError(url, "the page is empty, wanted an article's text")
    return root

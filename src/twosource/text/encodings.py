"""Turn the bytes of a page or feed into text, whatever encoding they have or claim to have."""

from __future__ import annotations

import codecs
import re

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
# What Python calls an encoding and no page is written in: codes for source texts and host names.
NO_CHARSETS = frozenset(
    {"undefined", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "utf-7"}
)
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# How a document starts in two bytes a character without a mark (XML 1.0, appendix F).
UNMARKED = {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
META_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w:-]+)""", re.I
)
HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w:-]+)", re.I)
# What Python puts for a byte that is no UTF-8, and what the Windows code page reads that byte as.
AS_WINDOWS = {
    0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)
}
WRONG = re.compile("[\udc80-\udcff]")
CUT_CHARACTER = re.compile(
    "(?<![\udc80-\udcff])[\udce0-\udcf4][\udc80-\udcbf]{0,2}$|(?<![\udc80-\udcff])[\udcc2-\udcdf]$"
)
ASCII = bytes(range(0x80))
MOST_BROKEN_SHARE = 0.1  # of its bytes beyond ASCII that a UTF-8 page may have broken


def decoded(body: bytes, media_type: str) -> str:
    """Return the text of the bytes of a page or feed, the byte order mark left out.

    Valid UTF-8 with more than ASCII in it is UTF-8 whatever header and page declare: chance
    does not make it. Else the header, then the document's own declaration, then detection decide;
    what is declared and found to be UTF-8, and is none, is read as of the Windows code page.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    if body[:2] in UNMARKED:
        return body.decode(UNMARKED[body[:2]], "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    mixed, is_mostly_utf8 = _mixed(body)
    if is_mostly_utf8:
        return mixed
    for label in _declared(body, media_type):
        encoding = READ_AS.get(label.lower(), label)
        try:
            if codecs.lookup(encoding).name.replace("_", "-") not in NO_CHARSETS:
                return body.decode(encoding)
        except (LookupError, UnicodeError):
            continue
    return _as_detected(body, mixed)


def _declared(body: bytes, media_type: str) -> list[str]:
    """Return the encodings that header and document name, as they spell them."""
    header, document = HEADER_CHARSET.search(media_type), META_CHARSET.search(body[:4096])
    return [
        *([header.group(1)] if header else ()),
        *([document.group(1).decode("ascii", "replace")] if document else ()),
    ]


def _as_detected(body: bytes, mixed: str) -> str:
    """Return the text in the encoding that its bytes look like, `mixed` where that is UTF-8.

    Which it is not: most likely it is the code page of most editors.
    """
    from resiliparse.parse.encoding import detect_encoding

    guess = detect_encoding(body[:100_000]) or "utf-8"
    if guess.lower() == "utf-8":
        return mixed
    try:
        return body.decode(READ_AS.get(guess.lower(), guess), "replace")
    except LookupError:
        return mixed


def _mixed(body: bytes) -> tuple[str, bool]:
    """Return bytes read as UTF-8, what is none as of the Windows code page; and if that is little.

    Pages are put together from parts of different encodings, and cut in the middle of a character.
    """
    text = CUT_CHARACTER.sub("", body.decode("utf-8", "surrogateescape"))
    broken = len(WRONG.findall(text))
    foreign = len(body.translate(None, ASCII))
    return text.translate(AS_WINDOWS), broken <= MOST_BROKEN_SHARE * foreign

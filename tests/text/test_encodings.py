"""Bytes of feeds and pages become the text that was meant, whatever they declare."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.encodings import decoded

GERMAN = "<p>Der Präsident “grüßt” Łódź – über alles</p>"
PLAIN = "<p>Der Präsident grüßt über alles</p>"
QUOTED = "<p>The plume reached the mayor’s office, and later ’s-Hertogenbosch.</p>"
RUSSIAN = "<p>Президент сказал сегодня в Москве, что паром сидит на мели у самого берега.</p>"


@pytest.mark.parametrize(
    ("body", "media_type", "meant"),
    [
        (GERMAN.encode(), "text/html; charset=iso-8859-1", GERMAN),
        (b"\xef\xbb\xbf" + GERMAN.encode(), "", GERMAN),
        (GERMAN.encode("utf-16"), "text/xml; charset=utf-8", GERMAN),
        (GERMAN.encode("utf-16-le"), "", GERMAN),
        (GERMAN.encode("utf-16-be"), "", GERMAN),
        (PLAIN.encode("cp1252"), "text/xml; charset=utf-8", PLAIN),
        (PLAIN.encode("cp1252"), "text/xml; charset=latin1", PLAIN),
        (QUOTED.encode("cp1252"), "text/html; charset=utf-8", QUOTED),
        (RUSSIAN.encode("cp1251"), "text/xml; charset=windows-1251", RUSSIAN),
        (RUSSIAN.encode("cp1251"), "", RUSSIAN),
        (
            b'<?xml version="1.0" encoding="koi8-r"?>' + RUSSIAN.encode("koi8-r"),
            "",
            '<?xml version="1.0" encoding="koi8-r"?>' + RUSSIAN,
        ),
        ("<p>总统说镕基</p>".encode("gbk"), "text/html; charset=gb2312", "<p>总统说镕基</p>"),
        (PLAIN.encode("cp1252"), "text/html; charset=no-such-thing", PLAIN),
    ],
)
def test_text_is_read_as_it_was_meant(body: bytes, media_type: str, meant: str) -> None:
    assert decoded(body, media_type) == meant


@given(st.binary(max_size=300), st.text(max_size=20))
def test_any_bytes_make_some_text(body: bytes, label: str) -> None:
    decoded(body, f"text/html; charset={label}").encode("utf-8")


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_utf_8_is_read_as_such_whatever_is_declared(text: str) -> None:
    assert decoded(b"\xef\xbb\xbf" + text.encode(), "text/html; charset=cp1251") == text


@pytest.mark.parametrize("label", ["UNDEFINED", "raw_unicode_escape", "utf-7", "idna", "punycode"])
def test_a_code_that_no_page_is_written_in_is_not_believed(label: str) -> None:
    text = decoded(b"R\xe9sum\xe9 \\ud800 +2AA-", f"text/html; charset={label}")
    assert text.encode("utf-8").decode().startswith("R\xe9sum\xe9")

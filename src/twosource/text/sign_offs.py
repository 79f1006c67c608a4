"""Find the line that blog software hangs behind a text, which says where the text stood first."""

from __future__ import annotations

import re

# WordPress writes it in the language of the site: the title, then where the text stood first.
_PHRASES = (
    r"The post\b.{1,300}?\bappeared first on\b",
    r"(?:Der|Dieser) Beitrag\b.{1,300}?\b(?:erschien zuerst|ist zuerst erschienen) auf\b",
    r"L[’']article\b.{1,300}?\best apparu en premier sur\b",
    r"La entrada\b.{1,300}?\b(?:se publicó primero|aparece primero) en\b",
    r"O post\b.{1,300}?\bapareceu primeiro em\b",
    r"L[’']articolo\b.{1,300}?\bproviene da\b",
    r"Het bericht\b.{1,300}?\bverscheen eerst op\b",
)
SIGN_OFF = re.compile(rf"(?:{'|'.join(_PHRASES)})\s*(?P<outlet>\S.{{0,98}})$", re.DOTALL)


def sign_off(text: str) -> re.Match[str] | None:
    """Return the line with which a text ends, its group "outlet" naming where the text stood first.

    None for a text that ends otherwise.
    """
    # The line is short; a search from the start of a long text would try every "The post" in it.
    start = max(0, len(text) - 500)
    return SIGN_OFF.search(text, start)

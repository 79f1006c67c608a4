"""Know a site's standing notices, and the line that blog software hangs behind a text."""

from __future__ import annotations

import re

MOST_WORDS = 45  # a notice is short; a long sentence with such words in it is the article's own
CUES = re.compile(  # of lower case: asked to ignore case it takes four times as long
    r"\b(?:sign(?:ed)? up (?:for|to)|subscri(?:be|ber)s?\b.{0,40}\b(?:newsletter|to)|newsletter"
    r"|all rights reserved|copyright|©|terms (?:of (?:use|service)|and conditions)|privacy policy"
    r"|cookies?\b|(?:click here|tap here|read more|read also|most read|watch live)\b"
    r"|related (?:stories|articles|topics|content)"
    r"|follow (?:us|me|him|her) on|leave a (?:reply|comment)|comment data|reduce spam|log ?in to"
    r"|share this (?:article|story)|may not be (?:published|broadcast|reproduced|redistributed)"
    r"|this (?:story|article|report|material) (?:was|has been|may) .{0,40}\b(?:updated|published"
    r"|generated|syndicated|edited|corrected)|download (?:the|our) app|advertisement|sponsored"
    r"|continue reading|source link|image (?:credit|source|copyright)"
    r"|getty images|(?:your|an) (?:email|e-mail) address|report(?:ing|ed)? by .{3,60}; edit)"
)

# Words that begin so stand in whatever one of the cues finds; "©" is no word.
TELLTALE = tuple(
    """sign subscri newsletter reserved copyright terms privacy cookie click tap read related follow
    leave comment reduce log share published broadcast reproduced redistributed updated generated
    syndicated edit corrected download advertisement sponsored continue watch source image getty
    address""".split()
)
SIGN = "©"


def is_boilerplate(sentence: str) -> bool:
    """Return whether a sentence is one of the notices that news sites set into their texts."""
    return bool(CUES.search(sentence.lower())) and len(sentence.split()) <= MOST_WORDS


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

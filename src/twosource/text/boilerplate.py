"""Know the standing notices that news sites set into their texts."""

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

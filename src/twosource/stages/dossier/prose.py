"""Tell a sentence of running text from a page's furniture, and leave out the dateline before it."""

from __future__ import annotations

import re
from functools import lru_cache

from twosource.model.annotated import Annotated
from twosource.model.identity import BODY, Span
from twosource.text.tabled import words_of

SENTENCES_HELD = 20_000  # several blocks ask of one sentence, and reprints have the same ones
FEWEST_WORDS, MOST_WORDS = 5, 70  # outside, it is a label or a list
LETTERS_A_WORD = 2  # in scripts that leave no space between words

# "OBAN, Scotland, March 4 (Norda) — ", "BRUSSELS, March 4 -- ", "OSLO (Norda) - ", "(Norda) - "
_DATELINE = re.compile(
    r"^[A-ZÀ-Þ]{2}[\w'’.,/ -]{0,58}?(?:\([^)]{2,40}\)\s*)?\s?(?:[—–]|--|(?<=\)) ?-)\s+"
    r"|^(?:[A-ZÀ-Þ][\w'’.-]*,?\s+|\d{1,2},?\s+){1,6}\([A-Z][^)]{1,40}\)\s*(?:[—–:-]|--)\s*"
    r"|^[A-ZÀ-Þ][A-ZÀ-Þ .'’/]{2,30}(?:, [A-ZÀ-Þ][\w. ]{1,30})? - (?=[\"“‘'«]?[A-ZÀ-Þ])"
    r"|^\([A-Z][\w .&/-]{1,30}\)\s*(?:[—–:-]|--)?\s+(?=[\"“‘'«]?[A-ZÀ-Þ])"
)
# "MALMO: ", as papers of Asia and Africa write it; only before all else, since transcripts write
# who speaks in the same way.
_PLACE_AND_COLON = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ .'’/-]{2,30}(?:, [A-ZÀ-Þ][\w. ]{1,30})?: (?=[\"“‘'«]?[A-ZÀ-Þ])"
)
# What a page says of its pictures and to its readers, with a full stop as any sentence.
_PAGE_SPEAKS = re.compile(
    r"(?i)\b(?:in this (?:\w+ )?(?:photo|picture|image|photograph|handout)|file (?:photo|picture)|"
    r"(?:is|are) (?:seen|pictured|shown) (?:in|here|above|below|from|at|on|near|after)|"
    r"pictured (?:here|above|below)|"
    r"getty images|your inbox|(?:our|free|daily) newsletter|thank you for subscribing|"
    r"information from:|click (?:here|below)|hide caption|skip ad\b|not a robot|"
    r"newsletter sign ?up|continue reading the main story|\d+ full screen)|"
    r"^an? (?:\w+ )?(?:photo|picture|image|still)\b|^(?:this|these|the) (?:[\w.,]+ ){0,4}"
    r"(?:photo|picture|image|photograph|video grab)s? (?:shows?|released|taken|made|provided)\b"
)
# "…, Sunday, Dec. 31, 2017, in Seattle.": so only captions give a day; prose would say "on Sunday".
_CAPTION_DATE = re.compile(
    r"(?<!\bon )(?<!\bfor )(?<!\bof )(?<!\bby )(?<!\bfrom )(?<!\buntil )"
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|"
    r"\d{1,2} [A-Z][a-z]{2,8}\.?),? \d{4}(?:,? (?:in|at|near|outside) [^.;]{2,60})?\.\W*$"
)

# A sentence that begins so leans on the one before it.
LEANING = words_of("words-en.toml", "leaning")
_LEANS_BACK = re.compile(r"\b(?:it|its|they|them|their|theirs|these|those|others)\b", re.I)
LEANS_WITHIN = 8  # words: what comes later leans on the sentence's own
_FIRST_PERSON = re.compile(r"\b(?:I(?:['’](?:m|ve|d|ll))?|[Mm]y|[Mm]e|[Ww]e)\b")
_QUOTED = re.compile(r"[\"“«„][^\"“”«»„]*[\"”»“]")
_ENDS = re.compile(r"[.!?…。！？｡।؟۔][\"”’')»\]」』]*$")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]")
_FURNITURE = re.compile(
    r"(?i)^(?:read (?:more|also)|related|watch|listen|sign up|subscribe|photo|image|source link|"
    r"follow us|copyright|all rights reserved|advertisement|click here|share this|published|"
    r"(?:last )?updated|press release|posted|by [A-Z]\S+ [A-Z]\S+$)"
)


_CREDITED = re.compile(
    r"(?i)\b(?:reporting|writing|editing|photo(?:graph)?s?|pictures?|images?|video|graphics?|illustration)"
    r"(?: credit)?(?: by\b|:)[^.\n]*$"
)
# "Mourners carry a coffin. Norda", "… on Saturday. Ada Lund/Norda": behind the last sentence of a
# caption stand only those who made the picture.
_BEHIND_CAPTION = re.compile(
    r"[.!?][\"”’')]* (?:[A-ZÀ-Þ][\w.'’-]*(?:/| via | for | - |, |\s|$)){1,6}$"
)
_CREDIT_LENGTH = 90  # code points before a name; sign-offs name two or three with their towns


def is_credited(text: str, name: Span) -> bool:
    """Return whether who is named in a part made the page: "(Reporting by …)", "Photo: …"."""
    if _CREDITED.search(text, max(0, name.start - _CREDIT_LENGTH), name.start):
        return True
    behind = _BEHIND_CAPTION.search(text) if name.part.startswith("caption") else None
    return behind is not None and behind.start() < name.start


def after_dateline(annotated: Annotated, span: Span) -> Span:
    """Return a sentence of the body without the place, date and agency that open a report."""
    behind = dateline_end(annotated.article.words(span), first=span.start == 0)
    if span.part != BODY or not behind:
        return span
    return Span(part=span.part, start=span.start + behind, end=span.end)


def dateline_end(sentence: str, *, first: bool) -> int:
    """Return where a sentence begins behind place, date and agency; 0 where it has no dateline.

    `first` is whether it opens the body: only there a place may stand before a mere colon.
    """
    found = _DATELINE.match(sentence) or (_PLACE_AND_COLON.match(sentence) if first else None)
    return found.end() if found and found.end() < len(sentence) else 0


def is_prose(annotated: Annotated, span: Span) -> bool:
    """Return whether a stretch is a whole sentence of a paragraph: no heading, label or cut end."""
    text = annotated.article.words(span).strip()
    return (
        FEWEST_WORDS <= length_in_words(text) <= MOST_WORDS
        and ends_as_sentence(text)
        and _in_paragraph(annotated, span)
    )


@lru_cache(maxsize=SENTENCES_HELD)
def ends_as_sentence(text: str) -> bool:
    """Return whether words stand as a sentence does; captions, labels and cut ends do not."""
    furniture = _FURNITURE.match(text) or _PAGE_SPEAKS.search(text) or _CAPTION_DATE.search(text)
    return bool(_ENDS.search(text)) and "\n" not in text and not furniture


def leans(text: str) -> bool:
    """Return whether a sentence opens with a word that leans on the one before it: "He", "But"."""
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    return first.strip("\"“‘'(«„").lower().rstrip(",.") in LEANING


def leans_back(text: str) -> bool:
    """Return whether a sentence speaks of what the one before has named: "a third of it"."""
    opening = " ".join(text.split()[:LEANS_WITHIN])
    return bool(_LEANS_BACK.search(opening))


def speaks_of_itself(text: str) -> bool:
    """Return whether words outside of quotation marks are somebody's own: "I", "my", "we"."""
    return bool(_FIRST_PERSON.search(_QUOTED.sub("", text)))


def length_in_words(text: str) -> int:
    """Return how many words a text has; where none are parted by spaces, about how many."""
    return max(len(text.split()), len(_UNSPACED.findall(text)) // LETTERS_A_WORD)


def _in_paragraph(annotated: Annotated, span: Span) -> bool:
    return span.part == BODY and all(
        block.kind in ("paragraph", "list item", "quote")
        for block in annotated.article.blocks
        if block.start < span.end and span.start < block.end
    )

"""Tell a picture's caption from who took the picture."""

from __future__ import annotations

import re

from twosource.stages.extract.reading.boxes import CAPTION_TOGGLE
from twosource.stages.extract.reading.lines import Reading

CREDIT_AT_END = re.compile(
    r"\s?(?:[(\[](?P<bracket>[^()\[\]]{2,90})[)\]]\.?|"
    r"(?:^|(?<=[\s.|/]))(?:(?:photograph|photo|picture|image|video|credit|foto|bild|"
    r"photo credit|image credit|crédit photo|bildquelle|photographie|imagen|immagine|zdjęcie)s?"
    r"\s?(?::|by\b|©|/)|©|\(c\))\s?(?P<label>[^:]{2,80})"
    r"|\s[/|]\s(?P<slash>[^:.!?]{3,80}))\s*$",
    re.I,
)
BARE_NAMES_AT_END = re.compile(
    r"(?<=[.!?]) (?P<names>[A-ZÀ-Þ][\w.’'-]*(?:[ /&,]+(?:[A-ZÀ-Þ][\w.’'-]*|for|via|of|the)){1,7})$"
)
CREDIT_LABEL = re.compile(
    r"^(?:photograph|photo|picture|image|video|foto|bild)s?(?: credit| source)?\s?(?::|by\b|©)\s?",
    re.I,
)
PICTURE_SOURCE = re.compile(
    r"^\W*(?:image|photo|picture|video) (?:source|credit)\s?[,:]\s*(?P<credit>.{0,80})$", re.I
)
CAPTION_LABEL = re.compile(r"^\W*(?:image|photo|picture|video|media) caption\s?[,:]\s*", re.I)
SLIDES = re.compile(r"^(?:photos|pictures|gallery|in pictures):", re.I)
CREDIT_WORDS = re.compile(
    r"/|\bvia\b|©|\b(?:photo|image|picture|foto|getty|reuters|afp|ap|epa|pool|agency|file|handout|courtesy|"
    r"archive|archiv|dpa|shutterstock|alamy|press|images)\b",
    re.I,
)
CAPTION_ABOVE = 10  # lines above the body in which the lead picture's caption stands
CAPTION_BELOW = 2  # lines below it in which who took the pictures is named
LONGEST_SOURCE = 80  # characters of who made a picture


def split_credit(text: str) -> tuple[str, str | None]:
    """Return a caption and the credit at its end, None where it names none.

    "A ferry. (Ann Lee/AP)" gives "A ferry. (Ann Lee/AP)" and "Ann Lee/AP": the caption stays as
    it stands on the page, so that spans into it hold.
    """
    match = CREDIT_AT_END.search(text)
    if match:
        credit = (match["bracket"] or match["label"] or match["slash"]).strip(" .:©")
        if match["label"] or CREDIT_WORDS.search(credit) or _reads_like_names(credit):
            return text, CREDIT_LABEL.sub("", credit) or None
    bare = BARE_NAMES_AT_END.search(text)
    return text, bare["names"] if bare and CREDIT_WORDS.search(bare["names"]) else None


def _reads_like_names(words: str) -> bool:
    """Return whether words are two to five names: "Ann Lee", "Ann Lee / Norda"."""
    names = re.findall(r"[^\s/|,&]+", words)
    return 1 < len(names) < 6 and all(name[:1].isupper() for name in names)


def bare_credit(text: str) -> str:
    match = CREDIT_AT_END.search(text)
    inner = (match["bracket"] or match["label"] or match["slash"]) if match else text
    return inner.strip(" .:©")


def heads_slides(reading: Reading, index: int) -> bool:
    """Return whether a line is the title of a slide show: "Photos: …" above its first caption."""
    below = reading.lines[index + 2].text if index + 2 < len(reading.lines) else ""
    is_title = SLIDES.match(reading.lines[index].text) is not None
    return is_title and CAPTION_TOGGLE.match(below) is not None


def picture_source(reading: Reading, index: int) -> str | None:
    """Return whom "Image source, Norda" names; the name may stand on the line below its label."""
    match = PICTURE_SOURCE.match(reading.lines[index].text)
    if not match:
        return None
    below = reading.lines[index + 1].text if index + 1 < len(reading.lines) else ""
    return match["credit"] or (below if len(below) <= LONGEST_SOURCE else None)

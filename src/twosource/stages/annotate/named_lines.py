"""Read the lines that name their speaker by form: "THE CHAIR: Go on.", a name behind a dash."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from twosource.languages import Language, NameWords, Said, Stretch
from twosource.places import country_of
from twosource.stages.annotate.marks import Marked
from twosource.text.calendar import is_month

FEWEST_LINES = 3  # fewer labelled lines are subheads, or a colon in running text
LEAST_SHARE = 0.4  # of a text's paragraphs; interviews have an introduction and a note at the end
MOST_LABEL_WORDS = 8  # "Dana Whitlock, chief executive"

_LINE = re.compile(
    r"^(?P<mark>[\"“]?)(?P<speaker>[^\W\d_][^:\n\"“”«»?!]{0,70}?)(?P<of>\s?\([^)\n]{2,40}\))?:[^\S\n]+(?P<words>\S[^\n]*)$"
    r"|^(?P<letter>[QA])\.\s+(?P<answer>\S[^\n]*)$",
    re.MULTILINE,
)
_GOES_ON = re.compile(r"\n+(?P<words>[\"“][^\n(][^\n]*)")

MOST_SIGNED_WORDS = 14  # of a name with the role after it; what is longer goes on telling
MOST_NAME_WORDS = 6

_SIGNED = re.compile(r"\s*(?:[―—–]|--?)\s*(?P<name>[^\W\d_][^\n:;!?\"“”―—]*?)[.,]*[ \t]*(?=\n|$)")
_NAME_ENDS = re.compile(r",| of | in | from | at ")

MOST_SPEAKER_WORDS = 5
LEAST_CONTENT_WORDS = 3
LONGEST_SHORT = 3  # letters of an abbreviation, which has capitals in running text too

_COLON = re.compile(r"(?P<speaker>[^:\"“”'‘]{2,60}?)(?P<colon>:)\s+(?P<content>\S.*\S)")
_MODEL = re.compile(r"-\d+$")  # "VLX-2": a rocket, a disease, a road
# "Harbour Fire: What we know", "Rate Cut: Why the peso fell": a paper explains.
_EXPLAINS = re.compile(r"(?:How|What|When|Where|Why|Who|Here['’]?s)\b|\d+ [Tt]hings\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Words with who is named as their speaker, by their places in the text."""

    speaker: Stretch
    words: Stretch


def transcript_lines(text: str, labels: frozenset[str]) -> tuple[Line, ...]:
    """Return the lines of a text that is a transcript; none where it is running text.

    A text is one when at least three of its paragraphs, and two in five, begin with a capitalised
    label before a colon and some label comes back. `labels` are words that name no speaker
    ("Analysis: …"). Where a transcript is quoted, each line in a mark of its own, a paragraph
    that opens with a mark and without a label goes on with the speaker before.
    """
    found = [
        match
        for match in _LINE.finditer(text)
        if match["letter"] or _is_label(match["speaker"], labels)
    ]
    paragraphs = sum(bool(line.strip()) for line in text.split("\n"))
    names = Counter((match["speaker"] or match["letter"]).split()[-1] for match in found)
    if len(found) < max(FEWEST_LINES, LEAST_SHARE * paragraphs) or len(names) == len(found):
        return ()
    labelled = {match.start() for match in found}
    return tuple(
        Line(speaker=match.span("letter" if match["letter"] else "speaker"), words=words)
        for match in found
        for words in _words_of(match, labelled)
    )


def _words_of(match: re.Match[str], labelled: set[int]) -> Iterator[Stretch]:
    """Yield a line's words, and what goes on with them in the next quoted paragraphs."""
    yield match.span("answer" if match["letter"] else "words")
    more = _GOES_ON.match(match.string, match.end()) if match["mark"] else None
    while more and more.start("words") not in labelled:
        yield more.span("words")
        more = _GOES_ON.match(match.string, more.end())


def _is_label(speaker: str, labels: frozenset[str]) -> bool:
    name = speaker.partition(",")[0].split()
    return (
        len(speaker.split()) <= MOST_LABEL_WORDS
        and not {word.lower() for word in name} & labels
        and name[0][0].isupper()
        and not (is_month(name[0]) and name[-1].isdigit())  # "October 13, 2016: the girls are free"
        and (len(name) <= 2 or name[-1][0].isupper() or speaker.isupper())
    )


def signed_lines(text: str, marks: Iterable[Marked], words: NameWords) -> Iterator[Line]:
    """Yield the quotations that make up a paragraph with the name that signs them.

    In running text a dash only goes on, so the quotation must open its paragraph and the name
    must end it; all words of the name have capitals.
    """
    for mark in marks:
        opens = not text[: mark.start].rpartition("\n")[2].strip()
        found = _SIGNED.match(text, mark.end) if opens and mark.closed else None
        if found and _is_name(found["name"], words):
            yield Line(speaker=found.span("name"), words=(mark.start, mark.end))


def _is_name(signed: str, words: NameWords) -> bool:
    name = _NAME_ENDS.split(signed)[0].split()
    return (
        len(signed.split()) <= MOST_SIGNED_WORDS
        and len(name) <= MOST_NAME_WORDS
        and name[0] not in words.no_names
        and all(word[0].isupper() or word in words.joints | words.particles for word in name)
    )


def region(line: Line) -> Stretch:
    """Return the stretch of text that a line takes up, speaker and words."""
    return min(line.speaker[0], line.words[0]), max(line.speaker[1], line.words[1])


def said_by_colon(headline: str, language: Language) -> Said | None:
    """Return what a headline lets somebody say by a colon; None for a label or a subject.

    "Exclusive: …" and "Brexit deal: what we know" are no speakers: the words before the colon
    must all be capitalised, at most five, none of them a label of the trade, and the last none for
    what happens ("Harbour Fire: …"). "Norway: nine dead in ferry fire" tells where; a state that
    speaks is called by its capital. "LIGHTS OUT: City goes dark" has a pun for a label; "UK PM: …"
    has none.
    """
    found = _COLON.fullmatch(headline.strip())
    if not found:
        return None
    speaker = found["speaker"].split()
    if len(speaker) > MOST_SPEAKER_WORDS or len(found["content"].split()) < LEAST_CONTENT_WORDS:
        return None
    words = [word.lower() for word in speaker]
    if not all(word[0].isupper() for word in speaker) or not language.labels.isdisjoint(words):
        return None
    if words[-1] in language.happenings or _EXPLAINS.match(found["content"]):
        return None
    shouted = found["speaker"].isupper() and not found["content"].isupper()
    pun = shouted and len(speaker) > 1 and max(map(len, speaker)) > LONGEST_SHORT
    if pun or country_of(found["speaker"]) is not None or _MODEL.search(found["speaker"]):
        return None
    shift = len(headline) - len(headline.lstrip())
    return Said(
        content=((found.start("content") + shift, found.end("content") + shift),),
        speaker=(found.start("speaker") + shift, found.end("speaker") + shift),
        cue=(found.start("colon") + shift, found.end("colon") + shift),
    )

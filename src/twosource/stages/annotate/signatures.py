"""Read who signs a quotation with a name behind a dash: `"We shall sail." - Anna Berg`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from twosource.languages import NameWords, Stretch
from twosource.stages.annotate.marks import Marked
from twosource.stages.annotate.transcripts import Line

MOST_WORDS = 14  # of a name with the role after it; what is longer goes on telling
MOST_NAME_WORDS = 6

_SIGNED = re.compile(r"\s*(?:[―—–]|--?)\s*(?P<name>[^\W\d_][^\n:;!?\"“”―—]*?)[.,]*[ \t]*(?=\n|$)")
_NAME_ENDS = re.compile(r",| of | in | from | at ")


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
        len(signed.split()) <= MOST_WORDS
        and len(name) <= MOST_NAME_WORDS
        and name[0] not in words.no_names
        and all(word[0].isupper() or word in words.joints | words.particles for word in name)
    )


def region(line: Line) -> Stretch:
    """Return the stretch of text that a line takes up, speaker and words."""
    return min(line.speaker[0], line.words[0]), max(line.speaker[1], line.words[1])

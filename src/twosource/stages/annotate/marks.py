"""Find what stands in quotation marks, however written, and wherever they are left open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.languages import Stretch

_PARAGRAPH = re.compile(r"[^\n]+")
_SINGLE = frozenset("'‘’‚‹›»”")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A stretch in quotation marks, the marks included."""

    start: int
    end: int
    closed: bool  # False where the paragraph ends before the closing mark
    goes_on: bool = False  # opens the next paragraph of a quotation that was left open


def find_marked(text: str, marks: Sequence[tuple[str, str]]) -> tuple[Marked, ...]:
    """Return the outermost quotations of a text, in order.

    A quotation never outlasts its paragraph; one left open there and opened anew in the next is
    marked as going on. Apostrophes, inches, a closing mark without an opening one and marks with no
    word between them are none.
    """
    found: list[Marked] = []
    for paragraph in _PARAGRAPH.finditer(text):
        in_line = list(_in_paragraph(text, paragraph.start(), paragraph.end(), marks))
        if in_line and found and not found[-1].closed and in_line[0].start == paragraph.start():
            first = in_line[0]
            in_line[0] = Marked(start=first.start, end=first.end, closed=first.closed, goes_on=True)
        found.extend(in_line)
    return tuple(found)


def _in_paragraph(
    text: str, begin: int, end: int, marks: Sequence[tuple[str, str]]
) -> Iterator[Marked]:
    openers = _any_of(frozenset(pair[0] for pair in marks) - _only_closing(text[begin:end]))
    at = begin
    while (found := openers.search(text, at, end)) is not None:
        at, opener = found.start(), found[0]
        if not _opens(text, at, begin, opener):
            at += 1
            continue
        closers = frozenset(pair[1] for pair in marks if pair[0] == opener)
        close = _closing(text, found.end(), end, closers)
        if close is not None:
            if any(map(str.isalnum, text[at:close])):
                yield Marked(start=at, end=close, closed=True)
            at = close
        elif opener not in _SINGLE:
            yield Marked(start=at, end=end, closed=False)
            at = end
        else:
            at += 1


def _only_closing(paragraph: str) -> set[str]:
    """Return ” where “ opens or one of them stands alone; Swedes and Finns open with ” too."""
    return {"”"} if "“" in paragraph or paragraph.count("”") % 2 else set()


@cache
def _any_of(marks: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(marks, key=lambda m: (-len(m), m)))))


def _opens(text: str, at: int, begin: int, opener: str) -> bool:
    before = text[at - 1] if at > begin else " "
    after = text[at + len(opener) : at + len(opener) + 1]
    if not after or (after.isspace() and opener not in "«„“"):
        return False  # French writes a space inside its marks, and so do texts put together anew
    if opener in _SINGLE and after.isdigit():
        return False  # "the class of ’08"
    if opener in ('"', "'", "‘", "”", "’", "»"):
        return not (before.isalnum() or before in ".,!?%")
    return True


def _closing(text: str, at: int, end: int, closers: frozenset[str]) -> int | None:
    """Return where the quotation's closing mark ends; None where the paragraph has none."""
    for found in _any_of(closers).finditer(text, at, end):
        if _closes(text, found.start(), end, found[0]):
            return found.end()
    return None


def _closes(text: str, at: int, end: int, mark: str) -> bool:
    before = text[at - 1]
    after = text[at + len(mark)] if at + len(mark) < end else " "
    if mark in ("’", "'", "‘"):
        # "don’t" and "workers’ rights" close nothing; "… rights.’ He" and "’ said" do
        return not after.isalnum() and (before in ".,?!…" or before != "s" or after in ".,;:")
    if mark == '"':
        return not (before.isspace() and after.isalnum())
    return True


def cut_to(marked: Sequence[Marked], sentence: Stretch) -> tuple[Stretch, ...]:
    """Return the quotations of a sentence, cut at its borders and counted from its start."""
    start, end = sentence
    return tuple(
        (max(each.start, start) - start, min(each.end, end) - start)
        for each in marked
        if each.start < end and start < each.end
    )

"""Set words in lines of a fixed width for a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache


def wrapped(words: str, width: int, indent: str = "", hanging: str | None = None) -> str:
    """Return words in lines of at most `width` columns, the lines after the first at `hanging`.

    Wide characters (Chinese, Korean) take two columns and marks that combine take none; a word
    longer than a line is cut. `hanging` is `indent` by default.
    """
    after = indent if hanging is None else hanging
    lines: list[str] = []
    line = ""
    for word, cut in _pieces(words.split(), width - max(columns(indent), columns(after))):
        start = indent if not lines else after
        if line and (cut or columns(start) + columns(line) + 1 + columns(word) > width):
            lines.append(start + line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    lines.append((indent if not lines else after) + line)
    return "\n".join(lines)


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return len(text) if text.isascii() else sum(map(_width, text))


@cache
def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Me", "Mn"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _pieces(words: list[str], width: int) -> Iterator[tuple[str, bool]]:
    """Yield each word in pieces that fit a line, and whether it goes on with the one before."""
    for word in words:
        if columns(word) <= width:
            yield word, False
            continue
        piece, taken, cut = "", 0, False
        for character in word:
            if taken + _width(character) > width:
                yield piece, cut
                piece, taken, cut = "", 0, True
            piece += character
            taken += _width(character)
        yield piece, cut

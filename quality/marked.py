"""Read texts in which people have marked by hand who says what, and take the marks out again.

The marks are explained in `quality/said/README.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from twosource.model.annotated import QuoteKind, Sense
from twosource.model.identity import BODY, HEADLINE, PartName

Place = tuple[PartName, int]
"""A letter of a text: the part it stands in and its offset there."""

_MARK = re.compile(r"\[(?P<role>[SCDMI])(?P<number>\d+)(?P<sense>[-?~^])?(?P<nobody>!)? ?|\]")
_MEANT = re.compile(r"=(?P<meant>[^\[\]]+)$")
_KINDS: dict[str, QuoteKind] = {"D": "direct", "M": "mixed", "I": "indirect"}
_SENSES: dict[str, Sense] = {"-": "denied", "?": "asked", "~": "supposed", "^": "unsaid"}


@dataclass(slots=True)
class Labelled:
    """One statement as it is labelled, as letters of the text."""

    kind: QuoteKind = "indirect"
    sense: Sense = "asserted"
    nobody: bool = False  # the text names no speaker, not even before
    content: set[Place] = field(default_factory=set)
    speaker: set[Place] = field(default_factory=set)
    cue: set[Place] = field(default_factory=set)
    meant: str = ""  # whom a pronoun means; "" where the speaker is no pronoun or nobody knows


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedText:
    """A text without its marks, and the statements they told."""

    id: str
    topic: str
    style: str
    parts: dict[PartName, str]  # headline ("" where there is none) and body
    told: tuple[Labelled, ...]


def marked_texts(folder: Path) -> list[MarkedText]:
    """Return all texts of a folder's files, in the order of the files' names."""
    return [
        text
        for file in sorted(folder.glob("*.txt"))
        for text in _texts_of(file.read_text(encoding="utf-8"))
    ]


def _texts_of(file: str) -> Iterator[MarkedText]:
    for text in re.split(r"^## ", file, flags=re.MULTILINE)[1:]:
        head, *lines = text.strip().split("\n")
        name, topic, style = (each.strip() for each in head.split("|"))
        headlines = [line[1:].strip() for line in lines if line.startswith("=")]
        body = [line.strip() for line in lines if line.strip() and not line.startswith("=")]
        told: dict[int, Labelled] = {}
        parts = {
            HEADLINE: _without_marks("\n".join(headlines), HEADLINE, told, name),
            BODY: _without_marks("\n\n".join(body), BODY, told, name),
        }
        _hand_on_speakers(told)
        yield MarkedText(
            id=name,
            topic=topic,
            style=style,
            parts=parts,
            told=tuple(told[number] for number in sorted(told)),
        )


def _without_marks(marked: str, part: PartName, told: dict[int, Labelled], name: str) -> str:
    plain, at = "", 0
    open_marks: list[tuple[str, Labelled, int]] = []
    for mark in _MARK.finditer(marked):
        plain, at = plain + marked[at : mark.start()], mark.end()
        if mark["role"]:
            labelled = told.setdefault(int(mark["number"]), Labelled())
            if mark["role"] in _KINDS:
                labelled.kind = _KINDS[mark["role"]]
                labelled.nobody = bool(mark["nobody"])
                labelled.sense = _SENSES.get(mark["sense"] or "", "asserted")
            open_marks.append((mark["role"], labelled, len(plain)))
            continue
        if not open_marks:
            raise ValueError(f"{name}: a mark is closed that was not opened: …{plain[-40:]}]")
        role, labelled, start = open_marks.pop()
        meant = _MEANT.search(plain, start)
        if role == "S" and meant:
            labelled.meant, plain = meant["meant"], plain[: meant.start()]
        held = {"S": labelled.speaker, "C": labelled.cue}.get(role, labelled.content)
        held |= {(part, i) for i in range(start, len(plain)) if plain[i].isalnum()}
    if open_marks:
        raise ValueError(f"{name}: a mark stays open: {open_marks[-1][0]} at …{plain[-60:]}")
    return plain + marked[at:]


def _hand_on_speakers(told: dict[int, Labelled]) -> None:
    """Give a statement without speaker of its own the speaker of the one numbered before it."""
    for number in sorted(told):
        before = told.get(number - 1)
        if not told[number].speaker and before and not told[number].nobody:
            told[number].speaker, told[number].meant = set(before.speaker), before.meant

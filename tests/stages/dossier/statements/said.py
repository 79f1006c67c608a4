"""What somebody says on the quay, and the statements that are told of it."""

from __future__ import annotations

from typing import Any

from tests.stages.dossier.marked import Told
from twosource.model.dossier import Statement
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.cite import citer
from twosource.stages.dossier.statements.group import group_statements

FULL = "“We have counted three times and nobody on this ship is missing,”"


def statements(of: StoryMaterial) -> tuple[Statement, ...]:
    return group_statements(of, citer(of))


def says(name: str, words: str, speaker: str = "Eirik Moen", **fields: Any) -> Told:
    told = Told(name, f"{words} {speaker} said on the quay.", **fields)
    return told.name(speaker).quote(words, by=speaker)

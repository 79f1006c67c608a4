"""One claim by itself, as text: how it is borne out, and every passage that carries it."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.exports.citations import citations_in
from twosource.exports.columns import wrapped
from twosource.exports.dates import day_of
from twosource.exports.hostile import shown
from twosource.exports.lines_told import carriage_words, lines_of_claim
from twosource.exports.reading import Reading
from twosource.exports.text import STEP, WIDTH, set_line
from twosource.model.cited import Citation
from twosource.model.claimed import Carriage, Claim
from twosource.model.dossier import Dossier

ID_SHOWN = 8  # digits of a claim's id: enough to name it


def claim_text(claim: Claim, dossier: Dossier) -> str:
    """Return a claim as the text export tells it, under its id, with its sources' numbers."""
    reading = Reading(dossier)
    first, *others = lines_of_claim(claim, reading)
    told = set_line(first, reading)
    return "\n".join([claim.id[:ID_SHOWN], told, *(set_line(line, reading) for line in others)])


def passages_text(claim: Claim, dossier: Dossier) -> str:
    """Return every passage that carries a claim in full, with outlet, day and whom it is from."""
    reading = Reading(dossier)
    passages = [each for position in claim.positions for each in position.carriages]
    return "\n\n".join(_passage(each, reading) for each in passages)


def _passage(carriage: Carriage, reading: Reading) -> str:
    where, told = _cited(carriage.citation, reading)
    return "\n".join([wrapped(f"{where}. {carriage_words(carriage)}", WIDTH), told])


def passage_text(cite: Citation, dossier: Dossier) -> str:
    """Return one passage by itself: outlet, day, its words and its address."""
    return "\n".join(_cited(cite, Reading(dossier)))


def _cited(cite: Citation, reading: Reading) -> tuple[str, str]:
    """Return outlet and day of a passage, and below them its words and its address."""
    words = wrapped(shown(cite.words), WIDTH, STEP, STEP)
    where = f"{reading.outlet(cite.outlet)}, {day_of(cite.published)}"
    return where, f"{words}\n{STEP}{cite.url}"


def sources_text(claims: Sequence[Claim], dossier: Dossier) -> str:
    """Return which source each number that the claims show stands for, a line each."""
    cited = {each.article for each in citations_in(tuple(claims))}
    return "\n".join(
        f"[{number}] {shown(entry.outlet.name)}, {day_of(entry.published)}"
        for number, entry in enumerate(dossier.sources, start=1)
        if entry.article in cited
    )

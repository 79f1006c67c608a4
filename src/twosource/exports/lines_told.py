"""Put into lines what the sources tell: summary, statements, claims, figures, days and names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from twosource.exports.dates import day_in_words
from twosource.exports.hostile import shown
from twosource.exports.lines import Line, label_words, origin_words, sentence
from twosource.exports.phrases import (
    FIGURES,
    FLAGS,
    FULLEST,
    SENSES,
    WHY_NOT,
    WHY_NOT_MORE,
    WORDINGS,
    listed,
)
from twosource.exports.reading import Carried, Reading
from twosource.model.claimed import Carriage, Claim, Position
from twosource.model.dossier import EntityEntry, FigureValue, Statement, Wording

# What "Mr. Luo" adds to "Luo Wenhai" tells nobody who he is.
COURTESY = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir"})


def summary_lines(reading: Reading) -> Iterator[Line]:
    """Yield each sentence of the summary and below it where it comes from."""
    for text in reading.dossier.summary:
        yield sentence(text)
        yield Line(words=origin_words(text, reading), depth=1)


def statement_lines(reading: Reading) -> Iterator[Line]:
    """Yield each utterance: its speaker, then every wording with the outlets that have it.

    The outlets of an only wording stand beside the speaker: there is nothing to set it against.
    """
    for statement in reading.dossier.statements:
        alone = len(statement.wordings) == 1
        where = f" in {outlets_of(statement.wordings[0], reading)}" if alone else ""
        yield Line(words=f"{speaker_words(statement)}{where} · {label_words(statement.label)}")
        for wording in statement.wordings:
            yield sentence(wording.text, depth=1)
            if not alone:
                yield Line(words=wording_words(wording, statement, reading), depth=2)
        if statement.other_speakers:
            others = listed(tuple(shown(each) for each in statement.other_speakers))
            yield Line(words=f"Other sources name as speaker: {others}", depth=1)


def speaker_words(statement: Statement) -> str:
    """Return who speaks, as introduced, when and how: "director Ada Lund, 3 March 2026, direct"."""
    parts = [introduced(statement)]
    if statement.said_on:
        parts.append(day_in_words(statement.said_on))
    if statement.sense != "asserted":
        parts.append(SENSES.get(statement.sense, statement.sense))
    return ", ".join((*parts, statement.kind))


def introduced(statement: Statement) -> str:
    """Return the speaker's name with the title or role that the sources give."""
    name, words = shown(statement.speaker), shown(statement.speaker_words)
    if name in words:
        return words
    added = {word.strip(".").lower() for word in words.split()} - set(name.lower().split())
    return f"{name} ({words})" if added - COURTESY else name


def wording_words(wording: Wording, statement: Statement, reading: Reading) -> str:
    """Return what a wording is to the fullest one, in which outlets, and what it changes."""
    told = f"{relation_words(wording, statement)}: {outlets_of(wording, reading)}"
    changed = "; ".join(shown(each) for each in wording.differs)
    return f"{told} ({changed})" if changed else told


def relation_words(wording: Wording, statement: Statement) -> str:
    """Return how a wording relates to the first one, which is the fullest."""
    return FULLEST if wording == statement.wordings[0] else WORDINGS[wording.relation]


def outlets_of(wording: Wording, reading: Reading) -> str:
    """Return the names of the outlets that have a wording."""
    return listed(reading.outlets(wording.outlets))


def claim_lines(reading: Reading) -> Iterator[Line]:
    """Yield each claim with its label, flags and positions, and why it is not corroborated."""
    for claim in reading.dossier.claims:
        yield from lines_of_claim(claim, reading)


def lines_of_claim(claim: Claim, reading: Reading) -> Iterator[Line]:
    """Yield the lines of one claim, its sentence first."""
    yield sentence(claim.text)
    yield Line(words=claim_words(claim), depth=1)
    for position in claim.positions:
        yield from _position_lines(position, reading, several=len(claim.positions) > 1)
    if claim.reasons:
        yield Line(words=f"{why_not(claim)}:", depth=1)
    for reason in claim.reasons:
        yield Line(words=shown(reason), depth=2)


def claim_words(claim: Claim) -> str:
    """Return the label with what stands beside it: who said it, flags, who denies, the dial."""
    parts = [label_words(claim.label)]
    if claim.kind == "said":
        parts.append(said_words(claim))
    parts.extend(flag_words(claim))
    if dial := dial_words(claim):
        parts.append(f"independent: {dial}")
    return " · ".join(parts)


def said_words(claim: Claim) -> str:
    """Return what is on record: "that it was said by Ada Lund", "that it was denied by her"."""
    did = "denied" if claim.denied_by else "said"
    return f"that it was {did}" + (f" by {shown(claim.speaker)}" if claim.speaker else "")


def flag_words(claim: Claim) -> tuple[str, ...]:
    """Return a claim's flags in words; who denies it is named, and no label said twice."""
    flags = [
        FLAGS.get(flag, flag)
        for flag in claim.flags
        if not (flag == "denied" and claim.denied_by) and flag not in claim.label.text
    ]
    if claim.denied_by and claim.kind == "so":
        flags.append(f"denied by {listed(tuple(shown(each) for each in claim.denied_by))}")
    return tuple(flags)


def dial_words(claim: Claim) -> str:
    """Return how many passages are independent at each setting: "strict 1, normal 2, loose 3".

    "" where it is one or none at all settings: the dial changes nothing then.
    """
    if all(count <= 1 for _, count in claim.independent):
        return ""
    return ", ".join(f"{dial} {count}" for dial, count in claim.independent)


def why_not(claim: Claim) -> str:
    """Return the heading of a claim's reasons."""
    return WHY_NOT_MORE if claim.label.kind == "corroborated" else WHY_NOT


def _position_lines(position: Position, reading: Reading, *, several: bool) -> Iterator[Line]:
    depth = 1
    parts = [position_words(position), label_words(position.label) if several else ""]
    if told := " · ".join(part for part in parts if part):
        yield Line(words=f"{told}:", depth=1)
        depth = 2
    groups: dict[str, list[Carriage]] = {}
    for carriage in position.carriages:
        groups.setdefault(carriage_words(carriage), []).append(carriage)
    for words, carriages in groups.items():
        told = "; ".join(carried_words(each, reading) for each in reading.by_report(carriages))
        cites = tuple(each.citation for each in carriages)
        yield Line(words=f"{words}: {told}", depth=depth, cites=cites)


def carried_words(carried: Carried, reading: Reading) -> str:
    """Return who carries one report: "Norda, copied by Harbour Post and Pelican Daily"."""
    own = listed(reading.outlets(each.outlet for each in carried.own))
    copied = listed(reading.outlets(each.outlet for each in carried.copied))
    if own and copied:
        return f"{own}, copied by {copied}"
    return own or f"{copied}, copied from {carried.report}"


def position_words(position: Position) -> str:
    """Return the value a position gives and the day it holds for; "" where it has no value."""
    value = shown(position.value)
    if value and position.as_of:
        return f"{value}, as of {day_in_words(position.as_of)}"
    return value


def carriage_words(carriage: Carriage) -> str:
    """Return whom a passage knows from, what it does, and why it does not support if so."""
    informant = carriage.informant
    if informant.kind == "unstated":
        known = "Informant not stated"
    else:
        known = f"Known from {shown(informant.name)}"
    known += ", inherited" if informant.inherited else ""
    known += f", {carriage.stance}" if carriage.stance != "asserts" else ""
    if carriage.supports:
        return known
    return f"{known}; does not support{', ' + shown(carriage.why) if carriage.why else ''}"


def figure_lines(reading: Reading) -> Iterator[Line]:
    """Yield each quantity, how its values differ, and every value with who tells it."""
    for figure in reading.dossier.figures:
        yield Line(words=f"{shown(figure.what)} · {FIGURES[figure.relation]}")
        for value in figure.values:
            yield Line(words=value_words(value, reading), depth=1, cites=value.citations)
        if figure.note:
            yield Line(words=shown(figure.note), depth=1)


def value_words(value: FigureValue, reading: Reading) -> str:
    """Return a value with its issuer, its day and the outlets that tell it so."""
    parts = [shown(value.shown)]
    if value.issuer:
        parts.append(f"given by {shown(value.issuer)}")
    if value.as_of:
        parts.append(f"as of {day_in_words(value.as_of)}")
    return f"{', '.join(parts)}: {listed(reading.outlets(value.outlets))}"


def happening_lines(reading: Reading) -> Iterator[Line]:
    """Yield each dated happening: the day, its sentence, and the words that give the day."""
    for happening in reading.dossier.timeline:
        yield Line(words=f"{day_in_words(happening.when)} ({happening.era} the event)")
        yield sentence(happening.text, depth=1)
        told = f"“{shown(happening.as_told)}” in {listed(reading.outlets(happening.outlets))}"
        yield Line(words=told, depth=2)


def entity_lines(entries: Iterable[EntityEntry]) -> Iterator[Line]:
    """Yield each country, body or person with its spellings and where it is first named."""
    for entry in entries:
        code = f" ({entry.country})" if entry.country else ""
        aliases = ", ".join(shown(each) for each in entry.aliases if each != entry.name)
        also = f"; also {aliases}" if aliases else ""
        yield Line(
            words=f"{shown(entry.name)}{code}: {mentions_words(entry)}{also}", cites=entry.mentions
        )


def mentions_words(entry: EntityEntry) -> str:
    """Return how often and in how many outlets an entry is named."""
    times = "once" if entry.count == 1 else f"{entry.count:,} times"
    outlets = "one outlet" if entry.outlets == 1 else f"{entry.outlets:,} outlets"
    return f"{times} in {outlets}"

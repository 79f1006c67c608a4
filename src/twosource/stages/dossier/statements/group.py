"""Tell each utterance once, however many outlets carry it, with every wording that differs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from functools import partial

from twosource.model.claimed import Carriage, Informant
from twosource.model.dossier import Statement, Wording
from twosource.model.identity import ArticleId, EntityId, LineageId
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.cite import Cite, cited_text, citer
from twosource.stages.dossier.claims.labels import said_label_of
from twosource.stages.dossier.claims.standing import Standing, standing_of
from twosource.stages.dossier.informants.passages import informants_of
from twosource.stages.dossier.informants.phrases import is_definite
from twosource.stages.dossier.notices.meant import TakenBack, taken_back, why_unsaid
from twosource.stages.dossier.reading import Reading, reading_of
from twosource.stages.dossier.sameness import words_of
from twosource.stages.dossier.statements.introductions import introductions
from twosource.stages.dossier.statements.joined import group_utterances, rated
from twosource.stages.dossier.statements.speaker import Speaker
from twosource.stages.dossier.statements.utterances import Utterance, utterances
from twosource.stages.dossier.statements.wordings import Relation, fullest_first, relation
from twosource.stages.dossier.versions import earlier_versions
from twosource.stages.once import Known, kept_per_story, once_per_story


@once_per_story
def every_statement(material: StoryMaterial) -> tuple[Statement, ...]:
    """Return all that is said in a story, in its order, however much a dossier shows."""
    return group_statements(material, citer(material))


def group_statements(material: StoryMaterial, cite: Cite) -> tuple[Statement, ...]:
    """Return what is said in the story, most reported first; direct words before reported ones.

    An utterance whose speaker no source names is left out, since nobody could check it, and so is
    one that only opinion or satire tells.
    """
    reading = reading_of(material)
    said = utterances(material.story.id)(reading, informants_of(material))
    groups = group_utterances(said, reading, rated(material.story.id))
    known_as = introductions(reading, (each.speaker for each in said))
    replaced, standing = earlier_versions(material), standing_of(material)
    notices = taken_back(material)
    made = made_before(material.story.id)
    made.anew()
    statements = []
    for group in groups:
        passages = [_passage(each, reading, replaced, standing, notices) for each in group]
        if all(each.speaker.unknown for each in group) or all(why for _, why in passages):
            continue
        speaker = _speaker_of(group).speaker
        introduced = _introduced(speaker, known_as)
        make = partial(_statement, group, passages, speaker, introduced, reading, cite)
        statements.append(made.of(make, *group, given=(passages, introduced)))
    return tuple(
        sorted(
            statements,
            key=lambda each: (
                -each.label.reports,
                -each.label.outlets,
                each.kind == "indirect",
                _rank(each, reading),
            ),
        )
    )


@kept_per_story
def made_before() -> Known[Statement]:
    """Return the statements that a story's last revision made."""
    return Known()


Passage = tuple[LineageId, str]
"""Whose report an utterance stands in, and why it does not support, "" where it does."""


def _passage(
    each: Utterance,
    reading: Reading,
    replaced: Container[ArticleId],
    standing: Standing,
    notices: Sequence[TakenBack],
) -> Passage:
    report = standing.report_of_words(each.article, each.span)
    if each.article in replaced:
        return report, "an earlier version, since replaced"
    if reading.supports(each.article):
        return report, why_unsaid(notices, each.article, each.span, report)
    return report, "opinion, satire and sponsored text do not support"


def _rank(statement: Statement, reading: Reading) -> int:
    """Return how prominent the speaker is; unresolved speakers come last."""
    return len(reading.rank) if statement.entity is None else reading.rank[statement.entity]


def _statement(
    group: Sequence[Utterance],
    passages: Sequence[Passage],
    speaker: Speaker,
    introduced: str,
    reading: Reading,
    cite: Cite,
) -> Statement:
    ordered = fullest_first(group)
    fullest = ordered[0]
    return Statement(
        speaker=speaker.name,
        speaker_words=introduced,
        entity=speaker.entity.id if speaker.entity else None,
        kind=fullest.kind,
        sense=fullest.sense,
        said_on=next((each.said_on for each in group if each.said_on), ""),
        wordings=_wordings(ordered, reading, cite),
        other_speakers=_other_speakers(group, speaker),
        label=said_label_of([_carriage(*each, cite) for each in zip(group, passages, strict=True)]),
    )


def _carriage(each: Utterance, passage: Passage, cite: Cite) -> Carriage:
    report, why_not = passage
    return Carriage(
        citation=cite(each.article, each.span),
        outlet=each.outlet,
        report=report,
        informant=_informant(each),
        stance="asserts",
        supports=not why_not,
        why=why_not,
    )


def _introduced(speaker: Speaker, known_as: Mapping[EntityId, str]) -> str:
    """Return a person's title or role with the name, once; a body's words, but "the embassy".

    Not where no name tells more: "the mayor" is of some municipality.
    """
    if speaker.entity is None:
        named = is_definite(speaker.words) and not speaker.name.islower()
        return speaker.name if named else speaker.words
    return known_as.get(speaker.entity.id, speaker.name)


def _speaker_of(group: list[Utterance]) -> Utterance:
    """Return the utterance that names the speaker best: resolved by most, then first told."""
    votes: dict[str, int] = defaultdict(int)
    for each in group:
        if each.speaker.entity is not None:
            votes[each.speaker.entity.id] += 1
    named = [each for each in group if each.speaker.entity is not None]
    if named:
        return max(
            named,
            key=lambda each: (
                votes[each.speaker.entity.id] if each.speaker.entity else 0,
                len(each.speaker.words),
            ),
        )
    return next(each for each in group if not each.speaker.unknown)


def _other_speakers(group: Sequence[Utterance], teller: Speaker) -> tuple[str, ...]:
    if teller.entity is None:
        return ()
    return tuple(
        dict.fromkeys(
            each.speaker.name
            for each in group
            if each.speaker.entity is not None and each.speaker.entity.id != teller.entity.id
        )
    )


def _wordings(ordered: list[Utterance], reading: Reading, cite: Cite) -> tuple[Wording, ...]:
    """Return the wordings, the fullest first; equal ones together with all who carry them."""
    fullest = ordered[0]
    same: dict[tuple[str, ...], list[Utterance]] = defaultdict(list)
    for each in ordered:
        same[_wording_key(each)].append(each)
    wordings = []
    for alike in same.values():
        told: Relation = relation(fullest, alike[0])
        wordings.append(
            Wording(
                text=cited_text(*(cite(each.article, each.span) for each in alike)),
                kind=alike[0].kind,
                relation=told.kind,
                outlets=reading.outlets_in_order(each.article for each in alike),
                reports=len({reading.report(each.article) for each in alike}),
                differs=told.differs,
            )
        )
    return tuple(wordings)


def _wording_key(each: Utterance) -> tuple[str, ...]:
    """Return what makes two wordings the same: equal words, or equal words inside the marks."""
    if each.kind == "direct":
        return ("direct", *each.quoted)
    return (each.kind, *words_of(each.text))


def _informant(each: Utterance) -> Informant:
    """Return the speaker as an informant: of the saying there is only one."""
    name = each.speaker.name or "unknown speaker"
    return Informant(
        kind="person",
        key=f"speaker:{each.speaker.entity.id if each.speaker.entity else name.lower()}",
        name=name,
        entity=each.speaker.entity.id if each.speaker.entity else None,
        words=each.speaker.words,
    )

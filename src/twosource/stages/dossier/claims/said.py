"""Make of each saying that several reports share the claim that it was said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from twosource.canonical import digest
from twosource.model.cited import Citation
from twosource.model.claimed import Carriage, Claim, Dial, Informant, Position
from twosource.model.dossier import Statement
from twosource.model.identity import ArticleId, ClaimId
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.claims.independence import Ground, on_every_dial
from twosource.stages.dossier.claims.labels import said_label_of
from twosource.stages.dossier.claims.standing import Standing, standing_of
from twosource.stages.dossier.claims.taken_back import without_withdrawn
from twosource.stages.dossier.informants.passages import Informants
from twosource.stages.dossier.notices.meant import taken_back
from twosource.stages.dossier.reading import no_reports
from twosource.stages.once import KnownOf, known_per_story

LEAST_REPORTS = 2  # a saying in one report stands among the statements; nothing more to count


_claimed: KnownOf[Claim | None] = known_per_story()


def said_claims(statements: Sequence[Statement], material: StoryMaterial) -> Iterator[Claim]:
    """Yield "X said p" for every asserted or denied statement that several reports carry."""
    known, standing, notices = _claimed(material), standing_of(material), taken_back(material)
    for statement in statements:
        places = [(each.article, each.span) for each in _citations(statement)]
        stand = [(standing.of(*each), standing.report_of_words(*each)) for each in places]
        make = partial(_claim, statement, material, standing)
        claim = known.of(make, statement, given=(stand, notices))
        if claim is not None:
            yield claim


def _claim(statement: Statement, material: StoryMaterial, standing: Standing) -> Claim | None:
    """Return "X said p" for a statement; None where fewer than two reports carry it.

    That it was said, each report has heard itself; for p they are one informant, X. So the label
    reads "on record", and N counts reports of different outlets. What X is on record as denying is
    flagged so: the words alone would say the opposite.
    """
    report_of, ground = standing.report_of_words, standing.ground
    reports = {report_of(each.article, each.span) for each in _citations(statement)}
    if len(reports) < LEAST_REPORTS or statement.sense not in ("asserted", "denied"):
        return None  # most are: who speaks in them need not be found
    denied = statement.sense == "denied"
    carriages = without_withdrawn(
        _carriages(statement, material, standing), taken_back(material), ground.outlets
    )
    label = said_label_of(carriages, ground)
    if label.reports < LEAST_REPORTS:
        return None
    return Claim(
        id=_id(statement, material),
        text=replace(statement.wordings[0].text, label=label),
        kind="said",
        speaker=statement.speaker,
        positions=(Position(value="", as_of=statement.said_on, label=label, carriages=carriages),),
        label=label,
        independent=_heard(carriages, ground),
        flags=("on record", "denied") if denied else ("on record",),
        denied_by=(statement.speaker,) if denied else (),
        reasons=(f"For what was said there is one informant: {statement.speaker}.",),
    )


def _carriages(
    statement: Statement, material: StoryMaterial, standing: Standing
) -> Iterator[Carriage]:
    speaker, named_in = _speaker(statement, material, standing.informants)
    against = no_reports(material)
    elsewhere = replace(speaker, span=None)  # a span means a place of its own article only
    for citation in _citations(statement):
        yield Carriage(
            citation=citation,
            outlet=citation.outlet,
            report=standing.report_of_words(citation.article, citation.span),
            informant=speaker if citation.article == named_in else elsewhere,
            stance="asserts",
            supports=citation.article not in against,
            why=against.get(citation.article, ""),
        )


def _speaker(
    statement: Statement, material: StoryMaterial, informants: Informants
) -> tuple[Informant, ArticleId | None]:
    """Return the speaker as informant, and the article that names him so; None where none does.

    An official stands for his body here too.
    """
    cited = {(each.article, each.span) for each in _citations(statement)}
    articles = {article for article, _ in cited}
    for annotated in material.articles:
        for quote in annotated.quotes if annotated.article.id in articles else ():
            spoken = any((annotated.article.id, part) in cited for part in quote.content)
            if spoken and quote.speaker is not None:
                found = informants.at(annotated.article.id, quote.speaker)
                if found.kind in ("body", "person", "witness"):
                    return found, annotated.article.id
    unread = Informant(
        kind="person",
        key=f"person:{statement.speaker.lower()}",
        name=statement.speaker,
        entity=statement.entity,
        words=statement.speaker_words,
    )
    return unread, None


def _citations(statement: Statement) -> Iterator[Citation]:
    for wording in statement.wordings:
        yield from wording.text.citations


def _heard(carriages: tuple[Carriage, ...], ground: Ground) -> tuple[tuple[Dial, int], ...]:
    """Return N for "X said p": every report is its own witness of the saying.

    Words in common join no two of them here: the words are what was said.
    """
    heard = tuple(
        replace(
            each,
            citation=replace(each.citation, words=""),
            informant=Informant(kind="witness", key=f"heard:{each.report}", name=""),
        )
        for each in carriages
    )
    return on_every_dial(heard, ground)


def _id(statement: Statement, material: StoryMaterial) -> ClaimId:
    first = min(
        _citations(statement),
        key=lambda each: (
            each.published.isoformat() if each.published else "",
            each.article,
            each.span,
        ),
    )
    return ClaimId(digest((material.story.id, "said", first.article, first.span)))

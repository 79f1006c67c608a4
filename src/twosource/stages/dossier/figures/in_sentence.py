"""Read one figure in its sentence: what it measures, of which part, told early or anew."""

from __future__ import annotations

import re
from collections.abc import Mapping

from twosource.model.annotated import Annotated, Figure
from twosource.model.identity import Span
from twosource.places import country_of
from twosource.stages.dossier.cite import folded
from twosource.stages.dossier.figures.aspects import aspect_of, sorts_told
from twosource.stages.dossier.figures.frames import clause_round, frame_of
from twosource.stages.dossier.figures.outcomes import (
    NUMBER_WORD,
    adds_to_others,
    is_of_several,
    outcome_of,
    told_before,
    which_of,
)
from twosource.stages.dossier.figures.quantity import Quantity, is_measured_in
from twosource.stages.dossier.figures.titles import name_of, words_round
from twosource.stages.dossier.reading import sentence_of
from twosource.stages.dossier.sameness import content_words
from twosource.stages.dossier.telling.roots import roots
from twosource.stages.once import once_per_article
from twosource.text.normalize import stem
from twosource.text.units import is_currency, to_base

LEAD = 400  # characters of the body


@once_per_article
def quantities_in(annotated: Annotated) -> Mapping[Span, Quantity]:
    """Return the figures of the matter in body, headline and deck, by where they stand."""
    return {
        each.span: quantity_in(annotated, each)
        for each in annotated.figures
        if each.matter and each.span.part in ("body", "headline", "deck")
    }


def quantity_in(annotated: Annotated, figure: Figure) -> Quantity:
    """Return a figure with all that its article tells of it, whatever the story.

    What only the story tells, as its issuer and whom its sentence names, is left open.
    """
    article = annotated.article
    sentence = sentence_of(annotated, figure.span)
    text = article.part_text(sentence.part)
    told, apart = text[sentence.start : sentence.end], _without(text, sentence, figure)
    as_told = _as_told(text, sentence, figure)
    words = folded(article.words(as_told))
    measured = _what_is_measured(figure.of or "")
    begin, stop = _clause(told, sentence, figure.span)
    clause = text[begin:stop]
    inside = Span(start=figure.span.start - begin, end=figure.span.end - begin)
    value, unit = _value_and_unit(figure, article.words(figure.span))
    counted = not is_measured_in(unit)
    base, dimension = to_base(value, unit or "")
    dimension = "" if counted else dimension
    outcome = _outcome(annotated, sentence, figure) if counted else ""
    more = " more" if adds_to_others(text[figure.span.end : sentence.end]) else ""
    return Quantity(
        article=article.id,
        outlet=article.outlet,
        published=article.published.isoformat() if article.published else "",
        sentence=sentence,
        figure=figure,
        words=words,
        around=words_round(text, sentence, figure.span),
        unit=unit,
        dimension=dimension,
        base=base,
        base_high=_high_in_base(figure),
        of=roots(content_words(measured)) - _NOBODY,
        name=name_of(text, sentence, figure, measured),
        outcome=outcome,
        which=which_of(words + more, figure.of or "") if counted else frozenset(),
        aspect=aspect_of(clause, inside, measured, unit, dimension),
        frame=frame_of(clause, f"{words} {measured}", figure.when),
        sorts=sorts_told(
            _without_party(text, begin, figure.span.start, figure),
            _without_party(text, figure.span.end, stop, figure),
            unit or "",
        ),
        of_several=counted and is_of_several(text, sentence, figure.span, outcome),
        early=is_early(told),
        late=is_late(told),
        context=roots(content_words(apart)),
        plain=roots(content_words(_lower_case(apart))) - _MEASURING,
        beside=_beside(text, sentence, as_told),
        in_lead=sentence.part != "body" or sentence.start < LEAD,
        opinion=article.genre.name == "opinion",
    )


def _clause(told: str, sentence: Span, figure: Span) -> tuple[int, int]:
    """Return where in its part of the article the clause of a figure begins and ends."""
    begin, stop = clause_round(told, figure.start - sentence.start, figure.end - sentence.start)
    return sentence.start + begin, sentence.start + stop


def _outcome(annotated: Annotated, sentence: Span, figure: Figure) -> str:
    behind = annotated.article.part_text(sentence.part)[figure.span.end : sentence.end]
    return outcome_of(figure, told_before(annotated, sentence), behind)


def _high_in_base(figure: Figure) -> float | None:
    if figure.high is None or figure.high <= figure.value:
        return None
    return to_base(figure.high, figure.unit or "")[0]


def _value_and_unit(figure: Figure, words: str) -> tuple[float, str | None]:
    """Return value and unit as they are compared: "a quarter of" is 25 per cent."""
    in_words = figure.unit is None and 0 < figure.value < 1 and not re.search(r"\d", words)
    if in_words:
        return 100 * figure.value, "percent"
    if figure.unit is not None and is_currency(figure.unit):
        return figure.value, figure.unit.removesuffix("/year")  # an annual salary, told so or not
    return figure.value, figure.unit


# Verbs that tell any number of anything.
_MEASURING = roots(
    content_words(
        "lasted took cost reached totalled amounts measures worth came year total rose fell"
    )
)
_NOBODY = roots(content_words("people person number total"))


def _beside(text: str, sentence: Span, figure: Span) -> str:
    before = re.findall(r"[a-z]+", text[sentence.start : figure.start].lower())
    behind = re.findall(r"[a-z]+", text[figure.end : sentence.end].lower())
    return stem(before[-1] if before else behind[0] if behind else "")


def _without_party(text: str, begin: int, end: int, figure: Figure) -> str:
    """Return a stretch without the party that gives the figure: "the workers' union"."""
    party = figure.issuer
    if party is None or party.start < begin or party.end > end:
        return text[begin:end]
    return f"{text[begin : party.start]} {text[party.end : end]}"


def _without(text: str, sentence: Span, figure: Figure) -> str:
    """Return the words of a sentence but for the figure and the party that gives it."""
    apart = [figure.span, *([figure.issuer] if figure.issuer else [])]
    kept, at = [], sentence.start
    for span in sorted(apart, key=lambda each: each.start):
        kept.append(text[at : max(at, span.start)])
        at = max(at, span.end)
    return " ".join((*kept, text[at : sentence.end]))


def _lower_case(words: str) -> str:
    return " ".join(word for word in words.split() if word[:1].islower())


_QUALIFIER = re.compile(
    r"\b(?:about|around|some|nearly|almost|over|just under|just over|under|roughly|approximately|"
    r"well over|more than|less than|fewer than|at least|at most|up to|close to|as (?:many|much) as|"
    r"an estimated)\s+$",
    re.IGNORECASE,
)


def _as_told(text: str, sentence: Span, figure: Figure) -> Span:
    """Return the figure with the word that makes it rough: "roughly 400,000 pounds"."""
    found = _QUALIFIER.search(text, sentence.start, figure.span.start)
    start = found.start() if found else figure.span.start
    return Span(part=figure.span.part, start=start, end=figure.span.end)


def _what_is_measured(of: str) -> str:
    """Return what a figure measures, "" where annotate has but a country or a number for it."""
    counted = any(NUMBER_WORD.fullmatch(part) for part in re.findall(r"[a-z]+", of.lower()))
    # "26 large machines" beside a price are what is paid for
    return "" if counted or country_of(of.title()) is not None else of


_EARLY = re.compile(
    r"\b(?:so\sfar(?!\sthis\s)|until\snow|up\sto\snow|as\syet|as\sof|initial(?:ly)?|opening\sbid"
    r"|count(?:ing)?\s(?:goes|went)\son|still\sbeing\scounted|with\s.{3,40}\scounted"
    r"|projections?|exit\spolls?|flash|preliminary|provisional|first\s(?:estimate|reports?)"
    r"|first\s(?:put|thought|believed|estimated|spoke|reported|said)"
    r"|(?:were|was|had|has|have)\sfirst\s\w+(?:ed|t)"
    r"|early\s(?:trading|results|counts?|returns|figures|reports|estimates)"
    r"|had\sbeen\s\w+\s(?:\w+\s){0,6}by|(?<!said\s)at\s(?:dawn|noon|midday|first)"
    r"|by\s(?:early\s|late\s)?(?:noon|midday|dawn|daybreak|morning|afternoon|evening|nightfall"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\w+\so’?'?clock)"
    r"|after\s(?:a\s|one\s)?(?:third|quarter|half|most)\sof\s(?:the\s)?"
    r"(?:districts|votes|ballots|precincts|count))\b",
    re.IGNORECASE,
)
_LATE = re.compile(
    r"\b(?:now|still|remain(?:s|ed|ing)?|final|finally|eventually|ultimately|after\sall|settled"
    r"|in\sthe\s(?:end|meantime|course\sof)|since\sthen|at\slast\scount|updated|recount(?:ed)?"
    r"|(?:has|have|had)\s(?:now\s|since\s|already\s)?(?:risen|climbed|grown|increased|fallen"
    r"|dropped|doubled|tripled|passed|reached|swollen|jumped|mounted|soared|shrunk|dwindled|swelled"
    r"|topped|exceeded)|doubled|trebled|halved|closed\sat|up\sfrom|down\sfrom"
    r"|(?:rose|climbed|grew|rises|climbs|mounts|jumped|swelled|fell|dropped|shrank|sank|dwindled"
    r"|went\sup)\sto|turned\sout\sto\sbe|(?:finished|ended\sup|ended)\swith|all\s\d+"
    r"|(?:brings?|bringing|brought|takes?|taking|took)\s"
    r"(?:to\s[\d,]+|the\s(?:number|total|toll|count|tally))"
    r"|by\s(?:the\s)?(?:evening|nightfall|night|end\sof\sthe\sday)"
    r"|(?:latest|newest)\s(?:figures?|count|estimates?|tally|toll|number)"
    r"|revis(?:ed|es|ing|ion)|correct(?:ed|s|ing|ion)|later\s(?:said|put|raised|lowered)"
    r"|raised\s(?:the|its)\s(?:number|figure|toll|estimate|total)"
    r"|(?:was|were|been)\s(?:cut|raised|lowered|reduced|increased|lengthened|shortened)\sto"
    r"|(?:raised|lowered|increased|sweetened|improved|trimmed|cut|slashed|upgraded|downgraded"
    r"|widened|extended|expanded|broadened)\s(?:its|his|her|their))\b",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(r"\bnot\s[\d,.]+\b|\bhad\s(?:first|earlier)\b", re.IGNORECASE)


def is_early(sentence: str) -> bool:
    """Return whether a sentence says that its number is of an early hour or not the last word."""
    return bool(_EARLY.search(sentence))


def is_late(sentence: str) -> bool:
    """Return whether a sentence says that its number has come in an earlier one's place."""
    return bool(_LATE.search(sentence) or _ORIGINAL.search(sentence))

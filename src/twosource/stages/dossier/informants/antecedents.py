"""Find by what stands before whom a bare word means: "it said", "the company", "its manager"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from twosource.model.annotated import Annotated, Mention
from twosource.model.identity import Span
from twosource.places import country_of, demonym_of
from twosource.stages.dossier.informants.bodies import body_in
from twosource.stages.dossier.informants.phrases import LINK, is_only_a_name, tokens
from twosource.stages.dossier.informants.roles import (
    BODY,
    COMPANY,
    EPITHETS,
    OF_STATES,
    PRONOUNS,
    UNNAMED,
)
from twosource.stages.dossier.informants.spoken_before import spoke_before
from twosource.stages.dossier.marks import names_in
from twosource.stages.dossier.prose import after_dateline
from twosource.stages.dossier.reading import sentence_of
from twosource.stages.once import once_per_article
from twosource.text.standing import places_of
from twosource.text.tabled import table

# "The hospital in Oban": the town is no body, whatever the model takes it for.
IN_A_PLACE = re.compile(r"\b(?:in|on|near|outside|off|from|to|towards?)\s(?:the\s)?$")
# "An email obtained by the Ledger": whoever is told or shown a thing asks for it.
HEARD_BY = re.compile(
    r"\b(?:told|(?:obtained|seen|reviewed|verified|examined|viewed|inspected) by|"
    r"(?:shared|spoke|speaking) (?:with|to)|interview with|"
    r"(?:leaked|shown|provided|given|sent|said) to)\s(?:the\s)?$"
)
LOOK_BACK = 28  # code points: all that these ways to say it take


def named_before(annotated: Annotated, span: Span) -> list[Mention]:
    """Return the names before a place, but those of where something is: "the police in Oban"."""
    return [
        each
        for each in _of_somebody(annotated)
        if each.span.part == span.part and each.span.end <= span.start
    ]


@once_per_article
def _of_somebody(annotated: Annotated) -> tuple[Mention, ...]:
    """Return the names but those of where something is, of who was told it, and in a dateline."""

    def leads(mention: Mention) -> str:
        text, start = annotated.article.part_text(mention.span.part), mention.span.start
        return text[max(0, start - LOOK_BACK) : start]

    opening = next((each for each in annotated.sentences if each.part == "body"), None)
    begins = after_dateline(annotated, opening).start if opening else 0
    return tuple(
        each
        for each in annotated.mentions
        if (each.span.part != "body" or each.span.start >= begins)
        and not IN_A_PLACE.search(leads(each))
        and not HEARD_BY.search(leads(each))
    )


_OPENS_WITH_BODY = re.compile(
    r"(?:[A-Z][\w.-]*(?:['’]s)? )?"
    r"(?:(?!of |in |at |by |for |from |with )[\w-]+ ){0,3}?"
    rf"(?:{'|'.join(sorted(BODY - UNNAMED))})\b(?: [A-Z][\w-]+)*(?!['’])"
)

_NAME = rf"\b(?!{LINK})[A-ZÀ-Þ][\w&-]*(?: [A-ZÀ-Þ&][\w&-]*)*"
_OPENS_WITH_NAME = re.compile(
    rf"(?:{LINK},? )?(?:[Tt]he )?(?:[a-z]\w+ )?(?P<name>{_NAME})(?=,|['’]s? | (?!and )[a-z]|$)"
)
# "Swiss miner Holt Metals", "Anglo-Chilean miner Holt Metals".
_OF_A_LAND = re.compile(r"(?:\w+-)?(?P<land>[A-Z]\w+) (?=[a-z]\w+ [A-ZÀ-Þ])")
# What is done to a firm, or held against it, it seldom says itself.
_ACTS = re.compile(
    r" (?!should|must|ought|could|needs?\b|might|may\b|shares|is\b|was\b"
    r"|(?:(?:has|had) )?(?:been|failed|ignored|neglected|breached|violated|misled)\b)"
    r"(?:has|had|will|\w+(?:ed|s))\b"
)
_A_COMPANY = rf"(?:{'|'.join(sorted(COMPANY))})"
# "The van maker Vessla", "Fjellbor, the contractor".
INTRODUCED = re.compile(
    rf"\b{_A_COMPANY},? (?P<behind>{_NAME})"
    rf"|(?P<before>{_NAME}), (?:the|an?|which is an?) (?:[\w-]+ ){{0,3}}?{_A_COMPANY}\b"
)
# "Air Accidents Investigation Branch" is no airline.
_PUBLIC = frozenset(
    "accident accidents branch inspectorate investigation investigations traffic".split()
)
_WITHIN = re.compile("[a-z,;] ")
_APPOSED = re.compile(r", (?:the|an?|which|whose) (?:[a-z-]+ )?(?P<what>[a-z-]+)\b(?!['’])")


def subject(annotated: Annotated, span: Span) -> Span | None:
    """Return the body that a sentence opens with, for its "it said"; None where it opens otherwise.

    "China's commerce ministry had come with a number: …, it said."
    """
    sentence = after_dateline(annotated, sentence_of(annotated, span))
    found = _OPENS_WITH_BODY.match(annotated.article.words(sentence))
    if found is None or sentence.start + found.end() > span.start:
        return None
    return replace(sentence, end=sentence.start + found.end())


def opening_name(annotated: Annotated, span: Span) -> Span | None:
    """Return the name that a sentence opens with, for its "it said", "the firm said"; else None.

    "Veridane, the maker, has applied in nine countries, it disclosed." Failing that, the name that
    has just spoken. No person's or place's; a single word only where it stands within a sentence
    too: any word may open one. A model need not know it.
    """
    found = _name_opening(annotated, span)
    if found is not None:
        return found
    spoke = spoke_before(annotated, span)
    return _name_at(annotated, spoke) if spoke is not None else None


def name_acting(annotated: Annotated, span: Span) -> Span | None:
    """Return the name whose deed a sentence tells, for its "it said"; else None.

    "Swiss miner Holt Metals has closed two pits, it said": Holt Metals, whoever spoke before. But
    that it should close them, failed to, or that its shares fell, another may have said.
    """
    found = _name_opening(annotated, span)
    if found is None:
        return None
    return found if _ACTS.match(annotated.article.part_text(span.part), found.end) else None


def _name_opening(annotated: Annotated, span: Span) -> Span | None:
    """Return the name that the sentence of a place opens with, if it stands before the place."""
    found = _name_at(annotated, after_dateline(annotated, sentence_of(annotated, span)))
    return found if found is not None and found.end <= span.start else None


def _name_at(annotated: Annotated, where: Span) -> Span | None:
    """Return the name that a stretch opens with, if it can be a body's."""
    article = annotated.article
    words = article.words(where)
    land = _OF_A_LAND.match(words)
    if land is not None and demonym_of(land["land"]):
        where = replace(where, start=where.start + land.end())
    found = _OPENS_WITH_NAME.match(article.words(where))
    if found is None:
        return None
    start, end = found.span("name")
    span = replace(where, start=where.start + start, end=where.start + end)
    kinds = {
        each.kind
        for place, each in names_in(annotated).touching(span)
        if place.holds(span)
        or (each.kind == "person" and span.holds(place) and place.end == span.end)
    }  # "Governor Una Holt" ends with whom it names
    name, apposed = found["name"], _APPOSED.match(article.part_text(span.part)[span.end :])
    one_word = (
        not apposed and " " not in name and not _is_within(name, article.part_text(span.part))
    )
    company = apposed is not None and apposed["what"] in EPITHETS
    if (kinds & {"person", "place", "country"} and not company) or (
        one_word and "organization" not in kinds
    ):
        return None
    # "Football Kenya" is no country, and "Two German" of "Two German chains" nobody
    of_a_land = country_of(name) is not None or demonym_of(name.split()[-1]) is not None
    return None if of_a_land else span


def company_that_spoke(annotated: Annotated, span: Span) -> Span | None:
    """Return the only company that has spoken or acted before a place; None for none, or several.

    Known by nothing but a name that is no person's and no place's, and that stands within a
    sentence too: any word may open one. A model need not know it.
    """
    found: dict[str, Span] = {}
    for words, speaker in _companies_that_speak(annotated):
        if speaker.part == span.part and speaker.end <= span.start:
            found.setdefault(words, speaker)
    return next(iter(found.values())) if len(found) == 1 else None


@once_per_article
def _companies_that_speak(annotated: Annotated) -> tuple[tuple[str, Span], ...]:
    """Return the speakers of quotes that are called by a company's name, with that name."""
    others = {
        annotated.article.words(each.span)
        for each in annotated.mentions
        if each.kind in ("person", "place")
    }
    return tuple(
        (words, quote.speaker)
        for quote in annotated.quotes
        if quote.speaker is not None
        and is_only_a_name(words := annotated.article.words(quote.speaker))
        and words.lower() not in PRONOUNS
        and may_be_company(words)
        and not any(_names(words, each) for each in others)
        and (" " in words or _is_within(words, annotated.article.part_text(quote.speaker.part)))
    )


def may_be_company(name: str) -> bool:
    """Return whether a name is no public body's."""
    if not _PUBLIC.isdisjoint(tokens(name)):
        return False
    return body_in(name) is None and name.lower() not in OF_STATES


def _is_within(name: str, text: str) -> bool:
    return any(_WITHIN.match(text, place - 2) for place in places_of(name, text) if place > 1)


def _names(words: str, other: str) -> bool:
    """Return whether words are another's name, or hold all of it: "Actress Una Holt"."""
    return words == other or (" " in other and other in words)


def clause_after(text: str, span: Span) -> str:
    """Return what a phrase goes on to say of a speaker: "who had watched from the fence"."""
    found = re.match(r",? (who\b[^.;]*)", text[span.end :])
    return found.group(1) if found else ""


def named_like(annotated: Annotated, span: Span, called: str) -> Span | None:
    """Return the only name before a place that tells that it is what a body is called there.

    "The airline" is "Fjord Air". A model need not know it; None for none, or several.
    """
    pattern = _kinds_told().get(called)
    return only_name(pattern, annotated, span) if pattern is not None else None


def only_name(pattern: re.Pattern[str], annotated: Annotated, span: Span) -> Span | None:
    """Return the only name that a pattern finds before a place, by its last group; else None."""
    found: dict[str, Span] = {}
    for each in pattern.finditer(annotated.article.part_text(span.part), 0, span.start):
        group = each.lastindex or 0
        found.setdefault(
            each[group], Span(part=span.part, start=each.start(group), end=each.end(group))
        )
    return next(iter(found.values())) if len(found) == 1 else None


@cache
def _kinds_told() -> Mapping[str, re.Pattern[str]]:
    found = {}
    for called, words in table("speakers-en.toml")["called_by_name"].items():
        tells = "|".join(words.split())
        pattern = re.compile(rf"(?:\b(?:The|A|An) )?(?P<name>{_NAME} (?:{tells}))\b(?! [A-Z])")
        found.update(dict.fromkeys(called.split(), pattern))
    return found

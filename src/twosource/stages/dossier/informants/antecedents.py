"""Find the body that a sentence or paragraph opens with, for its "it said", "a spokesperson"."""

from __future__ import annotations

import re
from dataclasses import replace

from twosource.model.annotated import Annotated
from twosource.model.identity import CountryCode, Span
from twosource.places import country_of, demonym_of
from twosource.stages.dossier.informants.bodies import country_in
from twosource.stages.dossier.informants.phrases import LINK
from twosource.stages.dossier.informants.roles import BODY, EPITHETS, UNNAMED
from twosource.stages.dossier.informants.spoken_before import spoke_before
from twosource.stages.dossier.marks import names_in
from twosource.stages.dossier.prose import after_dateline
from twosource.stages.dossier.reading import sentence_of
from twosource.text.standing import places_of

_OPENS_WITH_BODY = re.compile(
    r"(?:[A-Z][\w.-]*(?:['’]s)? )?"
    r"(?:(?!of |in |at |by |for |from |with )[\w'’-]+ ){0,3}?"
    rf"(?:(?:{'|'.join(sorted(BODY - UNNAMED))})\b ?)+(?<! )(?: [A-Z][\w-]+)*(?!['’])"
)

NAME = rf"\b(?!{LINK})[A-ZÀ-Þ][\w&-]*(?: [A-ZÀ-Þ&][\w&-]*)*"
_IN_CHARGE = r"chair\w*|head|boss|president|director|chief executive"  # of a body
_OPENS_WITH_NAME = re.compile(
    rf"(?:{LINK},? )?(?:[Tt]he )?(?:(?P<head>{_IN_CHARGE}) of |[a-z]\w+ )?(?P<name>{NAME})"
    r"(?=,|['’]s? | (?!and )[a-z]|$)"
)
# "Swiss miner Holt Metals", "Anglo-Chilean miner Holt Metals".
_OF_A_LAND = re.compile(r"(?:\w+-)?(?P<land>[A-Z]\w+) (?=[a-z]\w+ [A-ZÀ-Þ])")
# What is done to a firm, or held against it, it seldom says itself.
_HELD_AGAINST = (
    r"should|must|ought|could|needs?\b|might|may\b|shares"
    r"|(?:(?:has|had) )?(?:failed|ignored|neglected|breached|violated|misled)\b"
)
_ACTS = re.compile(
    rf" (?!{_HELD_AGAINST}|is\b|was\b|(?:(?:has|had) )?been\b)(?:has|had|will|\w+(?:ed|s))\b"
)
_WITHIN = re.compile("[a-z,;] ")
_APPOSED = re.compile(r", (?:the|an?|which|whose) (?:[a-z-]+ )?(?P<what>[a-z-]+)\b(?!['’])")


def opening_body(annotated: Annotated, span: Span) -> Span | None:
    """Return the body that a sentence opens with, for its "it said"; None where it opens otherwise.

    "China's commerce ministry had come with a number: …, it said."
    """
    return _before(span, _body_at(annotated, sentence_of(annotated, span)))


def opening_anew(annotated: Annotated, span: Span, spoke: Span | None) -> Span | None:
    """Return the body that a sentence opens with, whoever has spoken in a paragraph before it.

    "…, police said. ¶ A museum in the old town had been shut, its director said."
    """
    text, found = annotated.article.part_text(span.part), opening_body(annotated, span)
    if found is None or spoke is None or "\n" not in text[spoke.end : span.start]:
        return None
    return None if re.match(f" (?:{_HELD_AGAINST})", text[found.end :]) else found


def paragraph_body(annotated: Annotated, span: Span) -> Span | None:
    """Return the body that the paragraph of a place begins with, for "a spokesperson"."""
    start = annotated.article.part_text(span.part).rfind("\n", 0, span.start) + 1
    first = sentence_of(annotated, replace(span, start=start, end=start + 1))
    return _before(span, _body_at(annotated, first) or name_at(annotated, first))


def opening_name(annotated: Annotated, span: Span) -> Span | None:
    """Return the name that a sentence opens with, for its "it said", "the firm said"; else None.

    "Veridane, the maker, has applied in nine countries, it disclosed." Failing that, the name that
    has just spoken. No person's or place's; a single word only where it stands within a sentence
    too: any word may open one. A model need not know it.
    """
    found = _before(span, name_at(annotated, sentence_of(annotated, span)))
    spoke = spoke_before(annotated, span) if found is None else None
    return found if spoke is None else name_at(annotated, spoke)


def country_opening(annotated: Annotated, span: Span) -> CountryCode | None:
    """Return the country that "its foreign ministry" is of: "Japan has not asked, its … said"."""
    sentence = after_dateline(annotated, sentence_of(annotated, span))
    return country_in(" ".join(annotated.article.words(sentence).split()[:2]))


def name_acting(annotated: Annotated, span: Span) -> bool:
    """Return whether a sentence tells the deed of the name it opens with, for its "it said".

    "Swiss miner Holt Metals has closed two pits, it said": Holt Metals, whoever spoke before. But
    that it should close them, failed to, or that its shares fell, another may have said.
    """
    found = _before(span, name_at(annotated, sentence_of(annotated, span)))
    text = annotated.article.part_text(span.part)
    return found is not None and _ACTS.match(text, found.end) is not None


def _before(span: Span, found: Span | None) -> Span | None:
    return found if found is not None and found.end <= span.start else None


def _body_at(annotated: Annotated, sentence: Span) -> Span | None:
    """Return the body that a sentence opens with by the word for one: "China's ministry"."""
    begun = after_dateline(annotated, sentence)
    found = _OPENS_WITH_BODY.match(annotated.article.words(begun))
    return replace(begun, end=begun.start + found.end()) if found is not None else None


def name_at(annotated: Annotated, where: Span) -> Span | None:
    """Return the name that a stretch opens with, if it can be a body's."""
    article, where = annotated.article, after_dateline(annotated, where)
    land = _OF_A_LAND.match(article.words(where))
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
    if found["head"]:  # a person has no chairman
        kinds.discard("person")
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


def _is_within(name: str, text: str) -> bool:
    return any(_WITHIN.match(text, place - 2) for place in places_of(name, text) if place > 1)

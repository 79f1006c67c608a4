"""Find by what stands before whom a bare word means: "it said", "the company", "its manager"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from twosource.model.annotated import Annotated, Mention
from twosource.model.identity import CountryCode, PartName, Span
from twosource.places import country_of, demonym_of
from twosource.stages.dossier.informants.bodies import body_in, country_in
from twosource.stages.dossier.informants.phrases import LINK, is_only_a_name, tokens
from twosource.stages.dossier.informants.roles import BODY, EPITHETS, OF_STATES, PRONOUNS, UNNAMED
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
    r"(?:(?!of |in |at |by |for |from |with )[\w'’-]+ ){0,3}?"
    rf"(?:(?:{'|'.join(sorted(BODY - UNNAMED))})\b ?)+(?<! )(?: [A-Z][\w-]+)*(?!['’])"
)

_NAME = rf"\b(?!{LINK})[A-ZÀ-Þ][\w&-]*(?: [A-ZÀ-Þ&][\w&-]*)*"
_IN_CHARGE = r"chair\w*|head|boss|president|director|chief executive"  # of a body
_OPENS_WITH_NAME = re.compile(
    rf"(?:{LINK},? )?(?:[Tt]he )?(?:(?P<head>{_IN_CHARGE}) of |[a-z]\w+ )?(?P<name>{_NAME})"
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
# "The van maker | Vessla", "Fjellbor, | the contractor", "Vessla, | which is a van maker".
_TOLD_BEFORE = re.compile(r"\b([a-z-]+),? \Z")
_TOLD_BEHIND = re.compile(
    rf", (?:the|an?|which is an?) (?:[\w-]+ ){{0,3}}?({'|'.join(sorted(EPITHETS))})"
    r"(?=[,.;:)]|$| (?:of|in|from|for|that|which|behind|based)\b)"
)
# "Air Accidents Investigation Branch" is no airline.
_PUBLIC = frozenset(
    "accident accidents branch inspectorate investigation investigations traffic".split()
)
_A_NAME = re.compile(rf"(?:\b(?:The|A|An) )?(?P<name>{_NAME})")
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
    return _before(span, _body_at(annotated, first) or _name_at(annotated, first))


def opening_name(annotated: Annotated, span: Span) -> Span | None:
    """Return the name that a sentence opens with, for its "it said", "the firm said"; else None.

    "Veridane, the maker, has applied in nine countries, it disclosed." Failing that, the name that
    has just spoken. No person's or place's; a single word only where it stands within a sentence
    too: any word may open one. A model need not know it.
    """
    found = _before(span, _name_at(annotated, sentence_of(annotated, span)))
    spoke = spoke_before(annotated, span) if found is None else None
    return found if spoke is None else _name_at(annotated, spoke)


def country_opening(annotated: Annotated, span: Span) -> CountryCode | None:
    """Return the country that "its foreign ministry" is of: "Japan has not asked, its … said"."""
    sentence = after_dateline(annotated, sentence_of(annotated, span))
    return country_in(" ".join(annotated.article.words(sentence).split()[:2]))


def name_acting(annotated: Annotated, span: Span) -> bool:
    """Return whether a sentence tells the deed of the name it opens with, for its "it said".

    "Swiss miner Holt Metals has closed two pits, it said": Holt Metals, whoever spoke before. But
    that it should close them, failed to, or that its shares fell, another may have said.
    """
    found = _before(span, _name_at(annotated, sentence_of(annotated, span)))
    text = annotated.article.part_text(span.part)
    return found is not None and _ACTS.match(text, found.end) is not None


def _before(span: Span, found: Span | None) -> Span | None:
    return found if found is not None and found.end <= span.start else None


def _body_at(annotated: Annotated, sentence: Span) -> Span | None:
    """Return the body that a sentence opens with by the word for one: "China's ministry"."""
    begun = after_dateline(annotated, sentence)
    found = _OPENS_WITH_BODY.match(annotated.article.words(begun))
    return replace(begun, end=begun.start + found.end()) if found is not None else None


def _name_at(annotated: Annotated, where: Span) -> Span | None:
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


def company_that_spoke(annotated: Annotated, span: Span) -> Span | None:
    """Return the only company that has spoken or acted before a place; None for none, or several.

    Known by nothing but a name that can be a body's, and that nowhere else is a person's or a
    place's. A model need not know it.
    """
    words = annotated.article.words
    others = {words(m.span) for m in annotated.mentions if m.kind in ("person", "place")}
    speakers = (quote.speaker for quote in annotated.quotes if quote.speaker is not None)
    firms = (
        each
        for each in speakers
        if is_only_a_name(name := words(each))
        and name.lower() not in PRONOUNS
        and may_be_company(name)
        and not any(other == name or (" " in other and other in name) for other in others)
        and _name_at(annotated, each) == each
    )
    return _only_name(firms, annotated, span)


def may_be_company(name: str) -> bool:
    """Return whether a name is no public body's."""
    if not _PUBLIC.isdisjoint(tokens(name)):
        return False
    return body_in(name) is None and name.lower() not in OF_STATES


def _is_within(name: str, text: str) -> bool:
    return any(_WITHIN.match(text, place - 2) for place in places_of(name, text) if place > 1)


def clause_after(text: str, span: Span) -> str:
    """Return what a phrase goes on to say of a speaker: "who had watched from the fence"."""
    found = re.match(r",? (who\b[^.;]*)", text[span.end :])
    return found.group(1) if found else ""


def named_like(annotated: Annotated, span: Span, called: Iterable[str]) -> Span | None:
    """Return the only name before a place that the text tells to be what a body is called there.

    "The airline" is "Fjord Air", or "Norda, an airline". A model need not know it; None for none,
    or several.
    """
    so = frozenset(called)
    told = (name for name, nouns in _told_what(annotated) if not so.isdisjoint(nouns))
    return _only_name(told, annotated, span)


def _only_name(names: Iterable[Span], annotated: Annotated, span: Span) -> Span | None:
    """Return the only one of these names that stands before a place; else None."""
    found: dict[str, Span] = {}
    for each in names:
        if each.part == span.part and each.end <= span.start:
            found.setdefault(annotated.article.words(each), each)
    return next(iter(found.values())) if len(found) == 1 else None


@once_per_article
def _told_what(annotated: Annotated) -> tuple[tuple[Span, frozenset[str]], ...]:
    """Return the names of which a text tells what body each is, with the nouns that tell so."""
    parts = dict.fromkeys(each.part for each in annotated.sentences)
    return tuple(
        each for part in parts for each in _told_in(annotated.article.part_text(part), part)
    )


def _told_in(text: str, part: PartName) -> Iterator[tuple[Span, frozenset[str]]]:
    for name in _A_NAME.finditer(text):
        start, end = name.span("name")
        before = _TOLD_BEFORE.search(text, max(0, start - LOOK_BACK), start)
        behind = _TOLD_BEHIND.match(text, end)
        nouns = {each[1] for each in (before, behind) if each} & EPITHETS
        if " " in name["name"]:
            nouns |= _kinds_told().get(name["name"].split()[-1], frozenset())
        if nouns:
            yield Span(part=part, start=start, end=end), frozenset(nouns)


@cache
def _kinds_told() -> Mapping[str, frozenset[str]]:
    """Return what a body is called by the last word of its name: an airline by "Air"."""
    kinds = table("speakers-en.toml")["called_by_name"].items()
    return {word: frozenset(called.split()) for called, words in kinds for word in words.split()}

"""Read from a passage's own words who speaks in it, and who only acts, reacts or is beside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.model.acquired import Article
from twosource.model.annotated import Quote
from twosource.model.identity import Span
from twosource.stages.dossier.informants.named_before import HEARD_BY, IN_A_PLACE
from twosource.stages.dossier.informants.phrases import is_only_a_name
from twosource.stages.dossier.telling.told import Told
from twosource.text.nouns import is_agent
from twosource.text.standing import places_of

# Who deplores an event repeats its toll; that is no second count.
REACTS = re.compile(
    r"\b(?:horrified|shocked|saddened|appalled|outraged|heartbroken|devastated|condemn\w*|"
    r"condol\w*|mourn\w*|tributes?|sympath\w*|prayers?|praying|thoughts (?:are|go)|"
    r"congratulat\w*|deplor\w*|of you (?:will )?have (?:now )?(?:heard|seen|read))\b",
    re.IGNORECASE,
)
# Who does this "to buy" or "to pay" is a party of what happens.
_ACTS = re.compile(
    r"(?:agree|offer|decid|sign|plan|refus|sought|seek|want|tr(?:y|ied)|order|vot|accept|ask)\w*",
    re.I,
)
LEAST_TOLD = 4  # words before who tells them
_ADDED = re.compile(
    r"[^,.;:]{0,30}, (?:following|after|before|amid|while|which|who|whose|(?:\w+ )?(?:hours?|days?|"
    r"weeks?|months?|years?) (?:after|before))\b"
)
TOLLS = frozenset({"dead", "injured", "missing", "in hospital"})  # nobody counts these by himself
# "The wife of Ola Hansen", "a spokesman for President Hansen": he is not the one who speaks.
IN_OR_OF = re.compile(
    r"(?:\b(?:in|on|of|at|for|with|from|(?<!ccording )to|against|about|near|between|after|"
    r"across|over)|ed by)"
    r"\s(?:the\s)?(?:[a-z]+\s)?$"
)
# "Director of communications Una Holt", "chief of staff Una Holt": she is.
_OFFICE_OF = re.compile(
    r"\b(?:chief|director|head|minister|officer|president|professor|secretary)\s"
    r"(?:of|for)\s(?P<what>[a-z]+)\s$",
    re.IGNORECASE,
)

_CAPITAL_BEFORE = re.compile(r"\b(?!The |But |And )[A-ZÀ-Þ][\w.’'-]* \Z")
LONGEST_WORD = 60  # code points


def is_of_another(before: str) -> bool:
    """Return whether the words before a name make it only tell whose somebody is, or where."""
    office = _OFFICE_OF.search(before)
    if office and (office["what"] in ("police", "staff") or not is_agent(office["what"])):
        return False
    return IN_OR_OF.search(before) is not None


def is_one_word(words: str, text: str) -> bool:
    """Return whether somebody is called by one word alone, behind none with a capital: a firm.

    Reports give a person's full name, or his title, before they call him by his surname.
    """
    if not is_only_a_name(words) or " " in words:
        return False
    return not any(
        _CAPITAL_BEFORE.search(text, max(0, place - LONGEST_WORD), place)
        for place in places_of(words, text)
    )


_REPORTS = re.compile(r"(?:(?:has|had|also) )*report(?:ed|s)$|(?:wrote|writes)$", re.I)
_CITING = re.compile(r"\b(?:citing|quoting)\s\Z")


def is_beside(before: str) -> bool:
    """Return whether a name tells where somebody is, or who was told: "obtained by the Ledger"."""
    return bool(IN_A_PLACE.search(before) or HEARD_BY.search(before))


def acts(quote: Quote, article: Article) -> bool:
    """Return whether somebody does a thing and does not tell of it: "X agreed to buy Y"."""
    if quote.cue is None or not _ACTS.match(article.words(quote.cue)):
        return False
    return article.words(quote.content[0]).lower().startswith("to ")


def speaker_spans(told: Told, article: Article) -> Iterator[Span]:
    """Yield from whom it may be known, the surest first: speaker, issuer of a figure, sources.

    Before who reports it whom he cites: "Norda reported, citing the council".
    """
    cue = told.quote.cue if told.quote is not None else None
    if cue is not None and _REPORTS.match(article.words(cue)):
        text = article.part_text(told.span.part)
        yield from (each for each in told.sources if _CITING.search(text[: each.start]))
    speaker = told.quote.speaker if told.quote is not None else None
    if speaker is not None:
        # A parse may cut a long phrase short: "a colleague who was on the ward that | night".
        yield next((each for each in told.sources if each.holds(speaker)), speaker)
    if told.figure is not None and told.figure.issuer is not None:
        yield told.figure.issuer
    yield from told.sources


def is_guessed(told: Told, speaker: Span, article: Article) -> bool:
    """Return whether a surname in another sentence was taken for the "he" of this one."""
    return not told.span.touches(speaker) and " " not in article.words(speaker)


def is_added(told: Told, speaker: Span, article: Article) -> bool:
    """Return whether a figure stands in what a report adds to what somebody has told before it.

    "Bottles were thrown, witnesses said, following a vigil for a boy shot by two officers".
    """
    if told.figure is None or not told.span.holds(speaker):
        return False
    told_before = len(article.text[told.span.start : speaker.start].split()) >= LEAST_TOLD
    return told_before and bool(
        _ADDED.match(article.text[speaker.end : max(speaker.end, told.figure.span.start)])
    )

"""Say whether a sentence asserts, supposes, asks or denies what it tells, and if by a "not"."""

from __future__ import annotations

import re

from twosource.model.annotated import Quote
from twosource.model.claimed import Stance

OPENING = 60  # code points of a sentence: who did not comment, and on whose behalf
STANCES: dict[str, Stance] = {
    "asserted": "asserts",
    "denied": "denies",
    "asked": "asks",
    "supposed": "supposes",
    "unsaid": "asks",  # who does not say it does not deny it either
}
# "May" is a month; the guess is written small but where it opens a question.
_HEDGED = re.compile(
    r"(?-i:\bmay\b)|\b(?:might|could|perhaps|possibly|reportedly|allegedly|apparently|presumably|unconfirmed|"
    r"rumou?rs?|rumou?red|feared|fears?|is believed|are believed|is thought|are thought|if|"
    r"whether|(?<!confirmed )(?:allegations|suggestions|speculation) that|"
    # but "the union claims that", "confirmed reports that"
    r"(?-i:(?:of|on|to|into|about|after|amid|over|despite|are|were|been|(?!confirm)[a-z]+(?:ed|ing))"
    r" (?:the |media |local |earlier )?(?:reports|claims)|Reports|Claims) that)\b",
    re.IGNORECASE,
)
# A guess in what hangs on the rest leaves that as sure as it is: "recalled, because it may fail".
_HANGS_ON = re.compile(
    r",? \b(?:because|which|who|whose|where|while|so that|although|though|since|after|before|until|"
    r"unless|lest|for fear)\b"
    r"|,? \b(?:over|amid|on|despite|because of|due to) (?:\w+ ){0,2}(?:fears?|rumou?rs?)\b",
)
LEAST_SURE = 4  # words before what hangs on them
# In reported words "would" is the future ("he said they would sail"), elsewhere a guess.
_WOULD = re.compile(r"\bwould\b", re.IGNORECASE)
_UNCONFIRMED = re.compile(
    r"\b(?:(?:did|does|could|would|has|have|will) ?not|(?:did|does|could|would|has|have|wo)n['’]t|"
    r"declined to|refused to) (?:\w+ly |yet )*(?:confirm|comment|say|know|verif|respond|elaborate)"
    r"|\b(?:not (?:yet |immediately )?(?:known|clear|certain)|unclear|unknown)\b",
    re.IGNORECASE,
)
_NO_COMMENT = re.compile(
    r"(?:\b(?:not|declin\w+|refus\w+)|n['’]t)\b[^.;]{0,40}\b(?:comment|elaborate|"
    r"(?:respond|reply|return)\w*\b[^.;]{0,30}\b(?:calls?|requests?|e?-?mails?|messages?|"
    r"questions?|inquir\w+))\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:not|never|no longer|nobody|no one|none|without|neither|n['’]t|cannot)\b|n['’]t\b|\bno\b",
    re.IGNORECASE,
)

# "The figure of 420 given by the union is wrong": told only to be denied.
_CALLED_WRONG = re.compile(
    r"(?:\b(?:the|that|this|those|these|its|their|his|her|any|['’]s) |\A\W*)(?:\w+ ){0,2}"
    r"(?:figure|number|estimate|claim|allegation|accusation|report|rumou?r|suggestion|assertion)s?"
    r"\b(?: (?!not\b)[\w.,'’-]+){0,10}? (?:is|are|was|were) (?:\w+ly )?(?:wrong|untrue|false|"
    r"baseless|incorrect|unfounded|inaccurate|nonsense)\b(?! (?:to|for|about|if|in|on)\b)",
    re.IGNORECASE,
)


# "You do not notice it until it stops": it stops.
_NOT_UNTIL = re.compile(r"\b\w*(?:n['’]t|not|never|nobody|no one)\b(?=[^.;:]*\buntil\b)", re.I)


def stance_of(quote: Quote | None, words: str, sentence: str) -> Stance:
    """Return what a sentence does with the words of a claim that stand in it.

    "May", "reportedly" and "if" make a supposition; who will not confirm a thing asks, and who
    calls a figure or a claim wrong denies it.
    """
    stance = STANCES[quote.sense] if quote else "asserts"
    if quote is not None and _UNCONFIRMED.search(sentence):
        return "asks"  # who will not confirm or does not know it does not deny it either
    if stance == "asserts" and _CALLED_WRONG.search(words):
        return "denies"
    sure = _surest(words)
    hedged = _HEDGED.search(sure) or (quote is None and _WOULD.search(sure))
    return "supposes" if stance == "asserts" and hedged else stance


def _surest(words: str) -> str:
    """Return what stands before the first clause that hangs on it; all where too little does."""
    found = _HANGS_ON.search(words)
    before = words[: found.start()] if found else ""
    return before if len(before.split()) >= LEAST_SURE else words


def says_nothing(sentence: str) -> bool:
    """Return whether a sentence tells only that somebody has said nothing: no fact of the story.

    Further on, it only ends so: "The firm will review the offer, it said, and declined to comment".
    """
    found = _NO_COMMENT.search(sentence)
    return found is not None and found.start() <= OPENING


def is_negated(words: str) -> bool:
    """Return whether words say that something is not so; "not until X" says that X is."""
    return bool(_NEGATED.search(_NOT_UNTIL.sub("", words)))

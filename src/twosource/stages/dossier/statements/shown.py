"""Choose what of a saying is shown, so that it states something by itself."""

from __future__ import annotations

import re

from twosource.model.annotated import Annotated, Quote
from twosource.model.identity import Span
from twosource.stages.dossier.prose import after_dateline

FAR_CUE = 60  # code points between a verb of speech and what is asked or blamed
_HANGS = re.compile(r"(?:for|about|of|with|on|at|over|against|from|as)\b", re.IGNORECASE)
_REQUEST = re.compile(r"(?:not )?to [a-z]")
_SAYING = re.compile(r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|add(?:s|ed|ing)?)\b")
_LIKENS = re.compile(
    r"\b(?:describ|portray|brand|regard|paint|characteri|hail|tout|depict|dismiss)"
)
_CALLS = re.compile(r"(?:call|dub|label|term|brand|deem)(?:l?ed|med|s|ing)?$")  # "it a disgrace"
# "To question passengers" is an aim and "saw his team win" an event; nobody is quoted.
_ACTS = re.compile(r"to |(?:.* )?(?:s(?:ee|ees|aw|een)|hear(?:s|d)?)$")
_BEGINS_CLAUSE = re.compile(
    r"[“\"‘'«„]|(?:that|whether|if|how|why|what|when|where|who|he|she|it|they|we|i|you|there|this|"
    r"these|those|nobody|everyone)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:that|which|who|whose|whom|where|when)\b")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|"
    r"cannot|\w+n['’]t)\b|\w['’](?:re|ll|ve|d)\b",
    re.IGNORECASE,
)


def shown_of(annotated: Annotated, quote: Quote) -> list[Span]:
    """Return the stretches of a quote that state something; none where it does not.

    A dateline is no part of what is said. A request and a thing are shown with their verb ("asked
    islanders to stay at home", "blamed the frost"), for without it they state nothing; what only
    hangs on the verb ("for the delay", "about an alarm") says nothing even so, and what somebody
    saw or was about to announce is not said.
    """
    stretches = list(quote.content)
    if not stretches or quote.kind == "direct":
        return stretches
    first = after_dateline(annotated, stretches[0])
    words = annotated.article.words(first)
    if quote.kind == "indirect" and _HANGS.match(words):
        return []
    cue = quote.cue
    leads = cue is not None and cue.part == first.part and 0 <= first.start - cue.end <= FAR_CUE
    verb = annotated.article.words(cue).lower() if cue is not None and leads else ""
    if _REQUEST.match(words) and (not verb or verb.startswith("agree")):
        return []  # who agrees to do something acts; nobody is quoted
    if cue is not None and verb and (_REQUEST.match(words) or _is_thing(words, verb)):
        if _ACTS.match(verb):
            return []
        first = Span(part=first.part, start=cue.start, end=first.end)
    return [first, *stretches[1:]]


def _is_thing(words: str, verb: str) -> bool:
    """Return whether words after a verb are a thing ("the frost"), no clause ("the frost came").

    "Said" and "told" have clauses only; in doubt it is taken for a thing, and "warned the dam
    burst" states no less than "the dam burst".
    """
    if _CALLS.match(verb) or (_LIKENS.search(verb) and " as " in words):
        return True
    if not verb[0].isalpha() or _SAYING.search(verb) or _BEGINS_CLAUSE.match(words):
        return False
    return not _FINITE.search(_RELATIVE.split(words)[0])

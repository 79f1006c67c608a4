"""Say whether a sentence reports a fact from somebody: no wish, no judgement, nothing long past."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.model.acquired import Article
from twosource.model.annotated import Quote
from twosource.model.claimed import Stance
from twosource.model.identity import Span
from twosource.stages.dossier.prose import leans

# Who does this to a thing reports it; who urges, blames or hopes wants or judges it.
_REPORTS = re.compile(
    r"(?:sa(?:y|ys|id|ying)|tell(?:s|ing)?|told|add(?:s|ed|ing)?|announc\w+|report(?:s|ed|ing)?|"
    r"confirm\w*|stat(?:es?|ed|ing)|not(?:es?|ed|ing)|repeat(?:s|ed)?|reveal\w*|disclos\w+|"
    r"show(?:s|ed|n|ing)?|f(?:ou|i)nds?|explain\w*|writes?|wrote|writing|testif\w+|tweet\w*|"
    r"post(?:s|ed)|indicat\w+|admit\w*|acknowledg\w+|estimat\w+|conclud\w+|determin\w+|"
    r"establish\w*|according to|recall(?:s|ed)|publish\w*|record(?:s|ed)|put)\b",
    re.IGNORECASE,
)
# What should be, what is fine or a shame: no report can bear it out.
_WISHED_OR_JUDGED = re.compile(
    r"^to\b|\b(?:should|must|ought|need(?:s|ed)? to|ha(?:s|ve|d) to|let us|would (?:like|love)|"
    r"proud|pleased|sorry|glad|happy|grateful|thankful|disappointed|confident|optimistic|excited|"
    r"delighted|honou?red|saddened|shocked|devastated|worried|concerned|determined|committed|"
    r"important|vital|crucial|unacceptable|outrageous|unfair|ridiculous|great|wonderful|terrible|"
    r"amazing|incredible|beautiful|awful|tragic|best|worst|right thing|deserv\w+|feels?|felt|"
    r"thinks?|thought|believe[sd]?|hope[sd]?|love[sd]?)\b",
    re.IGNORECASE,
)

_JOINED = re.compile(r"^(?:But|And|Yet|So|However,|Meanwhile,)\s+")


def is_reported(
    article: Article,
    sentence: Span,
    quote: Quote | None,
    sources: Sequence[Span],
    content: str,
    stance: Stance,
) -> bool:
    """Return whether a sentence gives somebody's report that something is so.

    Beside a source ("customs data show"), or in reported speech: his own words may be kept for
    their colour. Asserted; and readable by itself, since it may be all that stands of it in the
    dossier.
    """
    if stance != "asserts" or _WISHED_OR_JUDGED.search(content):
        return False
    if quote is None:
        return bool(sources) and _stands_alone(article.words(sentence))
    if quote.speaker is None or quote.kind != "indirect":
        return False
    if quote.cue is not None and not _REPORTS.match(article.words(quote.cue)):
        return False
    # "He said that the smelter would close" stands by itself once he is named beside it.
    he = quote.pronoun is not None and quote.pronoun.start == sentence.start
    told = re.sub(r"^that ", "", content) if he else article.words(sentence)
    return _stands_alone(told)


def _stands_alone(told: str) -> bool:
    """Return whether a sentence can be read by itself, but for a "But" before it."""
    return not leans(_JOINED.sub("", told))

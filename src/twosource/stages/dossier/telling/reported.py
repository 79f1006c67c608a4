"""Say whether words tell a fact, and whether a sentence reports one from somebody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.model.acquired import Article
from twosource.model.annotated import Quote
from twosource.model.claimed import Stance
from twosource.model.identity import Span
from twosource.stages.dossier.prose import leans, speaks_of_itself

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
    r"^to\b|\b(?:should|ought|let us|would (?:like|love)|"
    r"proud|pleased|sorry|glad|happy|grateful|thankful|disappointed|confident|optimistic|excited|"
    r"delighted|honou?red|saddened|shocked|devastated|worried|concerned|determined|committed|"
    r"important|vital|crucial|unacceptable|outrageous|unfair|ridiculous|great|wonderful|terrible|"
    r"amazing|incredible|beautiful|awful|tragic|best|worst|right thing|deserv\w+|"
    r"(?:I|we|he|she|they) (?:feels?|felt)|thinks?|thought|believe[sd]?|hope[sd]?|love[sd]?)\b",
    re.IGNORECASE,
)

# What must be done is a fact by a court's ruling, and a wish by a union's word.
_OBLIGED = re.compile(r"\b(?:must|need(?:s|ed)? to|ha(?:s|ve|d) to)\b", re.IGNORECASE)
# Who tells what has happened gives an account; who speaks of today speaks his mind as often.
_PAST = re.compile(
    r"\b(?!(?:need|indeed|speed|feed|seed|breed|bleed|greed|hundred|sacred|wicked|naked|red|bed)\b)"
    r"\w{2,}ed\b|\b(?:was|were|wasn['’]t|weren['’]t|had|did|didn['’]t|been|became|began|bit|blew|"
    r"broke|brought|built|burnt|came|caught|cost|could|couldn['’]t|crept|cut|drank|drew|drove|ate|"
    r"fell|felt|fed|fled|flew|forgot|fought|found|gave|got|grew|heard|held|hid|hit|hung|hurt|kept|"
    r"knew|laid|lay|led|left|lent|let|lit|lost|made|meant|met|paid|put|ran|rang|read|rode|rose|"
    r"said|sang|sank|sat|saw|sent|set|shook|shot|shut|slept|slid|sold|spent|split|spoke|stole|"
    r"stood|struck|swam|swept|swung|taught|threw|told|took|tore|went|woke|won|wore|wrote)\b"
)
_JOINED = re.compile(r"^(?:But|And|Yet|So|However,|Meanwhile,)\s+")


def tells_fact(quote: Quote | None, words: str) -> bool:
    """Return whether words tell that something is so: in a quotation no wish, no judgement.

    What somebody says in his own words is a fact he tells where it has happened: "I pressed the
    pedal and nothing happened", not "My shoes pay no toll".
    """
    if quote is None:
        return not speaks_of_itself(words)
    if _WISHED_OR_JUDGED.search(words):
        return False
    return quote.kind != "direct" or bool(_PAST.search(words))


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
    if stance != "asserts" or _WISHED_OR_JUDGED.search(content) or _OBLIGED.search(content):
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

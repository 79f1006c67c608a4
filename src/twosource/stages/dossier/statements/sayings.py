"""Read what the quotes of an article say, each in its words, whoever it is that speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from twosource.model.acquired import Article
from twosource.model.annotated import Annotated, Quote, QuoteKind
from twosource.model.identity import Span
from twosource.stages.dossier.cite import folded
from twosource.stages.dossier.marks import cuts_of
from twosource.stages.dossier.prose import after_dateline
from twosource.stages.dossier.reading import sentence_of
from twosource.stages.dossier.sameness import content_words, one_spelling, words_of
from twosource.stages.dossier.statements.stated import Stated, stated_in
from twosource.stages.dossier.statements.translated import is_translated
from twosource.stages.once import once_per_article

LONGEST = 900  # code points; a quote over more than that is cited by its first stretch
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CONTRACTED = tuple(
    (re.compile(rf"(?<=\w){short}\b", re.IGNORECASE), full)
    for short, full in (
        ("n['’]t", " not"),
        ("['’]re", " are"),
        ("['’]ve", " have"),
        ("['’]ll", " will"),
        ("['’]m", " am"),
    )
)
_OPENING, _CLOSING = frozenset('“"«„‘'), frozenset('”"»“’')
_BARE_MARKS = frozenset('“”"')
_MARKED = re.compile(r"[“\"«„]([^”\"»“]+)(?:[”\"»]|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What a quote says, as far as its article tells by itself."""

    quote: Quote
    span: Span  # that is shown
    text: str
    said_on: str  # ISO day, "" where the text gives none
    quoted: tuple[str, ...]  # the words inside quotation marks
    words: frozenset[str]  # stems that carry meaning, of all the content
    translated: bool  # the outlet's word tells that it was put into another language
    told: tuple[Stated, ...]  # what it comes to, then what each of several sentences does


@once_per_article
def sayings_of(annotated: Annotated) -> tuple[Saying | None, ...]:
    """Return what each quote of an article says, None for one that states nothing."""
    return tuple(_saying(annotated, quote) for quote in annotated.quotes)


def _saying(annotated: Annotated, quote: Quote) -> Saying | None:
    stretches = shown_of(annotated, quote)
    article = annotated.article
    if not stretches or _is_the_writers(quote, article):
        return None
    span = _balanced(article, _covering(stretches))
    first = max(stretches[0], quote.content[0])  # without the verb that it is shown with
    told = [each for each in (first, *stretches[1:]) if span.touches(each)]
    pieces = [article.words(each) for each in told]
    return Saying(
        quote=quote,
        span=span,
        text=folded(article.words(span)),
        said_on=_said_on(annotated, quote),
        quoted=_in_full(" ".join(_marked(pieces, quote.kind))),
        words=content_words(" ".join(pieces)),
        translated=is_translated(quote, annotated),
        told=stated_in(annotated, told, quote.sense),
    )


def _is_the_writers(quote: Quote, article: Article) -> bool:
    """Return whether it is what the writer thinks himself: "I think that …", nobody's statement."""
    who = quote.speaker if quote.kind == "indirect" else None
    return who is not None and article.words(who) == "I"


def _in_full(words: str) -> tuple[str, ...]:
    """Return words in one spelling, contractions in full: "we will" for "we'll" alters nothing."""
    for short, full in _CONTRACTED:
        words = short.sub(full, words)
    return tuple(map(one_spelling, words_of(words)))


def _covering(stretches: list[Span]) -> Span:
    """Return one stretch over all parts of a saying, with the cue that interrupts them."""
    first = stretches[0]
    end = max(each.end for each in stretches if each.part == first.part)
    whole = Span(part=first.part, start=first.start, end=end)
    return whole if len(whole) <= LONGEST else first


def _balanced(article: Article, span: Span) -> Span:
    """Return a stretch without a quotation mark at one end that has no partner at the other.

    A sentence taken out of a longer quote begins or ends inside it.
    """
    words = article.words(span)
    opens, closes = words[:1] in _OPENING, words[-1:] in _CLOSING
    paired = words.count("“") == words.count("”") and words.count('"') % 2 == 0
    if opens == closes or (paired and not _BARE_MARKS.isdisjoint(words)):
        return span
    return Span(part=span.part, start=span.start + opens, end=span.end - closes)


def _marked(pieces: list[str], kind: QuoteKind) -> list[str]:
    """Return the stretches inside quotation marks; all of a direct quote is."""
    if kind == "indirect":
        return []
    if kind == "direct":
        return pieces
    return [match.group(1) for piece in pieces for match in _MARKED.finditer(piece)]


def _said_on(annotated: Annotated, quote: Quote) -> str:
    """Return the day the text gives for the saying: a date right beside cue or speaker.

    Nobody said on Saturday that he "would not appeal and invited the union to talks on Saturday".
    """
    anchor = quote.cue or quote.speaker
    if anchor is None:
        return ""
    sentence = sentence_of(annotated, anchor)
    anchors = [each for each in (quote.cue, quote.speaker) if each and sentence.holds(each)]
    told = [*quote.content, *([quote.speaker] if quote.speaker else [])]
    for time in cuts_of(annotated).at(sentence).times:
        inside = any(each.touches(time.span) for each in told)  # "a man arrested on Monday said"
        if sentence.holds(time.span) and not inside and _ISO_DAY.fullmatch(time.value):
            between = _between(time.span, anchors, sentence)
            apart = any(content.touches(between) for content in quote.content)
            if not apart and _ONLY_WHEN.fullmatch(annotated.article.words(between)):
                return time.value
    return ""


def _between(time: Span, anchors: Sequence[Span], sentence: Span) -> Span:
    """Return what stands between a time and the cue or speaker that it may belong to.

    Before both, that is all from where its sentence begins.
    """
    before = [each.end for each in anchors if each.end <= time.start]
    if before:
        return replace(time, start=max(before), end=time.start)
    return replace(time, start=sentence.start, end=min(each.start for each in anchors))


# "Told reporters in Oslo on", "On Monday,"; not ", who resigned on", "asked about the crash on".
_ONLY_WHEN = re.compile(
    r"(?:(?!\b(?:and|but|about|after|before|since|when|while|as|who|which|that|following)\b)"
    r"[^,;:.“”\"])*"
    r"(?:(?<=\w), ?)?"
)
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

"""Measure who says what on our own hand-labelled texts: words, speaker, cue, kind and sense.

A statement found is *placed* when its letters and those of a labelled one are to three quarters
the same; each is matched once, best overlap first. It is *attributed* when half of the letters of
the shorter speaker lie in the other too, or when neither has one; it is *right* when its sense is
right as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from quality.marked import Labelled, MarkedText, Place, marked_texts
from quality.measure import Measure
from quality.texts import bare_article, english
from twosource.languages import Language
from twosource.model.acquired import Article
from twosource.model.annotated import Quote
from twosource.model.identity import BODY, HEADLINE, Span
from twosource.stages.annotate.article import annotate

TEXTS = Path(__file__).parent / "said"
LEAST_OVERLAP = 0.75  # shared letters over all letters of both
LEAST_SPEAKER = 0.5  # shared letters over those of the shorter speaker

Letters = frozenset[Place]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A statement that Twosource finds, as letters of the text."""

    quote: Quote
    content: Letters
    speaker: Letters  # the pronoun, where that stands at the cue
    cue: Letters
    meant: str  # the name put in for a pronoun, "" for none


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A labelled statement and the one found in its place."""

    wanted: Labelled
    found: Found

    @property
    def attributed(self) -> bool:
        """Return whether both give the words to the same words, or both to nobody."""
        one, other = frozenset(self.wanted.speaker), self.found.speaker
        if not one or not other:
            return not one and not other
        return len(one & other) >= LEAST_SPEAKER * min(len(one), len(other))

    @property
    def right(self) -> bool:
        """Return whether speaker and sense are right."""
        return self.attributed and self.wanted.sense == self.found.quote.sense


def measure(folder: str, data: Path) -> Mapping[str, float]:
    """Return the figures for the texts of one folder; `data` is not used, the texts are ours."""
    texts = marked_texts(TEXTS / folder)
    return figures([(text, found_in(text, english())) for text in texts])


def found_in(text: MarkedText, language: Language) -> list[Found]:
    """Return what Twosource finds in a text once its marks are taken out."""
    article = bare_article(text.parts[BODY], headline=text.parts[HEADLINE])
    return [_found(quote, article) for quote in annotate(article, language).quotes]


def matches(wanted: Sequence[Labelled], found: Sequence[Found]) -> list[Match]:
    """Return which found statement stands in the place of which labelled one."""
    pairs = sorted(
        (-_overlap(one.content, other.content), i, j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(found)
        if not other.content.isdisjoint(one.content)
    )
    left, right, matched = set(range(len(wanted))), set(range(len(found))), []
    for negative, i, j in pairs:
        if -negative >= LEAST_OVERLAP and i in left and j in right:
            left.remove(i)
            right.remove(j)
            matched.append(Match(wanted=wanted[i], found=found[j]))
    return matched


def figures(read: Iterable[tuple[MarkedText, list[Found]]]) -> Mapping[str, float]:
    """Return F1 of statements (placed, attributed, right, by kind) and the share of right parts."""
    wanted: list[Labelled] = []
    found: list[Found] = []
    matched: list[Match] = []
    for text, there in read:
        wanted += text.told
        found += there
        matched += matches(text.told, there)
    pronouns = [each for each in matched if each.found.meant]
    meant = [each for each in matched if each.wanted.meant]
    return {
        "placed_f1": _f1(len(matched), len(wanted), len(found)),
        "attributed_f1": _f1(sum(m.attributed for m in matched), len(wanted), len(found)),
        "right_f1": _f1(sum(m.right for m in matched), len(wanted), len(found)),
        **{
            f"{kind}_f1": _f1(
                sum(m.attributed for m in matched if m.wanted.kind == kind == m.found.quote.kind),
                sum(each.kind == kind for each in wanted),
                sum(each.quote.kind == kind for each in found),
            )
            for kind in ("direct", "mixed", "indirect")
            if any(each.kind == kind for each in wanted)
        },
        "speakers": _share(m.attributed for m in matched),
        "senses": _share(m.wanted.sense == m.found.quote.sense for m in matched),
        "turned_senses": _share(
            m.wanted.sense == m.found.quote.sense for m in matched if m.wanted.sense != "asserted"
        ),
        "cues": _share(not m.found.cue.isdisjoint(m.wanted.cue) for m in matched if m.wanted.cue),
        "pronouns_rightly_resolved": _share(map(_means_it, pronouns)),
        "pronouns_meant": sum(map(_means_it, meant)) / max(1, sum(bool(w.meant) for w in wanted)),
    }


def _found(quote: Quote, article: Article) -> Found:
    spoken = quote.pronoun or quote.speaker
    return Found(
        quote=quote,
        content=_letters(quote.content, article),
        speaker=_letters([spoken] if spoken else [], article),
        cue=_letters([quote.cue] if quote.cue else [], article),
        meant=article.words(quote.speaker) if quote.pronoun and quote.speaker else "",
    )


def _letters(spans: Iterable[Span], article: Article) -> Letters:
    return frozenset(
        (span.part, i)
        for span in spans
        for i in range(span.start, span.end)
        if article.part_text(span.part)[i].isalnum()
    )


def _overlap(one: set[Place], other: Letters) -> float:
    return len(other & one) / len(other | one)


def _means_it(match: Match) -> bool:
    return bool(match.found.meant) and match.found.meant.split()[-1] in match.wanted.meant.split()


def _f1(right: int, wanted: int, found: int) -> float:
    return 2 * right / (wanted + found) if wanted + found else 0.0


def _share(answers: Iterable[bool]) -> float:
    given = list(answers)
    return sum(given) / len(given) if given else 0.0


MEASURES = tuple(
    Measure(name=f"statements.{folder}", corpora=(), run=partial(measure, folder))
    for folder in (
        "dev",
        "held_out",
        "styles_dev",
        "styles_held_out",
        "odd_dev",
        "odd_held_out",
        "frames_dev",
        "frames_held_out",
    )
)

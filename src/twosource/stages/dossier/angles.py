"""Tell which articles of a story are side angles of its event, by their form or their beginning."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import fsum

from twosource.model.annotated import Annotated
from twosource.model.dossier import AngleName
from twosource.model.identity import BODY, ArticleId, LineageId
from twosource.model.linked import Lineage
from twosource.model.material import StoryMaterial
from twosource.stages.once import once_per_article, once_per_story
from twosource.text.normalize import read_words, stem
from twosource.text.weights import weight

PLAIN = ("news", "unknown")  # what is told to be opinion or analysis is marked as that already
LEAD_SENTENCES = 3  # with the headline: where a report says what happened
# An angle begins with what hardly anybody else tells: so much at most of what its headline weighs,
# of headline and lead together, and of what others tell of the beginning that they tell most of.
MOST_OF_HEADLINE, MOST_OF_BEGINNING, MOST_OF_FULLEST = 0.5, 0.4, 0.36
FULL_SHARE = 0.5  # a word that half of the others have counts in full
FEWEST_SENTENCES = 6  # in fewer a lead is all there is
LEAST_TOLD = 8.0  # one rare word that others begin with: less is no telling of the event

# What a headline is by its own words, whatever the article tells; an underscore stands for a blank.
FORMS: dict[AngleName, str] = {
    "questions and answers": r"""
        \bq_?(?:&|and|\+)_?a\b|\bquestions?_(?:and|&)_answers?\b|\bfragen_und_antworten\b
        |\bquestions?_(?:et|/)_réponses?\b|\bpreguntas_y_respuestas\b
        |\b(?:three|four|five|six|seven|eight|nine|ten|\d+)_(?:key_|big_)?questions\b
        """,
    "profile": r"""
        ^(?:profile|portrait|porträt|perfil|retrato|obituary|nachruf)_?[:|–—]
        |^(?:who|wer|qui|quiénes|quién)_(?:is|are|was|were|ist|sind|war|est|sont|était|es|son|era)_
        |:_who_(?:is|was)_[^?]+\?$
        """,
    "chronology": r"""
        ^(?:timeline|chronology|key_dates|zeitleiste|chronologie|cronología)\b
        |:_(?:a_|eine_|une_|una_)?(?:timeline|chronology|chronologie|cronología)$
        """,
    "pictures": r"""
        ^in_(?:pictures|photos|images)\b|\bin_(?:pictures|photos)$|^(?:en_images|en_imágenes)\b
        |^(?:pictures|photos|photo_gallery|gallery|video|watch|bilder|fotos|bildergalerie)_?[:|–—]
        """,
    "reactions": r"""
        ^reactions?\b|:_(?:the_)?reactions?\b|\breacts?_to\b|\breactions_(?:to|from|after)\b
        |\bwhat_(?:others?|other_\w+|they|\w+_leaders)_(?:say|said)$|^reaktionen\b|:_reaktionen\b
        """,
    "advice": r"""
        \bhow_(?:(?:you|to|we)_(?:can_)?|can_(?:you|i)_)?help\b
        |\bwhat_(?:\w+_){0,3}(?:need|have|ought|should|must)(?:_to)?_(?:know|do)\b
        |\bwhat_(?:it|this|that)_means_for_\w+|\bwas_\w+_(?:jetzt_)?wissen_(?:müssen|sollten)\b
        """,
    "explainer": r"""
        ^(?:why|warum|pourquoi|por_qué)_|^(?:news_)?explainers?\b|\bexplained$|\bwhat_(?:do_)?we_(?:do_and_don['’]t_)?know\b
        |\bwhat_is_known\b|\b(?:what|things|facts)_to_know\b|\bwas_(?:wir|man)_\w*_?wissen\b
        |\bwas_bekannt_ist\b|\bce_qu(?:e_l['’])?(?:on|['’]on)_sait\b|\blo_que_(?:se_sabe|sabemos)\b
        """,
}
FORM = {
    name: re.compile("".join(words.split()).replace("_", r"\s"), re.I)
    for name, words in FORMS.items()
}
# Reports begin so too ("How a crew escaped"), so it counts only with a beginning of another matter.
ASKS = re.compile(r"^(?:how|what|wie|comment|cómo)\s|\?$", re.I)

Words = Mapping[str, float]  # stems with how much they tell


@dataclass(frozen=True, slots=True, kw_only=True)
class Angle:
    """What an article is beside the reports of its story's event, and what says so."""

    name: AngleName
    why: str


@once_per_story
def angles_of(material: StoryMaterial) -> dict[ArticleId, Angle]:
    """Return the side angles of the story that a dossier is made of."""
    return angles_in(material.articles, material.lineages)


def angles_in(articles: Sequence[Annotated], lineages: Iterable[Lineage]) -> dict[ArticleId, Angle]:
    """Return the side angles of a story, by its articles and whose report each of them is.

    The form of a headline tells ("Who is …", "Timeline: …"). So does a beginning: what an angle
    begins with is told by nobody else, while a report is told by angles too, in passing.
    """
    matter = _Matter(articles, lineages)
    found: dict[ArticleId, Angle] = {}
    for each in articles:
        if each.article.genre.name in PLAIN:
            angle = _by_form(each, matter) or _by_beginning(each, matter)
            if angle is not None:
                found[each.article.id] = angle
    return found


def _by_form(each: Annotated, matter: _Matter) -> Angle | None:
    headline = each.article.headline.strip()
    for name, pattern in FORM.items():
        if match := pattern.search(headline):
            return Angle(name=name, why=f"its headline says “{match.group().strip(' :')}”")
    match = ASKS.search(headline) if matter.fullest else None  # of one report alone nothing tells
    if match and matter.share(_read(each).headline, each) < MOST_OF_HEADLINE:
        asked = match.group().strip()
        asks = "is a question" if asked == "?" else f"begins with “{asked}”"
        return Angle(name="explainer", why=f"its headline {asks}")
    return None


def _by_beginning(each: Annotated, matter: _Matter) -> Angle | None:
    headline, beginning = _read(each).headline, _read(each).beginning
    share = matter.share(beginning, each)
    if (
        _read(each).sentences < FEWEST_SENTENCES
        or share >= MOST_OF_BEGINNING
        or matter.share(headline, each) >= MOST_OF_HEADLINE
        or matter.told(beginning, each) >= MOST_OF_FULLEST * matter.fullest
    ):
        return None
    why = f"of the words of its headline and lead others have {share:.0%}"
    if place := matter.place(each):
        why += f"; it tells of the event in sentence {place}"
    return Angle(name="side angle", why=why)


class _Matter:
    """What the reports of a story tell, and begin with; each counts once, whoever prints it."""

    def __init__(self, articles: Sequence[Annotated], lineages: Iterable[Lineage]) -> None:
        self._report = {member: each.id for each in lineages for member in each.members}
        self._begin: dict[LineageId, set[str]] = defaultdict(set)
        self._tell: dict[LineageId, set[str]] = defaultdict(set)
        reports = [each for each in articles if each.article.genre.name in PLAIN]
        for each in reports:
            self._begin[self._report[each.article.id]].update(_read(each).beginning)
            self._tell[self._report[each.article.id]].update(_read(each).words)
        self._begun = Counter(chain.from_iterable(self._begin.values()))
        self._told = Counter(chain.from_iterable(self._tell.values()))
        self.fullest = max(
            (self.told(_read(each).beginning, each) for each in reports), default=0.0
        )

    def told(self, words: Words, by: Annotated) -> float:
        """Return how much of an article's words reports other than its own tell, by weight."""
        return self._weighed(words, self._told, self._tell, by)

    def share(self, words: Words, by: Annotated) -> float:
        """Return the same as a share of them all; 0 of none."""
        whole = fsum(words.values())
        return self.told(words, by) / whole if whole else 0.0

    def place(self, each: Annotated) -> int:
        """Return which sentence behind the lead tells most of what others begin with, or 0."""
        told = [
            self._weighed(words, self._begun, self._begin, each)
            for words in _sentences(each)[LEAD_SENTENCES:]
        ]
        most = max(told, default=0.0)
        return told.index(most) + LEAD_SENTENCES + 1 if most >= LEAST_TOLD else 0

    def _weighed(
        self,
        words: Words,
        held: Counter[str],
        by_report: Mapping[LineageId, set[str]],
        by: Annotated,
    ) -> float:
        own = by_report.get(self._report[by.article.id], set())
        full = FULL_SHARE * max(len(by_report) - bool(own), 1)
        return fsum(
            words[term] * min(1.0, (held[term] - (term in own)) / full)
            for term in words.keys() & held.keys()
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What an article tells, by words."""

    headline: Words
    beginning: Words  # of headline, deck and lead
    words: frozenset[str]  # of all of it
    sentences: int  # of its body


@once_per_article
def _read(each: Annotated) -> _Read:
    article = each.article
    spans = [span for span in each.sentences if span.part == BODY]
    lead = article.text[: spans[:LEAD_SENTENCES][-1].end] if spans else ""
    headline = _words(article.headline, article.language)
    beginning = headline | _words(f"{article.deck or ''}\n{lead}", article.language)
    return _Read(
        headline=headline,
        beginning=beginning,
        words=frozenset(beginning) | _words(article.text, article.language).keys(),
        sentences=len(spans),
    )


def _sentences(each: Annotated) -> list[dict[str, float]]:
    article = each.article
    spans = [span for span in each.sentences if span.part == BODY]
    return [_words(article.words(span), article.language) for span in spans]


def _words(text: str, language: str) -> dict[str, float]:
    forms = read_words(text).forms
    return {stem(form): mass for form in forms if (mass := weight(form, language))}

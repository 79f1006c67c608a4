"""Say who gives a figure: in whose words it stands, or whom its sentence names as its source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from twosource.model.acquired import Article
from twosource.model.annotated import Figure, Quote
from twosource.model.identity import BODY, Span
from twosource.stages.annotate.times.find import ENGLISH
from twosource.text.attributions import COUNTS, TELLS, is_no_source, sources_in
from twosource.text.tabled import words_of

_PRONOUNS = words_of("figures-en.toml", "no_party")
_ACTS = re.compile(r"to\s")  # "the port expects | to handle 23 million tonnes"
# "The organisers, | the platform Oslo Walks", but "its chief, Una Gale": called by the name if told
_APPOSED = re.compile(
    r", (?:(?P<name>[A-Z][\w’'-]+(?: [a-z]{2,3})?(?: [A-Z][\w’'-]+){0,3})(?=,|$))?"
)
_WHO_DOES = re.compile(r", who (?P<does>\w+)[^,;]*")
_TURN = re.compile(r";|\s(?:but|while|whereas)\s")


def given_by(
    figures: Iterable[Figure], quotes: Sequence[Quote], article: Article, sentences: Sequence[Span]
) -> tuple[Figure, ...]:
    """Return the figures of an article, each with the party that gives it.

    That is the innermost speaker in whose words it stands, else the source that its sentence names
    ("according to X"): of several the one of its own part of the sentence, parts being parted by a
    semicolon, "but" or "while". No pronoun is a party, nor are words that hold a figure themselves
    ("at least 40 people said").
    """
    if article.language != ENGLISH:
        return tuple(figures)
    found = list(figures)
    counted = [each.span for each in found]
    return tuple(
        replace(each, issuer=each.issuer or _party(each.span, quotes, article, sentences, counted))
        for each in found
    )


def _party(
    figure: Span,
    quotes: Sequence[Quote],
    article: Article,
    sentences: Sequence[Span],
    counted: Sequence[Span],
) -> Span | None:
    speaking = [
        (sum(map(len, quote.content)), quote.speaker)
        for quote in quotes
        if quote.speaker is not None
        and any(each.holds(figure) for each in quote.content)
        and _tells(quote, article, figure)
        and _may_give(quote.speaker, article, counted)
    ]
    if speaking:
        return _without_apposition(min(speaking)[1], article)
    sentence = next((each for each in sentences if each.holds(figure)), None)
    named = sources_in(article.words(sentence), sentence) if sentence is not None else ()
    found = [
        each
        for each in named
        if _may_give(each, article, counted) and not _is_told_of(each, figure, article)
    ]
    near = (each for each in found if not _parted(article, each, figure))
    party = next(near, next(iter(found), None))
    return _without_apposition(party, article) if party is not None else None


def _tells(quote: Quote, article: Article, figure: Span) -> bool:
    """Return whether somebody tells what is quoted: who "pledged 26 of them" acts.

    Of what a headline lets somebody tell in a word of his own, the rest is the paper's: "Survivor
    describes ‘carnage’ which left seven dead". Nor is his what a turn parts from him that comes
    behind: "The centre said 187 were aboard, but the firm said …".
    """
    if quote.kind == "mixed" and figure.part != BODY:
        return False
    if quote.kind == "direct" or quote.cue is None:
        return True
    who = quote.speaker
    if who is not None and figure < who and _parted(article, who, figure):
        return False
    if _ACTS.match(article.words(quote.content[0])):
        return False
    words = article.words(quote.cue).lower().split()
    roots = (root for word in words for root in (word, *_without_ing(word)))
    return words[-1:] in (["to"], ["per"], [":"]) or any(each in TELLS for each in roots)


def _without_ing(word: str) -> Iterator[str]:
    root = word.removesuffix("ing")
    if root != word:
        yield from (root, f"{root}e")


def _without_apposition(party: Span, article: Article) -> Span:
    """Return who gives a figure by the name behind a comma, else the words before it."""
    words = article.words(party)
    found = _APPOSED.search(words)
    if found is None:
        return party
    name, before = found["name"] or "", words[1 : found.start()]
    if " " in name or (name and before.islower()):
        return replace(
            party, start=party.start + found.start("name"), end=party.start + found.end()
        )
    return replace(party, end=party.start + found.start())


def _may_give(party: Span, article: Article, counted: Sequence[Span]) -> bool:
    """Return whether words can name a party: no pronoun, no "knowledge", and no figure itself."""
    words = article.words(party)
    nobody = words.lower() in _PRONOUNS or is_no_source(words)
    return not nobody and not any(party.touches(each) for each in counted)


def _is_told_of(party: Span, figure: Span, article: Article) -> bool:
    """Return whether the paper tells a figure of who speaks: "said Berg, who leads 140 sailors"."""
    if figure < party:
        return False
    found = _WHO_DOES.fullmatch(article.part_text(party.part), party.end, figure.start)
    return found is not None and found["does"] not in TELLS | COUNTS


def _parted(article: Article, one: Span, other: Span) -> bool:
    first, second = sorted((one, other))
    return _TURN.search(article.part_text(one.part), first.end, second.start) is not None

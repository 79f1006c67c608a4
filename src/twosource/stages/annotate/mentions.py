"""Mark the names of an article with their kind, title, country, and whether a capital acts."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.languages import Language, Named, NameWords
from twosource.model.annotated import Mention, MentionKind, Quote
from twosource.model.identity import Span
from twosource.places import capital_of, country_of, is_seat
from twosource.stages.annotate.acting import acts
from twosource.stages.annotate.kinds import settle_kinds
from twosource.stages.annotate.names import find_names
from twosource.stages.annotate.parts import Passage
from twosource.stages.annotate.titles import title_of


def find_mentions(
    passages: Sequence[Passage], quotes: Sequence[Quote], language: Language
) -> tuple[Mention, ...]:
    """Return the names, part by part in reading order, each without its title and article.

    A demonym ("Russian") is a mention of its country. A capital carries its country, and acts
    where it is somebody's speaker or does what a government does.
    """
    names = find_names(passages, language)
    texts = [passage.cased for passage in passages]
    kinds = settle_kinds(texts, names, language.name_words)
    speakers = [quote.speaker for quote in quotes if quote.speaker is not None]
    return tuple(
        _mention(passage, name, kinds, speakers, language.name_words)
        for passage, found in zip(passages, names, strict=True)
        for name in found
    )


def _mention(
    passage: Passage,
    name: Named,
    kinds: dict[str, MentionKind],
    speakers: Sequence[Span],
    words: NameWords,
) -> Mention:
    stretch = name.start, name.end
    form = passage.cased[name.start : name.end]
    span, kind = passage.span(stretch), kinds[form]
    capital = capital_of(form) if kind in ("place", "organization") else None
    title = title_of(passage.cased, stretch, words) if kind == "person" else None
    return Mention(
        span=span,
        kind=kind,
        title=passage.span(title) if title else None,
        country=country_of(form, frozenset(kinds)) if kind == "country" else capital,
        acts=capital is not None
        and (is_seat(form) or span in speakers or acts(passage.cased, stretch, words)),
    )

"""Say who "he" is in "he said", where there is but one it can be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.languages import Language, Pronouns
from twosource.model.annotated import Mention, Quote
from twosource.model.identity import PartName, Span
from twosource.stages.annotate.genders import (
    key_of,
    sentence_of,
    shown_by_use,
    told_by_names,
    words_of,
)
from twosource.stages.annotate.parts import Passage

SENTENCES_BACK = 2  # before the pronoun's own; farther back, newer names may be meant
# Before a speaker without a name: "a climatologist", "one juror", "his sister".
ONE_OF_THEM = frozenset({"a", "an", "one", "another", "his", "her"})
CHAIN_SENTENCES = 4  # a "he" already settled can be meant again this long


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A place where a person is named and can be meant by a pronoun after it."""

    span: Span
    key: str  # the last name: "Anna Berg" and "Berg" are one person here
    sentence: int  # index within its part
    pronoun: int | None  # index of the one pronoun that fits; None where nothing tells


def resolve_pronouns(
    quotes: Sequence[Quote],
    mentions: Sequence[Mention],
    passages: Sequence[Passage],
    language: Language,
) -> tuple[Quote, ...]:
    """Return the quotes with every pronoun that can mean but one person replaced by that name.

    A person can be meant who is named outside quotation before the pronoun, in its sentence or
    the two before, and whose first name or title does not speak against it; where nobody is, the
    only person of all the text before whose name or title speaks for it. Of several the one of
    its own paragraph is meant, else the one who spoke last; if none of them did, the pronoun
    stays. It also stays where somebody without a name ("a skipper") has spoken since, and
    where the only candidate has just asked: then the one asked answers.
    Where it is replaced, `Quote.pronoun` keeps its span.
    """
    texts = {passage.part: passage for passage in passages}
    persons = persons_named(quotes, mentions, texts, language.pronouns)
    settled: dict[int, tuple[Span, Span]] = {}
    resolved: list[Quote] = []
    for quote in quotes:
        resolved.append(_resolved(quote, persons, texts, language.pronouns, settled, resolved))
    return tuple(resolved)


def persons_named(
    quotes: Sequence[Quote],
    mentions: Sequence[Mention],
    texts: Mapping[PartName, Passage],
    pronouns: Sequence[Pronouns],
) -> list[Person]:
    """Return the places outside direct quotation where a person is named, in reading order."""
    direct = [span for quote in quotes if quote.kind == "direct" for span in quote.content]
    named = [mention for mention in mentions if mention.kind == "person"]
    told = shown_by_use(named, direct, texts, pronouns) | told_by_names(named, texts, pronouns)
    return [
        Person(
            span=each.span,
            key=key_of(each.span, texts),
            sentence=sentence_of(each.span, texts),
            pronoun=told.get(key_of(each.span, texts)),
        )
        for each in named
        if not any(span.holds(each.span) for span in direct)
    ]


def _resolved(
    quote: Quote,
    persons: Sequence[Person],
    texts: Mapping[PartName, Passage],
    pronouns: Sequence[Pronouns],
    settled: dict[int, tuple[Span, Span]],
    before: Sequence[Quote],
) -> Quote:
    if quote.speaker is None:
        return quote
    form = words_of(quote.speaker, texts).lower()
    index = next((i for i, each in enumerate(pronouns) if form in each.forms), None)
    if index is None:
        return quote
    sentence = sentence_of(quote.speaker, texts)
    last = before[-1].speaker if before else None
    found = meant(quote.speaker, sentence, index, persons)
    known = {key_of(span, texts) for span in found}
    settled_on = _settled_before(quote.speaker, sentence, settled.get(index), texts)
    found += [span for span in settled_on if key_of(span, texts) not in known]
    if not found:
        known_so = [person for person in persons if person.pronoun == index]
        found = meant(quote.speaker, sentence, index, known_so, sentences_back=sentence)
    if len(found) > 1:
        near = [span for span in found if _same_paragraph(span, quote.speaker, texts)]
        found = near or found
    if len(found) > 1:
        spoke = [span for span in found if last is not None and last.touches(span)]
        found = sorted(spoke)[-1:]  # "Rovers captain Diego Salcedo" ends with whom it names
    if len(found) != 1 or _other_spoke(quote, found[0], persons, before, texts):
        return quote
    settled[index] = quote.speaker, found[0]
    return replace(quote, speaker=found[0], pronoun=quote.speaker)


def _other_spoke(
    quote: Quote,
    candidate: Span,
    persons: Sequence[Person],
    before: Sequence[Quote],
    texts: Mapping[PartName, Passage],
) -> bool:
    """Return whether the pronoun may mean somebody who has spoken, or was asked, since."""
    at = quote.speaker
    if not before or at is None:
        return False
    last = before[-1]
    if last.speaker is None or last.speaker.part != at.part:
        return False
    if key_of(last.speaker, texts) == key_of(candidate, texts) or last.speaker.touches(candidate):
        return last.sense == "asked" and last.kind != "direct" and quote.sense != "asked"
    unnamed = not any(last.speaker.touches(person.span) for person in persons)
    one = words_of(last.speaker, texts).lower().split()[0] in ONE_OF_THEM
    return unnamed and one and candidate.end <= last.speaker.start


def meant(
    at: Span,
    sentence: int,
    pronoun: int,
    persons: Sequence[Person],
    sentences_back: int = SENTENCES_BACK,
) -> list[Span]:
    """Return the nearest place of each person whom a pronoun at a place can mean."""
    nearest = {
        person.key: person.span
        for person in persons
        if person.span.part == at.part
        and person.span.end <= at.start
        and person.sentence >= sentence - sentences_back
        and person.pronoun in (None, pronoun)
    }
    return list(nearest.values())


def _settled_before(
    at: Span, sentence: int, last: tuple[Span, Span] | None, texts: Mapping[PartName, Passage]
) -> list[Span]:
    """Return whom the same pronoun meant a little before."""
    if last is None or last[0].part != at.part:
        return []
    return [last[1]] if sentence - sentence_of(last[0], texts) <= CHAIN_SENTENCES else []


def _same_paragraph(one: Span, other: Span, texts: Mapping[PartName, Passage]) -> bool:
    return "\n" not in texts[one.part].text[one.end : other.start]

"""Find where somebody is meant by an office alone: "the Russian president", "the minister"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId, CountryCode, PartName, Span
from twosource.places import country_of, demonym_of
from twosource.stages.once import once_per_article
from twosource.text.tabled import words_of

_LEADS = frozenset("president premier chancellor king queen emir sultan emperor".split())
_OFFICES = _LEADS | words_of("names-en.toml", "offices")
# Whoever bears such a title holds another office than the one without the word, or none.
_RANKS = words_of("names-en.toml", "ranks")
_OF_ANOTHER = words_of("names-en.toml", "of_another")
# What a writer thinks of somebody tells no office.
_EPITHETS = words_of("names-en.toml", "epithets")
_NO_TOPIC = frozenset("the of for and a an mr mrs ms dr sir his her its their who is was".split())
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_STATE = re.compile(r" of (?:the )?([A-Z]\w+(?: [A-Z]\w+)?)")  # "President Ghani of Afghanistan"
_HEADS = "|".join(sorted(_OFFICES, key=len, reverse=True))
_ENDS = (
    "the|a|an|of|to|and|or|who|that|which|in|on|for|by|with|from|at|as|said|says|told|is|was|has|"
    "had|his|her|its|their|will|would"
)
_PHRASE = re.compile(
    rf"(?:\b[Tt]he|\b(?P<owner>[A-Z][\w-]+(?: [A-Z][\w-]+)?)['’]s?)[ \u00a0]"
    rf"(?P<words>(?:(?!(?:{_ENDS})\b)[\w-]+[ \u00a0]){{0,4}}?(?P<head>{_HEADS}))\b"
    rf"(?! (?:{_HEADS})\b)(?:[ ]of[ ](?:the[ ])?(?P<state>[A-Z]\w+(?: [A-Z]\w+)?))?"
    r"(?P<on>[ ](?:of|for|general)\b|-| [A-Z]\w)?"
)
# "Elected the president", "is the mayor": that he holds it is told, and he is named beside.
_PREDICATE = re.compile(r"\b(?:as|be|been|being|becom\w+|became|elected|named|appointed|is|was) $")


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What an office is called, as far as a title or a phrase tells."""

    head: str  # "minister"
    told: frozenset[str]  # the other words: {"energy"}, {"prime"}
    country: CountryCode | None  # None where no country is told

    @property
    def is_supreme(self) -> bool:
        """Return whether every state has one: its president, monarch or head of government."""
        return (not self.told and self.head in _LEADS) or self.told == {"prime"}

    def is_of(self, held: Office) -> bool:
        """Return whether these words can mean a held office: no rank added, none left out."""
        if self.country is not None and self.country != held.country:
            return False
        if self.head == "leader" and not self.told and self.country is not None:
            leads = held.head in _LEADS | {"leader"} or "prime" in held.told
            return leads and not (held.told & _RANKS - {"prime"})
        return (
            self.head == held.head
            and self.told <= held.told
            and self.told & _RANKS == held.told & _RANKS
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Who bears which title at a place of an article."""

    holder: int  # the number of the person's group
    office: Office


def meant_by_office(
    articles: Sequence[Annotated],
    numbers: Mapping[ArticleId, Sequence[int]],
    persons: Set[int],
) -> Iterator[tuple[int, ArticleId, Span]]:
    """Yield where a person is meant by an office, with the person's number.

    `numbers` says to which group each name of an article belongs; `persons` are those of persons.
    An office with its state is held by the one person to whom any text of the story gives it. One
    without ("the minister") is that of the one holder whom the article itself names, and who in it
    has no rival: no unnamed "Polish minister" beside the named one. A head of state must be the
    only one of the story, or the only one whose title the article gives without a state, as papers
    do at home ("President Obama"). Of two that can be meant nobody is.
    """
    held = {
        each.article.id: [
            Held(holder=number, office=office)
            for place, office in _titles(each)
            if (number := numbers[each.article.id][place]) in persons
        ]
        for each in articles
    }
    everywhere = {each for article in held.values() for each in article}
    named = {article: persons & {*of_each} for article, of_each in numbers.items()}
    for annotated in articles:
        article = annotated.article.id
        rivals = _rivals(annotated, everywhere)
        here = [each for each in everywhere if each.holder in named[article]]
        at_home = [each for each in held[article] if each.office.country is None]
        for span, office in _phrases(annotated):
            holder = None
            if office.country is not None:
                holder = _holder(office, everywhere)
            elif office.head not in rivals and office.is_supreme:
                holder = _head_of_state(office, everywhere, at_home, named[article])
            elif office.head not in rivals:
                holder = _holder(office, here)
            if holder is not None:
                yield holder, article, span


def _head_of_state(
    office: Office, everywhere: Set[Held], at_home: Sequence[Held], named: Set[int]
) -> int | None:
    """Return the one of the story, else the one at home, if the article names who it is."""
    holder = _holder(office, everywhere)
    holder = _holder(office, at_home) if holder is None else holder
    return holder if holder in named else None


def _rivals(annotated: Annotated, everywhere: Set[Held]) -> set[str]:
    """Return the offices of which an article means a holder whom no text of the story names."""
    return {
        office.head
        for _, office in _phrases(annotated)
        if (office.told or office.country) and _holder(office, everywhere) is None
    }


def _holder(office: Office, held: Iterable[Held]) -> int | None:
    """Return the one who holds an office, None where nobody or several may."""
    holders = {each.holder for each in held if office.is_of(each.office)}
    return next(iter(holders)) if len(holders) == 1 else None


@once_per_article
def _titles(annotated: Annotated) -> tuple[tuple[int, Office], ...]:
    """Return which names of an article have an office beside them, and which office."""
    found = []
    for place, mention in enumerate(annotated.mentions):
        if mention.kind == "person" and mention.title is not None:
            office = _office(annotated.article.words(mention.title))
            state = _STATE.match(annotated.article.part_text(mention.span.part), mention.span.end)
            country = country_of(state[1]) if state else None
            if office is not None:
                found.append((place, replace(office, country=office.country or country)))
    return tuple(found)


@once_per_article
def _phrases(annotated: Annotated) -> tuple[tuple[Span, Office], ...]:
    """Return the offices that a text speaks of without a name beside them, and where."""
    return tuple(
        (span, office)
        for part in dict.fromkeys(each.part for each in annotated.sentences)
        for span, office in _phrases_in(annotated, part)
    )


def _phrases_in(annotated: Annotated, part: PartName) -> Iterator[tuple[Span, Office]]:
    text = annotated.article.part_text(part)
    for found in _PHRASE.finditer(text):
        state = country_of(found["state"]) if found["state"] else None
        if found["on"] or (found["state"] and state is None):
            continue
        owner = country_of(found["owner"]) if found["owner"] else None
        if found["owner"] and owner is None:
            continue
        office = _office(found["words"])
        span = Span(part=part, start=found.start(), end=found.end())
        if office is not None and _stands_alone(annotated, span, text):
            country = state or owner or office.country
            yield span, Office(head=office.head, told=office.told, country=country)


def _stands_alone(annotated: Annotated, span: Span, text: str) -> bool:
    """Return whether no name is beside it, or holds it, and it is not what somebody becomes."""
    if _PREDICATE.search(text[max(0, span.start - 12) : span.start]):
        return False
    for mention in annotated.mentions:
        if mention.span.part != span.part:
            continue
        if mention.title is not None and mention.title.touches(span):
            return False
        if mention.span.touches(span) and mention.country is None:
            return False
        between = (
            text[span.end : mention.span.start]
            if mention.span.start > span.end
            else text[mention.span.end : span.start]
        )
        if mention.kind == "person" and between in (", ", " "):
            return False
    return True


def _office(words: str) -> Office | None:
    """Return the office that a title or phrase tells; None where it tells none, or two."""
    country: CountryCode | None = None
    tokens: list[str] = []
    found = _WORD.findall(re.sub(r"['’]s?\b", "", words))
    at = 0
    while at < len(found):
        two, one = " ".join(found[at : at + 2]), found[at]
        code = (demonym_of(two) or country_of(two)) if at + 1 < len(found) else None
        size = 2 if code else 1
        code = code or (demonym_of(one) or country_of(one) if one[0].isupper() else None)
        if code is not None:
            country = country or code
        else:
            tokens += [each.lower() for each in found[at : at + size]]
        at += size
    told = [each for each in tokens if each not in _NO_TOPIC | _EPITHETS]
    heads = [each for each in told if each in _OFFICES]
    if not heads or set(told) & _OF_ANOTHER:
        return None
    return Office(head=heads[-1], told=frozenset(told) - {heads[-1]}, country=country)

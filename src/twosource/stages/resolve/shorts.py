"""Say whom a short form stands for in its article: "Putin", "Home Depot", "the Commission"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from twosource.model.annotated import MentionKind
from twosource.model.identity import ArticleId, Span
from twosource.stages.resolve.compare import nearly_spelt
from twosource.stages.resolve.names import Name
from twosource.stages.resolve.wordlists import BODY_WORDS, LINK_WORDS, TITLE_MODIFIERS

Tokens = tuple[str, ...]

LONGEST_PERSON = 5  # words of a person's name: "Maria del Carmen García Ruiz"
MOST_LEFT_OUT = 3  # words of a body's name that a short form may leave out
RARE = 8  # times that a body's short form may outnumber the longer one it stands for
_FAR = 10_000_000  # beyond any offset
_KINDS: tuple[MentionKind, ...] = ("person", "organization", "place", "other", "country")


@dataclass(kw_only=True)  # no slots: what is asked of it again and again is found out once
class Form:
    """One spelling of a name with where and as what it occurs; asked only when it is complete."""

    name: Name
    kinds: Counter[MentionKind]
    places: dict[ArticleId, list[int]]  # where in each article it begins, in reading order
    things: int = 0  # places that tell of a ship, a phone, a film

    @cached_property
    def kind(self) -> MentionKind:
        """Return what the name mostly is."""
        return max(_KINDS, key=self.kinds.__getitem__)  # of equals the first

    @cached_property
    def count(self) -> int:
        """Return how often it occurs."""
        return sum(len(each) for each in self.places.values())


def position(span: Span) -> int:
    """Return where a span begins in reading order: headline, deck, body, then captions."""
    offsets = {"headline": -2_000_000, "deck": -1_000_000, "body": 0}
    return offsets.get(span.part, 100_000_000) + span.start


class Shorts:
    """Finds the full name that a short form stands for, mention by mention."""

    def __init__(self, forms: Mapping[Tokens, Form], full: Mapping[Tokens, Tokens]) -> None:
        self._forms, self._full = forms, full
        known = _Known(forms)
        self._longer = {tokens: _longer_forms(tokens, known) for tokens in forms}
        self._everywhere: dict[Tokens, Tokens | None] = {}

    def meant(self, article: ArticleId, place: int, tokens: Tokens) -> Tokens:
        """Return the head of the group that a mention belongs to.

        A full name that the article itself gives goes before one that other reports give; of two
        such the last given before the mention, of two elsewhere the more frequent.
        """
        if tokens not in self._everywhere:  # a name stands in a story a dozen times
            common = _is_common(tokens)  # "the Commission" is whichever the article has named
            self._everywhere[tokens] = None if common else self._only(tokens)
        meant = self._everywhere[tokens]
        if meant is None and _is_common(tokens):
            meant = self._only(tokens, article)
        return meant or self._nearest(tokens, article, place)

    def _only(self, tokens: Tokens, article: ArticleId | None = None) -> Tokens | None:
        """Return the head of the one group that may be meant, None where there are several."""
        heads = {self._full[each] for each in self._candidates(tokens, article)}
        if not heads or self._full[tokens] in heads:
            return self._full[tokens]
        return self._end(heads.pop()) if len(heads) == 1 else None

    def _candidates(self, tokens: Tokens, article: ArticleId | None) -> list[Tokens]:
        """Return the full names that may be meant, in an article only those it gives."""
        return [
            each
            for each in self._longer[tokens]
            if self._goes_by(tokens, each)
            and (article is None or article in self._forms[each].places)
        ]

    def _nearest(self, tokens: Tokens, article: ArticleId, place: int) -> Tokens:
        """Return the last of several given before, else the one most often given in the story."""
        candidates = self._candidates(tokens, article if _is_common(tokens) else None)
        near = [
            (self._last_before(candidate, article, place), self._full[candidate])
            for candidate in candidates
            if article in self._forms[candidate].places
        ]
        if near:
            return self._end(max(near)[1])
        support: Counter[Tokens] = Counter()
        for candidate in candidates:
            support[self._full[candidate]] += self._forms[candidate].count
        return self._end(max(support, key=lambda head: (support[head], head)))

    def _goes_by(self, tokens: Tokens, candidate: Tokens) -> bool:
        """Return whether a person may be meant by the beginning of the name alone.

        Only where some article has both, as with "Kim" for Kim Jong Un: the "Michel" of one report
        is not the president Michel of another.
        """
        begins = len(tokens) == 1 and candidate[0] == tokens[0] and candidate[-1] != tokens[0]
        begins = begins and not self._forms[tokens].name.titled  # "Dr Wu" is Wu Jianguo
        if not begins or self._forms[candidate].kind != "person":
            return True
        return not self._forms[tokens].places.keys().isdisjoint(self._forms[candidate].places)

    def _end(self, head: Tokens) -> Tokens:
        """Follow a short form's own longer form: "Kim" to "Kim Jong" to "Kim Jong Un"."""
        for _ in range(3):
            further = sorted({self._full[c] for c in self._longer.get(head, ())} - {head})
            if len(further) != 1 or _is_common(head):
                break
            head = further[0]
        return head

    def _last_before(self, candidate: Tokens, article: ArticleId, place: int) -> int:
        """Return where the candidate was last given before; one that comes later counts least."""
        positions = self._forms[candidate].places[article]
        return max((p for p in positions if p <= place), default=-_FAR - min(positions))


class _Known:
    """A story's names by their first and last words: a large story has thousands."""

    def __init__(self, forms: Mapping[Tokens, Form]) -> None:
        self.forms = forms
        self.by_first: dict[str, list[Tokens]] = defaultdict(list)
        self.by_last: dict[str, list[Tokens]] = defaultdict(list)
        for tokens in forms:
            self.by_first[tokens[0]].append(tokens)
            self.by_last[tokens[-1]].append(tokens)
        self.persons = [
            tokens for tokens, form in forms.items() if len(tokens) > 1 and form.kind == "person"
        ]


def _longer_forms(tokens: Tokens, known: _Known) -> tuple[Tokens, ...]:
    """Return the full names that a short form can stand for.

    A person's surname, else the name's beginning (family name first, or a first name alone), else
    a surname one letter off; a body's beginning or end, a few words shorter.
    """
    forms, size = known.forms, len(tokens)
    short = forms[tokens]
    ends = [
        other
        for other in known.by_last[tokens[-1]]  # "America" is no short form of "Bank of America"
        if len(other) > size and other[-size:] == tokens and other[-size - 1] not in LINK_WORDS
    ]
    begins = [
        other for other in known.by_first[tokens[0]] if len(other) > size and other[:size] == tokens
    ]
    persons = _persons_named(short, ends, begins, forms)
    if persons:
        return persons
    if short.kind == "person":
        return _misspelt(tokens, known) or tuple(
            other
            for other in begins
            if forms[other].kind == "organization" and BODY_WORDS.issuperset(other[size:])
        )
    return tuple(
        other
        for other in begins + ends
        if len(other) - len(tokens) <= MOST_LEFT_OUT
        and _one_body(short, forms[other])
        and not _is_part(tokens, other)
        and RARE * forms[other].count >= short.count
    )


def _is_part(short: Tokens, long: Tokens) -> bool:
    """Return whether the longer name is of a body within the other: the council of a union.

    "United Nations" is not the United Nations Security Council; "Harvard" may be the university.
    """
    begins = len(short) > 1 and long[: len(short)] == short
    return begins and any(token in BODY_WORDS for token in long[len(short) :])


def _persons_named(
    short: Form, ends: list[Tokens], begins: list[Tokens], forms: Mapping[Tokens, Form]
) -> tuple[Tokens, ...]:
    """Return the persons by surname, else by first word; by both where the first is no rarity.

    "Kim" may be Jack Kim, but in a story that is full of Kim Jong Un it is hardly so.
    """
    if short.name.acronym and short.kind != "person":  # "UN" is no surname, "BERG SAYS NO" has one
        return ()
    surnames, firsts = _persons(short, ends, forms), _persons(short, begins, forms)
    if not surnames:
        return firsts
    told = sum(forms[each].count for each in surnames)
    return surnames + tuple(each for each in firsts if forms[each].count >= 2 * told)


def _persons(short: Form, longer: list[Tokens], forms: Mapping[Tokens, Form]) -> tuple[Tokens, ...]:
    """Return the persons among longer names that the short form can be.

    A lone surname is often taken for a body or place ("Aasland said"). It is the person where
    most articles that hold it give the full name too.
    """
    persons = [
        other
        for other in longer
        if forms[other].kind in ("person", "other") and _could_be_person(other)
    ]
    sure = [other for other in persons if forms[other].kind == "person"]
    if short.kind == "person":
        return tuple(sure or persons)
    if short.kind == "other":
        return tuple(persons)
    together = {article for other in sure for article in forms[other].places}
    beside = sum(article in together for article in short.places)
    told = sum(forms[other].count for other in sure)
    slip = short.kind == "organization" and not short.name.acronym and short.count <= 2 * told
    return tuple(sure) if slip or 2 * beside > len(short.places) else ()


def _could_be_person(tokens: Tokens) -> bool:
    """Return whether nothing in a name makes it a body's: "Gerald Ford Library and Museum"."""
    return len(tokens) <= LONGEST_PERSON and not any(
        token in BODY_WORDS or token in ("and", "of", "for") or token[0] == "@" for token in tokens
    )


def _one_body(short: Form, long: Form) -> bool:
    """Return whether kinds allow it: a person or place in a body's name is not the body.

    Nor is a maker the thing that bears its name: "Lumo" and its phone, the "Lumo Leaf".
    """
    kinds = {short.kind, long.kind}
    return kinds <= {"organization", "other"} and not (long.things and not short.things)


def _is_common(tokens: Tokens) -> bool:
    """Return whether a name is only words that many bodies share: "Commission", "Board"."""
    return all(
        token in BODY_WORDS or token in TITLE_MODIFIERS or len(token) == 1 for token in tokens
    )


def _misspelt(tokens: Tokens, known: _Known) -> tuple[Tokens, ...]:
    """Return the full names whose surname a rarer lone surname misspells."""
    if len(tokens) != 1:
        return ()
    count = known.forms[tokens].count
    return tuple(
        other
        for other in known.persons
        if nearly_spelt(other[-1], tokens[0]) and count < known.forms[other].count
    )

"""Say which full names of a story a short form can stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from twosource.stages.resolve.compare import nearly_spelt
from twosource.stages.resolve.named import Form, Tokens
from twosource.stages.resolve.wordlists import BODY_WORDS, LINK_WORDS

LONGEST_PERSON = 5  # words of a person's name: "Maria del Carmen García Ruiz"
MOST_LEFT_OUT = 3  # words of a body's name that a short form may leave out
# Behind these a body tells of what land or field it is.
_OF = frozenset("of for de du des der del von van".split())
RARE = 8  # times that a body's short form may outnumber the longer one it stands for


class Known:
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


def longer_forms(tokens: Tokens, known: Known) -> tuple[Tokens, ...]:
    """Return the full names that a short form can stand for.

    A person's surname, else the name's beginning (family name first, or a first name alone), else
    a surname one letter off; a body's beginning or end, a few words shorter.
    """
    forms, size = known.forms, len(tokens)
    short = forms[tokens]
    ends = [
        other
        for other in known.by_last[tokens[-1]]
        if len(other) > size and other[-size:] == tokens and not _is_whose(other[:-size])
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


def _is_whose(left_out: Tokens) -> bool:
    """Return whether what a longer name has before a shorter one makes that whose it is.

    "America" is no short form of "Bank of America", nor "Halden" of "Office of the Region Halden".
    """
    return left_out[-1] in LINK_WORDS or bool(_OF.intersection(left_out[:-1]))


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


def _misspelt(tokens: Tokens, known: Known) -> tuple[Tokens, ...]:
    """Return the full names whose surname a rarer lone surname misspells."""
    if len(tokens) != 1:
        return ()
    count = known.forms[tokens].count
    return tuple(
        other
        for other in known.persons
        if nearly_spelt(other[-1], tokens[0]) and count < known.forms[other].count
    )

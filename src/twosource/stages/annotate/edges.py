"""Find where a name begins and ends: without article, title, marks, numbers and "'s"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from twosource.languages import Named, NameWords, Stretch
from twosource.model.annotated import MentionKind
from twosource.places import country_of

LONGEST = 9  # words; a longer stretch is a sentence somebody wrote in capitals
_EDGE = " \t\n\u00a0,;:.!?\"“”‘’'«»()[]-–—*|/•·▪►●"
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
# "anti-Nato", and the clock of a live blog: "11:20 Lund"
_PREFIX = re.compile(r"(?:(?:anti|non|pro|ex|pre|post|mid)-|\d{1,2}[:.]\d\d\s+)(?=[A-Z])")
_PART_OF = re.compile(r"[A-Z] of the (?=[A-Z])")  # "tank farm | C of the Norda AG"
PARTY = re.compile(r"[DRI]-[A-Z][\w.]*")  # "D-N.Y.": what stands behind a senator
AMOUNT = re.compile(r"(?:[A-Z]{2,3}|Rs\.?|[A-Z]{0,3}[$€£¥₹])\d[\d.,]*(?:k|m|bn|tn)?")  # "CHF92"
_WITH_NUMBER = (
    r"(?:Terminal|Gate|Route|Highway|Interstate|Flight|Room|Section|Chapter|Phase|Game|Week|Day"
    r"|Stage|Platform|Article|Act|Level|Tier|Lane|Exit|Pier|Dock|Track)"
)
_NUMBERED = re.compile(rf"{_WITH_NUMBER} \d+(?: and \w+ \d+)?")
_TO_BE_NUMBERED = re.compile(rf"(?<=[\w.]) {_WITH_NUMBER}$")
# What counsel, members and the honoured have behind their names.
LETTERS = frozenset("SC QC KC MP MEP MSP TD OBE MBE CBE DBE PhD MD FRS".split())
_LETTERS_BEHIND = re.compile(rf"(?<=[a-z]),? (?:{'|'.join(sorted(LETTERS))})$")
_COUNTED = re.compile(
    r"(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|[A-Z][a-z]+teen|Twenty|Thirty"
    r"|Forty|Fifty|Dozens of|Hundreds of|Thousands of|Some|Many|Several|Most)\s+"
)


def trimmed(text: str, names: Iterable[Named], words: NameWords) -> Iterator[Named]:
    """Yield the names without what only stands beside them; those of which nothing is left go."""
    for name in (_behind_role(text, name, words) for name in names):
        # "Ms Berg" is a person, whatever the language took her for, and so is "Ada Lund KC"
        letters = _LETTERS_BEHIND.search(text, name.start, name.end)
        addressed = text[name.start : name.end].partition(" ")[0] in words.honorifics
        kind: MentionKind = "person" if addressed or letters else name.kind
        whole = name.start, letters.start() if letters else name.end
        bare = bare_name(text, whole, words, person=kind == "person")
        if bare is not None:
            end = (
                _with_particles(text, bare[1], words)
                if kind == "person"
                else _with_crown(text, bare, words)
            )
            yield Named(start=bare[0], end=end, kind=kind)


def _behind_role(text: str, name: Named, words: NameWords) -> Named:
    """Return the person behind a role that was taken into the name: "Harbour Bank COO | Ada Lund".

    Only where the rest can be a person's name in full; a person's own title is cut elsewhere.
    """
    parts = list(re.finditer(r"\S+", text[name.start : name.end]))
    rest = parts[-2:]
    if name.kind == "person" or len(parts) < 3 or not all(map(_may_be_persons, rest)):
        return name
    if parts[-3].group().lower() not in words.roles or any(
        part.group() in words.bodies | words.places for part in rest
    ):
        return name
    return Named(start=name.start + rest[0].start(), end=name.end, kind="person")


def _may_be_persons(part: re.Match[str]) -> bool:
    return (
        len(part.group()) > 1
        and part.group().replace("-", "").isalpha()
        and part.group()[0].isupper()
    )


def _with_particles(text: str, end: int, words: NameWords) -> int:
    """Return where a person's name ends that was cut at a particle: "Ursula von | der Leyen"."""
    following = re.match(r"((?: [a-z]{2,5})+ )[A-Z][\w'’-]+", text[end : end + 60])
    if following and words.particles.issuperset(following[1].split()):
        return end + following.end()
    last = text[:end].rsplit(None, 1)[-1]
    rest = re.match(r" [A-Z][\w'’-]+", text[end : end + 40])
    return end + rest.end() if rest and last in words.particles else end


def _with_crown(text: str, name: Stretch, words: NameWords) -> int:
    """Return where a name ends that was cut before a word that elsewhere is a title.

    The ferry "Carra | Queen"; not a state's queen, and not where the queen's own name follows.
    """
    start, end = name
    crown = re.match(r" ([A-Z][a-z]+)\b(?!\.| [A-Z])", text[end : end + 30])
    if not crown or crown[1] not in words.honorifics or crown[1] + "." in words.honorifics:
        return end
    return end if country_of(text[start:end]) is not None else end + crown.end()


def bare_name(text: str, name: Stretch, words: NameWords, person: bool) -> Stretch | None:
    """Return a name without article, marks, "'s" and, for a person, title; None if none is left."""
    start, end = name
    start = _past_edge(text, start, end)
    while (
        start < end
        and text[end - 1] in _EDGE
        and not _ends_in_abbreviation(text, start, end, words)
    ):
        end -= 1
    if text[start:end].lower().endswith(("'s", "’s")):
        end -= 2
    article = _ARTICLE.match(text, start, end)
    start = _past_edge(text, article.end(), end) if article else start
    prefix = _PREFIX.match(text, start, end) or _PART_OF.match(text, start, end)
    start = prefix.end() if prefix else start
    counted = _COUNTED.match(text, start, end)
    if counted and country_of(text[counted.end() : end]) is not None:
        start = counted.end()  # "Eleven Dutch": a number stood first in its sentence
    start = _past_verb(text, start, end, words)
    if person:
        start = _past_title(text, start, end, words)
    else:
        end = _before_rank(text, start, _before_small(text, start, end, words), words)
        end = _before_number(text, start, end)
    if not _names_something(text[start:end], words):
        return None
    return start, end


def _past_edge(text: str, start: int, end: int) -> int:
    while start < end and text[start] in _EDGE:
        start += 1
    return start


def _ends_in_abbreviation(text: str, start: int, end: int, words: NameWords) -> bool:
    """Return whether the last stop belongs to the name: "U.S.", "Inc.", "Jr."."""
    last = text[start:end].rsplit(None, 1)[-1]
    return text[end - 1] == "." and (last.count(".") > 1 or last[:-1] in words.abbreviations)


def _past_verb(text: str, start: int, end: int, words: NameWords) -> int:
    """Return where a name begins behind an ordinary word without a capital: "stun | Granvin"."""
    first = re.match(r"[a-z]{4,} (?=[A-Z])", text[start:end])
    word = first[0].strip() if first else ""
    verb = word in words.ordinary and word not in words.particles and word not in words.joints
    return start + len(word) + 1 if verb else start


def _past_title(text: str, start: int, end: int, words: NameWords) -> int:
    """Return where a person's name begins behind a title; "County Tyrell" has none."""
    at = start
    while True:
        first = re.match(r"\S+\s+", text[at:end])
        if not first or at + first.end() >= end:
            return start
        word = first[0].strip()
        lower = word.lower()
        at += first.end()
        if word in words.honorifics or {lower, lower.removesuffix("s")} & words.roles:
            start = at
        elif lower not in words.role_parts:
            return start


def _before_small(text: str, start: int, end: int, words: NameWords) -> int:
    """Return where a name ends that took in the word behind it: "the institute INE | show"."""
    bare, _, last = text[start:end].rpartition(" ")
    capitals = any(letter.isupper() for letter in bare.rpartition(" ")[2])
    return start + len(bare) if capitals and last.islower() and last in words.ordinary else end


def _before_rank(text: str, start: int, end: int, words: NameWords) -> int:
    """Return where a name ends that took in the rank of the person behind it: "Police | Capt"."""
    bare, _, last = text[start:end].rpartition(" ")
    rank = last.rstrip(".")
    ranked = bool(bare) and {rank, rank + "."} <= words.honorifics
    return start + len(bare) if ranked and re.match(r"\.? [A-Z]", text[end : end + 3]) else end


def _before_number(text: str, start: int, end: int) -> int:
    """Return where a name ends that took in what a number counts: "Fjord Air | Flight 216"."""
    counted = _TO_BE_NUMBERED.search(text[start:end])
    return start + counted.start() if counted and re.match(r" \d", text[end : end + 2]) else end


def _names_something(name: str, words: NameWords) -> bool:
    if any(each.fullmatch(name) for each in (_NUMBERED, PARTY, AMOUNT)):
        return False
    parts = name.split()
    if not parts or len(parts) > LONGEST or not any(letter.isalpha() for letter in name):
        return False
    telling = [each for each in parts if each.strip(_EDGE) not in words.no_names]
    return any(
        any(letter.isupper() for letter in each) and each.lower() not in words.roles
        for each in telling
    )

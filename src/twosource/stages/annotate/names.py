"""Find the names of an article's texts: by the language, by tables, and where they come again."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import attrgetter

from twosource.languages import Language, Named, NameWords, Reading
from twosource.model.annotated import MentionKind
from twosource.model.identity import BODY
from twosource.outlets import load_outlets
from twosource.places import all_country_forms
from twosource.stages.annotate.borders import free_forms, parted, widened
from twosource.stages.annotate.capitals import capital_runs, is_ordinary
from twosource.stages.annotate.edges import trimmed
from twosource.stages.annotate.joined import chapters, joined, of_two_fields, vessels, with_number
from twosource.stages.annotate.parts import Passage

_CUTS = re.compile(
    r",\s+(?!Inc|Ltd|LLC|L\.|PLC|Jr|Sr|N\.|S\.|Co\b|Corp)|\s+[-–—]+\s+|\n+|(?<=[a-z])/(?=[A-Z])"
    r"|(?<=Inc\.|Ltd\.)\s+(?=[A-Z])|\s*[()]\s*"
)
_NEXT = re.compile(r" ([\w-]+)")
_FIRST_WORD = re.compile(r"(?<![\w@#])[A-Z\u00c0-\u024f\u0370-\uffff][\w&]*")
_ARAB_ARTICLE = re.compile(r"(?<![\w-])(?:Al|El|al|el|Ul|As|Ash|An|Ar)-$")
_DATELINE = re.compile(
    r"^(?P<place>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3})(?=,[^\n]{2,40}?[—–-]|\s*\(|\s+[—–-])",
    re.MULTILINE,
)
# "MALMO: " before all else; further down it is who speaks in a transcript.
_PLACE_AND_COLON = re.compile(
    r"(?P<place>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,2})(?=: [\"“]?[A-Z])"
)
_LETTERS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PARTICLES = re.compile(r" ((?:[a-z]{2,4} )+[A-Z][\w-]+)$")
_COMPANY = re.compile(r"(?P<name>[A-Z][\w’'&-]{2,}),? (?:Inc|Corp|Ltd|PLC|AG|SA|GmbH|FC|FK)\.?")
_ACRONYM = re.compile(r"\s*\(\s*[\"“‘']?(?P<letters>[A-Z][A-Za-z&.]*[A-Z])[\"”’']?\s*\)")


def find_names(passages: Sequence[Passage], language: Language) -> list[list[Named]]:
    """Return the names of each passage in order, none over another, without article or title.

    What the language finds goes first; countries and outlets by table fill the gaps,
    and a name found in one place is found wherever it comes again.
    """
    words = language.name_words
    texts = [passage.cased for passage in passages]
    readings = [Reading(text=each.cased, sentences=each.sentences) for each in passages]
    found = _everywhere(
        texts,
        [
            _by_language_and_table(passage, names, words)
            for passage, names in zip(passages, language.find_names(readings), strict=True)
        ],
    )
    found = [
        _with_runs(passage, names, words) for passage, names in zip(passages, found, strict=True)
    ]
    free = free_forms(texts, found)
    found = [
        _apart(widened(text, list(parted(text, names, free)), words))
        for text, names in zip(texts, found, strict=True)
    ]
    whole = {name: kind for name, kind in _known(texts, found).items() if " " in name}
    known = _index(whole | {name.upper(): kind for name, kind in whole.items()})
    found = [
        # a headline in title case or shouted has names whole
        names if passage.text == passage.cased else _apart([*_matches(passage.text, known), *names])
        for passage, names in zip(passages, found, strict=True)
    ]
    return _everywhere(texts, found)


def _by_language_and_table(
    passage: Passage, by_language: Sequence[Named], words: NameWords
) -> list[Named]:
    text = passage.cased
    names = _apart(
        [
            *vessels(text),
            *chapters(text),
            *of_two_fields(text, words),
            *_datelines(passage, words),
            *_sound(passage, by_language, words),
        ]
    )
    return joined(text, _apart([*with_number(text, names), *_matches(text, _tabled())]), words)


def _with_runs(passage: Passage, names: Sequence[Named], words: NameWords) -> list[Named]:
    runs = with_number(passage.cased, capital_runs(passage, names, words))
    return joined(passage.cased, _apart([*names, *runs]), words)


def _everywhere(texts: Sequence[str], found: Sequence[Sequence[Named]]) -> list[list[Named]]:
    known = _index(_known(texts, found))
    again = [list(_matches(text, known)) for text in texts]
    return [
        _apart([*_wider(matches, names), *names, *matches])
        for names, matches in zip(found, again, strict=True)
    ]


def _wider(matches: Sequence[Named], names: Sequence[Named]) -> Iterator[Named]:
    """Yield the bodies named in full elsewhere of which only a part was found: their land."""
    names = sorted(names, key=attrgetter("start"))
    starts = [each.start for each in names]
    longest = max((each.end - each.start for each in names), default=0)
    for match in matches:
        near = names[bisect_left(starts, match.start - longest) : bisect_left(starts, match.end)]
        met = [name for name in near if match.start < name.end]
        inside = [name for name in met if match.start <= name.start and name.end <= match.end]
        if match.kind == "organization" and met and met == inside and match not in met:
            yield match


def _parted(text: str, names: Iterable[Named]) -> Iterator[Named]:
    """Part what was taken for one name but is a list or a dateline: "OSLO - Ships"."""
    for name in names:
        start = name.start
        for cut in _CUTS.finditer(text, name.start, name.end):
            yield Named(start=start, end=cut.start(), kind=name.kind)
            start = cut.end()
        yield Named(start=start, end=name.end, kind=name.kind)


def _sound(passage: Passage, names: Iterable[Named], words: NameWords) -> Iterator[Named]:
    """Yield bare names, without the ordinary word that is capital because it starts a sentence."""
    starts = {start for start, _ in passage.sentences}
    for name in trimmed(passage.cased, _parted(passage.cased, names), words):
        form = passage.cased[name.start : name.end]
        opens = name.start in starts or form == "A"  # behind a dateline: "OSLO - A judge"
        ordinary = " " not in form and opens and is_ordinary(form, words)
        if not ordinary and not _is_of_title(passage.cased, name, words):
            yield name


def _is_of_title(text: str, name: Named, words: NameWords) -> bool:
    """Return whether a name is but the topic of an office: "Interior" of "Interior Minister"."""
    office = _NEXT.match(text, name.end)
    topic = text[name.start : name.end].lower() in words.role_parts
    return topic and office is not None and office[1].lower() in words.roles


# ---- by table ----------------------------------------------------------------------------------


def _datelines(passage: Passage, words: NameWords) -> Iterator[Named]:
    opening = _PLACE_AND_COLON.match(passage.cased) if passage.part == BODY else None
    for match in (*((opening,) if opening else ()), *_DATELINE.finditer(passage.cased)):
        if not words.ordinary.issuperset(match["place"].lower().split()):  # "EXCLUSIVE - "
            yield Named(start=match.start("place"), end=match.end("place"), kind="place")


@cache
def _tabled() -> Mapping[str, Sequence[tuple[str, MentionKind]]]:
    """Index countries, and outlets whose names are no ordinary words (several, or capitals)."""
    names: dict[str, MentionKind] = {
        form.removeprefix("The "): "organization"
        for outlet in load_outlets().rows
        for form in (outlet.name, *outlet.aliases)
        if outlet.kind == "agency" or " " in form.removeprefix("The ") or form.isupper()
    }
    return _index({**names, **dict.fromkeys(all_country_forms(), "country")})


def _index(names: Mapping[str, MentionKind]) -> dict[str, list[tuple[str, MentionKind]]]:
    """Return the names by their first word, longer ones before shorter."""
    index: dict[str, list[tuple[str, MentionKind]]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        first = _FIRST_WORD.match(name)
        if first and len(name) > 1:
            index.setdefault(first[0], []).append((name, names[name]))
    return index


def _matches(text: str, index: Mapping[str, Sequence[tuple[str, MentionKind]]]) -> Iterator[Named]:
    """Yield the indexed names that stand in the text as whole words."""
    for word in _FIRST_WORD.finditer(text):
        for name, kind in index.get(word[0], ()):
            end = word.start() + len(name)
            if text.startswith(name, word.start()) and not text[end : end + 1].isalnum():
                start = word.start()
                article = _ARAB_ARTICLE.search(text[max(0, start - 6) : start])
                if article and kind == "person":
                    start -= len(article[0])
                yield Named(start=start, end=end, kind=kind)
                break


# ---- where a name comes again ------------------------------------------------------------------


def _known(texts: Sequence[str], found: Sequence[Sequence[Named]]) -> dict[str, MentionKind]:
    """Return the names of the article, the last names of its persons, and its acronyms."""
    known: dict[str, MentionKind] = {}
    for text, names in zip(texts, found, strict=True):
        for name in names:
            words = text[name.start : name.end]
            if len(words) > 2 and words[0].isupper():
                known.setdefault(words, name.kind)
            if name.kind == "person" and " " in words:
                last = words.split()[-1]
                if len(last) > 2 and last[0].isupper() and _LETTERS.fullmatch(last):
                    known.setdefault(last, "person")
                particles = _PARTICLES.search(words)
                if particles:  # "Van der Laan" opens a sentence
                    known.setdefault(particles[1][0].upper() + particles[1][1:], "person")
            company = _COMPANY.fullmatch(words)
            if company:  # "Lumo Inc." is also called "Lumo"
                known.setdefault(company["name"], "organization")
            acronym = _ACRONYM.match(text, name.end)
            if acronym and is_acronym_of(acronym["letters"], words):
                known.setdefault(acronym["letters"], name.kind)
    return known


def is_acronym_of(letters: str, name: str) -> bool:
    """Return whether the letters are the initials of a name's words, small words or not."""
    wanted = letters.replace(".", "").replace("&", "").upper()
    parts = re.findall(r"[^\W_]+", name)
    capitals = "".join(part[0] for part in parts if part[0].isupper()).upper()
    return wanted in (capitals, "".join(part[0] for part in parts).upper())


def _apart(names: Iterable[Named]) -> list[Named]:
    """Return the names in reading order; of two that overlap the one that was given first stays."""
    kept: list[Named] = []
    taken: set[int] = set()
    for name in names:
        places = range(name.start, name.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(name)
    return sorted(kept, key=lambda name: name.start)

"""Find which outlet is meant when a text names one: "AP", "Reuters", "AFP via Getty Images"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from twosource.model.acquired import Outlet

_PART_ENDS = re.compile(r"\s+via\s+|\s[-–—]\s|[—/|,;:()\[\]©®]|\bfor\b(?=\s+[A-Z])")
_EDGES = " \t\n\r.,'\"“”‘’«»*"

# What a credit says besides the name. "AP Photo", "Reuters Staff", "Photo by", "Source".
_BESIDE_THE_NAME = """
    a an and at by from in of on source sources credit courtesy photo photos photograph photographer
    picture pictures image images file handout pool archive video graphic illustration staff writer
    writers reporter reporters correspondent correspondents bureau service services newsroom news
    agency wire report reports told with desk team
"""
_DESCRIPTORS = frozenset(_BESIDE_THE_NAME.split())
_OFFICES = frozenset(
    "ministry minister ministers department secretary council committee institute school".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameIndex:
    """The forms by which texts name outlets. A form that two outlets claim names neither."""

    exact: Mapping[str, Outlet]  # as spelt in the table
    folded: Mapping[str, Outlet]  # several words, without "The", in any case
    run_together: Mapping[str, Outlet]  # as the host of one without a name writes it: "oslodaily"
    longest: int  # words in the longest form


def index_names(outlets: Iterable[Outlet]) -> NameIndex:
    """Return the index of all names and aliases.

    A single word is kept in its own case only (and in capitals): "Time", "People" and "AP" are
    names, "time", "people" and "ap" are words. Several words may come in any case, since titles
    and datelines are often set in capitals.
    """
    outlets = tuple(outlets)
    exact: dict[str, Outlet | None] = {}
    folded: dict[str, Outlet | None] = {}
    for outlet in outlets:
        for form in dict.fromkeys((outlet.name, *outlet.aliases)):
            # A credit is read without the stop at its end, so "City A.M" must be known too.
            for spelling in dict.fromkeys((form, form.upper(), _bare(form), form.rstrip("."))):
                _claim(exact, spelling, outlet)
            if " " in _bare(form):
                _claim(folded, _bare(form).casefold(), outlet)
    kept = {form: outlet for form, outlet in exact.items() if outlet is not None}
    hosts = {_host_word(each.id): each for each in outlets if each.name == each.id}
    return NameIndex(
        exact=kept,
        run_together=hosts,
        folded={form: outlet for form, outlet in folded.items() if outlet is not None},
        longest=max((len(form.split()) for form in kept), default=0),
    )


def named(words: str, index: NameIndex) -> Outlet | None:
    """Return the outlet that a credit or an attribution names, or None.

    A credit of several parts answers the first that names an outlet, which is the maker: in "AFP
    via Getty Images" the agency, not the seller. Words such as "Photo", "Staff" or "told" are
    looked past. Inside a longer phrase only a name of several words is seen, the longest first,
    and not where the words next to it are capitalised: "Buffalo Evening News Standard" is another
    paper than the Evening Standard.
    """
    for part in [words, *_PART_ENDS.split(words)]:
        found = _whole(part.strip(_EDGES), index) or _whole(_stripped(part), index)
        if found is not None:
            return found
    return next(_within(words, index), None)


def named_by_host(name: str, index: NameIndex) -> Outlet | None:
    """Return the outlet that no table knows whose host writes a name as one word, or None.

    A firm's own pages are such an outlet, too: only words that tell of a medium should be asked.
    """
    bare = _bare(name)
    return index.run_together.get(_run_together(bare)) if bare[:1].isupper() else None


def names_itself(words: str, own: Outlet) -> bool:
    """Return whether "the Post" is how the Harbour Post speaks of itself.

    By its name, in its own case if that is one word; by how it ends, a single word only behind
    "the": "Post figures" are anybody's; or by all but what every agency is called: "Norda Press"
    of the Norda Press Agency, and no "New York" of the New York Times.
    """
    said = " ".join(words.strip(_EDGES).split())
    spoken = _bare(said)
    names = [_bare(name) for name in (own.name, *own.aliases)]
    if " " in spoken:
        return any(_is_part(spoken.casefold().split(), name.casefold().split()) for name in names)
    if spoken.casefold() in ("", "the"):
        return False
    whole = any(spoken in (name, name.upper()) for name in names)
    return whole or (spoken != said and any(name.split()[-1:] == [spoken] for name in names))


def in_its_name(word: str, own: Outlet) -> bool:
    """Return whether a bare word is one of an outlet's name: "Post" of the Harbour Post."""
    return any(word in name.split() for name in (own.name, *own.aliases))


def _is_part(spoken: list[str], name: list[str]) -> bool:
    """Return whether a name ends in these words, or says no more behind them than "Agency"."""
    begins = name[: len(spoken)] == spoken and _DESCRIPTORS.issuperset(name[len(spoken) :])
    return begins or name[-len(spoken) :] == spoken


def _claim(forms: dict[str, Outlet | None], form: str, outlet: Outlet) -> None:
    if forms.setdefault(form, outlet) != outlet:
        forms[form] = None


def _bare(form: str) -> str:
    return form[4:] if form[:4].casefold() == "the " else form


def _whole(words: str, index: NameIndex) -> Outlet | None:
    spelt = " ".join(words.split())
    if not spelt:
        return None
    bare = _bare(spelt)
    return index.exact.get(spelt) or index.exact.get(bare) or index.folded.get(bare.casefold())


def _host_word(outlet: str) -> str:
    """Return the word of a host that names its outlet: "oslodaily" of "oslodaily.example"."""
    return _run_together(outlet.partition(".")[0]).removeprefix("the")


def _run_together(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())


def _stripped(part: str) -> str:
    """Return the part without the descriptors at its edges."""
    tokens = [token.strip(_EDGES) for token in part.split()]
    tokens = [token for token in tokens if token]
    while tokens and tokens[0].casefold() in _DESCRIPTORS:
        del tokens[0]
    while tokens and tokens[-1].casefold() in _DESCRIPTORS:
        del tokens[-1]
    return " ".join(tokens)


def _within(words: str, index: NameIndex) -> Iterator[Outlet]:
    """Yield outlets named by several words inside a longer phrase, longer names first."""
    tokens = [token.strip(_EDGES).removesuffix("'s").removesuffix("’s") for token in words.split()]
    for size in range(min(index.longest, len(tokens)), 1, -1):
        for start in range(len(tokens) - size + 1):
            run = tokens[start : start + size]
            if len(_bare(" ".join(run)).split()) < 2:
                continue
            found = _whole(" ".join(run), index)
            if found is not None and _stands_alone(tokens, start, start + size):
                yield found


def _stands_alone(tokens: list[str], start: int, end: int) -> bool:
    """Return whether the run is not the middle of a longer capitalised name.

    Nor what an office is about: the Ministry of Foreign Affairs is no magazine.
    """
    before = tokens[start - 1] if start else ""
    if before in ("of", "for") and start > 1 and tokens[start - 2].casefold() in _OFFICES:
        return False
    after = tokens[end] if end < len(tokens) else ""
    opens = tokens[start].casefold() == "the" or not _capital(before)
    return opens and not _capital(after)


def _capital(token: str) -> bool:
    return token[:1].isupper() and token.casefold() not in _DESCRIPTORS and token != "The"

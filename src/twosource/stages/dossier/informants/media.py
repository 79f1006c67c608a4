"""Know which words of a text name a medium: what it says is a report, and it is no informant."""

from __future__ import annotations

import re
from collections.abc import Iterable

from twosource.model.acquired import Outlet
from twosource.model.material import StoryMaterial
from twosource.outlets.names import NameIndex, index_names, named
from twosource.stages.dossier.called import outlet_at_large

# What these kinds of outlets publish they have from nobody but themselves: they are informants.
ISSUERS = ("government", "press_release")
_MEDIUM = re.compile(
    r"^(?:the )?(?:(?:news|state|wire|local|daily|public) )*(?:agency|newspaper|paper|broadcaster|"
    r"daily|station|website|weekly|magazine) (?=[A-Z])"
)
# Media that no table knows: "local media", "KTNV", "Channel 4", "the Stord Gazette".
_SOME_MEDIUM = re.compile(
    r"\b(?:media|newspapers?|outlets|broadcasters?|websites?|tabloids?)\b"
    r"|^(?:the )?[KW][A-Z]{2,3}(?:-TV)?$"
    r"|\b(?:TV|Television|Radio|News|Times|Post|Herald|Tribune|Gazette|Daily|Press|Journal|Chronicle|"
    r"Broadcasting|Channel|Telegraph|Observer)\b(?! (?:Secretary|Office|Agency|Complaints))"
    r"|\b(?:Sports|Network|Online|Magazine|Weekly|Wire|Newswire)$|\.com\b|\baffiliates?\b"
)


def reporting(material: StoryMaterial) -> list[Outlet]:
    """Return the outlets of a story but those of which it holds only what they issued themselves.

    A firm's own pages make it no medium: what it said elsewhere is known from it.
    """
    issued = {each.article.outlet for each in material.articles}
    issued -= {
        each.article.outlet
        for each in material.articles
        if each.article.genre.name != "press release"
    }
    return [each for each in material.outlets if each.id not in issued]


class Media:
    """What names a medium in a story's texts: its outlets, those known at large, and some words."""

    def __init__(self, outlets: Iterable[Outlet]) -> None:
        self._names = index_names(outlets)
        self._known: dict[str, bool] = {}  # asked for every speaker, again and again

    def has(self, words: str) -> bool:
        """Return whether words name a medium."""
        if words not in self._known:
            self._known[words] = self._looks_like_one(words)
        return self._known[words]

    def goes_on_from(self, before: Media) -> bool:
        """Take over what was known for other outlets; return whether all of it stays as it was.

        Only words that have all words of an outlet's new, changed or lost name can mean another.
        """
        changed = _changed(before._names, self._names)
        self._known = dict(before._known)
        touched = [words for words in self._known if _has_one(words, changed)]
        for words in touched:
            self._known[words] = self._looks_like_one(words)
        return all(self._known[words] == before._known[words] for words in touched)

    def _looks_like_one(self, words: str) -> bool:
        bare = _MEDIUM.sub("", words)
        if bare != words or _SOME_MEDIUM.search(words):
            return True
        bare = re.sub(r"['’]s?$", "", bare)
        outlet = named(bare, self._names) or outlet_at_large(bare)
        return outlet is not None and outlet.kind not in ISSUERS


def _changed(before: NameIndex, after: NameIndex) -> list[list[str]]:
    """Return the words of each form that names another outlet in one index, in lower case."""
    forms = {
        form
        for one, other in ((before.exact, after.exact), (before.folded, after.folded))
        for form, _ in one.items() ^ other.items()
    }
    return [form.casefold().split() for form in sorted(forms)]


def _has_one(words: str, forms: Iterable[list[str]]) -> bool:
    folded = words.casefold()
    return any(all(each in folded for each in form) for form in forms)

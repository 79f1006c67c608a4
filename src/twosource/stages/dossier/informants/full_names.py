"""Call an informant by its full name where the story tells it: "fire service" of which town?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from twosource.model.annotated import Annotated
from twosource.model.claimed import Informant
from twosource.model.identity import CountryCode
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.informants.bodies import Body, body_in, body_named, key_of
from twosource.stages.dossier.informants.one_informant import name_in
from twosource.stages.dossier.informants.roles import BARE, HIGHER_COURTS, LOCAL, MINISTRIES_CALLED
from twosource.stages.dossier.informants.speaker import country_called
from twosource.stages.once import ARTICLES, once_per_article
from twosource.text.tabled import table

BARELY = BARE | LOCAL


class FullNames:
    """The bodies that a story names in full; made once per story, read only."""

    def __init__(self, material: StoryMaterial) -> None:
        self._full: dict[str, dict[str, Body]] = defaultdict(dict)
        self._houses = houses_in(each.article.text for each in material.articles)
        for entity in material.entities:
            if entity.kind == "organization":
                self._keep(body_named(entity.name, entity.country))
        for annotated in material.articles:
            for body in _speaking_in(annotated):
                self._keep(body)

    def of(self, informant: Informant) -> Informant:
        """Return an informant under the one full name that the story has for its bare one.

        "The fire service" is "Hafenau fire service" where no other fire service is named; of two
        it may be either, and stays as it is: "police", wherever in its sentence. A ministry or
        presidency is shown with its country. Companies of one house are one informant.
        """
        if not informant.key.startswith("body:"):
            return informant
        name = name_in(informant.key)
        if informant.country is not None:
            name = name.removesuffix(f" of {informant.country.lower()}")
        if name in BARELY:
            full = [
                body
                for body in self._full[name].values()
                if None in (body.country, informant.country) or body.country == informant.country
            ]
            if len(full) == 1:
                (body,) = full
                return replace(informant, key=key_of(body), name=body.shown, country=body.country)
            if informant.name == name.capitalize():
                return replace(informant, name=name)
        house = house_of(name, self._houses)
        if house != name:
            return replace(informant, key=f"body:{house}", country=None)
        ministry = name.startswith("ministry of")
        if informant.country is not None and (ministry or name == "presidency"):
            called = (ministry and ministry_called(name, informant.country)) or informant.name
            return replace(informant, name=f"{called} ({country_called(informant.country)})")
        return informant

    def _keep(self, body: Body) -> None:
        words = body.name.split()
        for size in (1, 2):
            bare = " ".join(words[-size:])
            ends_so = body.shown.lower().endswith(bare) and "," not in body.shown
            higher = bare == "court" and not HIGHER_COURTS.isdisjoint(words)
            if len(words) > size and bare in BARELY and ends_so and not higher:
                self._full[bare].setdefault(body.name, body)


def ministry_called(name: str, country: CountryCode) -> str | None:
    """Return what a ministry is called at home: "ministry of justice" of the US is a department."""
    topic = name.removeprefix("ministry of ")
    usual = f"{topic.title()} Department" if country == "US" else None
    return MINISTRIES_CALLED.get((topic, country), usual)


@once_per_article
def _speaking_in(annotated: Annotated) -> tuple[Body, ...]:
    """Return the bodies that an article quotes, by the words it calls them."""
    words = (annotated.article.words(q.speaker) for q in annotated.quotes if q.speaker)
    return tuple(body for each in words if (body := body_in(each)) is not None)


KNOWN: dict[str, str] = table("speakers-en.toml")["houses"]
_NAME = r"((?:[A-Z][\w&.-]*)(?: [A-Z&][\w&.-]*){0,3})"
_PARENT = re.compile(
    rf"{_NAME}(?:['’]s?)?,? (?:the )?(?:parent|owner|holding)(?: company| firm| group)?,? {_NAME}"
)
_UNIT = re.compile(
    rf"{_NAME}, (?:which is )?(?:a|an|the) (?:\w+ )?(?:unit|subsidiary|division|arm|part|brand) of "
    rf"(?:the )?{_NAME}|{_NAME}, (?:which is )?owned by (?:the )?{_NAME}"
)
_OVER = re.compile(
    rf"{_NAME}, (?:which owns|which is the parent of|the parent(?: company)? of|the owner of|"
    rf"owner of|parent(?: company)? of) (?:the )?{_NAME}"
)


def houses_in(texts: Iterable[str]) -> Mapping[str, str]:
    """Return for lower-case names of companies the name of the house that they belong to.

    The texts' own word for it goes before the table. What one house says under two names it
    says once: who counts it twice counts too high.
    """
    found = dict(KNOWN)
    for text in texts:
        found.update(_told_in(text))
    return found


@lru_cache(maxsize=ARTICLES)
def _told_in(text: str) -> tuple[tuple[str, str], ...]:
    """Return what a text tells of houses: pairs of child and parent, in order of telling."""
    found = []
    for pattern, turned in ((_PARENT, False), (_UNIT, False), (_OVER, True)):
        for match in pattern.finditer(text):
            names = [name.lower().rstrip(".") for name in match.groups() if name]
            child, parent = reversed(names) if turned else names
            if child != parent:
                found.append((child, parent))
    return tuple(found)


def house_of(name: str, houses: Mapping[str, str]) -> str:
    """Return the house a company belongs to, through houses of houses; itself where none."""
    seen = {name}
    while name in houses and houses[name] not in seen:
        name = houses[name]
        seen.add(name)
    return name

"""Introduce a person as a report would: once, with the title or role that the sources give."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from twosource.model.identity import EntityId, Span
from twosource.stages.dossier.cite import folded
from twosource.stages.dossier.reading import Reading
from twosource.stages.dossier.sameness import word_set, words_of
from twosource.stages.dossier.statements.speaker import Speaker

LONGEST = 14  # words; what is longer tells a life
GAP = 2  # code points between a title and its name: a blank, a comma
COURTESY = word_set("mr mrs ms miss mx dr the a an of and its his her their")
_WHOSE = re.compile(r"^(?:(?:its|his|her|their|an?)|the(?! \S+['’]s)) (?=[a-z])", re.IGNORECASE)


def introductions(reading: Reading, speakers: Iterable[Speaker]) -> Mapping[EntityId, str]:
    """Return how each person is introduced, in words that stand so in a source.

    The form most often used among those that hold the full name and say who that is; a person of
    whom nothing is said but the name is not in the answer. Of "their lawyer, Ada Lund," the name
    comes first: "Ada Lund, lawyer".
    """
    told: dict[EntityId, Counter[str]] = defaultdict(Counter)
    for speaker in speakers:
        if speaker.entity is not None and speaker.entity.kind == "person":
            told[speaker.entity.id][_WHOSE.sub("", speaker.words)] += 1
    for entity, words in _with_titles(reading):
        if reading.entities[entity].kind != "person":
            continue
        told[entity][words] += 1
    found = {}
    for entity in sorted(told):
        name = reading.entities[entity].name
        forms = {form: n for form, n in told[entity].items() if _introduces(form, name)}
        if forms:
            usual = max(forms, key=lambda form: (forms[form], -len(form), form))
            found[entity] = _name_first(usual, name)
    return found


def _name_first(form: str, name: str) -> str:
    role, comma, rest = form.partition(f", {name}")
    return f"{name}{rest}, {role}" if comma and "," not in role + rest else form


def _introduces(form: str, name: str) -> bool:
    added = set(words_of(form)) - set(words_of(name)) - COURTESY
    return name in form and bool(added) and len(form.split()) <= LONGEST


def _with_titles(reading: Reading) -> Iterable[tuple[EntityId, str]]:
    for annotated in reading.standing:
        meant = dict(reading.mentions_of(annotated.article.id))
        for mention in annotated.mentions:
            title = mention.title
            if title is None or title.part != mention.span.part or mention.span not in meant:
                continue
            if 0 < mention.span.start - title.end <= GAP:
                whole = Span(part=title.part, start=title.start, end=mention.span.end)
                words = _WHOSE.sub("", folded(annotated.article.words(whole)))
                yield meant[mention.span], words

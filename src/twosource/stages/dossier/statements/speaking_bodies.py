"""Say which body speaks as "it", or through "a spokesperson"."""

from __future__ import annotations

import re
from dataclasses import replace

from twosource.model.annotated import Annotated
from twosource.model.identity import Span
from twosource.stages.dossier.informants.passages import Informants
from twosource.stages.dossier.statements.speaker import Speaker

_SPOKESPERSON = re.compile(r"(?:an? |the )?(?:unnamed )?spokes(?:person|man|woman)", re.IGNORECASE)
# Who a paragraph is about: "The water board has closed …", "Lindwerk AG said …".
_ABOUT = re.compile(
    r"(?:The )?[\w’'&.-]+(?: [\w’'&.-]+){0,4}?(?= (?:has|have|had|is|was|will|said)\b)"
)


def body_speaking(
    speaker: Speaker, before: list[Speaker], annotated: Annotated, informants: Informants
) -> Speaker:
    """Return the body that "it", "they" or a bare "spokesperson" stands for, else the speaker."""
    speaker = _it(speaker, before, annotated, informants)
    return _through_spokesperson(speaker, len(before), annotated, informants)


def _through_spokesperson(
    speaker: Speaker, place: int, annotated: Annotated, informants: Informants
) -> Speaker:
    """Return the body that the paragraph begins with, where "a spokesperson" of nobody speaks."""
    here = annotated.quotes[place].speaker
    if here is None or speaker.entity is not None or not _SPOKESPERSON.fullmatch(speaker.words):
        return speaker
    text = annotated.article.part_text(here.part)
    start = text.rfind("\n", 0, here.start) + 1
    about = _ABOUT.match(text, start, here.start)
    if about is None:
        return speaker
    body = informants.at(
        annotated.article.id, Span(part=here.part, start=about.start(), end=about.end())
    )
    if body.kind != "body" or not body.name or body.key.startswith(("state:", "unsure:")):
        return speaker
    entity = informants.entities.get(body.entity) if body.entity else None
    name = entity.name if entity is not None else about.group()
    return replace(speaker, name=name, entity=entity, key=body.key)


def _it(
    speaker: Speaker, before: list[Speaker], annotated: Annotated, informants: Informants
) -> Speaker:
    """Return whom "it" or "they" stands for: who has just spoken in the same paragraph, if a body.

    Where nobody has, the body that the sentence itself is about; a person is neither.
    """
    here = annotated.quotes[len(before)].speaker
    pronoun = speaker.name.lower()
    if here is None or pronoun not in ("it", "they"):
        return speaker
    last = annotated.quotes[len(before) - 1].speaker if before else None
    if last is not None and last.part == here.part and last.end <= here.start:
        between = annotated.article.part_text(here.part)[last.end : here.start]
        if "\n" not in between and _is_body(before[-1], pronoun):
            return before[-1]
    informant = informants.at(annotated.article.id, here)
    entity = informants.entities.get(informant.entity) if informant.entity else None
    if pronoun == "it" and entity is not None and entity.kind == "organization":
        return replace(speaker, name=entity.name, entity=entity, key=informant.key)
    return speaker


def _is_body(speaker: Speaker, pronoun: str) -> bool:
    if speaker.unknown:
        return False
    if speaker.entity is not None:
        return speaker.entity.kind in ("organization", "country")
    return pronoun == "they" or speaker.key.startswith("body:")

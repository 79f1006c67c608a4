"""Hold a text of one's own against the store: which of its sentences do reports carry, and how."""

from __future__ import annotations

import re
from dataclasses import dataclass

from twosource.languages import open_language
from twosource.model.dossier import Claim, Dossier
from twosource.model.identity import LanguageCode, StoryId
from twosource.pipeline.run import Press
from twosource.stages.dossier.sameness import content_words, likeness

MOST_ARTICLES = 60  # best hits of the full-text search, whose stories are looked through
LEAST_LIKENESS = 0.4  # share of common content words below which two sentences say other things
NUMBER = re.compile(r"\d[\d,.]*\d|\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One sentence of the text and the claim of the store that comes nearest."""

    sentence: str
    story: StoryId | None  # None where no claim comes near
    claim: Claim | None
    likeness: float  # share of common content words, 0 to 1
    other_numbers: tuple[str, ...]  # numbers of the sentence that no passage of the claim has


def check_claims(text: str, press: Press) -> tuple[Checked, ...]:
    """Return for every sentence of a text the nearest claim of the published dossiers."""
    language = open_language(LanguageCode("en"), press.settings.annotate)
    sentences = [" ".join(text[start:end].split()) for start, end in language.split_sentences(text)]
    return tuple(_checked(sentence, press) for sentence in sentences if content_words(sentence))


def _checked(sentence: str, press: Press) -> Checked:
    wanted = content_words(sentence)
    best: tuple[float, StoryId, Claim] | None = None
    for dossier in _dossiers(sentence, press):
        for claim in dossier.claims:
            score = max(likeness(wanted, content_words(words)) for words in _wordings(claim))
            if score >= LEAST_LIKENESS and (best is None or score > best[0]):
                best = score, dossier.story, claim
    if best is None:
        return Checked(sentence=sentence, story=None, claim=None, likeness=0.0, other_numbers=())
    score, story, claim = best
    told = {number for words in _wordings(claim) for number in NUMBER.findall(words)}
    return Checked(
        sentence=sentence,
        story=story,
        claim=claim,
        likeness=round(score, 6),
        other_numbers=tuple(n for n in NUMBER.findall(sentence) if n not in told),
    )


def _dossiers(sentence: str, press: Press) -> list[Dossier]:
    found = press.store.search(sentence, MOST_ARTICLES)
    revisions = (press.store.revision(story.id) for story in press.store.stories_of(found))
    return [revision.dossier for revision in revisions if revision]


def _wordings(claim: Claim) -> list[str]:
    carried = [c.citation.words for p in claim.positions for c in p.carriages]
    return [claim.text.text, *carried]

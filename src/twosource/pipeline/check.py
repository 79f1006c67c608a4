"""Hold a text of one's own against the store: which of its sentences do reports carry, and how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from twosource.languages import open_language
from twosource.model.cited import Citation
from twosource.model.claimed import Claim
from twosource.model.identity import BODY, ArticleId, LanguageCode, StoryId
from twosource.model.material import StoryMaterial
from twosource.pipeline.press import Press
from twosource.pipeline.publish import gather
from twosource.stages.dossier import every_claim
from twosource.stages.dossier.cite import citer
from twosource.stages.dossier.claims.held_against import (
    Held,
    is_withdrawn,
    nearest_claim,
    nearest_passage,
    taken_back,
)
from twosource.stages.dossier.notices.meant import set_aside
from twosource.stages.dossier.notices.meant import taken_back as notices_in
from twosource.stages.dossier.sameness import content_words
from twosource.stages.resolve import resolve

MOST_ARTICLES = 60  # best hits of the full-text search, whose stories are looked through
MOST_STORIES = 4  # of these, those with the best hits; reading a story again takes a second or two


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One sentence of the text and what of the store comes nearest: a claim, else a passage."""

    sentence: str
    story: StoryId | None = None  # None where nothing comes near
    claim: Claim | None = None
    passage: Citation | None = None  # told in this one sentence, which makes no claim; else None
    likeness: float = 0.0  # share of the sentence's words that stand there, by weight, 0 to 1
    other_numbers: tuple[str, ...] = ()  # numbers of the sentence that no passage of the claim has
    missing: tuple[str, ...] = ()  # words of the sentence that no passage has
    opposite: bool = False  # the sentence says "not", the passages do not, or the other way round
    taken_back: tuple[str, ...] = ()  # told numbers, but by no passage that supports the claim
    withdrawn: bool = False  # the claim: its source has withdrawn it, and no other report has it

    @property
    def carried(self) -> bool:
        """Return whether all of the sentence's numbers and words are told and stand, none the other
        way round.
        """
        near = self.claim is not None or self.passage is not None
        otherwise = self.other_numbers or self.taken_back or self.missing or self.opposite
        return near and not otherwise and not self.withdrawn


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A story read once for all sentences of a text."""

    story: StoryId
    claims: tuple[Claim, ...]
    passages: tuple[Citation, ...]


def check_claims(text: str, press: Press) -> tuple[Checked, ...]:
    """Return for every sentence of a text what of the store's stories comes nearest to it.

    Looked through are all claims of the stories that the full-text search finds, not only those
    that a dossier has room for, and where none is near, the single sentences of the articles.
    """
    language = open_language(LanguageCode("en"), press.settings.annotate)
    sentences = [" ".join(text[start:end].split()) for start, end in language.split_sentences(text)]
    read: dict[StoryId, _Read] = {}
    return tuple(_checked(each, press, read) for each in sentences if content_words(each))


def _checked(sentence: str, press: Press, read: dict[StoryId, _Read]) -> Checked:
    best = Checked(sentence=sentence)
    stories = [_read(story, press, read) for story in _stories(sentence, press)]
    for each in stories:
        near = nearest_claim(sentence, each.claims)
        if near is not None:
            claim, held = near
            answer = _answer(sentence, each.story, held)
            back = taken_back(sentence, claim)
            gone = is_withdrawn(claim)
            best = _nearer(best, replace(answer, claim=claim, taken_back=back, withdrawn=gone))
    if best.carried or best.taken_back or best.withdrawn:
        return best
    for each in stories:
        told = nearest_passage(sentence, each.passages)
        if told is not None:
            found = replace(_answer(sentence, each.story, told[1]), passage=told[0])
            # What is told in one sentence alone counts where it tells all, or nothing else does.
            if found.carried or best.story is None:
                best = found if found.carried else _nearer(best, found)
    return best


def _answer(sentence: str, story: StoryId, held: Held) -> Checked:
    return Checked(
        sentence=sentence,
        story=story,
        likeness=held.likeness,
        other_numbers=held.other_numbers,
        missing=held.missing,
        opposite=held.opposite,
    )


def _nearer(one: Checked, other: Checked) -> Checked:
    """Return which answer tells more of the sentence; the first of two alike."""

    def rank(each: Checked) -> tuple[bool, bool, float]:
        return (each.carried, not each.other_numbers, each.likeness)

    return max((one, other), key=rank) if one.story is not None else other


def _stories(sentence: str, press: Press) -> Sequence[StoryId]:
    found = press.store.search(sentence, MOST_ARTICLES)
    rank = {article: place for place, article in enumerate(found)}

    def best_hit(articles: Sequence[ArticleId]) -> int:
        return min((rank[each] for each in articles if each in rank), default=MOST_ARTICLES)

    stories = press.store.stories_of(found)
    ordered = sorted(stories, key=lambda each: (best_hit(each.articles), each.id))
    nearest = [story.id for story in ordered[:MOST_STORIES]]
    return [story for story in nearest if press.store.revision(story) is not None]


def _read(story: StoryId, press: Press, read: dict[StoryId, _Read]) -> _Read:
    if story not in read:
        material = material_held(story, press)
        read[story] = _Read(story=story, claims=every_claim(material), passages=_passages(material))
    return read[story]


def _passages(material: StoryMaterial) -> tuple[Citation, ...]:
    """Return all sentences of a story but those of reports that are withdrawn."""
    cite, gone = citer(material), set_aside(notices_in(material))
    return tuple(
        cite(each.article.id, span)
        for each in material.articles
        if each.article.id not in gone
        for span in each.sentences
        if span.part == BODY
    )


def material_held(story: StoryId, press: Press) -> StoryMaterial:
    """Return all that a story's dossier is made of, as the store holds it now."""
    bare = gather(press.store.story(story), press.store, press.outlets)
    entities, mentions = resolve(bare.articles)
    return replace(bare, entities=entities, entity_mentions=mentions)


def all_claims(story: StoryId, press: Press) -> tuple[Claim, ...]:
    """Return every claim of a story, in the dossier's order; a dossier lists the best carried."""
    return every_claim(material_held(story, press))

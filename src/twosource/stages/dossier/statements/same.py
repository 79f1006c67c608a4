"""Say how surely what two outlets report is one utterance."""

from __future__ import annotations

from datetime import date, timedelta
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import product

from twosource.model.annotated import Sense
from twosource.stages.dossier.informants.one_informant import are_two_by_duty
from twosource.stages.dossier.sameness import STOP_WORDS, likeness, word_set, words_of
from twosource.stages.dossier.statements.utterances import Utterance
from twosource.stages.dossier.telling.agreement import (
    at_odds,
    count_otherwise,
    overlap,
    share_number,
    shared_weight,
)
from twosource.stages.dossier.telling.gist import Gist

SAME_WORDS = 0.8  # share of the shorter quote's words that stand in the longer, in order
SAME_KNOWN = 0.65  # the same where both name one speaker, who does not repeat himself so nearly
LEAST_QUOTED = 4  # words; fewer may be said by anybody
SURE = 6  # words alike in order: one utterance even where the sources name two speakers
# Overlaps from which two sayings are one; of sixty pairs of real reports between .5 and 1 that were
# read, 31 of 36 with one known speaker were, and 22 of 27 others, but 4 of 9 between .5 and .6.
ALIKE = 0.5  # two reports of what one speaker said
ALIKE_NUMBERED = 0.35  # the same where they give the same number, no small one and no year
ALIKE_STATE = 0.65  # of a state, which says many things of one matter
ALIKE_UNKNOWN = 0.7  # where one source does not name the speaker
ALIKE_IN_WORDS = 0.6  # of the words, common and rare ones alike
ALIKE_DIRECT = 0.6  # two direct quotes; below, in other words, they are two utterances
ALIKE_TRANSLATED = 0.3  # two direct quotes that were put into English by two hands
SMALL, YEARS = 12, range(1900, 2101)
FEWEST_RENDERED = 3  # words that carry meaning
FEWEST_THINGS = 2  # that two reports share
FEWEST_REPORTED = 3  # that a quote and a report of it share; two may be chance
SURELY_ALIKE = 0.85  # from here two are none
ALIKE_IN_HEAD = 0.75  # a headline and what the article tells in full
FEWEST_FRAGMENT = 2  # words in quotation marks
LEAST_SHARED = 1.2  # weight, where one source does not name the speaker or little else is shared
PAIRS_HELD = (
    20_000  # of quotes; of a story that grows all but the newest are set side by side again
)
DAYS_LATER = timedelta(days=2)  # one day may be the clock's: Tokyo's Friday begins on Thursday
SPEAKERS_HELD = TEXTS_HELD = 4096  # each is set beside those of other utterances


def same_utterance(one: Utterance, other: Utterance) -> float:
    """Return how surely two quotes are one utterance; 0 where nothing says so.

    1 and more: the same quoted words at length, whoever is named as speaker. Below 1 only one
    speaker, one sense and (for reported words) the same numbers may join. Two quotes of one
    article are one utterance only when the words are the same: nobody reports a saying twice in
    other words, but headlines and captions repeat it.
    """
    if said_as(one) != said_as(other):
        return 0.0
    if _may_share_words(one.quoted, other.quoted):
        shared, shorter = words_in_order(one.quoted, other.quoted)
        if shared >= SAME_WORDS * shorter:
            longer = max(len(one.quoted), len(other.quoted))
            if one_speaker(one, other) or (shared >= SURE and shorter >= longer / 3):
                return 1 + shared / shorter if shared >= SURE else 0.99
        known = _known_to_be_one(one, other)
        if known and shared >= SAME_KNOWN * shorter and len(one.words & other.words) > 1:
            return 0.98
    if not one_speaker(one, other):
        return 0.0
    if _known_to_be_one(one, other) and (_share_a_run(one, other) or _quote_one(one, other)):
        return 0.99
    return _alike_in_meaning(one, other)


def said_as(each: Utterance) -> Sense:
    """Return the sense by which two sayings are compared: who denies it asserts the contrary."""
    return "asserted" if each.sense == "denied" else each.sense


def _known_to_be_one(one: Utterance, other: Utterance) -> bool:
    """Return whether both name the same speaker, not merely nobody else."""
    mine, theirs = one.speaker.entity, other.speaker.entity
    if mine is not None and theirs is not None and mine.id == theirs.id:
        return True
    return bool(one.speaker.key) and one.speaker.key == other.speaker.key


def _share_a_run(one: Utterance, other: Utterance) -> bool:
    """Return whether a stretch of words, long enough to be no chance, stands in both.

    A quote of two sentences and one that begins with the second are one utterance; so are a quote
    and a report that has its words. Other numbers make it another saying: "three people have
    died" and "one man has died".
    """
    in_a_row = not runs_of(one.text).isdisjoint(runs_of(other.text))
    if len(one.words & other.words) < FEWEST_REPORTED or not in_a_row:
        return False
    differ = count_otherwise if one.kind == other.kind == "direct" else at_odds
    return not differ(one.gist, other.gist)


@lru_cache(maxsize=TEXTS_HELD)
def runs_of(text: str) -> frozenset[tuple[str, ...]]:
    """Return all runs of so many words that they are no chance in another text."""
    words = words_of(text)
    return frozenset(tuple(words[at : at + SURE]) for at in range(len(words) - SURE + 1))


def _quote_one(one: Utterance, other: Utterance) -> bool:
    """Return whether all that one has in quotation marks stands in the other's: “grave threat”."""
    shorter, longer = sorted((one.quoted, other.quoted), key=len)
    if len(shorter) < FEWEST_FRAGMENT or STOP_WORDS.issuperset(shorter):
        return False
    places = range(len(longer) - len(shorter) + 1)
    return any(longer[at : at + len(shorter)] == shorter for at in places)


def _alike_in_meaning(one: Utterance, other: Utterance) -> float:
    """Return how far two sayings of one speaker come to the same, 0 where that is not enough."""
    if one.article == other.article:
        return _in_one_article(one, other)
    if _told_before_it_was_said(one, other) or _told_before_it_was_said(other, one):
        return 0.0
    alike, mine, theirs = nearest(one, other)
    if _come_to_one(alike, mine, theirs, one, other):
        return min(alike, 0.98)
    return _two_renderings(one, other) if one.kind == other.kind == "direct" else 0.0


def _told_before_it_was_said(told: Utterance, said: Utterance) -> bool:
    """Return whether a report of one saying stood days before the other was said."""
    if not (told.published and said.said_on):
        return False
    after = date.fromisoformat(said.said_on) - date.fromisoformat(told.published)
    return after >= DAYS_LATER


def _two_renderings(one: Utterance, other: Utterance) -> float:
    """Return how alike the words of two direct quotes are, 0 where they are two quotes.

    Quotes from abroad were put into English by two hands, at about the same length.
    """
    if count_otherwise(one.gist, other.gist):
        return 0.0
    alike, shorter = likeness(one.words, other.words), min(len(one.words), len(other.words))
    near = 0.5 <= len(one.quoted) / max(1, len(other.quoted)) <= 2
    if one.abroad and near and shorter >= FEWEST_RENDERED:
        return alike if alike >= ALIKE_TRANSLATED else 0.0
    return alike if alike >= ALIKE_DIRECT and shorter > FEWEST_RENDERED else 0.0


def nearest(one: Utterance, other: Utterance) -> tuple[float, Gist, Gist]:
    """Return the overlap of two sayings, and the gists of which it is; 0 where all are at odds.

    Of a quote of several sentences each is looked at for itself, since others report only one.
    """
    pairs = list(product((one.gist, *one.parts), (other.gist, *other.parts)))
    overlaps = [overlap(*pair) for pair in pairs]
    in_words = likeness(one.words, other.words)
    if overlaps[0] and in_words >= ALIKE_IN_WORDS:  # which may be too common to tell much
        overlaps[0] = max(overlaps[0], in_words)
    for best in sorted(range(len(pairs)), key=lambda each: -overlaps[each]):
        if overlaps[best] and not at_odds(*pairs[best]):
            return overlaps[best], *pairs[best]
    return 0.0, *pairs[0]


def _come_to_one(alike: float, mine: Gist, theirs: Gist, one: Utterance, other: Utterance) -> bool:
    direct = (one.kind == "direct") + (other.kind == "direct")
    heavy, sure = shared_weight(mine, theirs) >= LEAST_SHARED, alike >= SURELY_ALIKE
    few = FEWEST_THINGS if sure or not direct or (direct == 2 and heavy) else FEWEST_REPORTED
    if max(_things_shared(mine, theirs), len(one.words & other.words)) < few:
        return False
    if one.speaker.unknown or other.speaker.unknown:
        return alike >= ALIKE_UNKNOWN and heavy
    if direct == 2:
        return alike >= ALIKE_DIRECT
    speaker = one.speaker.entity
    if speaker is not None and speaker.kind == "country":
        return alike >= ALIKE_STATE
    # "Its 600 members would stop work" and "some 600 workers have joined the strike" are two.
    turned = (not mine.done, not mine.planned) == (bool(theirs.done), bool(theirs.planned))
    numbered = share_number(_large(mine), _large(theirs)) and not turned
    return alike >= (ALIKE_NUMBERED if numbered else ALIKE)


def _in_one_article(one: Utterance, other: Utterance) -> float:
    """Return how alike two sayings of one article are, which seldom tells a saying twice.

    Headlines and decks repeat what the body tells in full.
    """
    if at_odds(one.gist, other.gist):
        return 0.0
    in_head = {one.span.part, other.span.part} & {"headline", "deck"}
    if in_head and _things_shared(one.gist, other.gist) >= FEWEST_REPORTED:
        alike = overlap(one.gist, other.gist)
        return alike if alike >= ALIKE_IN_HEAD else 0.0
    alike = likeness(one.words, other.words)
    return alike if alike >= SAME_WORDS else 0.0


def _things_shared(one: Gist, other: Gist) -> int:
    return len(one.told.keys() & other.told.keys()) + len(one.dates & other.dates)


def _large(gist: Gist) -> tuple[float, ...]:
    return tuple(number for number in gist.numbers if number > SMALL and number not in YEARS)


def one_speaker(one: Utterance, other: Utterance) -> bool:
    """Return whether both may be said by one speaker: nothing names two different ones."""
    if _known_to_be_one(one, other):
        return True
    if one.speaker.entity is not None and other.speaker.entity is not None:
        return False
    if one.speaker.unknown or other.speaker.unknown:
        return True
    mine, theirs = (speaker_words(each.speaker.words) for each in (one, other))
    if mine <= theirs or theirs <= mine:  # "the council", "the city council"
        return bool(mine & theirs)
    return bool(mine & theirs) and not are_two_by_duty(one.speaker.key, other.speaker.key)


@lru_cache(maxsize=SPEAKERS_HELD)
def speaker_words(words: str) -> frozenset[str]:
    """Return the words of a speaker of which two that are one person or body have one in common."""
    return frozenset(words_of(words)) - _COMMON


_COMMON = word_set(
    """
    a an the of for in at to and said his her its their mr mrs ms dr
    """
)


def _may_share_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two quotes have so many words in common that their order is worth a look."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < LEAST_QUOTED:
        return False
    held = frozenset(longer)
    return sum(word in held for word in shorter) >= SAME_KNOWN * len(shorter)


@lru_cache(maxsize=PAIRS_HELD)
def words_in_order(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[int, int]:
    """Return how many words stand in both in the same order, and the length of the shorter."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    # single words in common are chance; a run of two is not
    return sum(b.size for b in blocks if b.size > 1), min(len(one), len(other))

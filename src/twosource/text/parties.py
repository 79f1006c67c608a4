"""Part a sentence at its commas: which part can name a party, and which has the telling verb."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from twosource.text.nouns import is_plural
from twosource.text.tabled import words_of
from twosource.text.telling_verbs import TABLE, forms_of, of_several, phrases

Stretch = tuple[int, int]

SHORT_IN_TITLES = 4  # letters: a headline may have such a word without a capital
MOST_WORDS = 16  # of a party's phrase; longer ones are clauses
_TOKEN = re.compile(r"\d+(?:,\d{3})+|[^\W_](?:[\w.&’'/-]*[\w])?|[$€£%]|[,;:“”\"()—–]")
_BORDERS = frozenset(',;:“”"()—–')
_AUXILIARIES = frozenset(
    """is are was were be been being am has have had having will would can could may might must
    shall should did does do 's 're 've""".split()
)
_FINITE = _AUXILIARIES | {"said", "says", "became"}
_MODALS = frozenset("will would can could may might must shall should".split())
_WHO_MAY = _AUXILIARIES | frozenset("he she it they we you i who which that not n't".split())
_NEVER = frozenset("not never n't hardly".split())
_ADVERBS = frozenset(
    """also now later then already earlier soon once since again still just only too yesterday
    today afterwards first finally recently""".split()
)
_HELPING = _AUXILIARIES | _ADVERBS | _NEVER
_RELATIVE = frozenset("who whose whom which that where".split())
_JOINS = frozenset("and but while whereas yet so or though although as that".split())
_OPENERS = frozenset(
    """if when after before because since until unless once during despite amid following in on at
    to of for by with from into onto over under about against through without within among between
    then than there here not nor both either neither how why what whether even just only also all
    more most less far""".split()
)
_NO_START = _JOINS | _RELATIVE | _OPENERS
_SUBJECTS = frozenset("i you he she it we they".split())
_BEFORE_VERB = frozenset("first once earlier initially previously originally".split())
# "Managing director Even Nilsen": what opens an office, where other such words open a clause.
_HOLDING = frozenset("managing acting presiding investigating sitting outgoing incoming".split())
_DETERMINERS = frozenset("the a an its their his her".split())
_NO_END = frozenset("the a an its their his her of for by with from to in on at and or".split())
# What may follow a telling verb that closes what is told: where, when, to whom, in what.
_CLOSES = frozenset(
    """in on at by from after before during when as through via with late early last this that
    yesterday today tonight here there again afterwards later earlier under following upon over
    monday tuesday wednesday thursday friday saturday sunday while amid within without outside
    inside near shortly soon for into""".split()
)
_TO_WHOM = forms_of("tells") & frozenset(
    """wrote writes told tells informed informs notified notifies assured assures reminded reminds
    reported reports confirmed confirms explained explains said says complained admitted confessed
    signalled testified announced replied responded recounted""".split()
)
_TELL = frozenset(
    "tell told tells inform informed informs notified assured assures reminded".split()
)
_TIME = re.compile(r"(?:\w+ly|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$")
_ENDS_HEAD = _NO_START | frozenset("seen taken made drawn shown written sent given shot".split())
_CUT = re.compile(r"['’]s$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence with its place."""

    start: int
    end: int
    words: str
    lower: str  # the same in small letters


Part = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Predicate:
    """A telling verb in a part of a sentence, with what stands before and behind it."""

    before: Part  # the party, if it stands here
    verb: str
    after: Part


def parts_of(sentence: str) -> tuple[Part, ...]:
    """Return the words of a sentence in parts, as commas, dashes and other marks part them."""
    parts: list[list[Token]] = [[]]
    for found in _TOKEN.finditer(sentence):
        if found.group() in _BORDERS:
            parts.append([])
        else:
            parts[-1].append(Token(*found.span(), found.group(), found.group().lower()))
    return tuple(tuple(part) for part in parts if part)


def stretch_of(part: Part) -> Stretch:
    """Return where words stand."""
    return part[0].start, part[-1].end


def without_join(part: Part) -> Part:
    """Return a part without the "and" or "as" that it opens with."""
    return part[1:] if part and part[0].lower in _JOINS else part


def predicate(part: Part, verbs: frozenset[str]) -> Predicate | None:
    """Return the first telling verb of a part that is done by somebody; None without one.

    "Has found", "later told": helping words belong to the verb. Not so "was told", "did not say",
    nor a name's last word: "the Coast List".
    """
    titled = not any(each.words.islower() and len(each.words) > SHORT_IN_TITLES for each in part)
    for place, token in enumerate(part):
        phrase = _length_of_phrase(part, place) if "say" in verbs else 0  # none rules or counts
        length = phrase or int(token.lower in verbs)
        if not length:
            continue
        if place and token.words[0].isupper() and not titled:
            continue
        before = part[:place]
        if token.lower in of_several() and (
            _is_owned(before, token) or not any(_are_several(each) for each in before)
        ):
            continue  # "a parish register", "the rebels' claim" are nouns
        start = place
        while start and _is_helping(part[start - 1]):
            start -= 1
        helping = {each.lower for each in part[start:place]}
        if helping & _NEVER or helping & {"is", "are", "was", "were", "be", "been", "being", "to"}:
            continue
        return Predicate(part[:start], token.lower, part[place + length :])
    return None


def _is_helping(token: Token) -> bool:
    word = token.lower
    return word in _HELPING or bool(_TIME.match(word) and word.islower())


def _is_owned(before: Part, token: Token) -> bool:
    """Return whether a word is somebody's: "the union's claim", "the rebels' claim"."""
    return bool(before) and (
        before[-1].lower.endswith(("'s", "’s")) or token.start > before[-1].end + len(" ")
    )


def _are_several(token: Token) -> bool:
    """Return whether a word before a verb may be its subject in the plural, or only helps it."""
    several = token.lower in ("they", "we", "i", "you", "data", "media", "and")
    return several or is_plural(token.words) or _is_helping(token)


def _length_of_phrase(part: Part, place: int) -> int:
    for phrase in phrases().get(part[place].lower, ()):
        if tuple(each.lower for each in part[place : place + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def is_party(part: Part) -> bool:
    """Return whether words can name who tells a thing: a noun phrase, by how it begins and ends.

    No verb stands in it, but behind a "who": "passengers who came ashore". A "he" that more than
    itself stands before goes with that: "as many as it first (announced)", "because I (said)".
    """
    if not part or len(part) > MOST_WORDS or part[0].lower in _NO_START:
        return False
    if part[-1].lower in _NO_END or (part[0].words[0].isdigit() and len(part) == 1):
        return False
    if part[0].words.endswith("ing") and part[0].words.islower() and part[0].words not in _HOLDING:
        return False
    end = part[:-1] if part[-1].lower in _BEFORE_VERB else part
    if len(end) > 1 and end[-1].lower in _SUBJECTS:
        return False
    for place, token in enumerate(part):
        if _meets_a_noun(part[place : place + 2]):
            return False
        if token.lower in _RELATIVE:
            return not _goes_on_to_do(part[place + 1 :])
        if token.lower in _FINITE or token.lower.endswith(("n't", "n’t")):
            return False
    return True


def _meets_a_noun(two: Part) -> bool:
    """Return whether a noun begins: "fewer than the (mayor)", "he rejected the (police count)"."""
    first, behind = two[0].lower, two[-1].lower
    return (first == "than" and behind == "the") or (
        first.endswith("ed") and behind in _DETERMINERS
    )


def _goes_on_to_do(clause: Part) -> bool:
    """Return whether a "who" clause has ended in words: "(landlords who) break it would face"."""
    return any(
        token.lower in _MODALS and before.lower not in _WHO_MAY
        for before, token in pairwise(clause)
    )


def closes(found: Predicate) -> bool:
    """Return whether nothing is told behind a telling verb, but where, when or to whom."""
    if not found.after:
        return True
    first = found.after[0].lower
    if found.verb in _TELL:
        return len(found.after) <= MOST_WORDS and first not in _JOINS
    if first == "to":
        return found.verb in _TO_WHOM and found.after[1:2] != ()
    return first in _CLOSES - {"that"} or bool(_TIME.match(first))


def is_paper(part: Part) -> bool:
    """Return whether a phrase names a paper, a picture or an instrument: "an entry in the log"."""
    head: list[str] = []
    for token in part:
        if head and (token.lower in _ENDS_HEAD or token.lower.endswith("ed")):
            break
        head.append(_CUT.sub("", token.lower))
    return bool(head) and head[-1] in words_of(TABLE, "papers")

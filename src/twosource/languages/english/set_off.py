"""Give a clause between commas the sentence around it: "The dam, Berg said, will hold"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.languages.english.clauses import Clause
from twosource.languages.english.cues import english_list
from twosource.languages.english.speakers import SUBJECTS
from twosource.languages.english.tree import Tree
from twosource.languages.language import Stretch

MOST_ASIDE = 14  # words of a speaker, or of where and to whom it was said
FEWEST_TOLD = 4  # words of a sentence that a closing "…, Berg said" reports
FEWEST_AFTER = 2  # words that go on with the sentence behind "…, Berg said, …"
_FINITE = ("VBD", "VBZ", "VBP", "MD", "VBN")
_OUTSIDE = frozenset({"after", "when", "as", "while", "if", "before", "since", "asked", "speaking"})
_STOPS = frozenset({",", ":", "-", "--", "—", "–"})
_JOINTS = frozenset({"and", "but", "while", "though", "although"})


def closing_clause(clause: Clause, tree: Tree, quoted: Sequence[Stretch]) -> Clause:
    """Return a clause with the sentence it closes: "The peak is due at noon, the agency says."

    By its place, for here the parse often takes the speaker for a part of what is said: the words
    between the last comma and a closing cue speak, those before the comma are told. The clause
    comes back as it is where it has content, a quotation stands beside it, the cue is not the last
    of the sentence, or the words before the comma only tell when ("After the meeting, Berg said").
    """
    cue = min(clause.cue_words)
    known = clause.content and clause.speaker
    if quoted or known or tree.words[clause.cue].tag not in _FINITE[:3]:
        return clause
    comma = next((i for i in range(cue - 1, 0, -1) if tree.words[i].lower == ","), 0)
    beside = comma == cue - 1  # "…, said Berg", "…, its director, Berg, said"
    speaker = clause.speaker if beside else frozenset(range(comma + 1, cue))
    if beside and speaker and max(speaker) < comma:
        comma = min(speaker) - 1
        if tree.words[comma].lower != ",":
            return clause
    told = range(comma)
    if len(told) < FEWEST_TOLD or not speaker or len(speaker) > MOST_ASIDE:
        return clause
    behind = range(max(clause.cue_words) + 1, len(tree.words) - 1)
    ends = _ends_with(clause.cue_words | speaker, tree) or _is_aside(behind, clause, tree)
    if not _names_somebody(min(speaker), tree) or not ends:
        return clause
    outside = tree.words[0].lower in _OUTSIDE or tree.words[0].tag == "IN"
    if outside or not any(tree.words[i].tag in _FINITE for i in told):
        return clause
    return replace(clause, speaker=speaker, content=frozenset(told))


def _names_somebody(first: int, tree: Tree) -> bool:
    word = tree.words[first]
    begins = word.tag.startswith(("DT", "NN", "PRP", "CD", "JJ"))
    return begins and word.lower not in ("who", "which", "that")


def _ends_with(said: frozenset[int], tree: Tree) -> bool:
    """Return whether cue and speaker close the sentence, but for a day or a place behind them."""
    following = max(said) + 1
    if following == len(tree.words):
        return True
    word, further = tree.words[following], tree.words[min(following + 1, len(tree.words) - 1)]
    if word.lower == ",":
        return further.tag == "VBG"  # "said, asking not to be named"
    return word.lower in (".", ";") or word.tag == "IN" or word.lower in english_list("asides")


def breaking_in(clause: Clause, others: Sequence[Clause], tree: Tree) -> Clause:
    """Return a clause with all of the sentence that it breaks into, on both sides of its commas.

    "The dam, Berg told the council on Friday, will hold": by its place, for the parser hangs what
    goes on on the speaker, on the day, or nowhere. The clause comes back as it is where the words
    between cue and comma are told themselves, or where another speaks in the sentence before.
    """
    cue = clause.cue
    left = _nearest_stop(tree, range(cue - 1, 0, -1))
    right = _nearest_stop(tree, range(max(clause.cue_words) + 1, len(tree.words)))
    if not clause.open_to_quotes or tree.words[cue].tag not in _FINITE[:3] or not left or not right:
        return clause
    helped = min(clause.cue_words)
    subject = [i for i in range(left + 1, helped) if not tree.words[i].tag.startswith("RB")]
    behind = range(max(clause.cue_words) + 1, right)
    if not subject and tree.below(cue, *SUBJECTS):
        return clause  # "Berg, who is 40, rejected the claims, …"
    speaker, aside = (subject, behind) if subject else (behind, range(0))
    if not 0 < len(speaker) <= MOST_ASIDE or not _names_somebody(speaker[0], tree):
        return clause
    if any(tree.words[i].tag in _FINITE for i in speaker) or not _is_aside(aside, clause, tree):
        return clause
    begins, ends = _sentence_of(tree, left, right)
    opened = tree.words[left - 1].tag.startswith(("W", "IN"))  # "a town where, she recalls, …"
    before, after = range(left if opened else begins, left), range(right + 1, ends)
    another = any(other.cue in before and other.content for other in others)
    if another or not _goes_on(after, tree):
        return clause
    if tree.words[after[0]].lower in _JOINTS and any(
        other.cue in after and other.speaker and min(other.speaker) > right for other in others
    ):
        after = range(0)  # "…, Berg said, and Lund agreed that …"
    if not any(tree.words[i].tag in _FINITE for i in (*before, *after)):
        return clause
    told = frozenset((*before, *after))
    return replace(clause, speaker=frozenset(speaker), content=told)


def _nearest_stop(tree: Tree, places: range) -> int:
    """Return the first of some places at which a comma or dash stands; 0 for none."""
    return next((i for i in places if _sets_off(tree, i)), 0)


def _sets_off(tree: Tree, index: int) -> bool:
    """Return whether a word is a comma, a colon, or a dash that does not join two words."""
    word = tree.words[index]
    return word.lower in _STOPS and (word.lower != "-" or word.start > tree.words[index - 1].end)


def _is_aside(words: Sequence[int], clause: Clause, tree: Tree) -> bool:
    """Return whether words behind a cue only say when, where and to whom: "us on Friday"."""
    if not words:
        return True
    if len(words) > MOST_ASIDE or any(tree.words[i].tag in _FINITE[:4] for i in words):
        return False
    first = tree.words[words[0]]
    spoken_to = tree.words[clause.cue].lower in english_list("addressing") and first.tag != "TO"
    asides = english_list("asides")
    return spoken_to or first.tag in ("IN", "RB") or first.lower in asides | {"last", "this"}


def _sentence_of(tree: Tree, left: int, right: int) -> tuple[int, int]:
    """Return where the words around two places begin and end: at a semicolon, or at the ends."""
    begins = next((i + 1 for i in range(left, -1, -1) if tree.words[i].lower in (";", ":")), 0)
    ends = next(
        (i for i in range(right, len(tree.words)) if tree.words[i].lower == ";"), len(tree.words)
    )
    return begins, ends


def _goes_on(after: Sequence[int], tree: Tree) -> bool:
    """Return whether words behind a comma go on with a sentence and tell not of the speaker."""
    if sum(tree.words[i].text.isalnum() for i in after) < FEWEST_AFTER:
        return False
    first, second = tree.words[after[0]], tree.words[after[1]]
    that = first.lower == "that" or (first.tag == "RB" and second.lower == "that")
    return not that and first.tag not in ("VBG", "WP", "WDT", "WP$")

"""Take in the words around a quotation, or before a closing cue, that are part of what is said."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.languages.english.clauses import Clause
from twosource.languages.english.cues import english_list
from twosource.languages.english.tree import Tree
from twosource.languages.language import Stretch

MOST_BEFORE = 14  # words between a cue and the quotation inside its clause
FEWEST_TOLD = 4  # words of a sentence that a closing "…, Berg said" reports
_STOPS = frozenset({",", ":", ";", "-", "--", "—", "–", "(", ")", ".", "?", "!"})
_ASIDE = ("IN", "RB", "CC", "WRB", "WDT", "WP", "RP", "POS")  # begin what tells when, where and how
_FINITE = ("VBD", "VBZ", "VBP", "MD", "VBN")
_OUTSIDE = frozenset({"after", "when", "as", "while", "if", "before", "since", "asked", "speaking"})


def with_words_before(
    pieces: Sequence[Stretch], clause: Clause, tree: Tree, quoted: Sequence[Stretch], text: str
) -> tuple[Stretch, ...]:
    """Return what is said with the words that lead into its first quotation.

    `said customers "would barely notice"` and `The roads were "gone", she said`: the clause
    begins outside the marks. Words set off by a comma or a colon lead in a whole quotation
    instead, and `said on Friday "…"` tells when.
    """
    if not pieces or pieces[0] not in quoted or not _begins_inside(pieces[0], text):
        return tuple(pieces)
    start = pieces[0][0]
    cue = max(clause.cue_words)
    if tree.words[cue].end <= start:
        between = [i for i in range(cue + 1, len(tree.words)) if tree.words[i].end <= start]
        if between and tree.words[between[0]].lower == "that":
            between = between[1:]
        elif tree.words[cue].lower in english_list("addressing"):
            return tuple(pieces)
    else:
        between = [i for i in range(len(tree.words)) if tree.words[i].end <= start]
    if not _leads_in(between, clause, tree):
        return tuple(pieces)
    return ((tree.words[between[0]].start, pieces[0][1]), *pieces[1:])


def _begins_inside(quote: Stretch, text: str) -> bool:
    inner = text[quote[0] : quote[1]].lstrip("\"“‘'«„`")
    return inner[:1].islower()


def _leads_in(between: Sequence[int], clause: Clause, tree: Tree) -> bool:
    if not between or len(between) > MOST_BEFORE:
        return False
    words = [tree.words[i] for i in between]
    if words[-1].lower in _STOPS or any(word.lower in ":;" for word in words):
        return False
    if not clause.speaker.isdisjoint(between) or words[0].lower in _STOPS:
        return False
    return not words[0].tag.startswith(_ASIDE) and words[0].lower not in english_list("asides")


def sentence_before(clause: Clause, tree: Tree, quoted: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Return the sentence that a closing cue reports: "The peak is due at noon, the agency says."

    None where a quotation stands in it, where the cue is not the last clause, or where the words
    before the comma only tell when ("After the meeting, Berg said so").
    """
    if quoted or not clause.speaker or clause.content:
        return ()
    if tree.words[clause.cue].tag not in _FINITE[:3] or not _ends_with(clause, tree):
        return ()
    first = min(clause.cue_words | clause.speaker)
    told = tree.words[: first - 1]
    if first < FEWEST_TOLD or tree.words[first - 1].lower != "," or len(told) < FEWEST_TOLD:
        return ()
    if told[0].lower in _OUTSIDE or told[0].tag.startswith("IN"):
        return ()
    if not any(word.tag in _FINITE for word in told):
        return ()
    return ((told[0].start, told[-1].end),)


def _ends_with(clause: Clause, tree: Tree) -> bool:
    """Return whether cue and speaker close the sentence, but for a day or a place behind them."""
    following = max(clause.cue_words | clause.speaker) + 1
    if following == len(tree.words):
        return True
    word = tree.words[following]
    return word.lower in (".", ";") or word.tag == "IN" or word.lower in english_list("asides")

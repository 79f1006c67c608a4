"""Take in the words that lead into a quotation and are part of what is said."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.languages.english.clauses import Clause
from twosource.languages.english.cues import english_list
from twosource.languages.english.marks import OPENING
from twosource.languages.english.tree import Tree
from twosource.languages.language import Stretch

MOST_BEFORE = 14  # words between a cue and the quotation inside its clause
_STOPS = frozenset({",", ":", ";", "-", "--", "—", "–", "(", ")", ".", "?", "!"})
_ASIDE = ("IN", "RB", "CC", "WRB", "WDT", "WP", "RP", "POS")  # begin what tells when, where and how


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
    inner = text[quote[0] : quote[1]].lstrip(OPENING)
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

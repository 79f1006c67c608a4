"""Take in the words around a quotation, or before a closing cue, that are part of what is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.languages.english.clauses import Clause
from twosource.languages.english.cues import english_list
from twosource.languages.english.marks import OPENING
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
    inverted = comma == cue - 1  # "…, said Berg"
    told = range(comma)
    speaker = clause.speaker if inverted else frozenset(range(comma + 1, cue))
    if len(told) < FEWEST_TOLD or not speaker or len(speaker) > MOST_BEFORE:
        return clause
    if not _names_somebody(min(speaker), tree) or not _ends_with(clause.cue_words | speaker, tree):
        return clause
    if tree.words[0].lower in _OUTSIDE or tree.words[0].tag == "IN":
        return clause
    if not any(tree.words[i].tag in _FINITE for i in told):
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

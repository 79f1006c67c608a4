"""Tell what a writer adds behind what is said: "…, which is closed", "…, while Berg said no"."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.languages.english.cues import english_verbs
from twosource.languages.english.speakers import SUBJECTS
from twosource.languages.english.tree import Tree

_CONTRASTS = frozenset({"while", "whereas", "although", "though"})


def added_by_writer(tree: Tree, verb: int, content: set[int]) -> set[int]:
    """Return the words of a content, behind its verb, that are not the speaker's."""
    added: set[int] = set()
    for word in sorted(content):
        if word > verb and (_explains(tree, word, content) or _another_speaks(tree, word)):
            added |= tree.subtree(word)
    return added


def _explains(tree: Tree, word: int, content: set[int]) -> bool:
    """Return whether a clause set off by a comma ends the content: "…, which was built in 1950".

    One with a "would" goes on with what was said, and so may one of a person: "…, who had run".
    """
    if tree.words[word].relation != "relcl":
        return False
    if any(tree.words[each].tag == "MD" for each in tree.below(word, "aux")):
        return False
    clause = sorted(tree.subtree(word))
    first = clause[0]
    return (
        tree.words[first].tag == "WDT"
        and tree.words[first - 1].lower == ","
        and clause[-1] >= max(_words(tree, content))
    )


def _words(tree: Tree, content: set[int]) -> Iterator[int]:
    return (each for each in content if tree.words[each].text[:1].isalnum())


def _another_speaks(tree: Tree, word: int) -> bool:
    """Return whether a clause gives what another says: "… while Berg said", "and Berg warned"."""
    cue = english_verbs().get(tree.words[word].lower)
    subjects = tree.below(word, *SUBJECTS)
    if cue is None or "q" not in cue.frames or not subjects:
        return False
    marks = tree.words_below(word, "mark")
    if tree.words[word].relation == "advcl":
        return bool(marks & _CONTRASTS)
    named = tree.words[subjects[0]].tag.startswith("NN")
    return tree.words[word].relation == "conj" and named and bool(tree.below(word, "ccomp"))

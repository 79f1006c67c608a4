"""Hang anew what the parser hangs on the wrong verb where two things are said or done in a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from twosource.languages.english.cues import english_list, english_verbs
from twosource.languages.english.speakers import SUBJECTS
from twosource.languages.english.tree import Tree

_BARE = frozenset({"VB", "VBP"})  # a bare infinitive is often taken for a present
_GOES_WITH_NOUN = frozenset({"of", "as"})


def mended(tree: Tree) -> Tree:
    """Return the sentence with verbs and their matters where grammar puts them.

    Five mistakes of the parser, each told by forms alone: "he would order a review and warned
    against hackers" (who would order cannot "would warned": the speaker warned), "promised to block
    it and, if need be, to sue" (to sue is promised too), "said he would, arguing that …" (argued by
    the speaker), "accused by Berg of theft" (not Berg's),
    "quoted a saying, according to which a fence needs two" (the saying tells it).
    """
    moved = dict(
        move
        for verb, word in enumerate(tree.words)
        if word.tag.startswith("VB")
        for find in (_said_too, _aimed_at_too, _charged_with, _told_by_which)
        for move in find(tree, verb)
    )
    if not moved:
        return tree
    return Tree(
        tuple(
            replace(word, head=moved[index][0], relation=moved[index][1])
            if index in moved
            else word
            for index, word in enumerate(tree.words)
        )
    )


Move = tuple[int, tuple[int, str]]
"""A word, and the word and relation it is to hang by."""


def _said_too(tree: Tree, verb: int) -> Iterator[Move]:
    """Yield the verbs after a reported clause that the speaker does, not whom the clause is about.

    They have the form of the verb of speech and not that of the clause.
    """
    if not _is_cue(tree, verb):
        return
    for clause in tree.below(verb, "ccomp"):
        row = [
            each
            for each in tree.below(clause, "conj")
            if clause > verb
            and _is_bare_of(tree, each)
            and tree.words[each].tag == _form(tree, verb)
        ]
        if _form(tree, clause) != _form(tree, verb):
            yield from ((each, (verb, "conj")) for each in row)
        for each in tree.below(clause, "advcl"):
            adds = tree.words[each].tag == "VBG" and tree.words[each - 1].lower == ","
            if adds and each > clause > verb and _is_cue(tree, each) and tree.below(each, "ccomp"):
                yield each, (verb, "advcl")


def _is_cue(tree: Tree, verb: int) -> bool:
    return tree.words[verb].lower in english_verbs()


def _is_bare_of(tree: Tree, verb: int) -> bool:
    """Return whether a verb stands without a subject and without a helper of its own."""
    return not tree.below(verb, *SUBJECTS, "aux", "auxpass", "mark")


def _form(tree: Tree, verb: int) -> str:
    """Return the tag of what is finite in a clause: its first helper, else the verb."""
    helpers = tree.below(verb, "aux", "auxpass")
    return tree.words[helpers[0] if helpers else verb].tag


def _aimed_at_too(tree: Tree, verb: int) -> Iterator[Move]:
    """Yield the second aim of "promised to meet and, in some cases, exceed it"."""
    aims = [each for each in tree.below(verb, "xcomp") if _is_infinitive(tree, each)]
    if not aims or tree.words[verb].tag in _BARE:
        return
    for each in tree.below(verb, "conj"):
        alone = not tree.below(each, *SUBJECTS)
        bare = tree.words[each].tag in _BARE and _is_bare_of(tree, each)
        if each > aims[0] and alone and (bare or _is_infinitive(tree, each)):
            yield each, (aims[0], "conj")
            yield from ((and_, (aims[0], "cc")) for and_ in tree.below(verb, "cc") if and_ < each)


def _is_infinitive(tree: Tree, verb: int) -> bool:
    return "to" in tree.words_below(verb, "aux")


def _charged_with(tree: Tree, verb: int) -> Iterator[Move]:
    """Yield the "of …" of "accused by Berg of …" or "assured Berg of …", hung on Berg."""
    cue = english_verbs().get(tree.words[verb].lower)
    if cue is None or "n" not in cue.frames or tree.below(verb, "prep"):
        return
    for by in tree.below(verb, "agent"):
        for somebody in tree.below(by, "pobj"):
            for prep in tree.below(somebody, "prep"):
                acts = any(tree.words[each].tag == "VBG" for each in tree.below(prep, "pcomp"))
                if acts and tree.words[prep].lower in _GOES_WITH_NOUN:
                    yield prep, (verb, "prep")
    if tree.words[verb].lower in english_list("addressing"):
        for somebody in tree.below(verb, "dobj"):
            for prep in tree.below(somebody, "prep"):
                if tree.words[prep].lower == "of" and prep > somebody:
                    yield prep, (verb, "prep")


def _told_by_which(tree: Tree, verb: int) -> Iterator[Move]:
    """Yield the clause of "a saying, according to which …" as one about the saying."""
    for according in tree.below(verb, "mark", "prep", "advmod"):
        words = [each.lower for each in tree.words[according : according + 3]]
        if words != ["according", "to", "which"] or tree.words[according - 1].lower != ",":
            continue
        noun = according - 2
        while tree.words[noun].relation in ("prep", "pobj"):
            noun = tree.words[noun].head
        if tree.words[noun].tag.startswith("NN"):
            yield verb, (noun, "relcl")

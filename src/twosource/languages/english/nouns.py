"""Read what a noun lets somebody say ("his claim that …"), and what is "according to" somebody."""

from __future__ import annotations

from twosource.languages.english.clauses import Clause
from twosource.languages.english.cues import Cue
from twosource.languages.english.speakers import phrase, speaker_of_noun
from twosource.languages.english.tree import Tree, Word

_ABOUT = frozenset({"of", "about", "on", "over", "against"})
_BELOW_CLAUSE = ("pobj", "prep", "dobj", "npadvmod", "attr", "pcomp")


def clause_of_noun(tree: Tree, noun: int, cue: Cue) -> Clause | None:
    """Return the noun with whose it is and what it says; None unless both stand there."""
    content: set[int] = set()
    for child in tree.below(noun, "acl", "ccomp"):
        first = tree.words[min(tree.subtree(child))].lower
        if "c" in cue.frames and first in ("that", "to", "whether"):
            content |= tree.subtree(child)
    for child in tree.below(noun, "prep"):
        word = tree.words[child].lower
        if ("f" in cue.frames and word == "for") or ("n" in cue.frames and word in _ABOUT):
            content |= tree.subtree(child)
    speaker = speaker_of_noun(tree, noun)
    content -= speaker
    if not content or not speaker:
        return None
    return Clause(
        cue=noun,
        cue_words=frozenset({noun}),
        speaker=frozenset(speaker),
        content=frozenset(content),
        sense="asserted" if _is_beyond_doubt(tree, noun, cue) else cue.sense,
        open_to_quotes=False,
    )


def _is_beyond_doubt(tree: Tree, noun: int, cue: Cue) -> bool:
    """Return whether somebody "left no doubt" that it is so."""
    return cue.sense == "asked" and bool(tree.words_below(noun, "det", "amod") & {"no", "little"})


def clause_of_according(tree: Tree, index: int) -> Clause | None:
    """Return who the sentence goes by: all of the clause but the "according to …" is content."""
    prep = index
    if tree.words[index].lower == "according":
        to = tree.below(index, "prep")
        if not to:
            return None
        prep = to[0]
    speakers = tree.below(prep, "pobj") or _misread_object(tree, prep)
    if not speakers or tree.words[index].head == index:
        return None
    as_per = index > 0 and tree.words[index - 1].lower == "as"
    bare = tree.words[index].lower == "per" and not as_per
    if bare and not _is_source(tree.words[speakers[0]]):
        return None
    speaker = phrase(tree, speakers[0])
    above = tree.words[index].head if as_per else index  # "as", which "per" hangs on
    governor = tree.words[above].head
    while tree.words[governor].relation in _BELOW_CLAUSE:
        governor = tree.words[governor].head
    while tree.words[governor].relation == "advcl" and _closes(tree, above):
        governor = tree.words[governor].head
    return Clause(
        cue=index,
        cue_words=frozenset({index, prep}),
        speaker=frozenset(speaker),
        content=frozenset(tree.subtree(governor, cut=above) - speaker - {index, prep}),
        sense="asserted",
        open_to_quotes=True,
    )


def _closes(tree: Tree, index: int) -> bool:
    """Return whether words set off by a comma close a sentence: they are of all of it."""
    behind = len(tree.words) - 1 - max(tree.subtree(index))
    return tree.words[index - 1].lower == "," and behind <= 1


def _misread_object(tree: Tree, prep: int) -> tuple[int, ...]:
    """Return the name after a title that was taken for a verb: "according to engineer Ada Berg"."""
    return tuple(each for verb in tree.below(prep, "pcomp") for each in tree.below(verb, "dobj"))


def _is_source(word: Word) -> bool:
    """Return whether "per" goes before a source ("per a Kremlin statement"), not a measure."""
    return word.tag.startswith("NNP") or word.lower in {"statement", "report", "officials"}

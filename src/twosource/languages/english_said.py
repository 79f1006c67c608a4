"""Read from a parsed English sentence who says what, and in which sense."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from twosource.languages.cues import Cue, english_list, english_nouns, english_verbs
from twosource.languages.language import Stretch
from twosource.languages.tree import Tree, Word
from twosource.model.annotated import Sense

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
CLAUSES = ("ccomp", "csubj")
UNREAL = frozenset({"would", "could", "might", "may", "should", "can", "will", "'ll", "’ll"})
UNSURE = frozenset({"allegedly", "reportedly", "purportedly", "supposedly"})
NEVER = frozenset({"not", "n't", "n’t", "never", "hardly", "nor"})
RELATIVE = frozenset({"who", "that", "which", "whom"})
NOBODY = frozenset({"there", "what", "it's"})
LOOSE = ("relcl", "advcl", "punct", "cc", "conj", "preconj", "parataxis", "acl", "npadvmod", "dep")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One cue in a sentence with all that hangs on it, as word indices."""

    cue: int
    cue_words: frozenset[int]
    speaker: frozenset[int]
    content: frozenset[int]
    sense: Sense
    open_to_quotes: bool  # words in quotation marks beside it are its content too


def clauses_of(tree: Tree) -> tuple[Clause, ...]:
    """Return every cue of the sentence with its speaker and content, in reading order."""
    found: list[Clause] = []
    verbs, nouns = english_verbs(), english_nouns()
    for index, word in enumerate(tree.words):
        clause: Clause | None = None
        if word.tag.startswith("VB") and word.lower in verbs:
            clause = _of_verb(tree, index, verbs[word.lower])
        elif word.tag.startswith("NN") and word.lower in nouns:
            clause = _of_noun(tree, index, nouns[word.lower])
        elif word.lower in ("according", "per"):
            clause = _of_according(tree, index)
        if clause is not None:
            found.append(clause)
    return tuple(found)


# ---- verbs -------------------------------------------------------------------------------------


def _of_verb(tree: Tree, verb: int, cue: Cue) -> Clause | None:
    subject = _subject(tree, verb)
    speaker = _phrase(tree, subject) if subject is not None else set()
    passive = bool(tree.below(verb, "auxpass", "nsubjpass"))
    content = _verb_content(tree, verb, cue, passive)
    if passive:
        speaker = _agent(tree, verb)
    if subject is not None and tree.words[subject].lower in NOBODY and not passive:
        return None
    content -= speaker
    content -= _cue_words(tree, verb)
    quotes = "q" in cue.frames
    if not content and not quotes:
        return None
    return Clause(
        cue=verb,
        cue_words=frozenset(_cue_words(tree, verb)),
        speaker=frozenset(speaker),
        content=frozenset(content),
        sense=_sense(tree, verb, cue),
        open_to_quotes=quotes,
    )


def _verb_content(tree: Tree, verb: int, cue: Cue, passive: bool) -> set[int]:
    words = tree.words
    content: set[int] = set()
    if cue.frames & {"c", "q"}:
        for child in tree.below(verb, *CLAUSES):
            content |= tree.subtree(child)
    if "i" in cue.frames:
        for child in tree.below(verb, "xcomp"):
            if cue.word != "say":
                content |= tree.subtree(child)
    if not content and "o" in cue.frames and not passive:
        for child in tree.below(verb, "dobj", "oprd", "attr", "acomp"):
            content |= tree.subtree(child)
    if "n" in cue.frames and not content:
        for child in tree.below(verb, "dobj", "prep"):
            if words[child].relation == "dobj" or words[child].lower in english_list("about"):
                content |= tree.subtree(child)
    if "f" in cue.frames:
        for child in tree.below(verb, "prep"):
            if words[child].lower == "for" and child > verb:
                content |= tree.subtree(child)
    if not content and "q" in cue.frames and "c" in cue.frames:
        content |= _clause_around(tree, verb)
    return content


def _clause_around(tree: Tree, verb: int) -> set[int]:
    """Return the clause that a bare "Ross said" stands in: "The plan, Ross said, will fail"."""
    word = tree.words[verb]
    if word.head == verb or word.relation not in ("parataxis", "ccomp", "advcl", "dep", "conj"):
        return set()
    if word.relation in ("conj", "advcl") or not _subject_of_own(tree, verb):
        return set()
    around = tree.subtree(word.head, cut=verb)
    left = min(tree.subtree(verb))
    before = left > 0 and tree.words[left - 1].lower in {",", "—", "–", "--"}
    return around if before or not around else set()


def _subject_of_own(tree: Tree, verb: int) -> int | None:
    found = tree.below(verb, *SUBJECTS)
    return found[0] if found else None


def _subject(tree: Tree, verb: int) -> int | None:
    """Return the word that does the saying, following who, saying, and went on to say upward."""
    seen: set[int] = set()
    while verb not in seen:
        seen.add(verb)
        own = _subject_of_own(tree, verb)
        word = tree.words[verb]
        if own is not None:
            if tree.words[own].lower in RELATIVE and word.relation == "relcl":
                return word.head
            return own
        if word.relation in ("acl", "relcl"):
            return word.head
        if word.relation == "pcomp":
            verb = tree.words[word.head].head
        elif word.relation in ("conj", "xcomp", "advcl", "ccomp", "dep", "parataxis"):
            verb = word.head
        else:
            return _inverted(tree, verb)
        if not tree.words[verb].tag.startswith(("VB", "MD")):
            return verb if tree.words[verb].tag.startswith(("NN", "PRP")) else None
    return None


def _inverted(tree: Tree, verb: int) -> int | None:
    """Return the name after a verb that has none before: `"…," said Ross`, parsed as its object."""
    for child in tree.below(verb, "dobj", "attr", "npadvmod", "appos"):
        if child > verb and tree.words[child].tag.startswith(("NNP", "PRP")):
            return child
    return None


def _agent(tree: Tree, verb: int) -> set[int]:
    for by in tree.below(verb, "agent"):
        for child in tree.below(by, "pobj"):
            return _phrase(tree, child)
    return set()


def _phrase(tree: Tree, index: int) -> set[int]:
    """Return the whole name phrase of a speaker with its appositions, without clauses about it."""
    found: set[int] = tree.subtree(index, without=("relcl", "advcl", "parataxis", "ccomp"))
    return _without_edges(tree, found)


def _cue_words(tree: Tree, verb: int) -> set[int]:
    extra = tree.below(verb, "aux", "auxpass", "neg", "prt")
    return {verb, *extra}


def _sense(tree: Tree, verb: int, cue: Cue) -> Sense:
    words = tree.words
    own = [words[c].lower for c in tree.children[verb]]
    above = words[words[verb].head].lower if words[verb].relation == "xcomp" else ""
    if above in english_list("refusing") or NEVER & set(own):
        return "asserted" if cue.sense == "denied" else "denied"
    if cue.word == "ask":
        return _sense_of_asking(tree, verb)
    marks = {words[c].lower for c in tree.below(verb, "mark")}
    helpers = {words[c].lower for c in tree.below(verb, "aux")}
    if "if" in marks or helpers & UNREAL or UNSURE & set(own):
        return "supposed" if cue.sense == "asserted" else cue.sense
    return cue.sense


def _sense_of_asking(tree: Tree, verb: int) -> Sense:
    """Return "asserted" for a request ("asked the court to stop it"), else "asked"."""
    return "asserted" if tree.below(verb, "xcomp") else "asked"


# ---- nouns and "according to" ------------------------------------------------------------------


def _of_noun(tree: Tree, noun: int, cue: Cue) -> Clause | None:
    content: set[int] = set()
    if "c" in cue.frames:
        for child in tree.below(noun, "acl", "relcl", "ccomp"):
            first = tree.words[min(tree.subtree(child))].lower
            if tree.words[child].relation != "relcl" and first in ("that", "to", "whether"):
                content |= tree.subtree(child)
    for child in tree.below(noun, "prep"):
        said_of = tree.words[child].lower
        if ("f" in cue.frames and said_of == "for") or (
            "n" in cue.frames and said_of in ("of", "about", "on", "over", "against", "that")
        ):
            content |= tree.subtree(child)
    speaker = _noun_speaker(tree, noun)
    content -= speaker
    if not content or not speaker:
        return None
    return Clause(
        cue=noun,
        cue_words=frozenset({noun}),
        speaker=frozenset(speaker),
        content=frozenset(content),
        sense=cue.sense,
        open_to_quotes=False,
    )


def _noun_speaker(tree: Tree, noun: int) -> set[int]:
    for child in tree.below(noun, "poss"):
        return _phrase(tree, child) - set(tree.below(child, "case"))
    for by in tree.below(noun, "prep"):
        if tree.words[by].lower in ("by", "from"):
            for child in tree.below(by, "pobj"):
                return _phrase(tree, child)
    head = tree.words[noun].head
    if tree.words[noun].relation in ("dobj", "pobj") and head != noun:
        verb = head if tree.words[noun].relation == "dobj" else tree.words[head].head
        if tree.words[verb].lower in english_list("holding"):
            subject = _subject(tree, verb)
            return _phrase(tree, subject) if subject is not None else set()
    return set()


def _of_according(tree: Tree, index: int) -> Clause | None:
    """Return who the sentence goes by: all of the clause but the "according to …" is content."""
    prep = index
    if tree.words[index].lower == "according":
        to = tree.below(index, "prep")
        if not to:
            return None
        prep = to[0]
    speakers = tree.below(prep, "pobj")
    if not speakers or (tree.words[index].lower == "per" and not _is_name(tree.words[speakers[0]])):
        return None
    speaker = _phrase(tree, speakers[0])
    governor = tree.words[index].head
    if governor == index:
        return None
    while tree.words[governor].relation in ("pobj", "prep", "dobj", "npadvmod", "attr", "pcomp"):
        governor = tree.words[governor].head
    content = tree.subtree(governor, cut=index) - speaker - {index, prep}
    return Clause(
        cue=index,
        cue_words=frozenset({index, prep}),
        speaker=frozenset(speaker),
        content=frozenset(content),
        sense="asserted",
        open_to_quotes=True,
    )


def _is_name(word: Word) -> bool:
    return word.tag.startswith("NNP") or word.lower in {"statement", "report", "officials"}


# ---- from words to stretches -------------------------------------------------------------------


def _without_edges(tree: Tree, found: set[int]) -> set[int]:
    """Drop commas, dashes and "that" at both ends."""
    kept = sorted(found)
    while kept and tree.words[kept[0]].lower in _LEADING:
        kept.pop(0)
    while kept and tree.words[kept[-1]].lower in _TRAILING:
        kept.pop()
    return set(kept)


_LEADING = frozenset({",", ".", ";", ":", "-", "--", "—", "–", "that", "and", "but", ")", "'s"})
_TRAILING = frozenset({",", ".", ";", ":", "-", "--", "—", "–", "(", "and", "but", "?", "!"})


def stretches(tree: Tree, found: Iterable[int]) -> tuple[Stretch, ...]:
    """Return the stretches that a set of words makes, gaps of mere punctuation closed."""
    pieces: list[list[int]] = []
    for index in sorted(_without_edges(tree, set(found))):
        gap = range(pieces[-1][-1] + 1, index) if pieces else range(0)
        if pieces and all(
            tree.words[each].lower in _LEADING - {"that", "and", "but"} for each in gap
        ):
            pieces[-1].append(index)
        else:
            pieces.append([index])
    trimmed = (sorted(_without_edges(tree, set(piece))) for piece in pieces)
    return tuple((tree.words[p[0]].start, tree.words[p[-1]].end) for p in trimmed if p)

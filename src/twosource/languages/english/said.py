"""Find every cue of a parsed English sentence: verbs and nouns of speech, and "according to"."""

from __future__ import annotations

from twosource.languages.english.clauses import Clause
from twosource.languages.english.cues import english_nouns
from twosource.languages.english.nouns import clause_of_according, clause_of_noun
from twosource.languages.english.tree import Tree
from twosource.languages.english.verbs import clause_of_verb, cue_of


def clauses_of(tree: Tree) -> tuple[Clause, ...]:
    """Return every cue of the sentence with its speaker and content, in reading order."""
    found = (_clause_at(tree, index) for index in range(len(tree.words)))
    return tuple(clause for clause in found if clause is not None)


def _clause_at(tree: Tree, index: int) -> Clause | None:
    word = tree.words[index]
    spoken = cue_of(tree, index)
    if spoken is not None:
        return clause_of_verb(tree, index, spoken)
    if word.tag.startswith("NN") and word.lower in english_nouns():
        return clause_of_noun(tree, index, english_nouns()[word.lower])
    if word.lower == "according" or (word.lower == "per" and (index == 0 or word.text == "per")):
        return clause_of_according(tree, index)
    return None

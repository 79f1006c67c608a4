"""Which words a verb of speech governs, in sentences whose parse is odd."""

from __future__ import annotations

from twosource.languages.english.content import content_of
from twosource.languages.english.cues import english_verbs
from twosource.languages.english.tree import Tree, Word


def tree(*words: tuple[str, str, str, int]) -> Tree:
    """Return a sentence of words, each with tag, relation and the place of what it hangs on."""
    return Tree(
        tuple(
            Word(start=n, end=n, text=text, lower=text.lower(), tag=tag, relation=relation, head=on)
            for n, (text, tag, relation, on) in enumerate(words)
        )
    )


def test_a_clause_whose_last_word_the_parser_finds_behind_the_verb_is_read() -> None:
    told = tree(
        ("Closed", "VBN", "ccomp", 2),
        ("he", "PRP", "nsubj", 2),
        ("said", "VBD", "ROOT", 2),
        ("today", "NN", "npadvmod", 0),
    )
    assert 0 in content_of(told, 2, english_verbs()["said"], passive=False)

"""Find who does the saying in a parsed English sentence."""

from __future__ import annotations

from twosource.languages.english.clauses import without_edges
from twosource.languages.english.cues import english_list
from twosource.languages.english.tree import Tree

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
RELATIVE = frozenset({"who", "that", "which", "whom"})


def speaker_of(tree: Tree, verb: int) -> set[int]:
    """Return the words of the phrase that does what the verb tells; empty for none."""
    if tree.below(verb, "auxpass", "nsubjpass"):
        return _agent(tree, verb)
    subject = subject_of(tree, verb)
    if subject is None:
        subject = _subject_inside_content(tree, verb)
    return phrase(tree, subject) if subject is not None else set()


def subject_of(tree: Tree, verb: int) -> int | None:
    """Return the word that does the saying, following who, saying, and went on to say upward."""
    seen: set[int] = set()
    while verb not in seen:
        seen.add(verb)
        word = tree.words[verb]
        own = _nearest_subject(tree, verb)
        if own is not None and own < verb:
            own = _named_behind(tree, verb) or own
        if own is not None:
            relative = tree.words[own].lower in RELATIVE and word.relation == "relcl"
            return _who(tree, word.head, own) if relative else own
        upward = _governor(tree, verb)
        if upward is None:
            return _inverted(tree, verb)
        if not tree.words[upward].tag.startswith(("VB", "MD")):
            return upward if tree.words[upward].tag.startswith(("NN", "PRP")) else None
        verb = upward
    return None


def _who(tree: Tree, nearest: int, relative: int) -> int:
    """Return whom "who" means: in "Berg, of Mill Row, Oslo, who denies it" not the town.

    The parser takes the nearest name; one set off by commas with an "of", "from" or "in" only says
    where somebody is from.
    """
    at = tree.words[nearest].head if tree.words[nearest].relation == "appos" else nearest
    home = tree.words[at].head
    person = tree.words[home].head
    set_off = home > 0 and tree.words[home - 1].lower == tree.words[relative - 1].lower == ","
    if (
        tree.words[relative].lower == "who"
        and tree.words[at].relation == "pobj"
        and tree.words[home].lower in ("of", "from", "in")
        and set_off
        and tree.words[person].tag.startswith("NN")
    ):
        return person
    return nearest


def _nearest_subject(tree: Tree, verb: int) -> int | None:
    """Return a verb's own subject: of two before it the nearer ("Voters, Berg said, will")."""
    subjects = tree.below(verb, *SUBJECTS) or tuple(
        subject  # "He did, however, promise": parsed as what does the "did"
        for helper in tree.below(verb, "aux", "auxpass")
        for subject in tree.below(helper, *SUBJECTS)
    )
    before = [subject for subject in subjects if subject < verb]
    return before[-1] if before else next(iter(subjects), None)


def _governor(tree: Tree, verb: int) -> int | None:
    """Return the word whose subject, or which itself, is the subject of a verb without one."""
    word = tree.words[verb]
    if word.relation in ("acl", "relcl"):
        head = tree.words[word.head]
        if head.lower in english_list("moments") and head.relation == "pobj":
            return tree.words[head.head].head  # "at one point calling him a liar"
        return word.head
    if word.relation == "pcomp":
        return tree.words[word.head].head
    if word.relation in ("conj", "xcomp", "advcl", "ccomp", "dep", "parataxis"):
        return word.head
    return None


def _named_behind(tree: Tree, verb: int) -> int | None:
    """Return the name right behind a verb that a comma parts from all before it.

    "Nine were hurt, five of them badly, said Ada Lund, a doctor": the parser takes the five.
    """
    if tree.words[verb].lower not in ("said", "says") or tree.words[verb - 1].lower != ",":
        return None
    at = verb + 1
    while at < len(tree.words) and tree.words[at].tag == "NNP":
        at += 1
    ends = at == len(tree.words) or tree.words[at].lower in (",", ".")
    return at - 1 if ends and at - verb > 2 else None  # one name alone may be a day: "said Friday"


def _inverted(tree: Tree, verb: int) -> int | None:
    """Return the name after a verb that has none before: `"…," said Ross`, parsed as its object."""
    if tree.words[verb].lower in english_list("addressing"):
        return None  # "told Reuters": what follows was spoken to
    behind = (each for each in tree.below(verb, "dobj", "attr") if each > verb)
    return next((i for i in behind if tree.words[i].tag.startswith(("NNP", "PRP"))), None)


def misread_content(tree: Tree, verb: int) -> int | None:
    """Return a clause before the verb that was taken for content but holds the subject; or None.

    "One guest, who asked for no name, said the port was shut": the parser at times makes "one
    guest, who asked" a clause that is said.
    """
    clauses = tree.below(verb, "ccomp")
    if len(clauses) < 2 or max(tree.subtree(clauses[0])) > verb or clauses[1] < verb:
        return None
    return clauses[0] if tree.below(clauses[0], *SUBJECTS) else None


def _subject_inside_content(tree: Tree, verb: int) -> int | None:
    clause = misread_content(tree, verb)
    return tree.below(clause, *SUBJECTS)[0] if clause is not None else None


def _agent(tree: Tree, verb: int) -> set[int]:
    agents = (each for by in tree.below(verb, "agent") for each in tree.below(by, "pobj"))
    return next((phrase(tree, each) for each in agents), set())


def speaker_of_noun(tree: Tree, noun: int) -> set[int]:
    """Return whose claim, call or concern a noun tells of: "Berg's", "by Berg", "Berg voiced"."""
    for child in tree.below(noun, "poss"):
        return phrase(tree, child) - set(tree.below(child, "case"))
    for by in tree.below(noun, "prep"):
        if tree.words[by].lower in ("by", "from"):
            for child in tree.below(by, "pobj"):
                return phrase(tree, child)
    word = tree.words[noun]
    if word.relation in ("dobj", "pobj") and word.head != noun:
        verb = word.head if word.relation == "dobj" else tree.words[word.head].head
        if tree.words[verb].lower in english_list("holding"):
            subject = subject_of(tree, verb)
            return phrase(tree, subject) if subject is not None else set()
    return set()


def phrase(tree: Tree, index: int) -> set[int]:
    """Return the whole name phrase of a speaker with its appositions, without clauses about it."""
    found = tree.subtree(index, without=("relcl", "advcl", "parataxis", "ccomp"))
    return without_edges(tree, found)

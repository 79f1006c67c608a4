"""Tell where a word of speech tells nobody's words: "compared with", "Do you know", "no one"."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.languages.english.cues import Cue, english_list, english_verbs
from twosource.languages.english.tree import Tree
from twosource.text.nouns import is_agent, is_person
from twosource.text.tabled import words_of

NOBODY = frozenset({"there", "what"})
NO_ONE = frozenset({"nobody", "none", "no-one"})
REFUSING = frozenset({"decline", "refuse"})
GIVING = frozenset({"disclose", "give", "reveal"})
_BODIES = words_of("speakers-en.toml", "bodies") | words_of("speakers-en.toml", "unnamed")
_HELPERS = ("aux", "auxpass")
_BARE = frozenset({"VB", "VBG", "VBN"})


def tells_nothing(tree: Tree, verb: int, cue: Cue, subject: int | None) -> bool:
    """Return whether nobody is said to say, ask or think something by a verb.

    `subject` is who does what the verb tells, None where nobody is named.
    """
    passive = bool(tree.below(verb, "auxpass", "nsubjpass"))
    return (
        (subject is not None and _is_nobody(tree, subject, passive))
        or "whether" in tree.words_below(verb, "mark")
        or _is_aside(tree, verb)
        or _is_idiom(tree, verb)
        or _is_voted_down(tree, verb, cue, subject)
        or _says_a_lot(tree, verb, cue)
        or _is_addressed_to_reader(tree, verb, subject)
        or _is_watched(tree, verb, cue)
        or _is_thought_by_nobody(tree, verb, cue, passive)
        or _asks_for_no_name(tree, verb, cue)
        or _names_its_source(tree, verb, cue)
        or _keeps_silent(tree, verb, cue)
        or _strikes(tree, verb, cue, subject)
        or _is_done_to_somebody(tree, verb, cue)
    )


def _is_nobody(tree: Tree, subject: int, passive: bool) -> bool:
    """Return whether nobody speaks: "there said", "nobody has suggested", "no official said"."""
    word = tree.words[subject].lower
    none = "no" in tree.words_below(subject, "det")
    return none or word in NO_ONE or (word in NOBODY and not passive)


def _is_aside(tree: Tree, verb: int) -> bool:
    """Return whether a participle only says on what occasion: "Asked about it, …"."""
    word = tree.words[verb]
    if tree.below(verb, *_HELPERS, "agent"):
        return False
    if word.lower == "referring":
        return True  # "…, he said, referring to the storm": the writer explains
    if word.lower == "compared":
        return word.tag == "VBN" and word.relation in ("prep", "advcl", "acl", "pcomp")
    # "Berg, asked if it was over: “…”": the colon leads in his answer
    answers = any(each.lower == ":" for each in tree.words[verb:])
    aside = verb == 0 or (word.tag == "VBN" and word.relation in ("advcl", "acl"))
    return word.lower == "asked" and (aside or (answers and tree.words[verb - 1].lower == ","))


def _is_idiom(tree: Tree, verb: int) -> bool:
    """Return whether it says nothing: "found guilty", "All told, 40 houses burned down"."""
    phrase = [each.lower for each in tree.words[max(0, verb - 1) : verb + 2]]
    adds_up = phrase[:2] == ["all", "told"] and not set(phrase[2:]) - {",", ".", ";"}
    return adds_up or phrase[-2:] == ["found", "guilty"]


def _is_voted_down(tree: Tree, verb: int, cue: Cue, subject: int | None) -> bool:
    """Return whether a thing is voted down, and denied by nobody: "voters rejected the plan"."""
    voted = subject is not None and tree.words[subject].lower in english_list("voting")
    things = tree.words_below(verb, "dobj") & english_list("voted_on")
    return voted and cue.word == "reject" and bool(things)


def _says_a_lot(tree: Tree, verb: int, cue: Cue) -> bool:
    """Return whether something "says a lot about" another: that is what the writer thinks."""
    return cue.word in ("say", "tell") and any(
        tree.words[each].lower in english_list("much")
        and any(tree.words[about].lower == "about" for about in tree.children[each])
        for each in tree.below(verb, "dobj")
    )


def _is_addressed_to_reader(tree: Tree, verb: int, subject: int | None) -> bool:
    """Return whether the reader is asked or told to do it: "Tell us", "Do you know where …?"."""
    word = tree.words[verb]
    if subject is None:
        return word.tag == "VB" and word.relation == "ROOT" and not tree.below(verb, "aux")
    helpers = tree.below(verb, "aux")
    inverted = bool(helpers) and helpers[0] < subject < verb
    return inverted and tree.words[subject].lower == "you"


def _is_watched(tree: Tree, verb: int, cue: Cue) -> bool:
    """Return whether somebody only sees or hears it happen: "saw him fall"."""
    return cue.word in ("see", "hear") and any(
        tree.words[each].tag in _BARE and not tree.below(each, *_HELPERS, "mark")
        for each in tree.below(verb, "ccomp", "xcomp")
    )


def _is_thought_by_nobody(tree: Tree, verb: int, cue: Cue, passive: bool) -> bool:
    """Return whether it is only "expected" or "seen as", or too much: "could not believe it".

    So it is in a headline without its "are": "Seven feared dead as ferry sinks".
    """
    passive |= bool(tree.below(verb, "oprd")) and not tree.below(verb, "dobj")
    if passive and cue.word in english_list("thinking"):
        return not tree.below(verb, "agent")
    return cue.word == "believe" and bool(tree.words_below(verb, "aux") & {"can", "could"})


def _asks_for_no_name(tree: Tree, verb: int, cue: Cue) -> bool:
    """Return whether somebody only "asked not to be named", "did not want to give his name"."""
    return cue.word in ("ask", "request", "prefer", "want", "wish") and any(
        tree.words[each].lower in english_list("naming")
        or (tree.words[each].lower in GIVING and "name" in tree.words_below(each, "dobj"))
        for each in tree.below(verb, "xcomp")
    )


def _names_its_source(tree: Tree, verb: int, cue: Cue) -> bool:
    """Return whether somebody is cited, and no matter: "citing the council", not "citing costs".

    A name that tells not what it is of is a source where who cites it reports: "Norda said, citing
    Kestrel", not "the match was called off, citing Storm Kestrel".
    """
    if cue.word != "cite":
        return False
    head = tree.words[verb].head
    reports = head != verb and tree.words[head].lower in english_verbs()
    named = ("NNP", "NNPS", "PRP") if reports else ()
    return bool(tree.words_below(verb, "dobj") & _BODIES) or _is_to_somebody(tree, verb, named)


def _is_to_somebody(tree: Tree, verb: int, tags: Sequence[str]) -> bool:
    """Return whether the object of a verb is a person, by his word or by one of these tags."""
    objects = [tree.words[each] for each in tree.below(verb, "dobj")]
    return any(w.tag in tags or is_person(w.lower) or is_agent(w.lower) for w in objects)


def _keeps_silent(tree: Tree, verb: int, cue: Cue) -> bool:
    """Return whether somebody only "declined to comment"."""
    word, commenting = tree.words[verb], english_list("commenting")
    if cue.word in REFUSING:
        return bool(tree.words_below(verb, "xcomp") & commenting)
    above = tree.words[word.head].lower in english_list("refusing")
    return word.relation == "xcomp" and above and word.lower in commenting


def _strikes(tree: Tree, verb: int, cue: Cue, subject: int | None) -> bool:
    """Return whether an attack is one of deeds: "a crowd attacked a health post"."""
    who = tree.words[subject].lower if subject is not None else ""
    return cue.word == "attack" and who in english_list("striking")


def _is_done_to_somebody(tree: Tree, verb: int, cue: Cue) -> bool:
    """Return whether it is done to somebody, and to no matter: "police questioned the owner",
    "the ministry dismissed the governor".
    """
    return cue.word in ("question", "dismiss") and _is_to_somebody(tree, verb, ("NNP", "PRP"))

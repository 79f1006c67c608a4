"""Read what a verb of speech lets somebody say: as said, denied, asked or only supposed."""

from __future__ import annotations

from twosource.languages.english.clauses import Clause
from twosource.languages.english.content import content_of
from twosource.languages.english.cues import Cue, english_list, english_verbs
from twosource.languages.english.speakers import speaker_of, subject_of
from twosource.languages.english.tree import Tree
from twosource.languages.english.untold import REFUSING, tells_nothing
from twosource.model.annotated import Sense

UNREAL = frozenset({"would", "could", "might", "may", "should", "can", "will", "'ll"})
UNSURE = frozenset({"allegedly", "reportedly", "purportedly", "supposedly"})
NEVER = frozenset({"not", "n't", "never", "hardly", "nor"})
TURNING_DOWN = frozenset({"reject", "dismiss"})


def cue_of(tree: Tree, verb: int) -> Cue | None:
    """Return the cue that a verb is, alone or with a word ("rule out", "speak of"); or None."""
    word = tree.words[verb]
    if not word.tag.startswith("VB"):
        return None
    if _wanted(tree, verb) is not None:
        return english_verbs()["ask"]
    if word.relation == "xcomp" and _wanted(tree, word.head) == verb:
        return None
    beside = tree.below(verb, "prt", "prep", "acomp", "ccomp")
    phrases = (f"{word.lower} {tree.words[each].lower}" for each in beside)
    known = (english_verbs().get(each) for each in (*phrases, word.lower))
    return next((cue for cue in known if cue is not None), None)


def _wanted(tree: Tree, verb: int) -> int | None:
    """Return the "know" of "wanted to know why", which asks; None of all other verbs."""
    if not tree.words[verb].lower.startswith("want"):
        return None
    wanted = tree.below(verb, "xcomp")
    return next((each for each in wanted if tree.words[each].lower == "know"), None)


def clause_of_verb(tree: Tree, verb: int, cue: Cue) -> Clause | None:
    """Return the verb with its speaker and content; None where it tells nothing of the kind."""
    passive = bool(tree.below(verb, "auxpass", "nsubjpass"))
    subject = subject_of(tree, verb)
    if _refuses_an_act(tree, verb, cue) or tells_nothing(tree, verb, cue, subject):
        return None
    cue_words = {verb, *tree.below(verb, "aux", "auxpass", "neg", "prt")}
    wanted = _wanted(tree, verb)
    if wanted is not None:
        cue_words |= {wanted, *tree.below(wanted, "aux")}
    heard = subject is not None and _only_hears(tree, verb, subject, cue)
    speaker = set() if heard else speaker_of(tree, verb)
    content = content_of(tree, verb if wanted is None else wanted, cue, passive)
    content -= speaker | cue_words
    if not content and "q" not in cue.frames:
        return None
    return Clause(
        cue=verb,
        cue_words=frozenset(cue_words),
        speaker=frozenset(speaker),
        content=frozenset(content),
        sense=_sense(tree, verb, cue),
        open_to_quotes="q" in cue.frames,
    )


def _only_hears(tree: Tree, verb: int, subject: int, cue: Cue) -> bool:
    """Return whether the subject is spoken to: "the court heard that …", "…, jury told"."""
    if tree.words[subject].lower not in english_list("hearing"):
        return False
    closes = cue.word == "tell" and not tree.below(verb, "dobj") and subject + 1 == verb
    return cue.word == "hear" or closes


def _negated(cue: Cue) -> Sense:
    """Return what "not" makes of a cue: who does not deny asserts, who does not think denies.

    Who does not say it has left it open.
    """
    if cue.sense == "denied":
        return "unsaid" if cue.word == "rule out" else "asserted"
    speaks = "q" in cue.frames and cue.word not in english_list("stands")
    return "unsaid" if speaks or cue.word in english_list("knowing") else "denied"


def _refuses_an_act(tree: Tree, verb: int, cue: Cue) -> bool:
    """Return whether somebody only "refused to pay": neither a word nor a leave is refused."""
    refused = tree.below(verb, "xcomp") if cue.word in REFUSING else ()
    acts = [cue_of(tree, each) is None and tree.words[each].lower != "let" for each in refused]
    return bool(acts) and all(acts)


def _is_to_speak(tree: Tree, verb: int) -> bool:
    """Return whether it is a saying that somebody "declined to" do."""
    cues = (cue_of(tree, child) for child in tree.below(verb, "xcomp"))
    return any(cue is not None and _negated(cue) == "unsaid" for cue in cues)


def _neither(tree: Tree, verb: int) -> bool:
    """Return whether the verb is one of two that are both not done: "neither confirm nor deny"."""
    first = tree.words[verb].head if tree.words[verb].relation == "conj" else verb
    return any(tree.words[each].lower == "neither" for each in tree.children[first])


def _is_request(tree: Tree, verb: int) -> bool:
    """Return whether something is asked for: "asked the court to stop it", "asked that it stop"."""
    that = any("that" in tree.words_below(each, "mark") for each in tree.below(verb, "ccomp"))
    return that or (bool(tree.below(verb, "xcomp")) and _wanted(tree, verb) is None)


def _is_turned_down(tree: Tree, verb: int, cue: Cue) -> bool:
    """Return whether a wish or an offer is turned down, which nobody says is not so.

    "Rejected his appeal", "rejected the deal"; but who "denied a bid to bribe inspectors" says
    that there was none.
    """
    things = tree.words_below(verb, "dobj")
    wishes = english_list("asked_for")
    if cue.word in TURNING_DOWN:
        wishes = wishes | english_list("voted_on") | english_list("put_to")
    return cue.sense == "denied" and not wishes.isdisjoint(things)


def _sense(tree: Tree, verb: int, cue: Cue) -> Sense:
    words = tree.words
    own = {words[child].lower for child in tree.children[verb]}
    above = words[words[verb].head].lower if words[verb].relation == "xcomp" else ""
    if cue.word in REFUSING:
        return "unsaid" if _is_to_speak(tree, verb) else cue.sense
    if _neither(tree, verb):
        return "unsaid"
    if above in english_list("refusing") or NEVER & own:
        return _negated(cue)
    if _is_turned_down(tree, verb, cue):
        return "asserted"
    if cue.word == "ask":
        return "asserted" if _is_request(tree, verb) else "asked"
    marks = tree.words_below(verb, "mark")
    helpers = tree.words_below(verb, "aux")
    if "if" in marks or helpers & UNREAL or UNSURE & own:
        return "supposed" if cue.sense == "asserted" else cue.sense
    return cue.sense

"""Tell by its place who says a quotation that the parse gave to nobody."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from twosource.languages.english.clauses import Clause
from twosource.languages.english.cues import english_list, english_verbs
from twosource.languages.english.speakers import SUBJECTS, phrase, speaker_of
from twosource.languages.english.tree import Tree, Word
from twosource.languages.language import Stretch
from twosource.text.nouns import is_person

MOST_SPEAKER_WORDS = 16  # commas counted: "Berg, head of the port office, and Lund, both of Oslo,"
MOST_TITLE_WORDS = 2  # before "from": "Update", "More word"
_STOPS = frozenset({".", ";", ":", "!", "?", '"', "”", "“", "(", ")", "—", "–", "--"})
_DASHES = frozenset({"-", "--", "—", "–"})
_TELLS_HOW = ("IN", "VBG")  # behind a comma: "in a letter", "writing on X"
_NO_SPEAKER = frozenset({"and", "but", "who", "which", "that", "to", "as", "because", "while"})
_AFTER_SPEAKER = frozenset(
    """in on to at during after when while as with before about from last this earlier later
    ,""".split()
)


def clause_beside(tree: Tree, quote: Stretch, quoted: Sequence[Stretch]) -> Clause | None:
    """Return a clause of speaker and cue beside a quotation, without content of its own; or None.

    First by words: "NAME said" or "said NAME" right after the closing mark, whatever the tagger
    took them for. Then the subject of the verb nearest before a comma or colon that leads in the
    quotation: "Berg shot back, …", though no verb of speech stands there.
    """
    return (
        _after(tree, quote, quoted)
        or _right_before(tree, quote, quoted)
        or _before(tree, quote, quoted)
    )


def clause_by_colon(tree: Tree, quote: Stretch) -> Clause | None:
    """Return the name right before a colon: `Brandt: "…"`, `The polls agree - Carl Brandt: "…"`."""
    leading = [index for index, word in enumerate(tree.words) if word.end <= quote[0]]
    named = _named_before_colon(tree, leading) if leading else set()
    return _clause(leading[-1], named) if named else None


def _after(tree: Tree, quote: Stretch, quoted: Sequence[Stretch]) -> Clause | None:
    following: list[int] = []
    for index, word in enumerate(tree.words):
        if word.start >= quote[1]:
            if word.lower in _STOPS or any(start <= word.start < end for start, end in quoted):
                break
            following.append(index)
    near = following[: MOST_SPEAKER_WORDS + 1]
    at = next((place for place, index in enumerate(near) if _speaks(tree, index)), None)
    if at is None:
        return None
    behind = takewhile(lambda i: tree.words[i].lower not in _AFTER_SPEAKER, near[1:])
    speaker = following[:at] or list(behind)
    if not speaker or tree.words[speaker[0]].lower in _NO_SPEAKER | {","}:
        return None
    return _clause(following[at], set(speaker))


def _right_before(tree: Tree, quote: Stretch, quoted: Sequence[Stretch]) -> Clause | None:
    """Return "NAME boasted," right before the opening mark, whatever the words are taken for."""
    leading = [index for index, word in enumerate(tree.words) if word.end <= quote[0]]
    if len(leading) < 3 or tree.words[leading[-1]].lower not in (",", ":"):
        return None
    if not _is_cue(tree.words[leading[-2]]):
        return None
    name: list[int] = []
    for index in reversed(leading[:-2]):
        word = tree.words[index]
        inside = any(start <= word.start < end for start, end in quoted)
        title = bool(name) and word.tag.startswith(("NN", "JJ", "DT"))
        if inside or not (title or (word.tag.startswith("NN") and word.text[0].isupper())):
            break
        name.append(index)
    return _clause(leading[-2], set(name)) if name else None


def _speaks(tree: Tree, index: int) -> bool:
    """Return whether a word is a verb of speech, or the "wanted" of "wanted to know"."""
    following = [word.lower for word in tree.words[index + 1 : index + 3]]
    wants = tree.words[index].lower in ("wanted", "wants") and following == ["to", "know"]
    return wants or _is_cue(tree.words[index])


def _is_cue(word: Word) -> bool:
    cue = english_verbs().get(word.lower)
    return cue is not None and "q" in cue.frames


def _before(tree: Tree, quote: Stretch, quoted: Sequence[Stretch]) -> Clause | None:
    leading = [index for index, word in enumerate(tree.words) if word.end <= quote[0]]
    if not leading or tree.words[leading[-1]].lower not in (",", ":"):
        return None
    spoken: int | None = None  # "thanked her lawyer and promised: …": the nearer verb tells it
    for index in reversed(leading):
        word = tree.words[index]
        if any(start <= word.start < end for start, end in quoted):
            return None
        cue = english_verbs().get(word.lower)
        if cue is not None and "q" in cue.frames and word.tag.startswith("VB"):
            spoken = index if spoken is None else spoken
        subjects = tree.below(index, *SUBJECTS)
        if subjects and tree.words[subjects[0]].lower in english_list("moments"):
            return None  # "three times gave the same reply:" somebody did
        if subjects and word.tag.startswith(("VB", "MD")):
            who = speaker_of(tree, index) if tree.words[subjects[0]].lower == "who" else set()
            known = 0 < len(who) <= MOST_SPEAKER_WORDS  # "Lund, who added: …"; not a list of guests
            speaker = who if known else phrase(tree, subjects[0])
            return _clause(index if spoken is None else spoken, speaker)
    return None


def _named_before_colon(tree: Tree, leading: Sequence[int]) -> set[int]:
    if tree.words[leading[-1]].lower != ":":
        return set()
    name: set[int] = set()
    for index in reversed(leading[:-1]):
        word = tree.words[index]
        if word.lower in _DASHES or word.lower in _STOPS:
            break
        if word.lower == "," and tree.words[index + 1].tag in _TELLS_HOW:
            name.clear()
        if not name and (word.lower == "," or word.tag == "RB"):
            continue  # "Berg again:", "The minister, in a letter:"
        if word.lower == "from" and name and index <= MOST_TITLE_WORDS:
            return name  # "Update from the minister's office:"
        if index == 0 and _is_cue(word) and name:
            return name  # "Said Berg:"
        if _is_verb(word) or len(name) == MOST_SPEAKER_WORDS:
            return set()
        name.add(index)
    words = [tree.words[each] for each in name]
    named = any(each.tag.startswith("NNP") or is_person(each.text) for each in words)
    # A lone surname is at times taken for a common noun; its capital tells.
    capitals = 0 < len(words) <= 2 and all(each.text.istitle() for each in words)
    return name if named or capitals else set()


def _is_verb(word: Word) -> bool:
    """Return whether a word tells an act; one with a capital ("Shop steward") begins a title."""
    return word.tag.startswith(("VB", "MD")) and not word.text[0].isupper()


def _clause(cue: int, speaker: set[int]) -> Clause:
    return Clause(
        cue=cue,
        cue_words=frozenset({cue}),
        speaker=frozenset(speaker),
        content=frozenset(),
        sense="asserted",
        open_to_quotes=True,
    )

"""Find names by their capitals alone, where neither the model nor a table knows them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from twosource.languages import Named, NameWords, Stretch
from twosource.stages.annotate.edges import AMOUNT, LETTERS, PARTY
from twosource.stages.annotate.parts import Passage

_WORD = re.compile(r"[^\W_][\w'’&.-]*")
_DOES = re.compile(r", who |, [1-9]\d, |['’]s (?=[a-z])| (?P<verb>[a-z]+)\b")
_SIMPLE = frozenset("has had was is will fled ran won lost led met made took came went".split())
_OPENING = "\"“‘'(—–-:•*"
_SHOUTED = 0.5  # of a sentence's words; with more capitals it is a heading and tells nothing


def capital_runs(passage: Passage, known: Sequence[Named], words: NameWords) -> Iterator[Named]:
    """Yield runs of capitalised words inside sentences that no known name touches.

    The first word of a sentence, of a quotation or after a colon counts only in a run of two or
    more; a language that tells nothing of its titles and months gives none.
    """
    if not words.no_names:
        return
    taken = {offset for name in known for offset in range(name.start, name.end)}
    for sentence in passage.sentences:
        found = [match.span() for match in _WORD.finditer(passage.cased, *sentence)]
        upper = [span for span in found if passage.cased[span[0]].isupper()]
        if len(upper) <= max(2, _SHOUTED * len(found)):
            yield from _runs(passage.cased, found, taken, words)


def _runs(
    text: str, found: Sequence[Stretch], taken: set[int], words: NameWords
) -> Iterator[Named]:
    run: list[Stretch] = []
    for place, span in enumerate([*found, (0, 0)]):
        free = span[1] > span[0] and taken.isdisjoint(range(*span))
        joined = not run or text[run[-1][1] : span[0]] in (" ", " & ")
        if free and joined and text[span[0]].isupper():
            run.append(span)
            continue
        if free and joined and run and text[span[0] : span[1]] in words.joints:
            following = found[place + 1] if place + 1 < len(found) else (0, 0)
            if text[following[0]].isupper() and following[0] not in taken:
                run.append(span)
                continue
        named = _name(text, run, found, words)
        if named is not None:
            yield named
        run = [span] if free and text[span[0]].isupper() else []


def _name(
    text: str, run: list[Stretch], found: Sequence[Stretch], words: NameWords
) -> Named | None:
    while run and (
        text[run[0][0]].islower()
        or _says_nothing(text[slice(*run[0])], words)
        or (_opens(text, run[0], found) and is_ordinary(text[slice(*run[0])], words))
    ):
        run = run[1:]
    while run and (_ends_no_name(text, run[-1], words) or text[run[-1][0]].islower()):
        run = run[:-1]
    if not run or (len(run) == 1 and not _stands_alone(text, run[0], found, words)):
        return None
    start, end = run[0][0], run[-1][1]
    for tail in ("'s", "’s"):
        end -= 2 * text[start:end].endswith(tail)
    if text[end - 1] == "." and text[start:end].split()[-1][:-1] not in words.abbreviations:
        end -= 1
    return Named(start=start, end=end, kind="other") if end - start > 1 else None


def _stands_alone(text: str, span: Stretch, found: Sequence[Stretch], words: NameWords) -> bool:
    """Return whether one word is a name: no ordinary one, and not capital for its place only."""
    word = text[slice(*span)]
    if is_ordinary(word, words):
        return False
    letters = len(word) > 2 and word.isalpha() and word.isupper()  # "RTBH provides …"
    return letters or not _opens(text, span, found) or _does_something(text, span, words)


def _does_something(text: str, span: Stretch, words: NameWords) -> bool:
    """Return whether a word that opens a sentence does what somebody does: "Belov denied"."""
    word, after = text[slice(*span)], _DOES.match(text, span[1])
    named = (
        word.replace("-", "").isalpha()
        and word.istitle()
        and not word.endswith(("ing", "ed", "ly", "ion"))
    )
    if not named or after is None:
        return False
    verb = after["verb"]
    return verb is None or verb in words.acting or verb in _SIMPLE or verb.endswith("ed")


def _ends_no_name(text: str, span: Stretch, words: NameWords) -> bool:
    """Return whether a name cannot end so; the ferry "Carra Queen" can, "Queen Anna" goes on."""
    word = text[slice(*span)]
    if word in words.honorifics and word + "." not in words.honorifics and word[-1] != ".":
        return text[span[1] : span[1] + 2].strip(" ")[:1].isupper()
    return _says_nothing(word, words)


def is_ordinary(word: str, words: NameWords) -> bool:
    """Return whether news mostly writes this word without a capital."""
    return word.lower().replace("’", "'").rstrip(".") in words.ordinary


def _says_nothing(word: str, words: NameWords) -> bool:
    bare = word.rstrip(".").replace("’", "'").split("'")[0]  # also "I'm", "Tuesday's"
    return (
        bare in words.no_names
        or word in words.honorifics
        or bare.lower() in words.roles | words.role_parts
        or word in LETTERS
        or any(each.fullmatch(word) for each in (AMOUNT, PARTY))
    )


def _opens(text: str, span: Stretch, found: Sequence[Stretch]) -> bool:
    before = text[: span[0]].rstrip(" ")[-1:]
    return span == found[0] or before in _OPENING or before in ".!?"

"""Find the party that a sentence has its figures from: "according to the ministry"."""

from __future__ import annotations

import re

from twosource.text.tabled import words_of

_SAYS = (
    r"said|says|reported|reports|estimated|estimates|announced|confirmed|stated|added"
    r"|claimed|claims|warned|forecasts?"
    r"|predicted|predicts|projected|projects|showed|shows|told|acknowledged|insisted"
    r"|revealed|declared|wrote|tweeted|noted"
)


_ACCORDING = re.compile(
    r"\b(?:[Aa]ccording\sto|[Aa]s\sreported\sby|citing|cited\sby"
    r"|[Pp]er)\s(?P<who>(?:(?:an?|the)\s)?(?:[\w’'.&-]+\s?){1,8})"
)


_SAID_SUBJECT = re.compile(
    r"[,”\"’]\s(?:said|says|reported)\s(?P<who>(?:(?:an?|the)\s)?(?:[\w’'.&-]+\s?){1,6})"
)


_END_OF_PARTY = re.compile(
    r"\s(?:said|says|on|in|that|which|who|who’s|at|as|by|to|for|with|after|when|while"
    r"|and\sthe|was|were|is|are|has|had"
    r"|released|published|late|early|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday"
    r"|Sunday|told|adding|but|put)\b"
)


_SPLIT = re.compile(
    r"[,;:—–“”\"]\s?|^|\s(?:and|but|that|while|when|after|as|because|although|which)\s"
)


_NO_PARTY = words_of("figures-en.toml", "no_party")
_STARTS_PARTY = words_of("figures-en.toml", "starts_party")
_BODIES = words_of("figures-en.toml", "bodies")


def issuer_of(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the sentence names the party that its figures come from, None where it does not.

    "according to X", "X said", ", said X"; a pronoun is no party.
    """
    sentence = text[start:end]
    found = _ACCORDING.search(sentence)
    if found:
        return _party(sentence, found.start("who"), found.end("who"), start)
    for verb in re.finditer(rf"\b(?:{_SAYS})\b", sentence):
        subject = _subject_before(sentence, verb.start())
        if subject:
            return start + subject[0], start + subject[1]
    found = _SAID_SUBJECT.search(sentence)
    return _party(sentence, found.start("who"), found.end("who"), start) if found else None


def _subject_before(sentence: str, verb: int) -> tuple[int, int] | None:
    head = sentence[:verb]
    begin = max((match.end() for match in _SPLIT.finditer(head)), default=0)
    words = re.sub(
        r"\s(?:has|have|had|also|later|earlier|on\s\w+|\w+ly|\w+day)\s*$",
        "",
        f"{head[begin:]}".rstrip(),
    )
    if not words.strip() or words.strip().lower() in _NO_PARTY or len(words.split()) > 8:
        return None
    left = begin + len(words) - len(words.lstrip())
    first = words.split()[0]
    named = (
        first[0].isupper()
        or first.lower() in _STARTS_PARTY
        or any(w[0].isupper() for w in words.split())
    )
    return (left, begin + len(words)) if named or words.split()[-1].lower() in _BODIES else None


def _party(sentence: str, begin: int, stop: int, offset: int) -> tuple[int, int] | None:
    words = sentence[begin:stop]
    cut = _END_OF_PARTY.search(words)
    if cut:
        words = words[: cut.start()]
    words = words.rstrip(" .,’'")
    if not words or words.lower() in _NO_PARTY:
        return None
    return offset + begin, offset + begin + len(words)

"""Find the party that a sentence has its figures from: "according to the ministry"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.text.tabled import words_of

Stretch = tuple[int, int]

MOST_WORDS = 8  # of a party's name with its role; longer ones were clauses
_SAYS = re.compile(
    r"\b(?:said|says?|has\srecords\sof|reckons?|alleges|maintains|admits|admitted|boast(?:s|ed)|conced(?:es|ed)|gave\sthe|contends|asserted|reported|reports|estimated|estimates|announced|confirmed|stated|added|claimed"
    r"|claims|warned|forecasts|predicted|predicts|projected|projects|showed|shows|told"
    r"|acknowledged|insisted|revealed|declared|wrote|writes|tweeted|noted|counted|puts?\sthe|sp[eo]a?ke?s?\sof)\b"
    # an auditor found 260,000; a driver is found guilty
    r"|\bfound\s(?=(?:that|about|some|nearly|almost|more\sthan|at\sleast)\s|[$€£]?\d)"
)
# "reports of ...", "weather forecasts call for": no verbs there, and nobody says anything.
_NOUN_THERE = re.compile(
    r"(?:reports|forecasts|estimates|projects|claims)\s(?:of|by|from|on|about|say|said|show|showed"
    r"|call|called|suggest|suggested|are|were|have|had|put)\b"
)
_ACCORDING = re.compile(
    r"\b(?:[Aa]ccording\sto|[Aa]s\sreported\sby|citing|cited\sby|[Bb]y\sthe\s(?:count|estimate"
    r"|reckoning)\sof)\s(?P<who>(?:(?:an?|the)\s)?(?:(?!\d)[\w’'.&-]+\s?){1,8})"
)
_SAID_PARTY = re.compile(
    r"[,”\"’]\s(?:said|says|reported)\s(?P<who>(?:(?:an?|the)\s)?(?:[\w’'.&-]+\s?){1,8})"
)
# "Mr Gale, said the bank could be facing": what is said begins there, no party does.
_GOES_ON = re.compile(
    r"\s(?:was|were|is|are|has|have|had|could|would|will|may|might|should|must|can|did|does|do)\b"
)
_END_OF_PARTY = re.compile(
    r"\s(?:said|says|on|in|that|which|who|who’s|at|as|by|to|for|with|after|when|while|and\sthe|was"
    r"|were|is|are|has|had|released|published|late|early|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|told|adding|quoted|cited|interviewed|but|put|it|they|there|he|she|at\sleast|about|some|more\sthan|nearly)\b"
)
# "According to the union the plant stood still": a second article opens what is told.
_NEXT_NOUN = re.compile(
    r"(?<!\bof)(?<!\bfor)(?<!\band)(?<!\bin)(?<!\bat)(?<!\bfrom)(?<!\bto)\s(?:the|an?)\s(?=[a-z])"
)
_BORDER = re.compile(
    r"[,;:—–“”\"()]\s?|(?<=\s)-\s|^|\s(?:and|but|or|that|while|when|after|as|because|although|which|if)\s"
)
_BEFORE_VERB = re.compile(
    r"\s(?:has|have|had|also|later|earlier|on\s\w+|\w+ly|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|yesterday|today|now|first|then|still|since)$"
)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|be|been|being|to|not|will|would|can|could|may)$")
_APPOSED = re.compile(
    r"(?<!\d),\s(?:(?P<name>[A-Z][\w’'-]+(?:\s(?:[a-z]{2,3}\s)?[A-Z][\w’'-]+){1,3})(?:\s(?:of|from|at)\s[^,]{3,50})?"
    r"|(?:the|an?|its|his|her|their)\s[^,“”\"]{3,60}),$"
)
_WHICH = re.compile(r"(?:which|that|whom)\s(?=\S)")
_WHICH_SAYS = re.compile(r"\b(?:which|that|who|whom)\s$")
_RELATIVE = re.compile(r"\b(?:who|which|that)$")
_TURN = re.compile(r";|\s(?:but|while|whereas)\s")
_NO_START = re.compile(
    r"(?:in|on|at|of|for|by|with|from|to|winds?|there|that|what|while|as|when|if|after|although"
    r"|before|since|despite|amid|until|following|because)\b",
    re.IGNORECASE,
)
_OWNERS = frozenset(("its", "their", "his", "her", "the", "a", "an", "my", "our"))
_DANGLING = re.compile(r"\s(?:of|among|by|from|with|in|at|for)(?:\s(?:the|some|about))?$")
_NO_PARTY = words_of("figures-en.toml", "no_party")
_STARTS_PARTY = words_of("figures-en.toml", "starts_party")
_BODIES = words_of("figures-en.toml", "bodies")


def issuers_of(
    text: str, start: int, end: int, figures: Sequence[Stretch]
) -> tuple[Stretch | None, ...]:
    """Return for each figure where its sentence names the party it comes from, None where not.

    "according to X", "X said", ", said X". A pronoun is no party, nor are words that hold one of
    the figures themselves ("at least 40 people said"). Of two parties the one in the figure's own
    part of the sentence counts, parts being parted by a semicolon, "but", "while" or by a clause
    that is a party's: "which the union says will cost 900 jobs".
    """
    sentence = text[start:end]
    inside = [(begin - start, stop - start) for begin, stop in figures]
    parties = [
        (begin, stop)
        for begin, stop in _parties(sentence)
        if not any(left < stop and begin < right for left, right in inside)
    ]
    if not parties:
        return (None,) * len(figures)
    turns = [turn.start() for turn in _TURN.finditer(sentence)]
    chosen = []
    for begin, _ in inside:
        part = sum(turn < begin for turn in turns)
        near = [each for each in parties if sum(turn < each[0] for turn in turns) == part]
        inner = (each for each in reversed(near) if _opens_clause_of(sentence, each, begin))
        chosen.append(next(inner, (near or parties)[0]))
    return tuple((start + begin, start + stop) for begin, stop in chosen)


def _opens_clause_of(sentence: str, party: Stretch, figure: int) -> bool:
    """Return whether a figure stands in a party's own clause: "which the union says costs"."""
    own = _WHICH_SAYS.search(sentence, 0, party[0]) is not None
    return own and party[1] <= figure and "," not in sentence[party[1] : figure]


def _parties(sentence: str) -> list[Stretch]:
    found = _ACCORDING.search(sentence)
    parties = [_cut(sentence, found.start("who"), found.end("who"))] if found else []
    parties += [
        _before_verb(sentence, verb.start())
        for verb in _SAYS.finditer(sentence)
        if not _NOUN_THERE.match(sentence, verb.start())
    ]
    found = _SAID_PARTY.search(sentence)
    if found and not _GOES_ON.search(sentence, found.start("who"), found.end("who")):
        parties.append(_cut(sentence, found.start("who"), found.end("who")))
    return [party for party in parties if party]


def _before_verb(sentence: str, verb: int) -> Stretch | None:
    head = sentence[:verb].rstrip()
    apposed = _APPOSED.search(head)
    if apposed:
        # "The organisers, the platform Oslo Walks, said"; "an officer, Ada Lund, said"
        head = head[: apposed.end("name") if apposed["name"] else apposed.start()]
    begin = max((border.end() for border in _BORDER.finditer(head)), default=0)
    opening = _WHICH.match(head, begin)  # "crossings, which | the union says will cost"
    begin = opening.end() if opening else begin
    words = _BEFORE_VERB.sub("", head[begin:])
    party = words.strip()
    if not party or _PASSIVE.search(party) or _NO_START.match(party):
        return None
    if _RELATIVE.search(party):
        return None  # "a researcher who counted heads"
    apart = party.split()
    if apart[-1].lower() in _OWNERS or apart[-1].endswith(("’s", "'s")):
        return None  # "its estimates": a noun
    if party.lower() in _NO_PARTY or len(apart) > MOST_WORDS:
        return None
    named = any(word[0].isupper() for word in apart) or apart[0].lower() in _STARTS_PARTY
    if not named and apart[-1].lower() not in _BODIES:
        return None
    left = begin + len(words) - len(words.lstrip())
    return left, left + len(party)


def _cut(sentence: str, begin: int, stop: int) -> Stretch | None:
    words = sentence[begin:stop]
    ends = [found.start() for end in (_END_OF_PARTY, _NEXT_NOUN) if (found := end.search(words))]
    party = words[: min(ends, default=len(words))].rstrip(" .,’'")
    party = _DANGLING.sub("", party)  # "the poll of | 11,000 voters"
    if not party or party.lower() in _NO_PARTY or _NO_START.match(party):
        return None
    apart = party.lower().split()
    if party.islower() and apart[0] not in _STARTS_PARTY and _BODIES.isdisjoint(apart):
        return None  # "according to present knowledge"
    if party.islower() and apart[-1].endswith("ly"):
        return None  # "a recently published book"
    return begin, begin + len(party)

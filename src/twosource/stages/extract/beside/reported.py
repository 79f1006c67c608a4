"""Find whom the running text names as having reported what it tells: "Norda reported on Monday"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.model.acquired import Credit, Outlet
from twosource.model.identity import BODY, Span
from twosource.outlets import Outlets, outlet_named
from twosource.outlets.names import names_itself

_WORD = r"(?:[\w’'.&-]*[\w’'&])?"
NAME = rf"(?:[Tt]he\s+)?[A-Z]{_WORD}(?:[ -](?:of|the|de|and|[A-Z]){_WORD}){{0,5}}(?<! the)"
PRESS_WORD = re.compile(
    r"\b(?:Times|Post|Herald|News|Agency|TV|Radio|Tribune|Journal|Standard|Wire|Press|Gazette|Chronicle|"
    r"Telegraph|Guardian|Mail|Star|Sun|Observer|Courier|Kurier|Zeitung|Daily|Review|Today|Broadcasting|"
    r"Observer|Ledger|Lantern|Mirror|Independent|Express|Globe|Echo|Argus|Bulletin|Monitor|Dispatch)\b"
)
_A_PAPER = r"(?:news agency|newspaper|broadcaster|wire service|news website|magazine|tabloid|daily)"
# What stands before a name, looked for from its first word on, and behind it.
BEFORE = re.compile(
    r"\b(?:(?P<sure>(?:first|earlier) (?:reported|published) by|reported (?:first|earlier) by)"
    r"|reported by|(?:a|[Aa]ccording to the|the|its) report (?:by|in|from)|[Aa]ccording to"
    r"|[Cc]iting|(?<=, )wrote)"
    rf" (?P<paper>(?:the )?(?:\w+ )?{_A_PAPER} )?(?P<words>{NAME})"
)
DEED = re.compile(
    r"\b(?:report(?:ed|s)?|wrote|writes|revealed|reveals)\b(?! (?:by|for|to)\b"
    r"|(?: [\w.$€£,%-]+){0,4}? (?:profits?|loss(?:es)?|revenues?|earnings|sales)\b)"
)
NAMED_BEFORE = re.compile(
    rf"(?P<paper>\b{_A_PAPER} )?\b(?P<words>{NAME})(?:, which|, who)?"
    r"(?P<first> (?:was the )?first(?: to)?)?(?: (?:has|had|also|earlier))* $"
)
DENIED = re.compile(
    r"\b(?:den(?:y|ie[ds]|ying)|(?:reject|dismiss|refut|disput|contradict)(?:e?s|e?d|ing|e)?"
    r"|contrary to)(?: (?!that\b)[\w’'-]+){0,6} $",
    re.IGNORECASE,
)
MOST_LETTERS = 100  # of a name with the words beside it
ISSUERS = ("government", "press_release")

Named = tuple[re.Match[str], int, str | None]


def reported_by(text: str, own: Outlet, outlets: Outlets) -> Iterator[Credit]:
    """Yield the outlets that the text says have reported it, in the order of the text.

    Who stands in no table is an outlet by what he is called, the Lantern or the news agency
    Kestrel, or if he reported first. A body's page is no report: a survey reports what it measured.
    Nor is a report that the text tells only to deny it one that it retells.
    """
    for found, start, sure in sorted(_named(text), key=_place):
        if _is_denied(text, start + found.start(), found):
            continue
        words = found["words"]
        outlet = outlet_named(words, outlets)
        if outlet is None:
            reports = sure or found["paper"] or PRESS_WORD.search(words)
        else:
            reports = outlet.kind not in ISSUERS and not _may_be_a_word(found, outlet)
        if reports and not names_itself(words, own):
            begin, end = (start + place for place in found.span("words"))
            named = outlet.id if outlet else None
            span = Span(part=BODY, start=begin, end=end)
            yield Credit(kind="reported", words=words, outlet=named, span=span)


def _named(text: str) -> Iterator[Named]:
    """Yield names, from where on they were looked for, and what says that they were first."""
    for found in BEFORE.finditer(text):
        yield found, 0, found["sure"]
    for deed in DEED.finditer(text):
        start = max(0, deed.start() - MOST_LETTERS)
        before = NAMED_BEFORE.search(text[start : deed.start()])
        if before:
            yield before, start, before["first"]


def _place(named: Named) -> int:
    found, start, _ = named
    return start + found.start("words")


def _is_denied(text: str, place: int, found: re.Match[str]) -> bool:
    """Return whether somebody denies the report: "denied on Monday a report by Norda"."""
    if "according" in found[0].casefold():
        return False
    return DENIED.search(text[max(0, place - MOST_LETTERS) : place]) is not None


def _may_be_a_word(found: re.Match[str], outlet: Outlet) -> bool:
    """Return whether one word opens its sentence and has its capital from there: "People said"."""
    if outlet.kind == "agency" or not found["words"].istitle() or " " in found["words"]:
        return False
    before = found.string[: found.start("words")].rstrip()
    return not before or before[-1] in ".!?"

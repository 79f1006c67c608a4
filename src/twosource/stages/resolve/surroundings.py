"""Read from the words round a name whether it is somebody's, a body's or a town's."""

from __future__ import annotations

import re
from typing import Literal

from twosource.model.acquired import Article
from twosource.model.identity import Span
from twosource.places import country_of

Hint = Literal[
    "", "person", "organization", "place", "perhaps place", "on", "thing", "perhaps thing"
]

REACH = 48  # code points on either side: the words that introduce a name stand beside it

_IN_PLACE = re.compile(
    r"\b(?:launched|departed|sailed|born|arrived|landed|stranded) (?:from|at|in)\s$"
    r"|\b(?:came|come|comes|fled|flew|moved|returned|drove|travell?ed) (?:from|to)\s$"
    r"|\b(?:in|near|outside|off|towards?|(?:mayor|police|town|city|village|port|island|streets|"
    r"people|residents|district|province|region|bay|coast|suburbs?|outskirts|municipality|"
    r"(?:north|south)?-?(?:east|west)|north|south) of)\s$"
    r"|\b(?:along|across|(?:banks?|mouth|shores?|upstream|downstream) of)\sthe\s$",
    re.IGNORECASE,
)
_GROUND = re.compile(  # "the Tagus river", "the Montauk area"
    r"^ (?:rivers?|islands?|province|region|area|valley|peninsula|village|suburb|coast|canal|"
    r"desert|strait|mountains|plateau|archipelago|reef|municipality|prefecture)\b"
)
_LIES_IN = re.compile(r"^, ([A-Z][\w.]+(?: [A-Z]\w+)?)[,;.)]")  # "Terneuzen, Netherlands,"
_ON = re.compile(r"\bon\s$", re.IGNORECASE)
_AT_PLACE = re.compile(r"\b(?:at|from|to|between|for|via)\s$", re.IGNORECASE)
# "the Halifax teacher", "Hull man Derek Pashby"
_ONE_FROM = re.compile(
    r"^ (?:man|woman|teacher|resident|residents|harbour|harbor|airport|hospital|street|"
    r"district|police|waterfront|branch)\b"
)
_SHARES = re.compile(r"\b[Ss]hares (?:in|of)\s$")
_BODY_CALLED = re.compile(
    r"\b(?:operators?|owners?|company|firm|maker|manufacturer|group|union|association|charity|"
    r"bank|airline|utility|publisher|subsidiary|regulator|carrier|start-?up|retailer|insurer|"
    r"shipyard|brewer|supplier),?\s$",
    re.IGNORECASE,
)
_BODY_AFTER = re.compile(
    r"^[\"”’']? Party\b|^(?:['’]s?)? (?:shares?|stock|spokes\w+|shareholders|employees|"
    r"customers|subsidiary|chief executive|headquarters)\b"
    r"|^ (?:co-?founder|founder|CEO|CFO|chairman|chief executive|boss|leader|spokes\w+|"
    r"(?:[a-z-]+ ){0,2}coach|manager|striker|goalkeeper|midfielder|defender|winger|forward|"
    r"quarterback|captain) [A-Z]"
    r"|^ (?:militants|fighters|insurgents|gunmen|rebels)\b"
    r"|^,? (?:which (?:said|says|makes|owns|runs|employs)|an? (?:\w+ ){0,3}?(?:maker|"
    r"manufacturer|operator|company|firm|group|charity|retailer|publisher|carrier|utility|bank|agency|supplier|union|subsidiary)\b)"
)
# What is made, sails or flies, is sung or sold: "the ferry Solvær", "the Falcon rocket".
_THINGS = (
    r"(?:ferry|ships?|vessels?|tankers?|trawlers?|freighters?|freight|yachts?|submarines?|frigates?|"
    r"destroyers?|barges?|(?:cargo|cruise|container|sailing|fishing) (?:ships?|boats?)|rockets?|"
    r"spacecraft|satellites?|probes?|rovers?|landers?|capsules?|telescopes?|boosters?|missiles?|"
    r"phones?|smartphones?|handsets?|headsets?|tablets?|consoles?|(?:co-?)?processors?|chips?|"
    r"cameras?|apps?|browsers?|crypto-?currency|cryptocurrencies|tokens?|jets?|jetliners?|"
    r"airliners?|planes?|sedans?|SUVs?|trucks?|drugs?|vaccines?|films?|movies?|sitcoms?|albums?|"
    r"novels?|musicals?|movement)"
)
_THING_CALLED = re.compile(rf"\b{_THINGS}(?: called| named| known as)?,?\s[\"“‘']?$")
_THE_THING = re.compile(rf"\b{_THINGS}, the $")  # "its first phone, the Lumo Leaf, was shown"
_THING_AFTER = re.compile(rf"^[\"”’']? {_THINGS}\b|^,? an? (?:\w+ ){{0,3}}{_THINGS}\b")
_SPEAKS = re.compile(r" (?:sa(?:id|ys)|told|tells|warn(?:s|ed)|announce[sd])\b")
_AGED = re.compile(
    r"^,? (?:aged )?\(?(?:1[0-9]|[2-9]\d|10\d)\)?(?=[,.;) ])"
    r"(?! (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"  # "Lisbon, 11 May 2026"
)
# "Magnus Tveit, a winchman from ...", "Baiba Ozola, the Latvian member of ..."
_ONE_WHO = re.compile(
    r"^, (?:who\b|(?:an?|the|its|his|her|their) (?:[\w'’-]+ ){0,3}?(?:\w+(?:man|woman|ist|eer)|"
    r"member|teacher|professor|lawyer|doctor|nurse|farmer|baker|driver|worker|resident|student|"
    r"spokesperson|director|president|minister|mayor|secretary|chair|chief|captain|officer|"
    r"manager|analyst|head|founder|owner|author|senator|deputy|fisher|pilot|skipper|mother|"
    r"father|son|daughter|wife|husband|brother|sister)\b(?! [A-Z]))"  # "Malmo, its mayor Una Holt"
)

_BRACKET = re.compile(r"\w[.\"”’]? \((?:the |or )?[\"“‘]?$")


def hint_round(article: Article, span: Span) -> Hint:
    """Return what the words beside a name tell that it is, "" where they tell nothing.

    "perhaps place" is what stands after "at" or "from": places do, and so may anybody; "on" is an
    island, or a platform ("on Instagram"). "perhaps
    thing" is what stands before "rocket": its name does, and so does its maker's.
    """
    text = article.part_text(span.part)
    before = text[max(0, span.start - REACH) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + REACH].partition("\n")[0]
    if _AGED.search(after) or _ONE_WHO.search(after):
        return "person"
    if _SHARES.search(before) or _BODY_CALLED.search(before) or _BODY_AFTER.search(after):
        return "organization"
    called = _THING_CALLED.search(before) and not _SPEAKS.match(after)  # "… of the plane, NHB says"
    if called or (_THE_THING.search(before) and after[:1] in (",", ".")):
        return "thing"
    if _IN_PLACE.search(before) or _GROUND.search(after) or _lies_in_a_country(after):
        return "place"
    if _ON.search(before):
        return "on"
    if _AT_PLACE.search(before) or _ONE_FROM.search(after):
        return "perhaps place"
    return "perhaps thing" if _THING_AFTER.search(after) else ""


def stands_in_brackets(article: Article, span: Span) -> bool:
    """Return whether a name alone stands in brackets behind another: "… of Hungary (MNB)"."""
    text = article.part_text(span.part)
    return _BRACKET.search(text[max(0, span.start - 8) : span.start]) is not None and text[
        span.end : span.end + 2
    ].lstrip('"”’').startswith(")")


def _lies_in_a_country(after: str) -> bool:
    found = _LIES_IN.search(after)
    return found is not None and country_of(found.group(1)) is not None

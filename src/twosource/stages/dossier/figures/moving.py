"""Read whether a report tells a number that goes on moving, or one that replaces an earlier."""

from __future__ import annotations

import re

_EARLY = re.compile(
    r"\b(?:so\sfar|as\sof|count(?:ing)?\s(?:goes|went)\son|still\sbeing\scounted|projections?|exit\spolls?|flash|preliminary|provisional|first\sestimate"
    r"|early\s(?:trading|results|counts?|returns|figures|reports|estimates)|had\sbeen\s\w+\s(?:\w+\s){0,6}by"
    r"|by\s(?:early\s|late\s)?(?:noon|midday|dawn|daybreak|morning|afternoon|evening|nightfall"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\w+\so’?'?clock)"
    r"|(?<!said\s)at\s(?:dawn|noon|midday|first)|after\s(?:a\s|one\s)?(?:third|quarter|half|most)\sof"
    r"\s(?:the\s)?(?:districts|votes|ballots|precincts|count)|with\s.{3,40}\scounted|initially|first\sreports?)\b",
    re.IGNORECASE,
)
_LATE = re.compile(
    r"\b(?:(?:has|have|had)\s(?:now\s|since\s|already\s)?(?:risen|climbed|grown|increased|fallen"
    r"|dropped|doubled|tripled|passed|reached|swollen|jumped|mounted|soared|shrunk|dwindled|swelled"
    r"|topped|exceeded)|(?:rose|climbed|grew|rises|climbs|mounts|jumped|swelled)\sto|now|still|remain(?:s|ed|ing)?"
    r"|(?:brings?|bringing|brought|takes?|taking|took)\s(?:to\s[\d,]+|the\s(?:number|total|toll|count|tally))"
    r"|by\s(?:the\s)?(?:evening|nightfall|night|end\sof\sthe\sday)|in\sthe\send|(?:finished|ended\sup|ended)\swith|final|finally"
    r"|revis(?:ed|es|ing|ion)|correct(?:ed|s|ing|ion)|settled|closed\sat|up\sfrom|down\sfrom"
    r"|raised\s(?:the|its)\s(?:number|figure|toll|estimate|total)|(?:was|were|been)\s(?:cut|raised|lowered|reduced|increased|lengthened|shortened)\sto"
    r"|(?:raised|lowered|increased|sweetened|improved|trimmed|cut|slashed|upgraded|downgraded|widened"
    r"|extended|expanded|broadened)"
    r"\s(?:its|his|her|their)|later\s(?:said|put|raised|lowered)|in\sthe\scourse\sof|updated|recount(?:ed)?"
    r"|all\s\d+)\b",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(r"\bnot\s[\d,.]+\b|\bhad\s(?:first|earlier)\b", re.IGNORECASE)


def is_early(sentence: str) -> bool:
    """Return whether a sentence says that its number is of an early hour or not the last word."""
    return bool(_EARLY.search(sentence))


def is_late(sentence: str) -> bool:
    """Return whether a sentence says that its number has come in an earlier one's place."""
    return bool(_LATE.search(sentence) or _ORIGINAL.search(sentence))

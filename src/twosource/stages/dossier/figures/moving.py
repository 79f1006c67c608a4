"""Read whether a report tells a number that goes on moving, or one that replaces an earlier."""

from __future__ import annotations

import re

_EARLY = re.compile(
    r"\b(?:so\sfar(?!\sthis\s)|until\snow|up\sto\snow|as\syet|as\sof|initial(?:ly)?|opening\sbid"
    r"|count(?:ing)?\s(?:goes|went)\son|still\sbeing\scounted|with\s.{3,40}\scounted"
    r"|projections?|exit\spolls?|flash|preliminary|provisional|first\s(?:estimate|reports?)"
    r"|first\s(?:put|thought|believed|estimated|spoke|reported|said)"
    r"|(?:were|was|had|has|have)\sfirst\s\w+(?:ed|t)"
    r"|early\s(?:trading|results|counts?|returns|figures|reports|estimates)"
    r"|had\sbeen\s\w+\s(?:\w+\s){0,6}by|(?<!said\s)at\s(?:dawn|noon|midday|first)"
    r"|by\s(?:early\s|late\s)?(?:noon|midday|dawn|daybreak|morning|afternoon|evening|nightfall"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\w+\so’?'?clock)"
    r"|after\s(?:a\s|one\s)?(?:third|quarter|half|most)\sof\s(?:the\s)?"
    r"(?:districts|votes|ballots|precincts|count))\b",
    re.IGNORECASE,
)
_LATE = re.compile(
    r"\b(?:now|still|remain(?:s|ed|ing)?|final|finally|eventually|ultimately|after\sall|settled"
    r"|in\sthe\s(?:end|meantime|course\sof)|since\sthen|at\slast\scount|updated|recount(?:ed)?"
    r"|(?:has|have|had)\s(?:now\s|since\s|already\s)?(?:risen|climbed|grown|increased|fallen"
    r"|dropped|doubled|tripled|passed|reached|swollen|jumped|mounted|soared|shrunk|dwindled|swelled"
    r"|topped|exceeded)|doubled|trebled|halved|closed\sat|up\sfrom|down\sfrom"
    r"|(?:rose|climbed|grew|rises|climbs|mounts|jumped|swelled|fell|dropped|shrank|sank|dwindled"
    r"|went\sup)\sto|turned\sout\sto\sbe|(?:finished|ended\sup|ended)\swith|all\s\d+"
    r"|(?:brings?|bringing|brought|takes?|taking|took)\s"
    r"(?:to\s[\d,]+|the\s(?:number|total|toll|count|tally))"
    r"|by\s(?:the\s)?(?:evening|nightfall|night|end\sof\sthe\sday)"
    r"|(?:latest|newest)\s(?:figures?|count|estimates?|tally|toll|number)"
    r"|revis(?:ed|es|ing|ion)|correct(?:ed|s|ing|ion)|later\s(?:said|put|raised|lowered)"
    r"|raised\s(?:the|its)\s(?:number|figure|toll|estimate|total)"
    r"|(?:was|were|been)\s(?:cut|raised|lowered|reduced|increased|lengthened|shortened)\sto"
    r"|(?:raised|lowered|increased|sweetened|improved|trimmed|cut|slashed|upgraded|downgraded"
    r"|widened|extended|expanded|broadened)\s(?:its|his|her|their))\b",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(r"\bnot\s[\d,.]+\b|\bhad\s(?:first|earlier)\b", re.IGNORECASE)


def is_early(sentence: str) -> bool:
    """Return whether a sentence says that its number is of an early hour or not the last word."""
    return bool(_EARLY.search(sentence))


def is_late(sentence: str) -> bool:
    """Return whether a sentence says that its number has come in an earlier one's place."""
    return bool(_LATE.search(sentence) or _ORIGINAL.search(sentence))

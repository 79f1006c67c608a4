"""The forms in which English news writes dates, times and lengths of time."""

from __future__ import annotations

import re

from twosource.text.tabled import table

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY"
    r"|(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\b\.?(?=,?\s(?:\d|[A-Z][a-z]{2})))"
)
_YEAR = r"(?:1[5-9]\d\d|2[01]\d\d)(?!\d|,\d|\.\d|\s?%|-?\w*[a-zA-Z])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_NTH = rf"(?:{_DAY}(?:st|nd|rd|th)?)(?![\d:%]|[.,]\d|,\d|\w)"
_DAY_WORD = (
    r"(?:(?:the\s)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh"
    r"|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth"
    r"|twentieth|thirtieth|twenty-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|thirty-first))"
)
_COUNT = (
    r"(?:\d+(?:,\d{3})*(?:\.\d+)?(?:\s?½)?|(?i:an?|half\san?|one|two|three|four|five|six"
    r"|seven|eight"
    r"|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six"
    r"|seven|eight|nine))?|a\sdozen|a\shundred)(?:\sand\sa\s(?:half|quarter))?)"
)
_SOME = r"(?i:several|a\sfew|few|some|many|a\scouple\sof|a\scouple|a\snumber\sof|recent)"
_UNIT = r"(?i:second|minute|hour|day|night|week|fortnight|month|quarter|year|decade|century)"
_UNITS = (
    r"(?i:seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|fortnights?|months?"
    r"|quarters?|years?|decades?|centur(?:y|ies))"
)
_LONG = r"(?i:days|nights|weeks|months|years|decades|centuries|hours|minutes)"
_SEASON = r"(?i:spring|summer|autumn|winter|fall)"
_PART = r"(?i:morning|afternoon|evening|night|noon)"
_EDGE = (
    r"(?:(?:(?i:the)\s)?(?i:early|late|mid|beginning\sof|start\sof|end\sof|close\sof|middle\sof"
    r"|turn\sof)(?:\s(?i:in|on))?[\s-](?:(?i:the)\s(?=\d|(?i:year|month|week|decade|quarter|summer"
    r"|winter|autumn|spring)))?)"
)
_CLOCK = (
    r"(?:(?:[01]?\d|2[0-4])(?:[:.](?:[0-5]\d))?(?:[:.][0-5]\d)?\s?"
    r"(?:[ap]\.?\s?m\b\.?|[AP]\.?M\b\.?)|(?:[01]?\d|2[0-3]):(?:[0-5]\d)"
    r"(?![:\d-])(?:\s?(?:GMT|UTC|BST|CET|local\stime|[ECMP][SD]?T|hours))?|(?i:noon|midnight)\b)"
)
_ZONE = r"(?:\s\(?(?:GMT|UTC|BST|IST|CES?T|EES?T|MSK|[ECMP][SD]?T|local\stime)\)?)?"
_HOLIDAY = (
    r"(?:Christmas\s(?:Day|Eve)|Christmas|Boxing\sDay|New\sYear[’']s\s(?:Day|Eve)"
    r"|Valentine[’']s\sDay"
    r"|Halloween|Independence\sDay|Fourth\sof\sJuly|Veterans\sDay|Thanksgiving(?:\sDay)?|Labor\sDay"
    r"|Memorial\sDay|Good\sFriday|Easter\s(?:Sunday|Monday)|May\sDay)"
)
_THIS = r"(?i:this|last|next|past|coming|previous|following|current|same)"

# Tried in this order at each place; the first that fits is taken. The outer name says who reads it.
_FORMS = (
    (
        "iso",
        r"\b\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T\d\d:\d\d(?::\d\d)?(?:Z"
        r"|[+-]\d\d:?\d\d)?)?(?!\d)",
    ),
    ("numeric", r"(?<![\d/.-])\d{1,2}(?P<mark>[./-])\d{1,2}(?P=mark)(?:19|20)\d\d(?![\d/.-]\d)"),
    (
        "monthday",
        rf"{_EDGE}?(?:{_WEEKDAY},?\s(?:the\s)?)?(?:{_MONTH}\s{_NTH}(?:,?\s{_YEAR})?(?!\s(?:perc"
        rf"ent|million|per\scent)))",
    ),
    (
        "daymonth",
        rf"(?:{_WEEKDAY},?\s(?:the\s)?)?\b(?:{_DAY_WORD}(?=\sof\s)|{_DAY}(?:st|nd|rd"
        rf"|th)?)\s(?:of\s)?{_MONTH}(?:,?\s{_YEAR})?(?![a-z])",
    ),
    ("monthyear", rf"{_EDGE}?\b{_MONTH},?\s(?:of\s|in\s)?{_YEAR}"),
    ("seasonyear", rf"{_EDGE}?\b{_SEASON}\s(?:of\s)?{_YEAR}"),
    (
        "quarteryear",
        rf"\b(?:(?:(?i:the)\s)?(?i:first|second|third|fourth|final|last)[\s-](?i:quarter"
        rf"|half)\s(?:of\s)?{_YEAR}|(?:Q[1-4]|[1-4]Q|H[12])(?:\s(?:of\s)?{_YEAR})?)",
    ),
    ("yearto", r"(?<=\b(?:1[5-9]|20)\d\d[-–/])(?:(?:1[5-9]|20)\d\d|\d\d)(?![\w-]|,\d)"),
    ("decade", rf"{_EDGE}?(?:\b(?:1[5-9]|20)\d0[’']?s\b|[’'][2-9]0s\b|(?<=\b[Tt]he\s)[2-9]0s\b)"),
    (
        "century",
        r"\b(?:(?i:the)\s)?(?:(?:early|late|mid)[\s-])?(?:1\d|2[01]|[5-9])(?:st|nd|rd"
        r"|th)[\s-][Cc]entur(?:y|ies)\b",
    ),
    (
        "daytime",
        rf"(?:\b{_CLOCK}{_ZONE},?\s(?:on\s)?(?:(?:this|last|next)\s)?(?P<timeday>{_WEEKDAY}"
        rf"|(?i:today|yesterday|tomorrow))\b|\b(?P<dayfirst>{_WEEKDAY}|(?i:today|yesterday"
        rf"|tomorrow)),?\sat\s(?:around\s|about\s)?"
        rf"{_CLOCK}"
        rf"{_ZONE})",
    ),
    (
        "clock",
        rf"(?<![\d:.$€£-])\b"
        rf"{_CLOCK}"
        rf"{_ZONE}",
    ),
    (
        "weekday",
        rf"(?:\b(?P<wmod>{_THIS}|(?i:early|late)(?:\son)?)\s)?\b(?P<wday>{_WEEKDAY})(?P<wpart>"
        rf"\s{_PART})?\b",
    ),
    (
        "daypart",
        rf"\b(?i:(?:early\s|late\s)?(?P<pday>this|last|yesterday|tomorrow"
        rf"|that)\s(?P<ppart>{_PART})|tonight|overnight)\b",
    ),
    ("today", r"\b(?i:today|yesterday|tomorrow)\b"),
    ("holiday", rf"\b{_HOLIDAY}(?:,?\s{_YEAR})?"),
    (
        "fromnow",
        rf"\b(?:{_COUNT}|{_SOME})[\s-]{_UNITS}\s(?i:ago|from\snow|from\stoday|hence)\b"
        rf"|\b{_LONG}\s(?i:ago)\b",
    ),
    ("inunits", rf"(?<=\b[Ii]n\s){_COUNT}\s{_UNITS}(?:[’']\s?time)\b"),
    (
        "shifted",
        rf"(?<!for\s)(?<!lasted\s)\b(?:{_COUNT}|(?i:the))\s(?i:day|week|month|year)s?\s(?i:earlier|later|before"
        rf"|after)\b|\b(?i:(?:the\s)(?:next|following|previous|same)\sday|(?:that"
        rf"|the\ssame)\s(?:same\s)?(?:day|week|month|year))\b",
    ),
    (
        "pastunits",
        rf"\b(?:(?i:the|these|those|over|in|for|during|his|her|its|their)\s)?(?P<way>(?i:past"
        rf"|last|next|previous|coming|recent|following|first|final))\s(?P<many>{_COUNT}"
        rf"|{_SOME})[\s-]?(?P<munit>{_LONG})\b",
    ),
    (
        "unitof",
        rf"\b(?P<edge>{_EDGE})?(?:(?i:the|these|his|her|its"
        rf"|their)\s)?(?P<mod>{_THIS})\s(?:(?i:fiscal|financial|calendar|school"
        rf"|academic)\s)?(?P<unit>(?i:week-?end|{_UNIT}|season))(?!s|-(?:old|long))\b",
    ),
    (
        "yearend",
        rf"\b{_EDGE}(?:the\s)?(?:(?P<eunit>(?i:year|month|week|decade|quarter))"
        rf"|(?P<eyear>{_YEAR}))(?![\w-])|\b(?i:year-end)\b",
    ),
    ("thisseason", rf"\b(?P<seasonmod>{_THIS})\s(?P<season>{_SEASON})\b"),
    (
        "thismonth",
        rf"(?:\b(?P<medge>{_EDGE}))?(?:\b(?P<mmod>{_THIS})\s)?\b(?P<month>{_MONTH})(?!\s?\d"
        rf"|[’']?[a-z])",
    ),
    ("quarter", r"\b(?i:(?:the\s)?(?:first|second|third|fourth|final)[\s-]quarter)\b"),
    ("year", rf"{_EDGE}?(?<![\d.,$€£#-])\b{_YEAR}"),
    (
        "repeated",
        rf"\b(?i:every|each)\s(?:{_COUNT}\s)?(?:(?i:single|other|recent"
        rf"|past)\s)?(?P<runit>(?i:{_UNIT}|season|morning|afternoon|evening|weekend|spring"
        rf"|summer|autumn|winter)s?|{_WEEKDAY})\b|\b(?i:daily|nightly|weekly|fortnightly"
        rf"|monthly|quarterly|annually|yearly|annual)\b|\b(?i:once|twice"
        rf"|{_COUNT}\stimes)\s(?i:an?|per|each|every)\s(?P<tunit>{_UNIT})\b",
    ),
    ("finished", r"(?<![\d:])\d{1,2}:[0-5]\d:[0-5]\d(?![\d:])"),
    (
        "lengthto",
        rf"\b(?P<firstcount>{_COUNT})(?=\s?(?:to|or|–|-)\s?{_COUNT}[\s-](?P<firstunit>{_UNITS})"
        rf"\b)|(?<=\b[Bb]etween\s)(?P<firstcount2>{_COUNT})(?=\sand\s{_COUNT}\s(?P<firstunit2>"
        rf"{_UNITS})\b)",
    ),
    (
        "length",
        rf"(?<![\d.,$€£-])\b(?P<lcount>{_COUNT})(?:\s?[-–]?\s?|[\s-](?:full|straight"
        rf"|consecutive|whole|more|long|mere)\s)(?:(?i:calendar|business|working"
        rf"|school)\s)?(?P<lunit>{_UNITS})(?![’']?[a-z]|-olds?\b|\sold\b)",
    ),
    (
        "manylong",
        rf"\b(?P<vague>{_SOME})\s(?:(?:more|long|short)\s)?(?P<vunit>{_LONG})(?!\s(?i:old))\b",
    ),
    (
        "forlong",
        rf"(?:(?<=\b[Ff]or\s)|(?<=\bof\s)|(?<=\b[Tt]ake\s)|(?<=\b[Tt]akes\s)"
        rf"|(?<=\b[Ll]asted\s))(?P<bunit>{_LONG})\b(?!\s(?i:old|of))"
        rf"|\b(?P<bunit2>{_LONG})(?=\s(?i:before|after|later|earlier|to\scome)\b)",
    ),
    (
        "present",
        r"\b(?i:now|currently|at\spresent|at\sthe\smoment|right\snow|nowadays|these\sdays"
        r"|as\sof\snow)\b",
    ),
    (
        "before",
        r"\b(?i:in\sthe\s(?:recent\s)?past|the\spast|at\sthe\stime|at\sthat\stime|recently"
        r"|back\sthen|previously|formerly|long\sago|once(?=\s(?:was|were|had|said))"
        r"|lately)\b(?!\s(?:few|several|\d|year|week|month|decade|days))",
    ),
    (
        "ahead",
        r"\b(?i:in\s(?:the\s)?(?:near\s|foreseeable\s)?future|the\sfuture|(?<!as\s)soon(?!\sas\b|er\b)"
        r"|in\sthe\scoming\s(?:days|weeks|months|years)|sooner\sor\slater)\b",
    ),
)

TIMES = re.compile("|".join(f"(?P<{name}>{form})" for name, form in _FORMS))


# Where a form can begin. Trying every form at every letter took four times as long; common words
# begin one only if a word of time follows within reach.
_WORDS = table("times-en.toml")


def _either_case(words: str) -> str:
    return "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in words.split())


_NEAR = (
    r"(?=[^\n]{1,40}?\b(?:second|minute|hour|day|night|week|fortnight|month|quarter|year"
    r"|decade|centur"
    r"|past|time|future|moment|present|now|ago|seasons?\b|January|February|March|April"
    r"|May|June|July|August"
    r"|September|October|November|December|Jan\b|Feb|Mar\b|Apr|Sept|Oct\b|Nov\b|Dec\b|spring|summer"
    r"|autumn|winter|fall|morning|afternoon|evening|\d{4}|\d0s))"
)
OPENINGS = re.compile(
    r"(?<![\w.])(?:[\d'’QH](?=[\d])|\d|"
    + "|".join(_WORDS["openers"].split())
    + r"|New(?=\sYear)|Good(?=\sFriday)|Fourth(?=\sof)"
    + "|"
    + _either_case(_WORDS["lower_openers"])
    + "|(?:"
    + _either_case(_WORDS["common_openers"])
    + rf")\b{_NEAR})"
)
AHEAD = re.compile(
    r"\b(?:(?:(?:due|expected|scheduled|slated|set|going|plans?|planned|hopes?|hoping"
    r"|intends?|aims?|is|are"
    r"|expects?|likely|poised|wants?|promised|vowed|agreed)\s(?:\w+\s)?to(?:\sbe)?"
    r"|will(?:\sbe)?|won[’']t|shall"
    r"|(?:would|could|should|may|might)(?:\sbe)?)\s(?:\w+ly\s)?\w+"
    r"|upcoming|forthcoming|takes?\splace|(?:earliest|latest)\son|(?:booked|arranged|pencilled\sin)\sfor|begins?|starts?|opens?|deadline|ahead\sof|(?:scheduled|slated"
    r"|planned|due|set)\s(?:for|on|in)|available)\b"
    r"|[’']ll\s\w+"
)
UNTIL = re.compile(
    r"\b(?:until|till|through|starting|effective|beginning|from\snow)\s(?:the\s|at\sleast\s|on\s)?$"
)
PAST = re.compile(rf"\b(?:{'|'.join(_WORDS['past_verbs'].split())}|[a-z]{{3,}}ed)\b")
CLAUSE = re.compile(r";|\s(?:but|while|whereas|when)\s|,\sand\s")

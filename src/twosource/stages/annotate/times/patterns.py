"""The forms in which English news writes dates, times and lengths of time."""

from __future__ import annotations

import re

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
WEEKDAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY"
    r"|(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\b\.?(?=,?\s(?:\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug"
    r"|Sep|Oct|Nov|Dec))))"
)
YEAR = r"(?:1[5-9]\d\d|2[01]\d\d)(?!\d|,\d|\.\d|\s?%|-?\w*[a-zA-Z])"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
NTH = rf"(?:{DAY}(?:st|nd|rd|th)?)(?![\d:%]|[.,]\d|,\d|\w)"
DAY_WORD = (
    r"(?:(?:the\s)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh"
    r"|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth"
    r"|twentieth|thirtieth|twenty-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|thirty-first))"
)
COUNT = (
    r"(?:\d+(?:,\d{3})*(?:\.\d+)?(?:\s?½)?|(?i:an?|half\san?|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six"
    r"|seven|eight|nine))?|a\sdozen|a\shundred)(?:\sand\sa\s(?:half|quarter))?)"
)
SOME = r"(?i:several|a\sfew|few|some|many|a\scouple\sof|a\scouple|a\snumber\sof|recent)"
UNIT = r"(?i:second|minute|hour|day|night|week|fortnight|month|quarter|year|decade|century)"
UNITS = (
    r"(?i:seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|fortnights?|months?"
    r"|quarters?|years?|decades?|centur(?:y|ies))"
)
LONG = r"(?i:days|nights|weeks|months|years|decades|centuries|hours|minutes)"
SEASON = r"(?i:spring|summer|autumn|winter|fall)"
PART = r"(?i:morning|afternoon|evening|night|noon)"
EDGE = (
    r"(?:(?:(?i:the)\s)?(?i:early|late|mid|beginning\sof|start\sof|end\sof|close\sof|middle\sof"
    r"|turn\sof)(?:\s(?i:in|on))?[\s-](?:(?i:the)\s(?=\d|(?i:year|month|week|decade|quarter|summer"
    r"|winter|autumn|spring)))?)"
)
HOUR_WORDS = r"(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
O_CLOCK = (
    rf"(?:1[0-2]|0?[1-9]|{HOUR_WORDS})\so[’']clock"
    r"(?:\s(?:in\sthe\s(?:early\s)?(?:morning|afternoon|evening)|at\snight))?"
)
CLOCK = (
    r"(?:(?:[01]?\d|2[0-4])(?:[:.](?:[0-5]\d))?(?:[:.][0-5]\d)?\s?"
    r"(?:[ap]\.?\s?m\b\.?|[AP]\.?M\b\.?)|(?:[01]?\d|2[0-3]):(?:[0-5]\d)"
    r"(?![:\d-])(?:\s?(?:GMT|UTC|BST|CET|local\stime|[ECMP][SD]?T|hours))?|(?i:noon|midnight)\b)"
)
ZONE = r"(?:\s\(?(?:GMT|UTC|BST|IST|CES?T|EES?T|MSK|[ECMP][SD]?T|local\stime)\)?)?"
HOLIDAY = (
    r"(?:Christmas\s(?:Day|Eve)|Christmas(?!\s(?:[a-z]+s\b|list|tree|party|market|card|gift|present|dinner"
    r"|song|office|break|album|special))|Boxing\sDay|New\sYear[’']s\s(?:Day|Eve)"
    r"|Valentine[’']s\sDay"
    r"|Halloween|Independence\sDay|Fourth\sof\sJuly|Veterans\sDay|Thanksgiving(?:\sDay)?|Labor\sDay"
    r"|Memorial\sDay|Good\sFriday|Easter\s(?:Sunday|Monday)|May\sDay)"
)
THIS = r"(?i:this|last|next|past|coming|previous|following|current|same)"


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
        rf"{EDGE}?(?:{WEEKDAY},?\s(?:the\s)?)?(?:{MONTH}\s{NTH}(?:,?\s{YEAR})?(?!\s(?:perc"
        rf"ent|million|per\scent)))",
    ),
    (
        "daymonth",
        rf"(?:{WEEKDAY},?\s(?:the\s)?)?\b(?:{DAY_WORD}(?=\sof\s)|{DAY}(?:st|nd|rd"
        rf"|th)?)\s(?:of\s)?{MONTH}(?:,?\s{YEAR})?(?![a-z])",
    ),
    ("monthyear", rf"{EDGE}?\b{MONTH},?\s(?:of\s|in\s)?{YEAR}"),
    ("seasonyear", rf"{EDGE}?\b{SEASON}\s(?:of\s)?{YEAR}"),
    (
        "quarteryear",
        rf"\b(?:(?:(?i:the)\s)?(?i:first|second|third|fourth|final|last)[\s-](?i:quarter"
        rf"|half)\s(?:of\s)?{YEAR}|(?:Q[1-4]|[1-4]Q|H[12])(?:\s(?:of\s)?{YEAR})?)",
    ),
    ("yearto", r"(?<=\b(?:1[5-9]|20)\d\d[-–/])(?:(?:1[5-9]|20)\d\d|\d\d)(?![\w-]|,\d)"),
    ("decade", rf"{EDGE}?(?:\b(?:1[5-9]|20)\d0[’']?s\b|[’'][2-9]0s\b|(?<=\b[Tt]he\s)[2-9]0s\b)"),
    (
        "century",
        r"\b(?:(?i:the)\s)?(?:(?:early|late|mid)[\s-])?(?:1\d|2[01]|[5-9])(?:st|nd|rd"
        r"|th)[\s-][Cc]entur(?:y|ies)\b",
    ),
    (
        "daytime",
        rf"(?:\b{CLOCK}{ZONE},?\s(?:on\s)?(?:(?:this|last|next)\s)?(?P<timeday>{WEEKDAY}"
        rf"|(?i:today|yesterday|tomorrow))\b|\b(?P<dayfirst>{WEEKDAY}|(?i:today|yesterday"
        rf"|tomorrow)),?\sat\s(?:around\s|about\s)?"
        rf"{CLOCK}"
        rf"{ZONE})",
    ),
    (
        "clock",
        rf"(?<![\d:.$€£-])\b(?:{CLOCK}{ZONE}|{O_CLOCK})",
    ),
    (
        "weekday",
        rf"(?:\b(?P<wmod>{THIS}|(?i:early|late)(?:\son)?)\s)?\b(?P<wday>{WEEKDAY})(?P<wpart>"
        rf"\s{PART})?\b",
    ),
    (
        "daypart",
        rf"\b(?i:(?:early\s|late\s)?(?P<pday>this|last|yesterday|tomorrow"
        rf"|that)\s(?P<ppart>{PART})|tonight(?!\sShow)|overnight)\b",
    ),
    ("today", r"\b(?i:today|yesterday|tomorrow)\b"),
    ("holiday", rf"\b{HOLIDAY}(?:,?\s{YEAR})?"),
    (
        "fromnow",
        rf"\b(?:{COUNT}|{SOME})[\s-]{UNITS}\s(?i:ago|from\snow|from\stoday|hence)\b"
        rf"|\b{LONG}\s(?i:ago)\b|(?<=\b[Ii]n\s){COUNT}\s{UNITS}[’']\s?time\b",
    ),
    (
        "shifted",
        rf"(?<!for\s)(?<!lasted\s)\b(?:{COUNT}|(?i:the))\s(?i:day|week|month|year)s?\s(?i:earlier|later|before"
        rf"|after)\b|\b(?i:(?:the\s)(?:next|following|previous|same)\sday|(?:that"
        rf"|the\ssame)\s(?:same\s)?(?:day|week|month|year))\b",
    ),
    (
        "pastunits",
        rf"\b(?:(?i:the|these|those|over|in|for|during|his|her|its|their)\s)?(?P<way>(?i:past"
        rf"|last|next|previous|coming|recent|following|first|final))\s(?P<many>{COUNT}"
        rf"|{SOME})[\s-]?(?P<munit>{LONG})\b",
    ),
    (
        "unitof",
        rf"\b(?P<edge>{EDGE})?(?:(?i:the|these|his|her|its"
        rf"|their)\s)?(?P<mod>{THIS})\s(?:(?i:fiscal|financial|calendar|school"
        rf"|academic)\s)?(?P<unit>(?i:week-?end|{UNIT}|season))(?!s|-(?:old|long))\b",
    ),
    (
        "yearend",
        rf"\b{EDGE}(?:the\s)?(?:(?P<eunit>(?i:year|month|week|decade|quarter))"
        rf"|(?P<eyear>{YEAR}))(?![\w-])|\b(?i:year-end)\b",
    ),
    ("thisseason", rf"\b(?P<seasonmod>{THIS})\s(?P<season>{SEASON})\b"),
    (
        "thismonth",
        rf"(?:\b(?P<medge>{EDGE}))?(?:\b(?P<mmod>{THIS})\s)?\b(?P<month>{MONTH})(?!\s?\d"
        rf"|[’']?[a-z])",
    ),
    ("quarter", r"\b(?i:(?:the\s)?(?:first|second|third|fourth|final)[\s-]quarter)\b"),
    ("year", rf"{EDGE}?(?<![\d.,$€£#-])(?<!Euro\s)(?<!Expo\s)(?<!Rio\s)\b{YEAR}"),
    (
        "repeated",
        rf"\b(?i:every|each)\s(?:{COUNT}\s)?(?:(?i:single|other|recent"
        rf"|past)\s)?(?P<runit>(?i:{UNIT}|season|morning|afternoon|evening|weekend|spring"
        rf"|summer|autumn|winter)s?|{WEEKDAY})\b|\b(?i:daily|nightly|weekly|fortnightly"
        rf"|monthly|quarterly|annually|yearly|annual)\b|\b(?i:once|twice"
        rf"|{COUNT}\stimes)\s(?i:an?|per|each|every)\s(?P<tunit>{UNIT})\b",
    ),
    ("finished", r"(?<![\d:])\d{1,2}:[0-5]\d:[0-5]\d(?![\d:])"),
    (
        "lengthto",
        rf"\b(?P<firstcount>{COUNT})(?=\s?(?:to|or|–|-)\s?{COUNT}[\s-](?P<firstunit>{UNITS})"
        rf"\b)|(?<=\b[Bb]etween\s)(?P<firstcount2>{COUNT})(?=\sand\s{COUNT}\s(?P<firstunit2>"
        rf"{UNITS})\b)",
    ),
    (
        "length",
        rf"(?<![\d.,$€£-])\b(?P<lcount>{COUNT})(?:\s?[-–]?\s?|[\s-](?:full|straight"
        rf"|consecutive|whole|more|long|mere)\s)(?:(?i:calendar|business|working"
        rf"|school)\s)?(?P<lunit>{UNITS})(?![’']?[a-z]|-olds?\b|\sold\b)",
    ),
    (
        "manylong",
        rf"\b(?P<vague>{SOME})\s(?:(?:more|long|short)\s)?(?P<vunit>{LONG})(?!\s(?i:old))\b",
    ),
    (
        "forlong",
        rf"(?:(?<=\b[Ff]or\s)|(?<=\bof\s)|(?<=\b[Tt]ake\s)|(?<=\b[Tt]akes\s)"
        rf"|(?<=\b[Ll]asted\s))(?P<bunit>{LONG})\b(?!\s(?i:old|of))"
        rf"|\b(?P<bunit2>{LONG})(?=\s(?i:before|after|later|earlier|to\scome)\b)",
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

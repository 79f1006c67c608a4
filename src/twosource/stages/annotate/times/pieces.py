"""The words of which English news makes its dates: months, weekdays, counts, clocks, holidays."""

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
    r"(?:\d+(?:,\d{3})*(?:\.\d+)?(?:\s?½)?|(?i:an?|half\san?|one|two|three|four|five|six"
    r"|seven|eight"
    r"|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
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

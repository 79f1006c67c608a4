"""Where a time can begin, and the words round it that tell whether it is past or to come."""

from __future__ import annotations

import re

from twosource.text.tabled import table

# Where a form can begin. Trying every form at every letter took four times as long; common words
# begin one only if a word of time follows within reach.
_WORDS = table("times-en.toml")


def _either_case(words: str) -> str:
    return "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in words.split())


_NEAR = (
    r"(?=[^\n]{1,40}?\b(?:second|minute|hour|day|night|week|fortnight|month|quarter|year|decade"
    r"|centur|past|time|future|moment|present|now|ago|seasons?\b|January|February|March|April|May"
    r"|June|July|August|September|October|November|December|Jan\b|Feb|Mar\b|Apr|Sept|Oct\b|Nov\b"
    r"|Dec\b|spring|summer|autumn|winter|fall|morning|afternoon|evening|\d{4}|\d0s))"
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
    r"\b(?:(?:(?:due|expected|scheduled|slated|set|going|plans?|planned|hopes?|hoping|intends?"
    r"|aims?|is|are|expects?|likely|poised|wants?|promised|vowed|agreed)\s(?:\w+\s)?to(?:\sbe)?"
    r"|(?:has|have|needs?)\sto(?:\sbe)?"
    r"|will(?:\sbe)?|won[’']t|shall|(?:would|could|should|must|may"
    r"|might)(?!\shave\b)(?:\sbe)?)\s(?:\w+ly\s)?\w+"
    r"|(?:expects?|foresees?|predicts?|sees)\s(?:an?|another|further)\s\w+"
    r"|upcoming|forthcoming|takes?\splace|(?:earliest|latest)\son|(?:booked|arranged|pencilled\sin)\sfor|begins?|starts?|opens?|deadline|ahead\sof"
    r"|meets?\s(?:in|at|with|again)|travels\sto|resumes|go(?:es)?\sto\sthe\spolls"
    r"|(?:(?:is|are|was|were)\s)(?:expected|due)\s(?:\w+\s)?(?:in|at|on|over|from)"
    r"|(?:scheduled|slated|planned|due|set)\s(?:for|on|in)|available)\b|[’']ll\s\w+"
)
UNTIL = re.compile(
    r"\b(?:expect(?:s|ed|ing)?|due|forecasts?|needed|wanted|demand(?:s|ed)|promis(?:es|ed)|"
    r"order(?:s|ed)?|ask(?:s|ed)|urg(?:es|ed)|requir(?:es|ed)|request(?:s|ed)?|pledg(?:es|ed)|vow(?:s|ed)"
    r"|(?:tells|told)\s[\w’'-]+\s(?:(?!(?:he|she|it|they|we|that|was|were|had|has)\s)[\w’'-]+\s){0,2}to"
    r")\b[^;]{0,60}\b(?:by|before)\s$|"
    r"\b(?:until|till|through|starting|effective|beginning|from\snow)\s(?:the\s|at\sleast\s|on\s)?$"
)
# "A meeting for Thursday", "put the launch off to Sunday"; but "blamed for Sunday's fire"
FOR_A_DAY = re.compile(
    r"\b(?:for|(?:adjourned|brought|delayed|moved|postponed|pushed|put)\s[^.;]*\bto)\s"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!['’]s)"
)
PAST = re.compile(rf"\b(?:{'|'.join(_WORDS['past_verbs'].split())}|[a-z]{{3,}}ed)\b")
CLAUSE = re.compile(r";|\s(?:but|while|whereas|when)\s|,\sand\s")

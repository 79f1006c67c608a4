"""Read around a figure: is it rough, is it a rise or a fall, when did it hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.model.annotated import Change, TimeMention
from twosource.stages.annotate.figures.quantity import Quantity
from twosource.text.units import is_currency

_ROUGH_BEFORE = re.compile(
    r"(?:\b(?:about|around|some|nearly|almost|roughly|approximately|approx\.?|circa|ca\.?"
    r"|estimated|up\sto|as\s(?:many|much|high|low|few|little)\sas|more\sthan|less\sthan"
    r"|fewer\sthan|over|at\sleast|at\smost|under|close\sto|upwards?\sof|in\sexcess\sof"
    r"|no\smore\sthan|well\sover|just\s(?:over|under|above|below)|above|below|beyond|north\sof"
    r"|shy\sof|barely|probably|perhaps|maybe|likely|exceed\w*|top(?:s|ped|ping)|sub|minimum\sof"
    r"|maximum\sof)[\s-](?:a\s|an\s|the\s|another\s)?|[~≈<>≥≤]\s?)$",
    re.IGNORECASE,
)
_ROUGH_BEHIND = re.compile(
    r"\s?(?:or\s(?:so|more|less|thereabouts|fewer)\b|-?plus\b|\+)", re.IGNORECASE
)
_RISE = (
    r"(?<!take\s)(?<!takes\s)(?<!took\s)(?<!make\s)(?<!makes\s)(?<!made\s)up|rose|risen|rises?|rising|gain(?:ed|s|ing)?|climb(?:ed|s|ing)?|jump(?:ed|s|ing)?"
    r"|surg(?:ed|es|ing)|soar(?:ed|s"
    r"|ing)?|add(?:ed|s|ing)|grew|grows?|growing|grown|increas(?:ed|es|ing|e)|advanc(?:ed"
    r"|es|ing)|rall(?:ied|ies)|spiked"
    r"|strengthened|higher|improv(?:ed|es)|expand(?:ed|s)|leapt|leaped|upward"
)
_FALL = (
    r"down|fell|fallen|falls?|falling|dropp(?:ed|ing)|drops?|lost|loses?|losing|slid|slides?"
    r"|plung(?:ed|es|ing)|declin(?:ed|es|ing|e)|decreas(?:ed|es|ing|e)|slipp(?:ed|ing)|slips"
    r"|tumbl(?:ed|es)|shed|sheds|sank|dipp(?:ed|ing)|shrank|shrunk|cut|slump(?:ed|s)|plummet(?:ed|s"
    r"|ing)|lower(?:ed)?|reduc(?:ed|es|ing)|contract(?:ed|s)|weakened|eased|tanked"
)
_BY = (
    r"\s(?:by\s|another\s|as\smuch\sas\s|a\s(?:further\s|total\s|record\s|sharp\s)?"
    r"|an\s(?:additional\s|average\s)?|some\s"
    r"|about\s|around\s|nearly\s|almost\s|more\sthan\s|at\sleast\s|just\s(?:over\s"
    r"|under\s)?|over\s|only\s|roughly\s|under\s|between\s|up\sto\s|the\s)*$"
)
_QUALIFIED_BY = r"(?:(?:about|around|nearly|almost|more\sthan|at\sleast|over|only|up\sto|a|an)\s)*"
_NOUN_OF = r"(?:\s(?:in\s[\w\s]{2,30})?of)"
_RISE_BEFORE = re.compile(
    rf"\b(?:(?:{_RISE}){_BY}|(?:increase|rise|jump|gain|growth|surge|hike|boost){_NOUN_OF}{_BY})",
    re.IGNORECASE,
)
_FALL_BEFORE = re.compile(
    rf"\b(?:(?:{_FALL}){_BY}|(?:decrease|fall|drop|decline|cut|loss|reduction"
    rf"|slump){_NOUN_OF}{_BY})",
    re.IGNORECASE,
)
_RISE_BEHIND = re.compile(
    r"[\s-](?:\w+\s){0,1}(?:rise|increase|jump|gain|growth|surge|hike|boost|higher|more"
    r"|improvement|rally|upswing|larger|bigger|dearer|stronger|faster|longer|costlier|wider)\b",
    re.IGNORECASE,
)
_FALL_BEHIND = re.compile(
    r"[\s-](?:\w+\s){0,1}(?:fall|drop|decline|decrease|cut|reduction|slump|lower|plunge"
    r"|fewer|less|slide|dip|downturn|smaller|cheaper|weaker|slower|shorter|narrower|poorer)\b",
    re.IGNORECASE,
)

# "raised the price of a loaf by", "put its main rate up by": what is moved stands between.
_MOVED = r"\s(?:the|its|his|her|their|a)\s(?:[\w’'-]+\s){1,7}?"
_RAISED_BEFORE = re.compile(
    rf"\b(?:rais(?:ed|es|ing|e)|increas(?:ed|es|ing|e)|lift(?:ed|s|ing)?|boost(?:ed|s|ing)?"
    rf"|push(?:ed|es|ing)?){_MOVED}by\s{_QUALIFIED_BY}$"
    rf"|\bput(?:s|ting)?{_MOVED}up\sby\s{_QUALIFIED_BY}$",
    re.IGNORECASE,
)
_LOWERED_BEFORE = re.compile(
    rf"\b(?:cut(?:s|ting)?|lower(?:ed|s|ing)?|reduc(?:ed|es|ing|e)|slash(?:ed|es|ing)?"
    rf"|trim(?:med|s|ming)?){_MOVED}by\s{_QUALIFIED_BY}$",
    re.IGNORECASE,
)
_LOSS_BEFORE = re.compile(rf"\bloss{_NOUN_OF}{_BY}", re.IGNORECASE)
_SAME_BEFORE = re.compile(r"\b(?:unchanged|steady|flat|stable)\s(?:at|on)\s$", re.IGNORECASE)
_FINE = frozenset(("day", "week", "month", "year"))
_COMPARED = re.compile(
    r"\b(?:from|than|since|versus|against|compared\s(?:with|to))\s(?:\w+\s){0,3}(?:in\s"
    r"|on\s|at\s|the\s)*$"
)
# "74 per cent, up from 70 four years ago": the day is the old level's.
_OLD_LEVEL = re.compile(r"\b(?:(?:up|down|rose|fell) from|compared with)[\w\s]*\d[^,;]*$")
OLD_LEVEL_REACH = 8  # characters: "from 14" holds for another day than the rest of its sentence
WHEN_REACH = 80  # characters between a figure and the date that it holds for


def is_rough(text: str, start: int, quantity: Quantity) -> bool:
    """Return whether the text gives the figure as rough or as a bound: "about", "at least"."""
    before = text[max(start, quantity.start - 28) : quantity.start]
    return (
        quantity.vague
        or bool(_ROUGH_BEFORE.search(before))
        or bool(_ROUGH_BEHIND.match(text, quantity.end))
    )


def change_told(text: str, start: int, end: int, quantity: Quantity) -> Change | None:
    """Return whether the figure is itself the size of a rise or a fall, None where it is a level.

    "rose 5 percent to 19 million": the first is a rise, the second is a level. "same" only for a
    level that is told to have stayed.
    """
    before = text[max(start, quantity.start - 60) : quantity.start]
    if _LOSS_BEFORE.search(before) and is_currency(quantity.unit or ""):
        return None  # a sum by itself, not what another sum fell by
    if _SAME_BEFORE.search(before):
        return "same"
    if (quantity.noun or quantity.unit is None) and not before.endswith(" by "):
        return None
    if quantity.sign and quantity.unit == "percent":
        return "rise" if quantity.sign == "+" else "fall"
    if _RISE_BEFORE.search(before) or _RAISED_BEFORE.search(before):
        return "rise"
    if _FALL_BEFORE.search(before) or _LOWERED_BEFORE.search(before):
        return "fall"
    stop = min(end, quantity.end + 40)
    if _RISE_BEHIND.match(text, quantity.end, stop):
        return "rise"
    return "fall" if _FALL_BEHIND.match(text, quantity.end, stop) else None


_GOES_ON = re.compile(r",\s(?:up|down|an?|with|rising|falling|compared|and|or)\b")


def _is_aside(text: str, quantity: Quantity, time: TimeMention) -> bool:
    """Return whether a date stands in a clause of its own: "which began on 3 March, has cost"."""
    between = text[time.span.end : quantity.start]
    if "," not in between or _GOES_ON.match(between):
        return False
    before = text[max(0, time.span.start - 40) : time.span.start]
    opening = re.split(r"[.!?]\s|\n", before)[-1]
    return len(opening.split()) > 3


_STRETCH = re.compile(r"\s(?:and|to|until)\s|\s?[–-]\s?")
_FROM = re.compile(r"\b(?:between|from)\s$", re.IGNORECASE)


def _ends_a_stretch(text: str, time: TimeMention, times: Sequence[TimeMention]) -> bool:
    """Return whether a date is where a stretch of time begins or ends: "between 2017 and 2021"."""
    ends = [
        (one, other)
        for one in times
        for other in times
        if _STRETCH.fullmatch(text, one.span.end, max(one.span.end, other.span.start))
    ]
    return any(time in pair and _FROM.search(text[: pair[0].span.start]) for pair in ends)


_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=T)")


def _held_for(time: TimeMention) -> str | None:
    """Return the day, week, month or year that a time names: of "Tuesday night" the day."""
    if time.type == "TIME":
        day = _FULL_DAY.match(time.value)
        return day[0] if day else None
    fine = time.type == "DATE" and time.granularity in _FINE and time.value[:4].isdigit()
    return time.value if fine else None


_TELLS_MORE = re.compile(r"\band\s(?:was|were|is|are|will|would|has|had|may|might|must)\s")
_GOES_ON_TO_TELL = re.compile(r"\s(?:were|was|have|has|had|are|is|will|would)\s[a-z]")


def date_of(text: str, quantity: Quantity, times: Sequence[TimeMention]) -> str | None:
    """Return the day, week, month or year that the figure holds for, None where none is told.

    The nearest date of its sentence, unless that only gives what is compared with ("from 2022") or
    is one end of a stretch of time ("37 payments between 2017 and 2021"), or only says which ones
    are counted ("seven people who were seized in May | have been freed"), or is of something told
    besides ("employs 310 people and was to be closed in 2028").
    """
    best: tuple[int, str] | None = None
    old = text[max(0, quantity.start - 5) : quantity.start] == "from "
    for time in times:
        told = _held_for(time)
        if told is None:
            continue
        if _is_aside(text, quantity, time) or _ends_a_stretch(text, time, times):
            continue
        behind = time.span.start >= quantity.end
        first, last = (quantity, time.span) if behind else (time.span, quantity)
        between = text[first.end : last.start]
        if behind and (
            _GOES_ON_TO_TELL.match(text, time.span.end)
            or _OLD_LEVEL.search(between)
            or _TELLS_MORE.search(between)
        ):
            continue
        if old and not 0 <= time.span.start - quantity.end < OLD_LEVEL_REACH:
            continue
        if len(between) > WHEN_REACH or re.search(r"[;:]\s|\.\s[A-Z]", between):
            continue
        if _COMPARED.search(text[max(0, time.span.start - 30) : time.span.start]):
            continue
        if best is None or len(between) < best[0]:
            best = (len(between), told)
    return best[1] if best else None

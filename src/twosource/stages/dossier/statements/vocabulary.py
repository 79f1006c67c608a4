"""Know words that reporters exchange when they retell what somebody said, and their opposites."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from twosource.stages.dossier.telling.concepts import concept_of

LEAST_ROOT = 5  # letters that must be left: "station" is not the "stat" of "state"

# One line per thing, as in telling/concepts and added to it: words that in two reports of a
# happening would tell too little meet here, where one speaker is known to have said them.
_TABLE = """
give: gift present presents donation donations donates
reserve: reserve reserves stockpile stockpiles
device: unit units device devices machine machines machinery equipment appliance appliances
team: team teams crews squad
plant: plant plants factory factories works
port: port ports harbour harbours harbor harbors
network: network networks grid grids
car: car cars vehicle vehicles
lorry: lorry lorries truck trucks
house: house houses building buildings
last: last final
bad: bad badly poor poorly
omit: skip skipped omit omitted
mild: lenient mild
sentence: sentence sentences sentenced punishment punished
offer: offer offers offered bid bids
demand: demand demands demanded insist insisted
ask: ask asks asked request requests requested
retire: retire retired retires retiring retirement
sorry: sorry apologise apologised apologises apologize apologized apology
eat: eat eats ate eaten consume consumes consumed consumption
help: help helps helped assist assists assisted assistance aid
build: build builds built construct constructed construction manufacture manufactured
tell: inform informed notify notified
hire: hire hired hires hiring recruit recruited recruits
carry: carry carried transport transported move moved moving
ride: ride rode travel travels travelled traveled accompany accompanied escort
fund: fund funds funded funding finance financed
doctor: doctor doctors physician physicians medic medics
ill: ill sick
pupil: pupil pupils student students
jury: jury juror jurors
lawyer: lawyer lawyers attorney attorneys counsel
proof: evidence proof
drug: drug drugs substance substances
newspaper: newspaper newspapers papers press
coach: coach coaches manager managers
match: match matches game games
error: error errors mistake mistakes mistaken
silent: muted mute silent silenced silence
steering: rudder steering helm
soldier: personnel
paperwork: paperwork form forms document documents
route: route routes path paths slot slots track tracks
centre: centre centres center centers hub
law: law laws legislation
parliament: parliament lawmakers deputies mps congress
wage: wage wages salary salaries
post: job post posts
profit: profit profits earnings
revenue: revenue revenues turnover
shareholder: shareholder shareholders investor investors
customer: customer customers client clients
result: result results outcome
hard: difficult hard tough
fast: fast quick quickly swift swiftly
soon: soon shortly
large: large big huge
below: beneath under underneath below
rear: rear back
rise: raise raises raised raising
fall: cut cuts cutting reduce reduces reduced reduction shrinks
open: open opens opened opening reopen reopened reopens
close: shuts
finish: ends stop stops stopped
approve: accept accepts accepted allow allows allowed permit permitted
reject: oppose opposes opposed ban bans banned forbid
win: win wins won winning victory
lose: lose loses losing defeat defeated
safe: safe safely harmless
danger: unsafe dangerous danger risky
guilt: guilty guilt wrongdoing
innocence: innocent innocence
true: true correct accurate
false: false untrue incorrect inaccurate
likely: likely probable
unlikely: unlikely improbable
legal: legal lawful
illegal: illegal unlawful
strong: strong stronger
weak: weak weaker
"""

# Two ends of one line: "not" turns one into the other, so that "no school opens" is "all stay
# closed". Words of two meanings are left out ("left", "right"): a saying would be torn in two.
_OPPOSITES = """
    rise/fall open/close begin/finish approve/reject win/lose safe/danger guilt/innocence true/false
    likely/unlikely possible/impossible legal/illegal strong/weak working/broken buy/sell
"""

# Verbs of two words, and the one that says the same.
_PHRASES = """
resign: step down, steps down, stepped down, stepping down
redundancies: lay off, lays off, laid off, laying off, lose their jobs, lost their jobs
reject: turn down, turns down, turned down, vote down, voted down
cancel: call off, calls off, called off
delay: put off, puts off
hire: take on, takes on, taken on, taking on
strike: walk out, walks out, walked out
omit: leave out, left out
exhaust: use up, used up, run out, ran out
broken: out of operation, out of order, out of action, broken down, broke down
close: shut down, shuts down
innocent: done nothing wrong, did nothing wrong, do nothing wrong, not guilty
"""

# Forms that no ending tells; those that mean something else too ("left", "felt") are left out.
_IRREGULAR = """
see saw seen; come came; take took taken; know knew known; go went gone; do did done; make made;
speak spoke spoken; write wrote written; hear heard; think thought; bring brought; hold held;
run ran; send sent; spend spent; pay paid; stand stood; fight fought; break broke broken;
choose chose chosen; drive drove driven; fly flew flown; freeze froze frozen; hide hid hidden;
shoot shot; sink sank sunk; steal stole stolen; swear swore sworn; swim swam swum; teach taught;
tear tore torn; throw threw thrown; wear wore worn; find found; catch caught; become became;
forget forgot forgotten; forgive forgave forgiven; get got gotten; keep kept; lead led; meet met;
sleep slept; strike struck; understand understood; bear bore borne; build built; burn burnt;
draw drew drawn; drink drank drunk; eat ate eaten; feed fed; flee fled; ring rang rung; sit sat;
shake shook shaken; sing sang sung; slide slid; spin spun; stick stuck; sweep swept; wake woke
woken; withdraw withdrew withdrawn
"""

_ENDINGS = (
    "ations", "ation", "ments", "ment", "ions", "ion", "ances", "ance", "ences", "ence", "ity",
    "ers", "er", "ors", "or", "ives", "ive", "als", "al", "ly", "ed", "ing", "es", "e", "s",
)  # fmt: skip


@lru_cache(maxsize=100_000)
def meaning_of(form: str) -> tuple[str, int]:
    """Return what a folded word stands for, and at which end: 1, -1, or 0 for no opposite.

    A word no table knows stands for its root: "contribution" and "contribute" meet.
    """
    concept = _table().get(form) or concept_of(form)
    return _ends().get(concept) or (_root(concept), 0)


def one_worded(text: str) -> str:
    """Return a text in which a verb of two words is the one that says the same."""
    return _two_worded().sub(lambda found: _one_word()[found.group().lower()], text)


def _root(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST_ROOT:
            left = word.removesuffix(ending)
            doubled = ending in ("ed", "ing") and left[-1] == left[-2] and left[-1] not in "ls"
            return left[:-1] if doubled else left
    return word


@cache
def _table() -> dict[str, str]:
    found = {
        form: forms[0]
        for each in _IRREGULAR.split(";")
        for forms in [each.split()]
        for form in forms
    }
    lines = (line.split(": ") for line in _TABLE.strip().splitlines())
    return found | {word: name for name, words in lines for word in words.split()}


@cache
def _ends() -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    for pair in _OPPOSITES.split():
        one, other = pair.split("/")
        found |= {one: (one, 1), other: (one, -1)}
    return found


@cache
def _one_word() -> dict[str, str]:
    lines = (line.split(": ") for line in _PHRASES.strip().splitlines())
    return {phrase: word for word, phrases in lines for phrase in phrases.split(", ")}


@cache
def _two_worded() -> re.Pattern[str]:
    phrases = "|".join(sorted(_one_word(), key=len, reverse=True))
    return re.compile(rf"\b(?:{phrases})\b", re.IGNORECASE)

"""Read words as what they stand for in news: "killed", "death" and "fatalities" are one thing."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from twosource.places import country_of, demonym_of
from twosource.text.normalize import fold, read_words, stem
from twosource.text.weights import weight

RAREST = 8.7  # the most that `weight` gives
NUMBER_WEIGHT = 0.4  # "tank 7": digits are common, the same ones in two sentences are not
LEAST_WEIGHT = 0.05  # common words tell little, but two sentences that share many are alike

# One line per thing told: its name, then the words reporters use for it. English; words of other
# languages stand for themselves. Wide words ("hit", "lost", "case") are left out: they tell little.
_TABLE = """
dead: dead die died dies dying death deaths kill killed kills killing fatality fatalities fatal
    fatally perished perish lives toll deadly
injured: injured injure injures injuring injury injuries hurt wounded wounding wounds casualties
hospital: hospital hospitals hospitalised hospitalized clinic clinics
missing: missing unaccounted
evacuated: evacuated evacuate evacuates evacuating evacuation evacuations evacuees
rescued: rescued rescue rescues rescuing saved winched
arrested: arrested arrest arrests arresting detained detain detains detention custody
displaced: displaced displacement homeless
infected: infected infection infections cases sickened
aboard: aboard onboard passenger passengers travellers travelers crew
destroyed: destroyed destroy destroys destruction demolished gutted
damaged: damaged damage damages damaging
laidoff: redundancies redundancy layoffs jobs
aground: aground grounded grounding reef rocks stranded
collision: collision collide collided crash crashed crashes
vessel: vessel vessels ship ships ferry ferries boat boats
explosion: explosion explosions blast blasts explode exploded exploding detonated
fire: fire fires blaze flames inferno ablaze burned burnt burning
firefighter: firefighter firefighters firemen fireman
resign: resign resigned resigns resigning resignation quit quits
dismiss: sacked dismissed ousted firing
agree: agree agreed agrees agreeing agreement deal deals accord pact treaty
sign: sign signed signs signing signature
rise: rise rose risen rises rising increase increased increases increasing climb climbed climbs
    grew grow growth grown jump jumped jumps surge surged soared soar higher gain gained
fall: fall fell fallen falls falling drop dropped drops decline declined declines decrease
    decreased shrank shrink shrunk slump slumped plunge plunged lower lowered
begin: begin began begun begins beginning start started starts starting launch launched
finish: finish ended end ends concluded conclude
approve: approve approved approves approval adopted adopt passed
reject: reject rejected rejects refuse refused refuses refusal
attack: attack attacked attacks shelling shelled raid raids airstrike airstrikes strike strikes
vote: vote voted votes voting ballot ballots
buy: buy bought buys purchase purchased acquire acquired acquisition takeover
sell: sell sold sells sale sales
invest: invest invested investment investments
leak: leak leaked leaking leaks spill spilled spilling spillage
close: close closed closes closing closure shut shutdown
delay: delay delayed delays postponed postpone postponement
cancel: cancel cancelled canceled cancels cancellation scrapped
investigate: investigate investigated investigating investigation investigations investigators
    probe probes inquiry enquiry
storm: storm storms hurricane cyclone typhoon gale gales
flood: flood floods flooded flooding
quake: earthquake earthquakes quake quakes tremor tremors
warn: warn warned warns warning warnings
export: export exports exported exporting shipments shipped
import: import imports imported
trade: trade trading commerce
loan: loan loans borrowing
worker: worker workers employee employees staff
soldier: soldier soldiers troops servicemen
child: child children kids minors
police: police policemen officers
minister: minister ministers
prime: premier
accident: accident accidents mishap
engine: engine engines motor
valve: valve valves
maintain: maintenance servicing overhaul inspected inspection inspections
meet: meet met meets meeting meetings talks summit
visit: visit visited visits visiting trip
sanction: sanction sanctions sanctioned embargo
ceasefire: ceasefire truce armistice
weapon: weapon weapons arms munitions
interest: interest rates
price: price prices pricing cost costs
percent: percent percentage pct
company: company companies firm firms
household: household households home homes
power: power electricity outage outages blackout blackouts
resident: resident residents inhabitants
cause: cause caused causes causing trigger triggered
send: send sends sent sending dispatch dispatched
give: give gives given gave donate donated donates gift
load: load loads loaded loading
suspend: suspend suspended suspends halt halted suspension
rescuecraft: helicopter helicopters lifeboat lifeboats
"""

# What befalls people and things: a count without one of these is a count of something else.
OUTCOMES = (
    "dead", "injured", "hospital", "missing", "evacuated", "rescued", "arrested", "displaced",
    "infected", "destroyed", "damaged", "laidoff",
)  # fmt: skip
WEAK_OUTCOMES = ("aboard",)  # says of whom, where nothing is said of what befell them

# Words without weight in a claim, beyond what background frequencies say.
_STOP = """
    a an the of in on at to for from by with and or but as is are was were be been has have had will
    would could should may might it its he she they his her their them him who which that this these
    those there here when where while after before since until than then also not no more most about
    around some any all both each other such only just said says say told according monday tuesday
    wednesday thursday friday saturday sunday today yesterday tomorrow morning afternoon evening
    night hours mr mrs ms s t into over under out up down off near least nearly almost early late
    new
"""
STOP = frozenset(fold(word) for word in _STOP.split())

_CAPITALISED = re.compile(r"\b[^\W\d_a-zà-ÿ][^\W\d_]*(?:\.[^\W\d_])*(?:['’-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")


@lru_cache(maxsize=100_000)
def concept_of(word: str) -> str:
    """Return the thing a folded word stands for; a word no table knows stands for its stem."""
    return _table().get(word) or _table().get(stem(word)) or stem(word)


def concepts_in(text: str) -> tuple[str, ...]:
    """Return what the words of a text stand for, in reading order, without those of no weight."""
    return tuple(concept_of(form) for form in read_words(text).forms if form not in STOP)


def weighed(text: str) -> dict[str, float]:
    """Return what the words of a text stand for, each with how much it tells, 0 to 1.

    The rarest of the words that stand for a thing gives its weight; numbers tell as rare words do.
    """
    found: dict[str, float] = {}
    for form in read_words(text).forms:
        if form not in STOP:
            concept = concept_of(form)
            tells = NUMBER_WEIGHT if form.isdigit() else weight(form) / RAREST
            found[concept] = max(found.get(concept, LEAST_WEIGHT), tells)
    return found


def with_countries(words: str) -> str:
    """Return words with a mark for every country, so that "Americans" and "U.S." are one."""
    marks = {_country(each) for each in _CAPITALISED.findall(words)}
    return " ".join([words, *sorted(mark for mark in marks if mark)])


@lru_cache(maxsize=20_000)
def _country(word: str) -> str:
    bare = _POSSESSIVE.sub("", word)
    code = country_of(bare) or demonym_of(bare) or demonym_of(bare.removesuffix("s"))
    return f"country{fold(code)}" if code else ""


@cache
def _table() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _TABLE.strip().replace("\n    ", " ").splitlines():
        name, words = line.split(": ")
        for word in words.split():
            found[fold(word)] = name
    return found


# Said of a group as a whole; other nouns ("children", "firefighters") tell of a part of it.
_ANYBODY = "people person others victims civilians lives toll dead live one bodies"
ANYBODY = frozenset(concept_of(fold(word)) for word in _ANYBODY.split())

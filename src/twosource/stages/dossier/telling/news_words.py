"""Know the words of news that tell one thing: "killed", "death" and "fatalities" are one."""

from __future__ import annotations

from functools import cache

from twosource.text.normalize import fold, stem

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


def told_by(form: str) -> str:
    """Return the thing that a folded word tells; "" for one that is in no line of the table."""
    return _table().get(form) or _table().get(stem(form)) or ""


@cache
def _table() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _TABLE.strip().replace("\n    ", " ").splitlines():
        name, words = line.split(": ")
        for word in words.split():
            found[fold(word)] = name
    return found

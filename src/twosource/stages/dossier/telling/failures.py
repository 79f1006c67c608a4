"""Read that a part of a machine failed: "lost power in both engines", "the engines stopped"."""

from __future__ import annotations

import re

NEAR_WORDS = 5  # between the part and the word that it failed

# What in a machine, plant or network can fail, by the words for it. Whole words only.
_PARTS = {
    "engine": "engine engines motor motors propulsion",
    "steering": "steering rudder rudders helm",
    "brake": "brake brakes braking",
    "power": "generator generators transformer transformers substation grid",
    "pump": "pump pumps pumping",
    "cooling": "cooling coolant chiller",
    "gear": "gearbox gears undercarriage",
    "signal": "signal signals signalling signaling interlocking",
    "cable": "cable cables rope ropes",
    "valve": "valve valves",
    "alarm": "alarm alarms siren sirens sprinklers",
    "radar": "radar transponder sonar",
    "server": "server servers software database",
}
_FAILED = frozenset(
    """fail fails failed failing failure failures stop stops stopped stopping quit lost lose loses
    losing loss died dying dead broke broken breakdown gave jammed jam seized malfunction
    malfunctioned malfunctions conked stalled stall outage""".split()
)
_PART_OF = {word: part for part, words in _PARTS.items() for word in words.split()}
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_PARTS = re.compile(r"[.;:!?]")


def failed_parts(words: str) -> frozenset[str]:
    """Return which parts words tell to have failed, in whatever words; empty where none.

    Part and failure must stand within a few words of each other in one clause.
    """
    found = set()
    for clause in _SENTENCE_PARTS.split(words.lower()):
        forms = _WORD.findall(clause)
        failures = [place for place, form in enumerate(forms) if form in _FAILED]
        for place, form in enumerate(forms):
            part = _PART_OF.get(form)
            if part and any(abs(place - other) <= NEAR_WORDS for other in failures):
                found.add(part)
    return frozenset(found)

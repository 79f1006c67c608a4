"""Show how well a claim is carried as a row of dots that reads in black and white too."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model.cited import Label

MOST_DOTS = 8  # more cannot be counted at a glance; the rest is written as "+4"
FILLED, HOLLOW = "●", "○"

MEANING = (
    f"{FILLED} a report with an informant of its own; "
    f"{HOLLOW} a report that adds no further informant, or names none."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dots:
    """One dot a report: filled for each that brings an informant of its own."""

    filled: int
    hollow: int
    more: int = 0  # reports that are not drawn

    def __str__(self) -> str:
        rest = f" +{self.more}" if self.more else ""
        return FILLED * self.filled + HOLLOW * self.hollow + rest


def dots(label: Label) -> Dots:
    """Return the dots of a label.

    Corroborated: one filled for each report counted. One informant in several reports: one filled,
    the others hollow, for they repeat it. Informant not stated: all hollow. Copies have no dot.
    """
    if label.kind == "corroborated":
        filled = min(label.reports, label.informants)
    else:
        filled = min(label.reports, label.informants, 1)
    drawn = min(label.reports, MOST_DOTS)
    filled = min(filled, drawn)
    return Dots(filled=filled, hollow=drawn - filled, more=label.reports - drawn)

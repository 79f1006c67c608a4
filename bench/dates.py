"""Set the dates beside dateparser: values of the DATEs of TempEval-3, and articles per CPU-second.

`python -m bench.dates`. dateparser is given what it can use: its own search over the text, past
dates preferred, the day the article was written as base. It answers whole days; its answer is cut
to the gold's fineness (year, month, week), so that it is not blamed for being more exact.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from quality.dates import read_rows, times_of
from quality.gate import DATA
from twosource.text.calendar import week_value

Found = tuple[int, int, str, datetime | None]
"""Start, end, value as told, and the day where only a day is answered."""
Reader = Callable[[Mapping[str, Any]], Sequence[Found]]


def main() -> None:
    """Print a line of figures for each reader."""
    rows = read_rows(DATA)
    print(f"{'reader':<12} {'DATE found':>11} {'value right':>12} {'articles/CPU-s':>15}")
    for name, reader in (("twosource", _ours), ("dateparser", _dateparser)):
        reader(rows[0])  # tables and libraries load outside the clock
        started = time.process_time()
        found = [reader(row) for row in rows]
        seconds = time.process_time() - started
        hits, right, total = _counts(rows, found)
        print(
            f"{name:<12} {hits / total:>11.3f} {right / total:>12.3f} {len(rows) / seconds:>15.1f}"
        )


def _counts(
    rows: Sequence[Mapping[str, Any]], found: Sequence[Sequence[Found]]
) -> tuple[int, int, int]:
    hits = right = total = 0
    for row, times in zip(rows, found, strict=True):
        for gold in (each for each in row["timex"] if each["type"] == "DATE"):
            touching = [t for t in times if t[0] < gold["end"] and gold["start"] < t[1]]
            total += 1
            hits += bool(touching)
            right += any(_is_right(gold["value"], time) for time in touching)
    return hits, right, total


def _is_right(gold: str, found: Found) -> bool:
    _, _, value, day = found
    if day is None:
        return value == gold
    forms = {day.date().isoformat(), f"{day:%Y-%m}", f"{day:%Y}", week_value(day.date())}
    return gold in forms or (gold == "PRESENT_REF" and day.date().isoformat() == value)


def _ours(row: Mapping[str, Any]) -> Sequence[Found]:
    return [(t.span.start, t.span.end, t.value, None) for t in times_of(row)]


def _dateparser(row: Mapping[str, Any]) -> Sequence[Found]:
    from dateparser.search import search_dates

    base = datetime.fromisoformat(row["created"])
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    found: list[Found] = []
    at = 0
    for words, day in search_dates(row["text"], languages=["en"], settings=settings) or ():
        start = row["text"].find(words, at)
        if start >= 0:
            at = start + len(words)
            found.append((start, at, base.date().isoformat(), day))
    return found


if __name__ == "__main__":
    main()

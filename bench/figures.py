"""Set the figures beside quantulum3: values and units found, and texts per CPU-second.

`python -m bench.figures`. Both read the sentences of `figures-newsquant-even` and are paired with
the gold by the same rules (`quality/figures.py`); quantulum3's unit names go through a table of
its own, so that its units count wherever it means the gold's. It runs without its classifier of
ambiguous units, whose bundled file current scikit-learn cannot load.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from typing import Any

from quality.figures import NEWSQUANT, figures_of, match
from quality.gate import DATA
from twosource.model.annotated import Figure
from twosource.model.identity import Span
from twosource.text.units import english_units

Reader = Callable[[str], Sequence[Figure]]

# quantulum3's names where they are not found among our units' words.
THEIRS = {
    "dimensionless": None,
    "percentage": "percent",
    "per cent": "percent",
    "dollar": "USD",
    "united states dollar": "USD",
    "australian dollar": "AUD",
    "canadian dollar": "CAD",
    "hong kong dollar": "HKD",
    "pound sterling": "GBP",
    "euro": "EUR",
    "japanese yen": "JPY",
    "malaysian ringgit": "MYR",
    "israeli new shekel": "ILS",
    "degree celsius": "celsius",
    "degree fahrenheit": "fahrenheit",
    "degree angle": "degree",
    "pound-mass": "pound",
    "count": "times",
    "year": "year",
}


def main() -> None:
    """Print a line of figures for each reader."""
    rows = [json.loads(line) for line in (DATA / NEWSQUANT).read_text("utf-8").splitlines()]
    print(f"{'reader':<12} {'value F1':>9} {'with unit':>10} {'sentences/CPU-s':>16}")
    for name, reader in (("twosource", figures_of), ("quantulum3", _quantulum)):
        reader(rows[0]["text"])  # tables and libraries load outside the clock
        print(f"{name:<12} {_scores(rows, reader)}")


def _scores(rows: Sequence[dict[str, Any]], reader: Reader) -> str:
    started = time.process_time()
    found = [reader(row["text"]) for row in rows]
    seconds = time.process_time() - started
    right = with_unit = total = 0
    for row, figures in zip(rows, found, strict=True):
        matched = match(row["text"], row["quantities"], figures)
        right += len(matched.right)
        with_unit += sum(unit for _, _, unit in matched.right)
        total += 2 * len(matched.right) + len(matched.missed) + len(matched.spurious)
    speed = len(rows) / seconds
    return f"{2 * right / total:>9.3f} {2 * with_unit / total:>10.3f} {speed:>16.0f}"


def _quantulum(text: str) -> tuple[Figure, ...]:
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False  # its bundled model does not load under today's scikit-learn
    return tuple(_as_figure(each) for each in parser.parse(text))


def _as_figure(quantity: Any) -> Figure:
    """Return a quantity of quantulum3 as a figure; it tells a range by middle and half width."""
    spread = quantity.uncertainty or 0.0
    start, end = quantity.span
    return Figure(
        span=Span(start=max(0, start), end=end),
        value=float(quantity.value - spread),
        high=float(quantity.value + spread) if spread else None,
        unit=_unit(quantity.unit.name),
    )


def _unit(name: str) -> str | None:
    if name in THEIRS:
        return THEIRS[name]
    above, per, below = name.partition(" per ")
    if per:
        return f"{_unit(above)}/{_unit(below)}"
    return english_units().names.get(name, name)


if __name__ == "__main__":
    main()

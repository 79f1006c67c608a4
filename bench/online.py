"""Bring sets of events through a store, as `twosource add` links them, and measure the stories.

`python -m bench.online`. B-cubed of what stands in the store at the end, articles whose story
changed from batch to batch, per article, and CPU-seconds: whole, cut into batches of 50, and
beside it what deciding all pairs of the set at one stroke gives, what is copied being the same.
The undated sets in orders by chance too: `python -m quality.gate online`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quality.events import Labelled, labelled
from quality.gate import DATA
from quality.online import WHOLE, Brought, brought, undated_rows
from quality.partitions import bcubed
from quality.stories import ECB, GIVEME, stories_of
from quality.streams import SEASONS, SEED, mixed, stories_in, streamed

BATCH = 50


def main() -> None:
    """Print lines for each set: brought whole, in batches, and decided at one stroke."""
    for name in (GIVEME, ECB):
        for dates, rows in (
            ("undated", undated_rows(name, DATA)),
            ("dated", labelled(DATA / name)),
        ):
            found = _tell(f"{name[:-9]}, {dates}", rows, WHOLE)
            _beside(rows, stories_of([row.article for row in rows], found.copies))
    for season, days in SEASONS.items():
        rows = tuple(streamed(mixed(DATA), days, SEED))
        found = _tell(f"stream, {season}", rows, WHOLE)
        _tell(f"stream, {season}, by {BATCH}", rows, BATCH)
        _beside(rows, stories_in(rows, found.copies))


def _tell(what: str, rows: Sequence[Labelled], batch: int) -> Brought:
    found = brought(rows, batch)
    print(
        f"{what:<36} {_figures(rows, found.stories)}  "
        f"{found.moved:.3f} changes per article  {found.seconds:.1f} CPU-s",
        flush=True,
    )
    return found


def _beside(rows: Sequence[Labelled], found: Mapping[str, int]) -> None:
    print(f"{'  at one stroke':<36} {_figures(rows, found)}", flush=True)


def _figures(rows: Sequence[Labelled], found: Mapping[str, object]) -> str:
    truth = {str(row.article.article.id): row.event for row in rows}
    precision, recall, f1 = bcubed(truth, found)
    return f"F1 {f1:.3f} P {precision:.3f} R {recall:.3f}"


if __name__ == "__main__":
    main()

"""Write which report carries which claim as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from twosource.exports.hostile import shown
from twosource.exports.reading import Reading
from twosource.model.dossier import Dossier
from twosource.protocols import Export

COLUMNS = ("claim_id", "claim", "report", "outlet", "state", "why", "words", "url", "published")

# A spreadsheet runs a cell that begins with one of these as a formula.
FORMULA_STARTS = ("=", "+", "-", "@")


def write_csv(dossier: Dossier) -> bytes:
    """Return the left-out table, one line for each claim and report, in RFC 4180 CSV.

    A dossier without the table gives the heading alone. Texts that a spreadsheet would run as a
    formula have an apostrophe in front.
    """
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    table.writerows(_rows(dossier))
    return out.getvalue().encode()


def _rows(dossier: Dossier) -> Iterator[tuple[str, ...]]:
    reading = Reading(dossier)
    for omission in dossier.left_out:
        for cell in omission.cells:
            cited = cell.citation
            published = cited.published if cited else None
            yield tuple(
                _inert(value)
                for value in (
                    omission.claim,
                    reading.row_words(omission),
                    cell.report,
                    reading.outlet(cell.outlet),
                    cell.state,
                    cell.why,
                    cited.words if cited else "",
                    cited.url if cited else "",
                    published.isoformat() if published else "",
                )
            )


def _inert(value: str) -> str:
    words = shown(value)
    return f"'{words}" if words.startswith(FORMULA_STARTS) else words


CSV = Export(name="csv", media_type="text/csv; charset=utf-8", suffix=".csv", write=write_csv)

"""Write the page that leads to the pages of many stories."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.exports.html import environment
from twosource.model.dossier import Dossier


def write_index(dossiers: Sequence[Dossier]) -> bytes:
    """Return an HTML page with headline, tally and day of each story, the newest first.

    Each leads to "<story>.html" beside it. Undated stories stand last.
    """
    ordered = sorted(dossiers, key=lambda each: each.story)
    ordered.sort(key=lambda each: each.as_of.isoformat() if each.as_of else "", reverse=True)
    return environment().get_template("index.html").render(dossiers=ordered).encode()

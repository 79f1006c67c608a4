"""Write a dossier as one web page that needs nothing else: no script, no font, no network."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from twosource.exports import phrases
from twosource.exports.changed_words import Piece, marked
from twosource.exports.citations import Numbers, each_once
from twosource.exports.dates import day_in_words, day_of, time_of
from twosource.exports.hostile import harmless, shown, web_address
from twosource.exports.lineage_drawn import drawn
from twosource.exports.lines_of_sources import again_words, kinds_of_copies
from twosource.exports.lines_told import (
    dial_words,
    flag_words,
    introduced,
    mentions_words,
    position_words,
    relation_words,
    said_words,
    why_not,
)
from twosource.exports.marks import MEANING, dots
from twosource.exports.outline import more_words, without_entry
from twosource.exports.reading import (
    Reading,
    by_form,
    cells_by_report,
    cells_by_state,
    columns_of,
    kind_of_copy,
)
from twosource.exports.storyline import stops, ties_told
from twosource.model.cited import Citation
from twosource.model.claimed import Carriage, Claim, Position
from twosource.model.dossier import Dossier, Statement, Wording
from twosource.model.identity import OutletId
from twosource.protocols import Export

LEAST_SHOWN = 6  # entries of a block that stand open; the rest is behind one line
MOST_SHOWN = 12  # the same, however many are told by several: a page is read in one go
MOST_COLUMNS = 9  # reports that a table shows side by side; more are listed by what they do
SURROUNDINGS = 160  # code points beside cited words; fewer mean that the text begins or ends there


def write_html(dossier: Dossier) -> bytes:
    """Return the dossier as one HTML page in UTF-8, with its style inside.

    All words of sources are escaped, only http and https addresses are linked, and the page's
    own security policy lets nothing be fetched or run.
    """
    page = environment().get_template("dossier.html")
    return page.render(page=Page(dossier), dossier=dossier).encode()


class Page:
    """What the templates ask of a dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self.reading = Reading(dossier)
        self.numbers = Numbers(dossier)
        self.copies = kinds_of_copies(self.reading)
        self.columns = columns_of(self.reading.left_out)
        self.missing = without_entry(self.reading)

    @property
    def claims_told(self) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
        """Return the claims that several reports tell, and those that one report alone tells."""
        claims = self.reading.dossier.claims
        several = tuple(each for each in claims if each.label.reports > 1)
        return several, tuple(each for each in claims if each.label.reports <= 1)

    def first_shown(self, entries: Sequence[Statement | Claim]) -> int:
        """Return how many entries stand open: up to the last that several reports carry."""
        return _standing_open(each.label.reports > 1 for each in entries)

    @property
    def has_table(self) -> bool:
        """Return whether the reports fit beside each other."""
        return len(self.columns) <= MOST_COLUMNS

    @property
    def first_compared(self) -> int:
        """Return how many figures stand open: up to the last that several outlets give."""
        return _standing_open(each.relation != "single" for each in self.reading.dossier.figures)

    def first_listed(self, entries: Sequence[object]) -> int:
        """Return how many of a list stand open; not folded for two or three."""
        return len(entries) if len(entries) <= MOST_SHOWN + 3 else MOST_SHOWN

    def before(self, citation: Citation) -> str:
        """Return the text in front of cited words; cut at a word, with "…", where more precedes."""
        if citation.span.start <= len(citation.before):
            return citation.before
        part, blank, rest = citation.before.partition(" ")
        return f"… {rest}" if blank else f"…{part}"

    def after(self, citation: Citation) -> str:
        """Return the text behind cited words; cut at a word, with "…", where more may follow."""
        if len(citation.after) < SURROUNDINGS:
            return citation.after
        rest, blank, part = citation.after.rpartition(" ")
        return f"{rest} …" if blank else f"{part}…"

    def pieces(self, wording: Wording, fullest: Wording) -> tuple[Piece, ...]:
        """Return a wording's words, the changed ones marked where it alters the fullest one."""
        if wording.relation != "altered":
            return (Piece(words=wording.text.text, changed=False),)
        return marked(fullest.text.text, wording.text.text)

    def known_from(self, position: Position) -> tuple[tuple[Carriage, ...], ...]:
        """Return a position's passages, those that know it alike from one name together.

        A sentence that gives two figures of one position is shown once.
        """
        groups: dict[tuple[object, ...], list[Carriage]] = {}
        stretches = {(c.citation.article, c.citation.span, c.stance): c for c in position.carriages}
        for each in stretches.values():
            who = each.informant
            why = "" if each.supports else each.why
            key = (who.kind == "unstated", who.name, each.stance, each.supports, why)
            groups.setdefault(key, []).append(each)
        return tuple(tuple(group) for group in groups.values())

    def also_in(self, outlets: tuple[OutletId, ...], shown_by: tuple[Citation, ...]) -> str:
        """Return the names of outlets that tell something and whose own stretch is not shown."""
        cited = {each.outlet for each in shown_by}
        names = self.reading.outlets(each for each in outlets if each not in cited)
        return phrases.listed(names)


def _standing_open(told_by_several: Iterable[bool]) -> int:
    """Return how many entries stand open: up to the last told by several, six to twelve."""
    several = [at for at, told in enumerate(told_by_several, start=1) if told]
    return min(MOST_SHOWN, max([LEAST_SHOWN, *several]))


@cache
def environment() -> Environment:
    """Return the templates, set so that nothing a source wrote can become markup."""
    made = Environment(
        loader=PackageLoader("twosource.exports"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "address": web_address,
        "day": day_of,
        "dots": dots,
        "folded": shown,
        "in_words": day_in_words,
        "minute": time_of,
    }
    made.globals |= {
        "by_form": by_form,
        "cells_by_report": cells_by_report,
        "cells_by_state": cells_by_state,
        "counted": phrases.counted,
        "dial_words": dial_words,
        "drawn": drawn,
        "each_once": each_once,
        "flag_words": flag_words,
        "introduced": introduced,
        "kind_of_copy": kind_of_copy,
        "again_words": again_words,
        "meaning": MEANING,
        "more_words": more_words,
        "mentions_words": mentions_words,
        "phrases": phrases,
        "position_words": position_words,
        "relation_words": relation_words,
        "said_words": said_words,
        "stops": stops,
        "ties_told": ties_told,
        "why_not": why_not,
    }
    return made


def _harmless(value: Any) -> Any:
    """Return what a template shows; markup of our own macros is left as it is."""
    return harmless(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


HTML = Export(name="html", media_type="text/html; charset=utf-8", suffix=".html", write=write_html)


def write_index(dossiers: Sequence[Dossier]) -> bytes:
    """Return an HTML page with headline, tally and day of each story, the newest first.

    Each leads to "<story>.html" beside it. Undated stories stand last.
    """
    ordered = sorted(dossiers, key=lambda each: each.story)
    ordered.sort(key=lambda each: each.as_of.isoformat() if each.as_of else "", reverse=True)
    return environment().get_template("index.html").render(dossiers=ordered).encode()

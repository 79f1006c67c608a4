"""Put into lines how the sources stand to each other: names, silence, lineage, themes, changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from twosource.exports.dates import day_in_words, day_of, time_of
from twosource.exports.hostile import shown, web_address
from twosource.exports.lines import Line, origin_words, sentence
from twosource.exports.phrases import counted, listed, quoted
from twosource.exports.reading import Reading, by_form, cells_by_state, kind_of_copy
from twosource.model.dossier import NamedBy, SourceEntry
from twosource.model.linked import OwnBackground
from twosource.model.storyline import RelatedStory


def naming_lines(reading: Reading) -> Iterator[Line]:
    """Yield each person, body or place and below it every form with the outlets that use it."""
    for naming in reading.dossier.names:
        yield Line(words=f"{shown(naming.name)} ({naming.kind})")
        for group in by_form(naming):
            outlets = ", ".join(form_words(form, reading) for form in group)
            cites = tuple(form.example for form in group)
            words = f"{quoted(shown(group[0].words))}: {outlets}"
            yield Line(words=words, depth=1, cites=cites)


def form_words(form: NamedBy, reading: Reading) -> str:
    """Return an outlet and, if more than once, how often it uses a form: "Norda (3 times)"."""
    times = f" ({form.count} times)" if form.count > 1 else ""
    return f"{reading.outlet(form.outlet)}{times}"


def left_out_lines(reading: Reading) -> Iterator[Line]:
    """Yield each claim and below it which reports carry it and which do not."""
    for omission in reading.left_out:
        yield Line(words=reading.row_words(omission))
        for state, why, cells in cells_by_state(omission):
            cites = tuple(cell.citation for cell in cells if cell.citation)
            told = f"{state}, {why}" if why else state
            yield Line(words=f"{told}: {reading.outlets_of(cells)}", depth=1, cites=cites)


def source_lines(reading: Reading) -> Iterator[Line]:
    """Yield each report and below it the copies made of it, with how they were known."""
    for report in reading.reports:
        if report.origin:
            yield Line(words=entry_words(report.origin, reading))
            yield from _entry_lines(report.origin, depth=1)
        else:
            yield Line(words=f"{report.name}: the report itself is not in this story")
        for copy in report.copies:
            of = f" of {shown(copy.of)}" if copy.of else ""
            overlap = f", {copy.overlap:.0%} alike" if copy.overlap else ""
            kind = f"{kind_of_copy(copy)}{of}{overlap}"
            yield Line(words=f"{entry_words(copy, reading)} · {kind}", depth=1)
            yield from _entry_lines(copy, depth=2)


def entry_words(entry: SourceEntry, reading: Reading) -> str:
    """Return an article's number, outlet, time, kind, country and owner."""
    outlet, number = entry.outlet, reading.dossier.sources.index(entry) + 1
    kind = "" if entry.kind == "unknown" else entry.kind.replace("_", " ")
    genre = "" if entry.genre in ("news", "unknown") else entry.genre
    angle = entry.angle or ""
    owner = f"owner {shown(outlet.owner)}" if outlet.owner else ""
    about = ", ".join(dict.fromkeys(filter(None, (kind, genre, angle, outlet.country, owner))))
    told = f"[{number}] {shown(outlet.name)}, {time_of(entry.published)}"
    return f"{told} ({about})" if about else told


def _entry_lines(entry: SourceEntry, depth: int) -> Iterator[Line]:
    yield Line(words=f"{quoted(shown(entry.headline))}{byline_words(entry)}", depth=depth)
    yield Line(words=web_address(entry.url) or shown(entry.url), depth=depth)
    for why in (*entry.why, *entry.notes):
        yield Line(words=shown(why), depth=depth, detail=why in entry.why)
    if entry.repeats:
        yield Line(words=shown(again_words(entry.repeats)), depth=depth)


def again_words(again: OwnBackground) -> str:
    """Return "repeats 7 of its 12 sentences from its outlet's own report of 3 March 2026 (“A”)"."""
    much = f"{again.sentences} of its {counted(again.of, 'sentence')}"
    headline = f" ({quoted(again.headline)})" if again.headline else ""
    return f"repeats {much} from its outlet's own report of {day_of(again.published)}{headline}"


def byline_words(entry: SourceEntry) -> str:
    """Return ", by A and B"; "" where the page names no author."""
    return f", by {listed(tuple(shown(each) for each in entry.byline))}" if entry.byline else ""


def perspective_lines(reading: Reading) -> Iterator[Line]:
    """Yield each theme with the sentences that show it, and the related stories."""
    for perspective in reading.dossier.perspectives:
        yield Line(words=shown(perspective.name))
        for text in perspective.evidence:
            yield sentence(text, depth=1)
            yield Line(words=origin_words(text, reading), depth=2)
        for related in perspective.related:
            yield Line(words=f"Related: {shown(related.headline)}{tie_words(related)}", depth=1)


def tie_words(related: RelatedStory) -> str:
    """Return when a related story was and whom it shares: " (3 May 2026, before; both name X)"."""
    when = day_in_words(related.when) if related.when else ""
    dated = ", ".join(part for part in (when, related.order or "") if part)
    both = f"both name {listed(tuple(shown(each) for each in related.shared))}"
    ties = "; ".join(part for part in (dated, both if related.shared else "") if part)
    return f" ({ties})" if ties else ""


def revision_lines(reading: Reading) -> Iterator[Line]:
    """Yield what changed since the revision before; nothing for the first."""
    for change in reading.dossier.changes:
        yield Line(words=shown(change))


def revision_words(reading: Reading) -> str:
    """Return number and time of the dossier: "Revision 2, as of 3 March 2026, 18:40 UTC"."""
    dossier = reading.dossier
    as_of = f", as of {time_of(dossier.as_of)}" if dossier.as_of else ", of undated articles"
    return f"Revision {dossier.number}{as_of}"


def kinds_of_copies(reading: Reading) -> str:
    """Return what the copies of a dossier are, in counts: "3 reprints, 1 excerpt"."""
    kinds = Counter(kind_of_copy(copy) for report in reading.reports for copy in report.copies)
    return ", ".join(
        counted(count, kind, f"{kind[:-1]}ies" if kind.endswith("copy") else "")
        for kind, count in sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0]))
    )

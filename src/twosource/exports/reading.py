"""Answer what a page asks of a dossier: an outlet's name, a report's copies, who is silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from twosource.exports.hostile import shown
from twosource.exports.phrases import COPIES, STATES
from twosource.model.claimed import Carriage
from twosource.model.dossier import Cell, CellState, Dossier, NamedBy, Naming, Omission, SourceEntry
from twosource.model.identity import ArticleId, LineageId, OutletId
from twosource.text.called import name_words, told_beside


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report and what was made of it."""

    id: LineageId
    name: str  # of the outlet it comes from
    origin: SourceEntry | None  # None where only copies are held
    copies: tuple[SourceEntry, ...]

    @property
    def members(self) -> tuple[SourceEntry, ...]:
        """Return all that is held of the report, its origin first."""
        return (*([self.origin] if self.origin else []), *self.copies)


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """Passages of one report: its own, and those of the copies made of it."""

    report: str  # the name of the outlet it comes from
    own: tuple[Carriage, ...]
    copied: tuple[Carriage, ...]


class Reading:
    """A dossier with its names looked up."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self._names = {each.outlet.id: each.outlet.name for each in dossier.sources}
        self._sources = {each.article: each for each in dossier.sources}
        self._denied = {
            each.id: shown(each.speaker or "somebody")
            for each in dossier.claims
            if each.kind == "said" and each.denied_by
        }
        self.reports = _reports(dossier.sources)

    def outlet(self, outlet: OutletId) -> str:
        """Return an outlet's name; one whose articles are not held goes by its id."""
        return shown(self._names.get(outlet, outlet))

    def outlets(self, outlets: Iterable[OutletId]) -> tuple[str, ...]:
        """Return the names of outlets in the order given, each once."""
        return tuple(dict.fromkeys(self.outlet(each) for each in outlets))

    def outlets_of(self, cells: Iterable[Cell]) -> str:
        """Return whose the reports are, those of one outlet counted: "Norda, Fjordavisa × 2"."""
        counts = Counter(self.outlet(each.outlet) for each in cells)
        named = (f"{name} × {count}" if count > 1 else name for name, count in counts.items())
        return ", ".join(named)

    def row_words(self, omission: Omission) -> str:
        """Return what a row is of; what was denied stands nowhere without who denied it."""
        who, told = self._denied.get(omission.claim), shown(omission.text)
        return f"Denied by {who}: {told}" if who else told

    @property
    def left_out(self) -> tuple[Omission, ...]:
        """Return what is told and not told; nothing where one report alone can be looked at."""
        rows = self.dossier.left_out
        return rows if len(columns_of(rows)) > 1 else ()

    def source(self, article: ArticleId) -> SourceEntry | None:
        """Return the source entry of an article; None for one that is no longer listed."""
        return self._sources.get(article)

    def by_report(self, carriages: Iterable[Carriage]) -> tuple[Carried, ...]:
        """Return passages by their report, in the order in which the reports first carry."""
        groups: dict[LineageId, list[Carriage]] = {}
        for each in carriages:
            groups.setdefault(each.report, []).append(each)
        return tuple(
            Carried(
                report=self.report(report),
                own=tuple(each for each in group if not self._is_copy(each)),
                copied=tuple(each for each in group if self._is_copy(each)),
            )
            for report, group in groups.items()
        )

    def _is_copy(self, carriage: Carriage) -> bool:
        """Return whether a passage stands in a copy; what that gathered itself is its own."""
        entry = self.source(carriage.citation.article)
        return entry is not None and entry.role == "copy" and carriage.report == entry.report

    def language(self, article: ArticleId) -> str:
        """Return the language of an article as HTML wants it; "" where it is not known."""
        entry = self.source(article)
        return "" if entry is None or entry.language == "und" else entry.language

    def report(self, report: LineageId) -> str:
        """Return the name of the outlet that a report comes from; "" for an unknown report."""
        return next((each.name for each in self.reports if each.id == report), "")


def _reports(sources: Iterable[SourceEntry]) -> tuple[Report, ...]:
    """Return the reports in the order in which the sources first show them."""
    members: dict[LineageId, list[SourceEntry]] = {}
    for entry in sources:
        members.setdefault(entry.report, []).append(entry)
    return tuple(_report(report, entries) for report, entries in members.items())


def _report(report: LineageId, entries: list[SourceEntry]) -> Report:
    origin = next((each for each in entries if each.role == "report"), None)
    named = next((each.of for each in entries if each.of), "")
    name = origin.outlet.name if origin else named or "an outlet that nobody names"
    copies = tuple(each for each in entries if each is not origin)
    return Report(id=report, name=shown(name), origin=origin, copies=copies)


def kind_of_copy(entry: SourceEntry) -> str:
    """Return what an article is to its report, in words: "reprint", "update", "earlier version"."""
    if entry.role == "report":
        return "update" if entry.derivation == "update" else "report"
    if entry.role == "earlier version" and entry.derivation in (None, "update"):
        return "earlier version"
    return COPIES[entry.derivation] if entry.derivation else "copy"


def by_form(naming: Naming) -> tuple[tuple[NamedBy, ...], ...]:
    """Return how somebody is called, outlets that tell the same together, most used first.

    "Energy Minister Berg" and "Anna Berg, the energy minister" tell the same, and so do "Anna Berg"
    and "Mr Berg"; of such the wording that most outlets have comes first.
    """
    groups: dict[object, list[NamedBy]] = {}
    for form in naming.forms:
        told = told_beside(form.words, naming.name)
        bare = name_words(form.words) <= name_words(naming.name)
        groups.setdefault(told if told or bare else shown(form.words), []).append(form)
    worded = Counter(form.words for form in naming.forms)
    ordered = sorted(groups.values(), key=lambda group: -len(group))
    return tuple(
        tuple(sorted(group, key=lambda form: (-worded[form.words], -len(form.words))))
        for group in ordered
    )


def columns_of(omissions: Iterable[Omission]) -> tuple[LineageId, ...]:
    """Return the reports that omissions speak of, in the order in which they first occur."""
    return tuple(dict.fromkeys(cell.report for each in omissions for cell in each.cells))


def cells_by_state(
    omission: Omission,
) -> tuple[tuple[CellState, str, tuple[Cell, ...]], ...]:
    """Return the cells of one claim by their state and the reason for it, in the states' order."""
    groups: dict[tuple[CellState, str], list[Cell]] = {}
    for cell in omission.cells:
        groups.setdefault((cell.state, shown(cell.why)), []).append(cell)
    ordered = sorted(groups.items(), key=lambda each: STATES.index(each[0][0]))
    return tuple((state, why, tuple(cells)) for (state, why), cells in ordered)


def cells_by_report(omission: Omission) -> dict[LineageId, Cell]:
    """Return the cells of one claim by their report."""
    return {cell.report: cell for cell in omission.cells}

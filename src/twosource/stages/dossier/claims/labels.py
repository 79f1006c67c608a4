"""Say in a few words how well a claim, or a story, is carried: by how many, known from how many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from twosource.model.cited import Label, LabelKind
from twosource.model.claimed import Carriage, Claim, Informant
from twosource.model.dossier import Tally
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.claims.independence import (
    NO_GROUND,
    Ground,
    independent,
    is_held,
    supporting,
    taken_for_one,
)
from twosource.stages.dossier.informants.one_informant import may_be_anybody
from twosource.stages.dossier.reading import no_reports


def label_of(carriages: Sequence[Carriage], ground: Ground = NO_GROUND) -> Label:
    """Return the label of one position of a claim, at the normal setting of the dial.

    "corroborated: N reports, N informants" only where N passages share no outlet, report or
    informant. A claim that nothing supports any longer has a label with no report.
    """
    standing = supporting(carriages)
    count = independent(standing, "normal", ground)
    if count >= 2:
        return _label("corroborated", standing, ground, count, count)
    return _uncorroborated(standing, ground)


def _uncorroborated(carriages: Sequence[Carriage], ground: Ground) -> Label:
    reports, known = len({each.report for each in carriages}), known_informants(carriages, ground)
    kind: LabelKind = "one informant" if known else "informant not stated"
    return _label("one report" if reports < 2 else kind, carriages, ground, reports, len(known))


def said_label_of(carriages: Sequence[Carriage], ground: Ground = NO_GROUND) -> Label:
    """Return the label of "X said p": on record, in so many reports.

    That it was said is each report's own hearing; for p itself they are one informant, X.
    """
    standing = supporting(carriages)
    reports, copies = len({each.report for each in standing}), _copies(standing, ground)
    label = _label("one informant" if reports > 1 else "one report", standing, ground, reports, 1)
    shown = f"{reports} reports" if reports != 1 else "one report"
    copied = f", {_counted(copies, 'copy', 'copies')}" if reports == 1 and copies else ""
    return replace(label, informants=1, text=f"on record, {shown}{copied}")


def withdrawn_label_of(carriages: Sequence[Carriage], ground: Ground = NO_GROUND) -> Label:
    """Return the label of what its source has taken back: what carried it until then.

    Never "corroborated", whoever carried it.
    """
    label = _uncorroborated(carriages, ground)
    return replace(label, text=f"withdrawn at source: {label.text}")


def known_informants(
    carriages: Sequence[Carriage], ground: Ground = NO_GROUND
) -> tuple[Informant, ...]:
    """Return the different informants that passages name, the one named most often first.

    Of informants that count as one, the one with the fullest name stands for all; who may be
    anybody counts only where there is no other.
    """
    stated = [each.informant for each in carriages if each.informant.kind != "unstated"]
    first = {each.key: each for each in reversed(stated)}
    if len(first) < 2:
        return tuple(first.values())
    counts = Counter(each.key for each in stated)
    fullest = sorted(
        first.values(),
        key=lambda each: (
            may_be_anybody(each),
            each.kind == "document",  # which may be any body's, and would stand for all of them
            -_fullness(each),
            each.name.islower(),  # "the airline" may be any
            each.key,
        ),
    )
    apart: list[Informant] = []
    for informant in fullest:
        if not any(taken_for_one(informant, other, ground) for other in apart):
            apart.append(informant)
    return tuple(sorted(apart, key=lambda each: (-counts[each.key], each.key)))


def _fullness(informant: Informant) -> int:
    """Return how much a key says of who it is: more words more, a mere state or nobody least."""
    if informant.key.startswith("state:"):
        return 1
    return len(informant.key.split()) + 1 if ":" in informant.key else 0


def _label(
    kind: LabelKind, standing: Sequence[Carriage], ground: Ground, reports: int, informants: int
) -> Label:
    known = known_informants(standing, ground)
    name = known[0].name if len(known) == 1 and kind != "corroborated" else None
    copies = _copies(standing, ground)
    return Label(
        kind=kind,
        reports=reports,
        informants=informants,
        copies=copies,
        outlets=len({each.outlet for each in standing}),
        informant=name,
        text=_text(kind, reports, informants, copies, name),
    )


def _text(kind: LabelKind, reports: int, informants: int, copies: int, name: str | None) -> str:
    if kind == "corroborated":
        return f"corroborated: {reports} reports, {informants} informants"
    if kind == "informant not stated":
        return f"{reports} reports, informant not stated"
    if kind == "one informant" and name is not None:
        return f"{reports} reports, one known informant: {name}"
    if kind == "one informant":
        # Several are named, but only ever within one report or one outlet.
        return f"{reports} reports, {informants} informants, not independent"
    if not reports:
        return "no report carries it any longer"
    return f"one report, {_counted(copies, 'copy', 'copies')}" if copies else "one report"


def _copies(standing: Sequence[Carriage], ground: Ground) -> int:
    """Return how many outlets took it over: of each report all but its own outlet."""
    pairs = {(each.report, each.outlet) for each in standing}
    reports = {report for report, _ in pairs}
    return len(pairs) - sum(is_held(report, ground) for report in reports)


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def tally_of(claims: Sequence[Claim], material: StoryMaterial) -> Tally:
    """Return how many outlets carry the story, in how many reports, known from how many.

    Reports are lineages with at least one text that can support a claim: a column is no report,
    nor is a digest that tells nothing here but in items taken from others.
    Informants are those that the passages of the claims name and that nothing shows to be one;
    sayings do not count, since whoever speaks is then only quoted.
    """
    silent = no_reports(material)
    reporting = [each.article for each in material.articles if each.article.id not in silent]
    ids = {article.id for article in reporting}
    outlets = len({article.outlet for article in reporting})
    told = {c.report for claim in claims for each in claim.positions for c in each.carriages}
    lineages = [each for each in material.lineages if not each.items or each.id in told]
    reports = sum(1 for lineage in lineages if ids & set(lineage.members))
    carriages: list[Carriage] = [
        carriage
        for claim in claims
        if claim.kind == "so"
        for position in claim.positions
        for carriage in supporting(position.carriages)
    ]
    informants = len(known_informants(carriages))
    by = f"{_counted(outlets, 'outlet', 'outlets')}, {_counted(reports, 'report', 'reports')}"
    known = _counted(informants, "informant", "informants")
    return Tally(
        outlets=outlets,
        reports=reports,
        informants=informants,
        text=f"{by}, {known if informants else 'informant not stated'}",
    )

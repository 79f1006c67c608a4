"""Say in sentences why a claim is no better corroborated than it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from twosource.model.acquired import Outlet
from twosource.model.cited import Label
from twosource.model.claimed import Carriage, Informant
from twosource.model.identity import LineageId, OutletId
from twosource.stages.dossier.called import outlet_called, whose
from twosource.stages.dossier.claims.carriages import Carried
from twosource.stages.dossier.claims.independence import (
    Ground,
    is_held,
    judged,
    no_two,
    origin_of,
    supporting,
    taken_for_one,
)
from twosource.stages.dossier.claims.labels import known_informants
from twosource.stages.dossier.claims.positions import CONTRARY, Side
from twosource.stages.dossier.informants.one_informant import may_be_one
from twosource.stages.dossier.informants.roles import DETERMINERS, UNNAMED

MOST_NAMED = 4  # outlets named in one sentence; the rest is a number


def reasons_of(
    sides: Sequence[Side], beside: Sequence[Carried], label: Label, ground: Ground
) -> tuple[str, ...]:
    """Return one sentence per rule by which passages fell together or do not count.

    They speak of the first position, which the label is of; of the others they say who holds
    and who copied them.
    """
    names = ground.outlets
    carried = sides[0].carried
    carriages = [each.carriage for side in sides for each in side.carried]
    standing = supporting(sides[0].carriages)
    sentences: list[str] = []
    if label.kind == "corroborated":
        sentences += _each_its_own(standing, ground)
    sentences += _copies(supporting(carriages), ground)
    if ground.verdicts:
        sentences += _judged(carriages, ground)
    sentences += _one_informant(standing, ground)
    if label.kind == "one informant" and label.informant is None:
        sentences += _no_two(standing, ground)
    sentences += _unstated(standing, names)
    sentences += _dropped(carried, names)
    sentences += _otherwise(sides[1:], names)
    sentences += _do_not_support([*carriages, *(each.carriage for each in beside)], names)
    return tuple(dict.fromkeys(sentences))


def _each_its_own(standing: Sequence[Carriage], ground: Ground) -> Iterator[str]:
    told = []
    for informant in known_informants(standing, ground):
        first = next(c for c in standing if c.informant.key == informant.key)
        told.append(f"{_name(first.outlet, ground.outlets)} has it from {_the(informant.name)}")
    yield f"{', '.join(told)}."


def _copies(standing: Sequence[Carriage], ground: Ground) -> Iterator[str]:
    names = ground.outlets
    by_report: dict[str, list[OutletId]] = defaultdict(list)
    for each in standing:
        if each.outlet not in by_report[each.report]:
            by_report[each.report].append(each.outlet)
    for each in standing:
        outlets = by_report.pop(each.report, [])
        origin = origin_of(each.report, ground)
        held = is_held(each.report, ground)
        takers = [o for o in outlets if o != origin]
        if not takers or (held and len(outlets) < 2):
            continue
        report = f"{whose(_name(origin, names))} report" if origin else "one report"
        missing = "" if held else ", which is not in this story"
        yield f"{_list(takers, names)} {_plural(takers, 'copies', 'copy')} {report}{missing}."


def _judged(carriages: Sequence[Carriage], ground: Ground) -> Iterator[str]:
    """Yield which informants a person has called one, or two."""
    named = {each.informant.key: each.informant for each in reversed(carriages)}
    for one, other in combinations(named.values(), 2):
        called_one = judged(one, other, ground)
        if called_one is not None:
            number = "one informant" if called_one else "two informants"
            yield f"A person judged {_the(one.name)} and {_the(other.name)} to be {number}."


def _one_informant(standing: Sequence[Carriage], ground: Ground) -> Iterator[str]:
    """Yield who has it from the same informant, and from whom that may be the same."""
    names = ground.outlets
    stated = [each for each in standing if each.informant.kind != "unstated"]
    placed: set[LineageId] = set()  # reports told of already: "the company" may be many
    for informant in known_informants(standing, ground):
        by_report = {
            each.report: each.outlet
            for each in reversed(stated)
            if each.informant.key == informant.key or _is_entity(each.informant, informant)
        }
        outlets = [o for o in dict.fromkeys(c.outlet for c in stated) if o in by_report.values()]
        if len(outlets) > 1:
            both = "both" if len(outlets) == 2 else "all"
            yield f"{_list(outlets, names)} {both} know it from {_the(informant.name)}."
        for each in stated:
            other = each.informant
            told = {*by_report, *placed}
            if each.report not in told and _doubtful(other, informant, ground):
                placed.add(each.report)
                yield (
                    f"{_name(each.outlet, names)} knows it from {_called(other)}, and that may "
                    f"be {_the(informant.name)}."
                )


def _doubtful(one: Informant, other: Informant, ground: Ground) -> bool:
    return may_be_one(one, other) and judged(one, other, ground) is None


def _no_two(standing: Sequence[Carriage], ground: Ground) -> Iterator[str]:
    """Yield why two reports that name two informants bear out nothing by each other."""
    known = [each for each in standing if each.informant.kind != "unstated"]
    for one, other in combinations(known, 2):
        apart = one.outlet != other.outlet and one.report != other.report
        if apart and not taken_for_one(one.informant, other.informant, ground):
            why = no_two(one, other, ground)
            if why:
                yield f"{_list((one.outlet, other.outlet), ground.outlets)} {why}."


def _called(informant: Informant) -> str:
    """Return an informant as it reads in a sentence: who is unnamed in the words of the report."""
    told_by_state = informant.name.startswith("unnamed ")
    if informant.kind != "unnamed" or told_by_state or not informant.words:
        return _the(informant.name)
    first = informant.words.split()[0].lower()
    common = first in DETERMINERS or first in UNNAMED
    return informant.words[0].lower() + informant.words[1:] if common else informant.words


def _is_entity(one: Informant, other: Informant) -> bool:
    return one.entity is not None and one.entity == other.entity


def _unstated(standing: Sequence[Carriage], names: Mapping[OutletId, Outlet]) -> Iterator[str]:
    silent = dict.fromkeys(c.outlet for c in standing if c.informant.kind == "unstated")
    if silent:
        outlets = list(silent)
        yield (
            f"{_list(outlets, names)} {_plural(outlets, 'does', 'do')} not say from whom "
            f"{_plural(outlets, 'it knows', 'they know')} it."
        )


def _dropped(carried: Sequence[Carried], names: Mapping[OutletId, Outlet]) -> Iterator[str]:
    for each in carried:
        if each.dropped and each.carriage.supports:
            source = _the(each.carriage.informant.name)
            yield f"{_name(each.carriage.outlet, names)} leaves out that it is known from {source}."


def _otherwise(sides: Sequence[Side], names: Mapping[OutletId, Outlet]) -> Iterator[str]:
    for side in sides:
        outlets = list(dict.fromkeys(each.outlet for each in supporting(side.carriages)))
        if outlets and side.value == CONTRARY:
            yield f"{_list(outlets, names)} {_plural(outlets, 'says', 'say')} the opposite."
        elif outlets:
            yield f"{_list(outlets, names)} {_plural(outlets, 'gives', 'give')} {side.value}."


def _do_not_support(
    carriages: Sequence[Carriage], names: Mapping[OutletId, Outlet]
) -> Iterator[str]:
    for each in carriages:
        if not each.supports and each.why:
            yield f"{_name(each.outlet, names)}: {each.why}."
    for each in carriages:
        if each.supports and each.stance == "supposes":
            yield f"{_name(each.outlet, names)} supposes it and does not assert it."


def _name(outlet: OutletId, names: Mapping[OutletId, Outlet]) -> str:
    return outlet_called(outlet, names)


def _list(outlets: Sequence[OutletId], names: Mapping[OutletId, Outlet]) -> str:
    shown = [_name(outlet, names) for outlet in outlets[:MOST_NAMED]]
    if len(outlets) > MOST_NAMED:
        shown.append(f"{len(outlets) - MOST_NAMED} more")
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _plural(outlets: Sequence[OutletId], one: str, many: str) -> str:
    return one if len(outlets) == 1 else many


def _the(name: str) -> str:
    """Return a body's name as it reads in a sentence: "the coast guard", but "Ola Hansen"."""
    return f"the {name}" if name[:1].islower() and not name.startswith("unnamed ") else name

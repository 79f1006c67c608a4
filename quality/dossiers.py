"""Measure whole dossiers: the bundled example against its truth, and every citation verified."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from quality.example import (
    Result,
    cites,
    claim_on,
    names_one,
    plain,
    position_on,
    run_example,
    statements_on,
    truth,
    within,
)
from quality.measure import Measure, share
from twosource.model.cited import Label
from twosource.model.claimed import Claim
from twosource.model.dossier import Dossier
from twosource.newsroom import open_newsroom

KINDS = {
    "corroborated": "corroborated",
    "one informant": "one informant",
    "not stated": "informant not stated",
    "one report": "one report",
}


def measure_example(data: Path) -> Mapping[str, float]:
    """Return how much of the example's truth the dossiers tell."""
    result, known = run_example(), truth()
    return {
        "origins": share(_origin_right(page, result) for page in _articles(known)),
        "stories": share(_story_right(page, result) for page in _articles(known)),
        "statements": share(_told_once(each, result) for each in known["statements"]),
        "speakers": share(_speaker_right(each, result) for each in known["statements"]),
        "claims": share(_label_right(each, result) for each in known["claims"]),
        "no_false_corroboration": share(_not_too_good(each, result) for each in known["claims"]),
        "figures": share(_relation_right(each, result) for each in known["figures"]),
        "timeline": share(_day_right(each, result) for each in known["timeline"]),
        "entities": share(_listed(known, result)),
        "verified": 0.0 if result.broken else 1.0,
    }


def measure_verified(data: Path) -> Mapping[str, float]:
    """Return the share of dossiers of a real corpus in which every sentence stands."""
    with open_newsroom("sqlite::memory:") as newsroom:
        newsroom.update(f"jsonl:{data / 'events-giveme5w1h.jsonl.gz'}")
        return {"stand": share(not broken for _, broken in newsroom.verify())}


MEASURES = (
    Measure(name="dossiers.example", corpora=(), run=measure_example),
    Measure(
        name="dossiers.giveme5w1h", corpora=("events-giveme5w1h.jsonl.gz",), run=measure_verified
    ),
)


def _articles(known: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [page for page in known["pages"] if page["story"]]


def _origin_right(page: Mapping[str, Any], result: Result) -> bool:
    for lineage in result.lineages:
        for derivation in lineage.derivations:
            if derivation.original is None:
                continue
            if result.page_of[derivation.copy]["file"] == page["file"]:
                of = result.page_of[derivation.original]["file"]
                return bool(page["origin"] == {"kind": derivation.kind, "of": of})
    return bool(page["origin"]["kind"] == "own")


def _story_right(page: Mapping[str, Any], result: Result) -> bool:
    """Return whether a page stands with the bulk of its story and that bulk is of its story."""
    for story in result.stories:
        files = [result.page_of[article] for article in story.articles]
        if page["file"] in [each["file"] for each in files]:
            same = [each for each in files if each["story"] == page["story"]]
            whole = [each for each in _articles(truth()) if each["story"] == page["story"]]
            return 2 * len(same) > len(whole) and 2 * len(same) > len(files)
    return False


def _told_once(wanted: Mapping[str, Any], result: Result) -> bool:
    """Return whether one statement covers all pages the truth names, in the right sense."""
    return any(
        files == set(wanted["words"]) and statement.sense == wanted["sense"]
        for statement, files in statements_on(wanted["words"], result)
    )


def _speaker_right(wanted: Mapping[str, Any], result: Result) -> bool:
    found = statements_on(wanted["words"], result)
    return bool(found) and all(
        names_one(statement.speaker, wanted["speaker"]) for statement, _ in found
    )


def _label_right(wanted: Mapping[str, Any], result: Result) -> bool:
    said = wanted.get("kind") == "said"
    claim = claim_on(wanted["passages"], result, said=said)
    if claim is None:
        return False
    label = position_on(wanted["passages"], claim, result).label
    if said:
        return bool(label.reports == wanted["reports"])
    return (
        label.kind == KINDS[wanted["label"]]
        and label.reports == wanted["reports"]
        and (label.kind != "corroborated" or label.informants == wanted["informants"])
        and _informant_right(wanted, label)
        and all(_flagged(flag, claim) for flag in wanted["flags"])
    )


def _informant_right(wanted: Mapping[str, Any], label: Label) -> bool:
    if label.kind != "one informant":
        return True
    # The truth adds the country in brackets where a body's name alone would not tell.
    name = str(wanted["informant"]).partition(" (")[0]
    return bool(set(plain(name).split()) & set(plain(label.informant or "").split()))


def _flagged(flag: str, claim: Claim) -> bool:
    kind, _, by = flag.partition(" by ")
    return kind in claim.flags and (not by or any(within(by, each) for each in claim.denied_by))


def _not_too_good(wanted: Mapping[str, Any], result: Result) -> bool:
    claim = claim_on(wanted["passages"], result)
    if claim is None:
        return True
    label = position_on(wanted["passages"], claim, result).label
    return label.kind != "corroborated" or (
        wanted["label"] == "corroborated" and label.informants <= wanted["informants"]
    )


def _relation_right(wanted: Mapping[str, Any], result: Result) -> bool:
    passages = {value["file"]: value["words"] for value in wanted["values"]}
    for dossier in result.dossiers:
        for comparison in dossier.figures:
            files = {
                result.page_of[citation.article]["file"]
                for value in comparison.values
                for citation in value.citations
                if cites(citation, passages, result)
            }
            if files == set(passages) and comparison.relation == wanted["relation"]:
                return True
    return False


def _day_right(wanted: Mapping[str, Any], result: Result) -> bool:
    return any(
        happening.when == wanted["date"]
        and any(
            result.page_of[citation.article]["file"] in wanted["words"]
            for citation in happening.text.citations
        )
        for dossier in result.dossiers
        for happening in dossier.timeline
    )


def _listed(known: Mapping[str, Any], result: Result) -> Iterable[bool]:
    for story in known["stories"]:
        dossier = _dossier_of(story, result)
        for block in ("countries", "organizations", "persons"):
            names = [
                name
                for entry in (getattr(dossier, block) if dossier else ())
                for name in (entry.name, *entry.aliases)
            ]
            for wanted in story[block]:
                yield any(within(wanted.partition(" (")[0], name) for name in names)


def _dossier_of(story: Mapping[str, Any], result: Result) -> Dossier | None:
    """Return the dossier that holds most pages of a story of the truth."""

    def held(dossier: Dossier) -> int:
        return sum(
            result.page_of[source.article]["story"] == story["id"] for source in dossier.sources
        )

    best = max(result.dossiers, key=held, default=None)
    return best if best is not None and held(best) else None

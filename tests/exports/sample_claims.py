"""What is claimed in the made-up story, and by whom it is known."""

from __future__ import annotations

from dataclasses import replace

from tests.exports.sample_articles import (
    FJORD,
    GAZETTE,
    HARBOUR,
    LANTERN,
    MERIDIAN,
    NORDA,
    PELICAN,
)
from tests.exports.sample_cited import (
    ALONE,
    BLOCKED,
    BOLTS,
    CLOSED,
    CLOSED_HARBOUR,
    COPIED,
    COSTS,
    COSTS_LANTERN,
    DENIED,
    FORMULA,
    ON_RECORD,
    ONE_BODY,
    OPERATOR,
    REPORTS,
    TESTED,
    TWO,
    WARNED,
    cite,
    label,
    told,
)
from twosource.model.acquired import Article
from twosource.model.claimed import Carriage, Claim, Informant, InformantKind, Position, Stance
from twosource.model.identity import (
    ClaimId,
    CountryCode,
)

DIRECTORATE = "Norwegian Railway Directorate"


def informant(kind: InformantKind, name: str, **changes: object) -> Informant:
    """Return an informant whose key is its kind and name."""
    fields: dict[str, object] = {"kind": kind, "key": f"{kind}:{name.lower()}", "name": name}
    return Informant(**(fields | changes))  # type: ignore[arg-type]  # fields are typed above


BODY = informant("body", DIRECTORATE, country=CountryCode("NO"), words="the directorate")
WITNESS = informant("witness", "Odd Brekke", words="Train driver Odd Brekke")
UNNAMED = informant("unnamed", "an official who asked not to be named")
NOBODY = informant("unstated", "")


def carriage(
    article: Article,
    words: str,
    known_from: Informant,
    *,
    stance: Stance = "asserts",
    supports: bool = True,
    why: str = "",
) -> Carriage:
    """Return a passage that carries a claim."""
    return Carriage(
        citation=cite(article, words),
        outlet=article.outlet,
        report=REPORTS[article.outlet],
        informant=known_from,
        stance=stance,
        supports=supports,
        why=why,
    )


def claims() -> tuple[Claim, ...]:
    """Return a claim for each label, with positions, flags and reasons."""
    return (
        Claim(
            id=ClaimId("c-closed"),
            text=told((NORDA, CLOSED), (FJORD, BLOCKED)),
            kind="so",
            positions=(
                Position(
                    value="",
                    as_of="",
                    label=TWO,
                    carriages=(
                        carriage(NORDA, CLOSED, BODY),
                        carriage(HARBOUR, CLOSED_HARBOUR, replace(BODY, inherited=True)),
                        carriage(FJORD, BLOCKED, WITNESS),
                    ),
                ),
            ),
            label=TWO,
            independent=(("strict", 2), ("normal", 2), ("loose", 4)),
            reasons=("Harbour Post and Norda fell together: one report.",),
        ),
        Claim(
            id=ClaimId("c-passengers"),
            text=told((NORDA, CLOSED), (FJORD, OPERATOR)),
            kind="so",
            positions=(
                Position(
                    value="214",
                    as_of="2026-03-03",
                    label=COPIED,
                    carriages=(
                        carriage(NORDA, CLOSED, BODY),
                        carriage(
                            PELICAN,
                            CLOSED,
                            replace(BODY, inherited=True),
                            supports=False,
                            why="a copy that dropped the attribution",
                        ),
                    ),
                ),
                Position(
                    value="219",
                    as_of="",
                    label=label("one report", 1, 0, "one report"),
                    carriages=(carriage(FJORD, OPERATOR, NOBODY),),
                ),
            ),
            label=COPIED,
            independent=(("strict", 1), ("normal", 1), ("loose", 2)),
            flags=("disputed", "attribution dropped"),
            reasons=(
                "Norda and Pelican Daily tell one report.",
                "Fjordavisa gives another number.",
            ),
        ),
        Claim(
            id=ClaimId("c-cost"),
            text=told((NORDA, COSTS), (LANTERN, COSTS_LANTERN)),
            kind="so",
            positions=(
                Position(
                    value="1.2 billion NOK",
                    as_of="",
                    label=ONE_BODY,
                    carriages=(
                        carriage(NORDA, COSTS, BODY),
                        carriage(LANTERN, COSTS_LANTERN, replace(BODY, inherited=True)),
                    ),
                ),
            ),
            label=ONE_BODY,
            independent=(("strict", 1), ("normal", 1), ("loose", 3)),
            reasons=("All passages know it from the Norwegian Railway Directorate.",),
        ),
        Claim(
            id=ClaimId("c-warned"),
            text=told((LANTERN, WARNED)),
            kind="so",
            positions=(
                Position(
                    value="",
                    as_of="",
                    label=ALONE,
                    carriages=(
                        carriage(LANTERN, WARNED, UNNAMED),
                        carriage(FJORD, DENIED, NOBODY, stance="denies", supports=False),
                    ),
                ),
            ),
            label=ALONE,
            independent=(("strict", 1), ("normal", 1), ("loose", 1)),
            flags=("denied",),
            denied_by=("Nordbanen",),
            reasons=("Only one report carries it.",),
        ),
        Claim(
            id=ClaimId("c-said"),
            text=told((NORDA, BOLTS), (MERIDIAN, TESTED)),
            kind="said",
            speaker="Sigrun Haldorsen",
            positions=(
                Position(
                    value="", as_of="", label=ON_RECORD, carriages=(carriage(NORDA, BOLTS, NOBODY),)
                ),
            ),
            label=ON_RECORD,
            independent=(("strict", 1), ("normal", 1), ("loose", 2)),
            flags=("on record",),
        ),
        Claim(
            id=ClaimId("c-formula"),
            text=told((GAZETTE, FORMULA)),
            kind="so",
            positions=(
                Position(
                    value="",
                    as_of="",
                    label=label("one report", 0, 0, "no report carries it any longer"),
                    carriages=(carriage(GAZETTE, FORMULA, NOBODY, supports=False, why="opinion"),),
                ),
            ),
            label=label("one report", 0, 0, "no report carries it any longer"),
            independent=(("strict", 0), ("normal", 0), ("loose", 0)),
        ),
    )

"""Statements, figures, happenings and names of the made-up story."""

from __future__ import annotations

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
    BLOCKED,
    CLOSED,
    ON_RECORD,
    TWO,
    UNSTATED,
    cite,
    told,
)
from tests.exports.sample_claims import (
    DIRECTORATE,
)
from twosource.model.acquired import Article
from twosource.model.dossier import (
    FigureComparison,
    FigureValue,
    Happening,
    NamedBy,
    Naming,
    Statement,
    Wording,
    WordingKind,
)
from twosource.model.identity import (
    EntityId,
    OutletId,
)


def wording(
    article: Article,
    words: str,
    relation: WordingKind,
    *outlets: str,
    differs: tuple[str, ...] = (),
) -> Wording:
    """Return one way a statement is worded."""
    return Wording(
        text=told((article, words)),
        kind="indirect" if relation == "paraphrase" else "direct",
        relation=relation,
        outlets=tuple(OutletId(each) for each in outlets),
        reports=1,
        differs=differs,
    )


def statements() -> tuple[Statement, ...]:
    """Return a statement in four wordings, and a translated one with two possible speakers."""
    return (
        Statement(
            speaker="Sigrun Haldorsen",
            speaker_words="director Sigrun Haldorsen",
            entity=EntityId("e-haldorsen"),
            kind="direct",
            sense="asserted",
            said_on="2026-03-03",
            wordings=(
                wording(
                    NORDA,
                    "“We will not reopen the line before every bolt has been checked,”",
                    "verbatim",
                    "norda",
                    "harbour-post",
                ),
                wording(
                    MERIDIAN,
                    "“We will not reopen the line until each bolt has been tested,”",
                    "altered",
                    "meridian-times",
                    differs=("“before every” / “until each”", "“checked” / “tested”"),
                ),
                wording(PELICAN, "“We will not reopen the line”", "trimmed", "pelican-daily"),
                wording(
                    FJORD,
                    "The head of the directorate ruled out an early opening.",
                    "paraphrase",
                    "fjordavisa",
                ),
            ),
            label=ON_RECORD,
        ),
        Statement(
            speaker="Liv Aune",
            speaker_words="Sweden's rail minister Liv Aune",
            kind="direct",
            sense="denied",
            wordings=(
                wording(
                    LANTERN, "“This route was never neglected.”", "verbatim", "eastern-lantern"
                ),
                wording(
                    GAZETTE,
                    "“Nobody has let this line decay.”",
                    "translations differ",
                    "gazette",
                    differs=(
                        "“this route was never neglected” / “nobody has let this line decay”",
                    ),
                ),
            ),
            other_speakers=("the ministry's press officer",),
            label=UNSTATED,
        ),
    )


def figures() -> tuple[FigureComparison, ...]:
    """Return a conflict, a rounding and a single figure."""
    return (
        FigureComparison(
            what="passengers stranded",
            relation="conflict",
            note="Norda has “214 passengers”, Fjordavisa “219 people”; nothing tells them apart.",
            values=(
                FigureValue(
                    shown="214 passengers",
                    value=214,
                    unit="person",
                    issuer=DIRECTORATE,
                    as_of="2026-03-03",
                    outlets=(NORDA.outlet, HARBOUR.outlet, PELICAN.outlet),
                    citations=(cite(NORDA, "214 passengers"), cite(HARBOUR, "214 passengers")),
                ),
                FigureValue(
                    shown="219 people",
                    value=219,
                    unit="person",
                    issuer="Nordbanen",
                    outlets=(FJORD.outlet,),
                    citations=(cite(FJORD, "219 people"),),
                ),
            ),
        ),
        FigureComparison(
            what="cost of repairs",
            relation="rounding",
            note="“1.2 billion kroner” rounds “1.18 billion kroner”.",
            values=(
                FigureValue(
                    shown="1.2 billion kroner",
                    value=1.2e9,
                    unit="NOK",
                    approximate=True,
                    issuer=DIRECTORATE,
                    outlets=(NORDA.outlet,),
                    citations=(cite(NORDA, "1.2 billion kroner"),),
                ),
                FigureValue(
                    shown="1.18 billion kroner",
                    value=1.18e9,
                    unit="NOK",
                    outlets=(LANTERN.outlet,),
                    citations=(cite(LANTERN, "1.18 billion kroner"),),
                ),
            ),
        ),
    )


def timeline() -> tuple[Happening, ...]:
    """Return happenings before, during and after."""
    before = "The tunnel was last inspected in 2024."
    after = "Buses will run from Thursday."
    return (
        Happening(
            when="2024",
            granularity="year",
            era="before",
            as_told="2024",
            text=told((FJORD, before)),
            outlets=(FJORD.outlet,),
        ),
        Happening(
            when="2026-03-03",
            granularity="day",
            era="during",
            as_told="Tuesday",
            text=told((NORDA, CLOSED), (FJORD, BLOCKED), label=TWO),
            outlets=(NORDA.outlet, FJORD.outlet),
        ),
        Happening(
            when="2026-03-05",
            granularity="day",
            era="after",
            as_told="Thursday",
            text=told((LANTERN, after)),
            outlets=(LANTERN.outlet,),
        ),
    )


def names() -> tuple[Naming, ...]:
    """Return how the outlets call one person and one body."""
    return (
        Naming(
            entity=EntityId("e-haldorsen"),
            name="Sigrun Haldorsen",
            kind="person",
            forms=(
                NamedBy(
                    outlet=NORDA.outlet,
                    words="director Sigrun Haldorsen",
                    count=3,
                    example=cite(NORDA, "director Sigrun Haldorsen"),
                ),
                NamedBy(
                    outlet=FJORD.outlet,
                    words="The head of the directorate",
                    count=1,
                    example=cite(FJORD, "The head of the directorate"),
                ),
                NamedBy(
                    outlet=GAZETTE.outlet,
                    words="“bolt lady” <b>Haldorsen</b>",
                    count=2,
                    example=cite(GAZETTE, "“bolt lady” <b>Haldorsen</b>"),
                ),
            ),
        ),
    )

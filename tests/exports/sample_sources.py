"""What each report of the made-up story leaves out, its sources, and who is named."""

from __future__ import annotations

from tests.exports.sample_articles import (
    FJORD,
    GAZETTE,
    HARBOUR,
    LANTERN,
    MERIDIAN,
    NORDA,
    OUTLETS,
    PELICAN,
)
from tests.exports.sample_cited import (
    BLOCKED,
    CLOSED,
    DENIED,
    FORMULA,
    REPORTS,
    WARNED,
    cite,
)
from twosource.model.acquired import Article
from twosource.model.cited import Citation
from twosource.model.dossier import (
    Cell,
    CellState,
    EntityEntry,
    Omission,
    SourceEntry,
)
from twosource.model.identity import (
    ClaimId,
    CountryCode,
    EntityId,
)
from twosource.model.linked import DerivationKind


def cell(article: Article, state: CellState, words: str = "", why: str = "") -> Cell:
    """Return what one report does with a claim."""
    return Cell(
        report=REPORTS[article.outlet],
        outlet=article.outlet,
        state=state,
        why=why,
        citation=cite(article, words) if words else None,
    )


def left_out() -> tuple[Omission, ...]:
    """Return claims across four reports, in every state a cell can have."""
    return (
        Omission(
            claim=ClaimId("c-closed"),
            text=CLOSED,
            cells=(
                cell(NORDA, "carries", CLOSED),
                cell(FJORD, "carries", BLOCKED),
                cell(LANTERN, "not found"),
                cell(GAZETTE, "not comparable", why="cut off"),
            ),
        ),
        Omission(
            claim=ClaimId("c-warned"),
            text=WARNED,
            cells=(
                cell(NORDA, "not comparable", why="published before the claim"),
                cell(FJORD, "contradicts", DENIED),
                cell(LANTERN, "carries", WARNED),
                cell(GAZETTE, "not comparable", why="cut off"),
            ),
        ),
        Omission(
            claim=ClaimId("c-formula"),
            text=FORMULA,
            cells=(cell(NORDA, "not found"), cell(GAZETTE, "carries", FORMULA)),
        ),
    )


def source(
    article: Article, derivation: DerivationKind | None = None, **changes: object
) -> SourceEntry:
    """Return the entry of an article: a report, or a copy where a derivation is given."""
    outlet = OUTLETS[article.outlet]
    fields: dict[str, object] = {
        "article": article.id,
        "outlet": outlet,
        "url": article.url,
        "headline": article.headline,
        "byline": article.byline,
        "published": article.published,
        "kind": outlet.kind,
        "genre": article.genre.name,
        "report": REPORTS[article.outlet],
        "role": "copy" if derivation else "report",
        "derivation": derivation,
        "of": "Norda" if derivation else "",
        "of_article": NORDA.id if derivation else None,
        "language": article.language,
    }
    return SourceEntry(**(fields | changes))  # type: ignore[arg-type]  # fields are typed above


def sources() -> tuple[SourceEntry, ...]:
    """Return three reports that are held, one that is not, and copies of every kind."""
    return (
        source(NORDA),
        source(HARBOUR, "verbatim", overlap=0.98, why=("98 of 100 words stand in Norda.",)),
        source(PELICAN, "excerpt", overlap=1.0, notes=("cut off",)),
        source(MERIDIAN, "rewrite", overlap=0.22, why=("9 of 11 sentences in the same order.",)),
        source(FJORD, notes=("corrected 4 March 2026",)),
        source(LANTERN),
        source(
            GAZETTE,
            "rewrite",
            of="Coastline Wire",
            of_article=None,
            why=("The page says “Coastline Wire reported”.",),
            notes=("cut off", "behind a wall"),
        ),
    )


def entry(
    name: str, count: int, *mentions: Citation, code: str = "", also: str = ""
) -> EntityEntry:
    """Return a country, body or person."""
    return EntityEntry(
        entity=EntityId(f"e-{name.lower()}"),
        name=name,
        country=CountryCode(code) if code else None,
        count=count,
        outlets=len(mentions),
        aliases=(also,) if also else (),
        mentions=mentions,
    )

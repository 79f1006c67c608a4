"""A dossier made by hand on an invented rockfall: every block filled, hostile words in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

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
from twosource.canonical import digest_of_text
from twosource.model.acquired import Article
from twosource.model.cited import Citation, CitedText, Label, LabelKind
from twosource.model.claimed import Carriage, Claim, Informant, InformantKind, Position, Stance
from twosource.model.dossier import (
    Cell,
    CellState,
    Dossier,
    EntityEntry,
    FigureComparison,
    FigureValue,
    Happening,
    NamedBy,
    Naming,
    Omission,
    Perspective,
    SourceEntry,
    Statement,
    Tally,
    Wording,
    WordingKind,
)
from twosource.model.identity import (
    ClaimId,
    CountryCode,
    Digest,
    EntityId,
    LineageId,
    OutletId,
    PartName,
    Span,
    StoryId,
)
from twosource.model.linked import DerivationKind
from twosource.model.storyline import RelatedStory
from twosource.stages.dossier.cite import citation_of, cited_text
from twosource.stages.dossier.seal import as_it_reads, sealed

REPORTS = {
    "norda": LineageId("r-norda"),
    "harbour-post": LineageId("r-norda"),
    "meridian-times": LineageId("r-norda"),
    "pelican-daily": LineageId("r-norda"),
    "fjordavisa": LineageId("r-fjord"),
    "eastern-lantern": LineageId("r-lantern"),
    "gazette": LineageId("r-coastline"),
}


def cite(article: Article, words: str, part: str = "body") -> Citation:
    """Return the citation of words where they first stand in a part."""
    text = article.part_text(PartName(part))
    start = text.index(words)
    span = Span(part=PartName(part), start=start, end=start + len(words))
    return citation_of(article, span, digest_of_text(text))


def told(*places: tuple[Article, str], label: Label | None = None) -> CitedText:
    """Return a sentence with the stretches that carry it; the first gives its words."""
    return cited_text(*(cite(article, words) for article, words in places), label=label)


def label(
    kind: LabelKind,
    reports: int,
    informants: int,
    text: str,
    *,
    copies: int = 0,
    informant: str | None = None,
) -> Label:
    """Return a label; it counts as many outlets as reports and copies together."""
    return Label(
        kind=kind,
        reports=reports,
        informants=informants,
        copies=copies,
        outlets=reports + copies,
        informant=informant,
        text=text,
    )


TWO = label("corroborated", 2, 2, "corroborated: 2 reports, 2 informants", copies=3)
ONE_BODY = label(
    "one informant",
    3,
    1,
    "3 reports, one known informant: Norwegian Railway Directorate",
    copies=2,
    informant="Norwegian Railway Directorate",
)
UNSTATED = label("informant not stated", 2, 0, "2 reports, informant not stated")
COPIED = label("one report", 1, 1, "one report, 2 copies", copies=2)
ALONE = label("one report", 1, 0, "one report")
ON_RECORD = label("one informant", 2, 1, "on record, 2 reports", informant="Sigrun Haldorsen")

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


CLOSED = "A rockfall closed the Halsen rail tunnel on Tuesday and stranded 214 passengers"
CLOSED_HARBOUR = f"{CLOSED}, the Norwegian Railway Directorate said."
BLOCKED = "Boulders blocked the Halsen tunnel on Tuesday morning while two trains were inside."
BRAKED = "Train driver Odd Brekke told Fjordavisa that he braked when he saw dust in the beam."
OPERATOR = "The operator, Nordbanen, counted 219 people on the two trains."
COSTS = "Repairs will cost about 1.2 billion kroner, the directorate said."
COSTS_LANTERN = "The work is put at 1.18 billion kroner."
BOLTS = (
    "“We will not reopen the line before every bolt has been checked,” said director Sigrun "
    "Haldorsen."
)
TESTED = "“We will not reopen the line until each bolt has been tested,” Ms. Haldorsen said."
DENIED = "Nordbanen denied that the trains had been warned."
FORMULA = "=HYPERLINK | *stars* [link](javascript:alert(1)) `code`"
WARNED = (
    "The trains had been warned twenty minutes earlier, an official who asked not to be named said."
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


def sample() -> Dossier:
    """Return the dossier: nothing in it is empty."""
    newest: datetime | None = LANTERN.published
    whole = Dossier(
        story=StoryId("5a3d7c9e1f2b4d6890ab12cd34ef5678"),
        recipe=Digest("00ff00ff00ff00ff00ff00ff00ff00ff"),
        number=2,
        as_of=newest,
        changes=("1 article added: Eastern Lantern", "passengers stranded 214 → 219"),
        headline=cited_text(cite(NORDA, NORDA.headline, "headline"), label=TWO),
        tally=Tally(outlets=7, reports=4, informants=3, text="7 outlets, 4 reports, 3 informants"),
        summary=(
            told((NORDA, CLOSED), (HARBOUR, CLOSED), (FJORD, BLOCKED), label=TWO),
            told((NORDA, COSTS), (LANTERN, COSTS_LANTERN), label=ONE_BODY),
            told((FJORD, BRAKED), label=ALONE),
        ),
        statements=statements(),
        claims=claims(),
        figures=figures(),
        timeline=timeline(),
        names=names(),
        left_out=left_out(),
        sources=sources(),
        storyline=(
            RelatedStory(
                story=StoryId("33bb33bb33bb33bb33bb33bb33bb33bb"),
                headline="Halsen tunnel drips, inspectors find",
                when="2026-02-20",
                until="2026-02-24",
                order="before",
                shared=("Halsen", "Nordbanen"),
                words=("tunnel", "bolts"),
            ),
            RelatedStory(
                story=StoryId("44cc44cc44cc44cc44cc44cc44cc44cc"),
                headline="Halsen tunnel opens again",
                when="2026-04-11",
                order="after",
                shared=("Halsen",),
            ),
        ),
        perspectives=(
            Perspective(
                name="Rail safety in the Nordic countries",
                evidence=(told((FJORD, "The tunnel was last inspected in 2024.")),),
                related=(
                    RelatedStory(
                        story=StoryId("77aa77aa77aa77aa77aa77aa77aa77aa"),
                        headline="Night train stops for weeks on the Halsen line",
                        when="2026-02-11",
                        order="before",
                        shared=("Nordbanen",),
                    ),
                ),
            ),
        ),
        countries=(
            entry("Norway", 6, cite(NORDA, "Norwegian"), code="NO", also="Norwegian"),
            entry("Sweden", 2, cite(LANTERN, "Sweden"), code="SE"),
        ),
        organizations=(
            entry(DIRECTORATE, 5, cite(NORDA, DIRECTORATE), code="NO", also="the directorate"),
            entry("Nordbanen", 2, cite(FJORD, "Nordbanen")),
        ),
        persons=(
            entry("Sigrun Haldorsen", 5, cite(NORDA, "Sigrun Haldorsen"), also="Haldorsen"),
            entry("Odd Brekke", 1, cite(FJORD, "Odd Brekke")),
        ),
    )
    return sealed(as_it_reads(whole))


def bare() -> Dossier:
    """Return a dossier with a headline and one undated source, all other blocks empty."""
    full = sample()
    return replace(
        full,
        number=1,
        as_of=None,
        changes=(),
        headline=cited_text(cite(GAZETTE, GAZETTE.headline, "headline")),
        tally=Tally(outlets=1, reports=1, informants=0, text="1 outlet, 1 report"),
        summary=(),
        statements=(),
        claims=(),
        figures=(),
        timeline=(),
        names=(),
        left_out=(),
        sources=(source(GAZETTE),),
        storyline=(),
        perspectives=(),
        countries=(),
        organizations=(),
        persons=(),
    )

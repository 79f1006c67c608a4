"""A dossier made by hand on an invented rockfall: every block filled, hostile words in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from tests.exports.sample_articles import (
    FJORD,
    GAZETTE,
    HARBOUR,
    LANTERN,
    NORDA,
)
from tests.exports.sample_cited import (
    ALONE,
    BLOCKED,
    BRAKED,
    CLOSED,
    COSTS,
    COSTS_LANTERN,
    ONE_BODY,
    TWO,
    cite,
    told,
)
from tests.exports.sample_claims import (
    DIRECTORATE,
    claims,
)
from tests.exports.sample_sources import entry, left_out, source, sources
from tests.exports.sample_told import figures, names, statements, timeline
from twosource.model.dossier import (
    Dossier,
    Perspective,
    Tally,
)
from twosource.model.identity import (
    Digest,
    StoryId,
)
from twosource.model.storyline import RelatedStory
from twosource.stages.dossier.cite import cited_text
from twosource.stages.dossier.seal import sealed


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
    return sealed(whole)


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

"""Find a claim in the published dossiers by its id."""

from __future__ import annotations

from twosource.errors import NotHeldError
from twosource.model.claimed import Claim
from twosource.model.dossier import Dossier
from twosource.protocols import Store


def claim_held(words: str, store: Store) -> tuple[Dossier, Claim]:
    """Return the claim whose id begins so, with the dossier it stands in; raises NotHeldError."""
    for sketch in store.sketches():
        revision = store.revision(sketch.story)
        if revision is None:
            continue
        for claim in revision.dossier.claims:
            if words and claim.id.startswith(words):
                return revision.dossier, claim
    raise NotHeldError("claim", words, "twosource claims STORY lists them")

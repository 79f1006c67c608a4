"""Publish what a run has found of a story: one revision at the most, whatever it learns later."""

from __future__ import annotations

from twosource.model.dossier import Dossier
from twosource.protocols import Store
from twosource.stages.dossier import revise


def issue(dossier: Dossier, store: Store) -> bool:
    """Publish a dossier if its reasons changed, and say whether they have.

    A story may be tied to others that the run composes after it. What the run published of it
    before is then made anew under its number: nobody has waited for the half of it. A run that is
    broken off is ended by the next.
    """
    latest, number = store.revision(dossier.story), store.issued(dossier.story)
    before = latest if number is None else store.revision(dossier.story, number)
    revision = revise(dossier, before) or revise(dossier, latest)
    if revision is None:
        return False
    store.add_revision(revision)
    return True

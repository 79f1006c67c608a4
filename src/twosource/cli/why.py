"""The command that says why: a claim has its label, a story is one, two articles stand apart."""

from __future__ import annotations

from contextlib import suppress

import click

from twosource.archive import Archive, open_archive
from twosource.canonical import to_bytes
from twosource.cli.app import json_option, settings_option
from twosource.errors import NotHeldError
from twosource.exports.claim import claim_text, passages_text, sources_text
from twosource.model.claimed import Claim
from twosource.model.dossier import Dossier
from twosource.settings import Settings


@click.command()
@click.argument("one", help="An id of a claim, a story or an article, or an address.")
@click.argument("other", default="", help="Another article's id or address, or story's id.")
@settings_option
@json_option
def why(one: str, other: str, settings: Settings, as_json: bool) -> None:
    """Say why a claim has its label, what makes reports one story, or two articles' relation."""
    # Stages are imported where articles are compared: a claim needs none of them.
    if other:
        from twosource.cli.held import tell_pair

        tell_pair(one, other, settings, as_json)
        return
    with open_archive(settings) as archive:
        found = _claim_or_story(one, archive)
    if found is None:
        from twosource.cli.held import tell_story

        tell_story(one, settings, as_json)
    else:
        _tell_claim(*found, as_json)


def _claim_or_story(words: str, archive: Archive) -> tuple[Dossier, Claim] | None:
    """Return the claim of that id with its dossier, or None for a story's id."""
    with suppress(NotHeldError):
        return archive.claim(words)
    with suppress(NotHeldError):
        archive.story(words)
        return None
    raise NotHeldError("claim or story", words, "see twosource stories, twosource claims STORY")


def _tell_claim(dossier: Dossier, claim: Claim, as_json: bool) -> None:
    if as_json:
        print(to_bytes({"story": dossier.story, "claim": claim}).decode())
        return
    print(claim_text(claim, dossier))
    print(f"\nThe passages:\n\n{passages_text(claim, dossier)}\n\n{sources_text([claim], dossier)}")

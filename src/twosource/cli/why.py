"""The command that says why: a claim has its label, or two articles stand together or apart."""

from __future__ import annotations

import click

from twosource.archive import open_archive
from twosource.canonical import to_bytes
from twosource.cli.app import json_option, settings_option
from twosource.exports.claim import claim_text, passages_text, sources_text
from twosource.settings import Settings


@click.command()
@click.argument("one", help="An id of a claim, an article or a story, or an address.")
@click.argument("other", default="", help="Another article's id or address, or story's id.")
@settings_option
@json_option
def why(one: str, other: str, settings: Settings, as_json: bool) -> None:
    """Say why a claim has its label, or what holds two articles together or apart."""
    if other:
        # Imported here: the stages are loaded for two articles, and a claim needs none of them.
        from twosource.cli.pair import tell_pair

        tell_pair(one, other, settings, as_json)
        return
    with open_archive(settings) as archive:
        dossier, claim = archive.claim(one)
    if as_json:
        print(to_bytes({"story": dossier.story, "claim": claim}).decode())
        return
    print(claim_text(claim, dossier))
    print(f"\nThe passages:\n\n{passages_text(claim, dossier)}\n\n{sources_text(dossier)}")

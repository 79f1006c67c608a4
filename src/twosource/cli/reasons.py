"""Commands that give reasons: claims, check, why."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import get_args

import click

from twosource.canonical import to_bytes
from twosource.cli.app import NO, json_option, settings_option, story_argument
from twosource.cli.ask import ID_SHOWN
from twosource.errors import MissingSourceError, NotTextError
from twosource.exports.claim import claim_text, passage_text, sources_text
from twosource.model.claimed import Dial
from twosource.newsroom import Newsroom, open_newsroom
from twosource.pipeline.check import Checked
from twosource.settings import Settings
from twosource.stages.extract import decode

LONGEST_NAME = 255  # of a file; a longer text is a claim
_MARKUP = re.compile(r"\s*<(?:!doctype|html|head|body|\?xml)\b", re.IGNORECASE)


@click.command()
@story_argument
@click.option(
    "--independence",
    type=click.Choice(get_args(Dial)),
    help="How strictly sources are counted as one.",
)
@settings_option
@json_option
def claims(story: str, independence: Dial | None, settings: Settings, as_json: bool) -> None:
    """List all that is reported in a story, and how independently."""
    dial = independence or settings.independence
    with open_newsroom(settings=settings) as newsroom:
        dossier, listed = newsroom.dossier(story), newsroom.claims(story)
        for claim in listed:
            independent = dict(claim.independent)[dial]
            if as_json:
                told = {"claim": claim, "independence": dial, "independent": independent}
                print(to_bytes(told).decode())
            else:
                print(claim_text(claim, dossier))
                print(f"    {dial}: {independent} independent\n")
        if not as_json:
            print(sources_text(listed, dossier))


@click.command()
@click.argument("claim", help="A claim in quotes, a text file, or - for what is piped in.")
@settings_option
@json_option
def check(claim: str, settings: Settings, as_json: bool) -> None:
    """Hold a sentence, or every sentence of a draft, against what the store's reports carry.

    Exit 1 if any of them is not told, or told with other numbers, or with such as were withdrawn,
    without some of its words, or the other way round. Told is not true.
    """
    text = _draft(claim)
    found_all = True
    with open_newsroom(settings=settings) as newsroom:
        sentences = newsroom.check(text)
        if not sentences:
            raise click.UsageError("found no sentence in it; wanted a claim or a text file")
        for checked in sentences:
            found_all &= checked.carried
            if as_json:
                print(to_bytes(checked).decode())
            else:
                print(_told(checked, newsroom) + "\n")
    if not found_all:
        raise click.exceptions.Exit(NO)


def _told(checked: Checked, newsroom: Newsroom) -> str:
    """Return a sentence, what of it is told otherwise or not at all, and the nearest claim."""
    lines = [checked.sentence]
    if checked.story is None:
        return "\n".join([*lines, "    no report in the store carries this"])
    story = f"in story {checked.story[:ID_SHOWN]}"
    near = "told" if checked.carried else "not told so; nearest to it,"
    lines.append(f"    {near} {story}:")
    if checked.other_numbers:
        lines.append(f"    told with other numbers than {', '.join(checked.other_numbers)}")
    if checked.taken_back:
        told = ", ".join(checked.taken_back)
        lines.append(
            f"    {told}: only in passages that were withdrawn or replaced, or are opinion"
        )
    if checked.withdrawn:
        lines.append("    told only in passages that their source has withdrawn")
    if checked.opposite:
        lines.append("    told the other way round: one of the two says “not”")
    if checked.missing:
        lines.append(f"    nothing is told there of: {', '.join(checked.missing)}")
    if checked.claim is not None:
        positions = checked.claim.positions
        given = [each.value for each in positions if any(c.supports for c in each.carriages)]
        if len(given) > 1:
            lines.append(
                f"    reports differ: {'; '.join(each or 'without a number' for each in given)}"
            )
        lines.append(claim_text(checked.claim, newsroom.dossier(checked.story)))
    elif checked.passage is not None:
        lines.append("    one sentence, of which no claim is made:")
        lines.append(passage_text(checked.passage, newsroom.dossier(checked.story)))
    return "\n".join(lines)


def _draft(words: str) -> str:
    """Return the text of the file that the words name, or the words themselves."""
    if words == "-":
        return decode(sys.stdin.buffer.read(), "text/plain", "standard input")
    path = Path(words)
    if len(words) < LONGEST_NAME and path.is_file():
        draft = decode(path.read_bytes(), "text/plain", words)
        if _MARKUP.match(draft):
            raise NotTextError(words, "a web page; twosource extract prints its text, to check")
        return draft
    if path.suffix and len(words.split()) == 1:  # one word makes no sentence
        raise MissingSourceError(words, "a claim in quotes or a text file")
    return words

"""The command that says why: a claim has its label, a story is one, two articles stand apart."""

from __future__ import annotations

from collections.abc import Sequence

import click

from twosource.archive import Archive, open_archive
from twosource.canonical import to_bytes
from twosource.cli.app import json_option, settings_option
from twosource.cli.ask import ID_SHOWN
from twosource.errors import NotHeldError
from twosource.exports.claim import claim_text, passages_text, sources_text
from twosource.model.claimed import Claim
from twosource.model.dossier import Dossier
from twosource.model.linked import Verdict
from twosource.newsroom import open_newsroom
from twosource.pipeline.why import Why
from twosource.settings import Settings
from twosource.stages.cluster import Held, Told


@click.command()
@click.argument("one", help="An id of a claim, a story or an article, or an address.")
@click.argument("other", default="", help="Another article's id or address, or story's id.")
@settings_option
@json_option
def why(one: str, other: str, settings: Settings, as_json: bool) -> None:
    """Say why a claim has its label, what makes reports one story, or two articles' relation."""
    # Stages are imported where articles are compared: a claim needs none of them.
    if other:
        from twosource.cli.why import tell_pair

        tell_pair(one, other, settings, as_json)
        return
    with open_archive(settings) as archive:
        found = _claim_or_story(one, archive)
    if found is None:
        from twosource.cli.why import tell_story

        tell_story(one, settings, as_json)
    else:
        _tell_claim(*found, as_json)


def _claim_or_story(words: str, archive: Archive) -> tuple[Dossier, Claim] | None:
    """Return the claim of that id with its dossier, or None for a story's id."""
    try:
        return archive.claim(words)
    except NotHeldError as no_claim:
        try:
            archive.story(words)
        except NotHeldError:
            raise no_claim from None
        return None


def _tell_claim(dossier: Dossier, claim: Claim, as_json: bool) -> None:
    if as_json:
        print(to_bytes({"story": dossier.story, "claim": claim}).decode())
        return
    print(claim_text(claim, dossier))
    print(f"\nThe passages:\n\n{passages_text(claim, dossier)}\n\n{sources_text(dossier)}")


def tell_pair(one: str, other: str, settings: Settings, as_json: bool) -> None:
    """Print what holds two articles, or the first ones of two stories, together or apart."""
    with open_newsroom(settings=settings) as newsroom:
        found = newsroom.why(one, other)
        pair = found.one, found.other
        names = [newsroom.outlet_name(article.outlet, pair) for article in pair]
    if as_json:
        print(to_bytes(found).decode())
        return
    for name, article in zip(names, (found.one, found.other), strict=True):
        print(f"{article.id[:ID_SHOWN]}  {name}: {article.headline}")
    together = "one story" if found.one_story else "two stories"
    print(f"\n{together}  (alike with probability {found.story_score:.2f})")
    _bullets((*_judged(found, "same", "different"), *found.story_why))
    if found.tied_why:
        print(f"\n{'two stories of one running matter' if found.tied else 'two matters'}")
        _bullets((*_judged(found, "related", "unrelated"), *found.tied_why))
    print(f"\n{'one report' if found.one_report else 'two reports'}", end="")
    print(f": {found.derivation}" if found.derivation else "")
    _bullets(tuple(dict.fromkeys((*_judged(found, "copy", "independent"), *found.report_why))))
    for passage in found.passages:
        print(f"\n  {names[0]}: {passage.one}\n  {names[1]}: {passage.other}")


def _judged(found: Why, *verdicts: Verdict) -> tuple[str, ...]:
    """Return in words which of these verdicts a person has given on the pair."""
    return tuple(f"a person judged: {each}" for each in verdicts if each in found.verdicts)


def _bullets(sentences: tuple[str, ...]) -> None:
    for sentence in sentences:
        print(f"  - {sentence}")


PLAIN = ("news", "unknown")  # genres that go without saying


def tell_story(story: str, settings: Settings, as_json: bool) -> None:
    """Print what the reports of a story share, and which of the others each is most like."""
    with open_newsroom(settings=settings) as newsroom:
        found = newsroom.why_story(story)
        outlets = {
            each.id: newsroom.outlet_name(each.outlet, found.articles) for each in found.articles
        }
    if as_json:
        print(to_bytes(found).decode())
        return
    count = len(found.articles)
    print(f"{found.story.id[:ID_SHOWN]}: {count} {'article' if count == 1 else 'articles'}\n")
    bond = found.bond
    for what, told in (
        ("names", bond.names),
        ("figures", bond.figures),
        ("days", bond.days),
        ("words", bond.words),
    ):
        print(f"  {what:<8} {_listed(told)}")
    print("\nWhat each is most like, the surest first:\n")
    named = {
        each.id: f"{outlets[each.id]}{_genre(each.genre.name)}: {each.headline}"
        for each in found.articles
    }
    for held in bond.held:
        print(f"  {held.article[:ID_SHOWN]}  {named[held.article]}")
        print(f"            {_held(held)}{named[held.nearest] if held.nearest else ''}")


def _listed(told: Sequence[Told]) -> str:
    return ", ".join(f"{each.what} ({each.reports})" for each in told) or "none in two reports"


def _genre(genre: str) -> str:
    return "" if genre in PLAIN else f" ({genre})"


def _held(held: Held) -> str:
    if held.nearest is None:
        return "like no other report of the story"
    if held.judged:
        return "a person judged it the same event as "
    return "a copy of, or copied by, " if held.copied else f"{held.score:.2f} like "

"""Commands that ask the store: stories, show, claims, lineages, why, check, changes, failures."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from twosource.canonical import to_bytes
from twosource.cli.app import NO, JsonOption, StoreOption, app, settings_for
from twosource.errors import NotHeldError
from twosource.model.dossier import Claim, Dial
from twosource.newsroom import Newsroom, open_newsroom

StoryArgument = Annotated[str, typer.Argument(help="A story's id, or its first digits.")]
ID_SHOWN = 8  # digits of an id on screen: enough to name it


@app.command()
def stories(store: StoreOption = "", as_json: JsonOption = False) -> None:
    """List the stories, the newest first."""
    with _opened(store) as newsroom:
        for story in newsroom.stories():
            try:
                dossier = newsroom.dossier(story.id)
            except NotHeldError:
                # Left undone by an interrupted run.
                print(
                    f"{story.id[:ID_SHOWN]}  not composed yet (twosource update)", file=sys.stderr
                )
                continue
            if as_json:
                _line(
                    id=story.id,
                    headline=dossier.headline.text,
                    tally=dossier.tally,
                    as_of=dossier.as_of,
                    revision=dossier.number,
                    articles=story.articles,
                )
            else:
                day = f"{dossier.as_of:%Y-%m-%d}" if dossier.as_of else "undated   "
                print(f"{story.id[:ID_SHOWN]}  {day}  {dossier.headline.text}")
                print(f"{'':22}{dossier.tally.text}")


@app.command()
def show(
    story: StoryArgument,
    form: Annotated[str, typer.Option("--as", help="text, markdown, html, json, csv …")] = "text",
    revision: Annotated[int | None, typer.Option(help="An earlier revision's number.")] = None,
    store: StoreOption = "",
) -> None:
    """Print a story's dossier."""
    with _opened(store) as newsroom:
        dossier = newsroom.dossier(story, revision)
        sys.stdout.buffer.write(newsroom.export(dossier, form))
        sys.stdout.flush()


@app.command()
def claims(
    story: StoryArgument,
    independence: Annotated[
        Dial | None, typer.Option(help="How strictly sources are counted as one.")
    ] = None,
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """List what is reported in a story, and how independently."""
    settings = settings_for(store)
    dial = independence or settings.independence
    with open_newsroom(settings=settings) as newsroom:
        for claim in newsroom.dossier(story).claims:
            if as_json:
                _line(claim=claim, independence=dial, independent=dict(claim.independent)[dial])
            else:
                _print_claim(claim, dial)


@app.command()
def lineages(store: StoreOption = "", as_json: JsonOption = False) -> None:
    """List the reports that were copied, each with its copies."""
    with _opened(store) as newsroom:
        for lineage in newsroom.lineages():
            if as_json:
                print(to_bytes(lineage).decode())
            elif len(lineage.members) > 1 or lineage.derivations:
                origin = newsroom.outlet_name(lineage.outlet) if lineage.outlet else "unknown"
                print(f"{lineage.id[:ID_SHOWN]}  a report of {origin}, {len(lineage.members)} held")
                articles = {a.id: a for a in newsroom.articles(lineage.members)}
                how = {d.copy: d for d in lineage.derivations}
                for member in lineage.members:
                    article = articles[member]
                    kind = how[member].kind if member in how else "origin"
                    share = f"{how[member].overlap:.0%}" if member in how else ""
                    name = newsroom.outlet_name(article.outlet)
                    print(
                        f"    {member[:ID_SHOWN]}  {kind:<9} {share:>4}  {name}: {article.headline}"
                    )


@app.command()
def why(one: str, other: str, store: StoreOption = "", as_json: JsonOption = False) -> None:
    """Say what holds two articles together or apart. ONE and OTHER: ids or addresses."""
    with _opened(store) as newsroom:
        found = newsroom.why(one, other)
        if as_json:
            print(to_bytes(found).decode())
            return
        names = [newsroom.outlet_name(article.outlet) for article in (found.one, found.other)]
        for name, article in zip(names, (found.one, found.other), strict=True):
            print(f"{article.id[:ID_SHOWN]}  {name}: {article.headline}")
        together = "one story" if found.one_story else "two stories"
        print(f"\n{together}  (alike with probability {found.story_score:.2f})")
        _bullets(found.story_why)
        print(f"\n{'one report' if found.one_report else 'two reports'}", end="")
        print(f": {found.derivation}" if found.derivation else "")
        _bullets(found.report_why)
        for passage in found.passages:
            print(f"\n  {names[0]}: {passage.one}\n  {names[1]}: {passage.other}")
        _bullets(tuple(f"a person judged: {verdict}" for verdict in found.verdicts))


@app.command()
def check(
    claim: Annotated[str, typer.Argument(help="A claim in quotes, or a text file.")],
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """Hold a sentence, or every sentence of a draft, against what the store's reports carry."""
    path = Path(claim)
    text = path.read_text(encoding="utf-8") if len(claim) < 255 and path.is_file() else claim
    found_all = True
    with _opened(store) as newsroom:
        sentences = newsroom.check(text)
        if not sentences:
            raise typer.BadParameter("found no sentence in it; wanted a claim or a text file")
        for checked in sentences:
            found_all &= checked.claim is not None
            if as_json:
                print(to_bytes(checked).decode())
                continue
            print(checked.sentence)
            if checked.claim is None:
                print("    no report in the store carries this\n")
                continue
            print(f"    nearest claim, in story {str(checked.story)[:ID_SHOWN]}:")
            if checked.other_numbers:
                print(f"    told with other numbers than {', '.join(checked.other_numbers)}")
            _print_claim(checked.claim, "normal", indent="    ")
    if not found_all:
        raise typer.Exit(NO)


@app.command()
def changes(
    since: Annotated[
        str, typer.Option(help="A time of the stream, ISO 8601; all by default.")
    ] = "",
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """List what happened to stories: opened, joined, merged, split; and pages that were edited."""
    with _opened(store) as newsroom:
        for mark, change in newsroom.changes(since):
            if as_json:
                _line(at=mark, change=change)
            else:
                other = f" {change.other[:ID_SHOWN]}" if change.other else ""
                count = len(change.articles)
                told = f"{change.kind:<7} {change.story[:ID_SHOWN]}{other}"
                print(f"{mark or 'undated':<25}  {told}  {count} article{'s' * (count != 1)}")
                if change.kind == "edited":
                    before, now = (each[:ID_SHOWN] for each in change.articles)
                    print(f"{'':27}{change.why[0]} (twosource why {before} {now})")


@app.command()
def failures(store: StoreOption = "", as_json: JsonOption = False) -> None:
    """List what could not be read, and why."""
    with _opened(store) as newsroom:
        for failed in newsroom.failures():
            if as_json:
                print(to_bytes(failed).decode())
            else:
                print(f"{failed.stage:<9} {failed.message}")


def _opened(store: str) -> Newsroom:
    return open_newsroom(settings=settings_for(store))


def _line(**values: Any) -> None:
    print(to_bytes(values).decode())


def _bullets(sentences: tuple[str, ...]) -> None:
    for sentence in sentences:
        print(f"  - {sentence}")


def _print_claim(claim: Claim, dial: Dial, indent: str = "") -> None:
    independent = dict(claim.independent)[dial]
    print(f"{indent}{claim.id[:ID_SHOWN]}  {claim.text.text}")
    print(f"{indent}    {claim.label.text}; independent sources ({dial}): {independent}")
    if claim.flags:
        denied = f" by {', '.join(claim.denied_by)}" if claim.denied_by else ""
        print(f"{indent}    {', '.join(claim.flags)}{denied}")
    for position in claim.positions:
        if len(claim.positions) > 1:
            print(f"{indent}    {position.value or 'so'}: {position.label.text}")
        for carriage in position.carriages:
            value = f"{position.value}: " if position.value else ""
            known = carriage.informant.name or carriage.informant.kind
            print(f"{indent}    - {value}{carriage.outlet}, known from {known}")
    for reason in claim.reasons:
        print(f"{indent}    · {reason}")
    print()

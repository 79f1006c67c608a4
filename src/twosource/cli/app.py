"""What all commands share: the program they hang on, their options, their settings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from twosource import __version__
from twosource.settings import Settings, read_settings

SETTINGS_FILE = "twosource.toml"
DONE, NO, WRONG_USE, INTERRUPTED = 0, 1, 2, 130

app = typer.Typer(
    name="twosource",
    help="One sourced dossier from many reports of the same event.",
    epilog="Exit codes: 0 done, 1 the answer is no or some items failed, 2 wrong use.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

StoreOption = Annotated[
    str, typer.Option("--store", help="Where everything is kept: a file, or sqlite:FILE.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]


def settings_for(store: str) -> Settings:
    """Return the settings of `twosource.toml` in this folder, if there is one, with that store."""
    path = Path(SETTINGS_FILE)
    settings = read_settings(path.read_text(encoding="utf-8")) if path.is_file() else Settings()
    return replace(settings, store=store) if store else settings


def _version(asked: bool) -> None:
    if asked:
        print(f"twosource {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which one.")
    ] = False,
) -> None:
    pass

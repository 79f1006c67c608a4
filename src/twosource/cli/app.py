"""What commands share: options, settings, counted nouns, and the numbers they end with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from twosource.errors import BadSettingError
from twosource.settings import Settings, read_settings

SETTINGS_FILE = "twosource.toml"
DONE, NO, WRONG_USE, INTERRUPTED = 0, 1, 2, 130


def settings_for(store: str) -> Settings:
    """Return the settings of `twosource.toml` in this folder, if there is one, with that store."""
    path = Path(SETTINGS_FILE)
    try:
        text = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    except UnicodeDecodeError as error:
        raise BadSettingError(SETTINGS_FILE, "is no UTF-8 text; save it as that") from error
    settings = read_settings(text)
    return replace(settings, store=store) if store else settings


class Day(click.ParamType[date]):
    """A day, as 2026-11-22."""

    name = "day"

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Return the day that the words name; anything else is wrong use."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day; wanted one as 2026-11-22", param, ctx)


settings_option = click.option(
    "--store",
    "settings",
    default="",
    metavar="FILE",
    callback=lambda _context, _option, store: settings_for(store),
    help="Where everything is kept; twosource.db in this folder by default.",
)
to_folder = click.Path(file_okay=False, path_type=Path)
json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
story_argument = click.argument("story", help="A story's id, or its first six digits.")

"""The command line as a whole: its options, its exit codes, how an error is told."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from twosource.errors import ConfigurationError, MissingSourceError, TwosourceError
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


def main() -> NoReturn:
    """Run the command; every error of ours ends as one sentence and an exit code."""
    from twosource.cli import ask, bring, judge, read, sources, stand  # noqa: F401 - they name the commands

    try:
        code = app(standalone_mode=False) or DONE
        if code == INTERRUPTED:  # typer takes Ctrl-C itself and answers with this number
            _interrupted()
        sys.exit(code)
    except (typer.Abort, KeyboardInterrupt):
        _interrupted()
    except BrokenPipeError:
        # The reader of our output went away, as `head` does: nothing is wrong.
        sys.stderr.close()
        sys.exit(DONE)
    except TwosourceError as error:
        print(f"twosource: {error}", file=sys.stderr)
        sys.exit(WRONG_USE if isinstance(error, ConfigurationError | MissingSourceError) else NO)
    except OSError as error:
        # A folder that is none, no permission, a full disk: what the machine says is the sentence.
        where = f"{error.filename}: " if error.filename else ""
        print(f"twosource: {where}{error.strerror or error}", file=sys.stderr)
        sys.exit(NO)
    except typer.TyperException as error:
        print(f"twosource: {error.format_message()}", file=sys.stderr)
        sys.exit(WRONG_USE)


def _interrupted() -> NoReturn:
    print(
        "twosource: stopped. What was finished is kept; the same command goes on from there.",
        file=sys.stderr,
    )
    sys.exit(INTERRUPTED)


def settings_for(store: str) -> Settings:
    """Return the settings of `twosource.toml` in this folder, if there is one, with that store."""
    path = Path(SETTINGS_FILE)
    settings = read_settings(path.read_text(encoding="utf-8")) if path.is_file() else Settings()
    return replace(settings, store=store) if store else settings

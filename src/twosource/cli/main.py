"""Run the command line, and say by sentence and exit code how a command ended."""

from __future__ import annotations

import errno
import sys
from io import TextIOWrapper
from typing import NoReturn

import click
from click.exceptions import NoArgsIsHelpError

from twosource.cli.app import DONE, INTERRUPTED, NO, WRONG_USE
from twosource.cli.commands import program
from twosource.errors import ConfigurationError, MissingSourceError, TwosourceError


def main() -> NoReturn:
    """Run the command; every error of ours ends as one sentence and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a screen that knows few letters shows "?"
    try:
        code = program(standalone_mode=False) or DONE
        if code == INTERRUPTED:  # click takes Ctrl-C itself and answers with this number
            _interrupted()
        sys.exit(code)
    except (click.Abort, KeyboardInterrupt):
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
        freed = "; free some space and run the same command again"
        what_to_do = freed if error.errno == errno.ENOSPC else ""
        print(f"twosource: {where}{error.strerror or error}{what_to_do}", file=sys.stderr)
        sys.exit(NO)
    except UnicodeEncodeError as error:
        # Bytes among the words of the command that are no text: no store can be asked for them.
        print(f"twosource: {error.object!a:.80} is no text; wanted UTF-8", file=sys.stderr)
        sys.exit(WRONG_USE)
    except NoArgsIsHelpError as error:
        print(error.format_message())
        sys.exit(WRONG_USE)
    except click.ClickException as error:
        asked = error.ctx if isinstance(error, click.UsageError) else None
        told = error.format_message().rstrip(".")
        stop = "" if told.endswith("?") else "."  # "Did you mean …?"
        hint = f"{stop} See {asked.command_path} --help." if asked else ""
        print(f"twosource: {told}{hint}", file=sys.stderr)
        sys.exit(WRONG_USE)


def _interrupted() -> NoReturn:
    print(
        "twosource: stopped. What was finished is kept; the same command goes on from there.",
        file=sys.stderr,
    )
    sys.exit(INTERRUPTED)

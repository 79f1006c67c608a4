"""The commands there are, in the order a newcomer meets them, and the module that does each."""

from __future__ import annotations

from importlib import import_module
from typing import Any, cast

import click

from twosource import __version__

COMMANDS = {
    "demo": ("bring", "Show what Twosource does on the bundled example, offline."),
    "add": ("bring", "Read sources, link what is new, publish what changed."),
    "update": ("bring", "Fetch what is new in the kept sources, once."),
    "watch": ("bring", "Keep fetching what is new, until Ctrl-C."),
    "sources": ("sources", "List the kept sources with their health, or drop one."),
    "retry": ("bring", "Try again what could not be fetched or read."),
    "failures": ("ask", "List what could not be read, and why."),
    "stories": ("ask", "List the stories, the newest first."),
    "show": ("ask", "Print a story's dossier."),
    "storyline": ("ask", "List the stories of one running matter, in time."),
    "claims": ("reasons", "List all that is reported in a story."),
    "lineages": ("ask", "List the reports that were copied, with their copies."),
    "why": ("why", "Give the reasons for a label, a copy or a story."),
    "check": ("reasons", "Hold a sentence or a draft against the reports."),
    "changes": ("ask", "List what became of stories, and which pages changed."),
    "judge": ("judge", "Keep a verdict of your own, for every later run."),
    "verify": ("stand", "Re-read every citation; exit 1 if one does not stand."),
    "export": ("ask", "Write dossiers as files."),
    "extract": ("read", "Print the article of every page; keep nothing."),
    "annotate": ("read", "Print names, statements, figures, dates; keep nothing."),
    "rebuild": ("bring", "Compute everything again from the kept pages."),
    "doctor": ("stand", "Say what is installed and what the store holds."),
}


class Later(click.Command):
    """A command known by its name and line alone; what does it is loaded when it is called.

    So that a list of stories is not kept waiting for all that reading an article needs.
    """

    def __init__(self, name: str) -> None:
        """Take up the command of that name from the table."""
        self._module, line = COMMANDS[name]
        super().__init__(name, short_help=line)

    def make_context(self, *words: Any, **extra: Any) -> click.Context:
        """Go on with the command itself: its own options, its own help."""
        command = getattr(import_module(f"twosource.cli.{self._module}"), str(self.name))
        return cast(click.Command, command).make_context(*words, **extra)


class InOrder(click.Group):
    """Lists its commands in the order of the table."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return list(self.commands)


@click.group(
    cls=InOrder,
    commands=[Later(name) for name in COMMANDS],
    epilog="Exit codes: 0 done, 1 the answer is no or some items failed, 2 wrong use.",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, message="%(prog)s %(version)s", prog_name="twosource")
def program() -> None:
    """One sourced dossier from many reports of the same event."""

"""The commands there are, in the order a newcomer meets them, and the module that does each."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from twosource.cli.app import app

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


class Later(TyperCommand):
    """A command known by its name and line alone; what does it is loaded when it is called.

    So that a list of stories is not kept waiting for all that reading an article needs.
    """

    def __init__(self, name: str) -> None:
        """Take up the command of that name from the table."""
        self._module, line = COMMANDS[name]
        super().__init__(name, short_help=line)

    def make_context(self, *words: Any, **extra: Any) -> Any:
        """Go on with the command itself: its own options, its own help."""
        function = getattr(import_module(f"twosource.cli.{self._module}"), str(self.name))
        alone = typer.Typer(add_completion=False, rich_markup_mode=None)
        alone.command()(function)
        return typer.main.get_command(alone).make_context(*words, **extra)


def program() -> TyperGroup:
    """Return the program with all its commands."""
    group = typer.main.get_group(app)
    for name in COMMANDS:
        group.add_command(Later(name))
    return group

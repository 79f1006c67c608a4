"""The `twosource` command."""

from twosource.cli.main import main

__all__ = ["main"]

"""The `twosource` command."""

from twosource.cli.app import main

__all__ = ["main"]

"""What every error of Twosource is, and the one for values that break their own rules."""

from __future__ import annotations


class TwosourceError(Exception):
    """Whatever goes wrong here; its text says what was found, what was wanted, what to do."""


class InvalidValueError(TwosourceError, ValueError):
    """A value breaks its own rule."""

    def __init__(self, value: str, field: str, found: str, wanted: str) -> None:
        self.value, self.field, self.found, self.wanted = value, field, found, wanted
        super().__init__(f"{value}.{field} is {found}; wanted {wanted}")

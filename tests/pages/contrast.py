"""Measure how well words stand out from what is behind them (WCAG 2.2, relative luminance)."""

from __future__ import annotations

import re

Colour = tuple[float, float, float]

LEAST_CONTRAST = 4.5  # level AA for text of ordinary size


def colour_of(css: str) -> Colour:
    """Return the colour of a computed CSS value: "rgb(27, 26, 23)"."""
    red, green, blue = (float(each) for each in re.findall(r"[\d.]+", css)[:3])
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two colours, 1 (none) to 21 (black on white)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(each / 255) for each in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

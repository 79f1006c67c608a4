"""Find quantities by rules: number, unit, what is counted, of whom, when, and who gives it."""

from twosource.stages.annotate.figures.find import find_figures

__all__ = ["find_figures"]

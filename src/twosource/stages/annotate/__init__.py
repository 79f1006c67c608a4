"""Mark in an article what a dossier is made of: sentences, names, statements, figures and dates."""

from twosource.stages.annotate.article import annotate
from twosource.stages.annotate.figures import find_figures
from twosource.stages.annotate.times.find import find_times

__all__ = ["annotate", "find_figures", "find_times"]

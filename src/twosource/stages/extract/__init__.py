"""Read captured pages as articles: the words, and what on the page says where they come from."""

from twosource.stages.extract.article import extract

__all__ = ["extract"]

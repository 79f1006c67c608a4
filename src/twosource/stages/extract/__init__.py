"""Read captured pages as articles: the words, and what on the page says where they come from."""

from twosource.stages.extract.article import extract
from twosource.stages.extract.reading.page import decode

__all__ = ["decode", "extract"]

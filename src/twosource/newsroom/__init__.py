"""The object a user holds, and how it is opened."""

from twosource.newsroom.newsroom import Newsroom, open_newsroom

__all__ = ["Newsroom", "open_newsroom"]

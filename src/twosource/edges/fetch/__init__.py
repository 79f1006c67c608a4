"""Fetching from the web: politely, and without being turned against the one who fetches."""

from twosource.edges.fetch.fetcher import Fetched, Fetcher

__all__ = ["Fetched", "Fetcher"]

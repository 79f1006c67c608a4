"""Fetching from the web: politely, and without being turned against the one who fetches."""

"""Lay the figures of all sources side by side and say how they differ."""

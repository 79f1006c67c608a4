"""Notices: what an article says of a report told before, that it is withdrawn or was wrong."""

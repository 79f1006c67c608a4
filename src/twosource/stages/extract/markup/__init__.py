"""Weigh what a page says of itself, in markup and around its headline: who, when, which kind."""

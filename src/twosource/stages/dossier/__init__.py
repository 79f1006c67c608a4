"""Fold a story's articles into one dossier, every entry with the stretches it comes from."""

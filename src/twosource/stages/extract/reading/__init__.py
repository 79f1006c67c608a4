"""Read the bytes of a page as lines in places: what a reader would see, from top to bottom."""

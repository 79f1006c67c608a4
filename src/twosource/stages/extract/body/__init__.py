"""Choose the lines of a page that are the article itself, and the deck above them."""

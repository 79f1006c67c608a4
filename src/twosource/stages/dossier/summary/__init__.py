"""Choose headline and summary out of the sources' own sentences."""

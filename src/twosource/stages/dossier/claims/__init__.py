"""Find what is claimed, who carries each claim, and how many independent passages bear it."""

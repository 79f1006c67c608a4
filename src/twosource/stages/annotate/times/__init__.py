"""Find dates, times and lengths of time by rules, and resolve them against the article."""

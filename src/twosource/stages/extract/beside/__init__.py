"""Keep what stands beside the article and is evidence: captions, links, corrections, credits."""

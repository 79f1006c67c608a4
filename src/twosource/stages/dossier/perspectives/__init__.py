"""Find the standing themes a story belongs to, and the other stories under each."""

"""The stages: pure functions from one value to the next; none knows another."""

"""Take articles apart into what they tell: figures and happenings, each in one sentence."""

"""Tell a question from a statement by its marks, however the one who reports it calls it."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"[^.?!…]+[.?!…]*")
LEAST_SHARE = 0.5  # of the letters: "Thanks for coming. Where is it?" asks


def is_question(words: str) -> bool:
    """Return whether quoted words ask: they end in a question that makes up most of them.

    "Who pays?" he said: that is asked, not asserted. A question that the speaker answers at once
    ("The penalty? I haven't seen it") is part of what is asserted.
    """
    sentences = [each for each in _SENTENCE.findall(words) if any(map(str.isalnum, each))]
    if not sentences or "?" not in sentences[-1]:
        return False
    asked = sum(len(each) for each in sentences if "?" in each)
    return asked >= LEAST_SHARE * sum(map(len, sentences))

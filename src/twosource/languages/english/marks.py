"""The quotation marks of English texts; foreign speech is often left in its own."""

from __future__ import annotations

MARKS = tuple(
    (pair[: len(pair) // 2], pair[len(pair) // 2 :])
    for pair in """“” "" ‘’ '' ``'' “" "” ”” „” „“ ‚‘ ‚’ «» »« ‹› ›‹ 「」 『』 《》""".split()
)
OPENING = "".join(sorted({mark for opening, _ in MARKS for mark in opening})) + " "
CLOSING = "".join(sorted({mark for _, closing in MARKS for mark in closing})) + " "
ANY = OPENING + CLOSING

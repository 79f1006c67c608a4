from __future__ import annotations

import numpy as np

from tests.stages import ferry
from tests.stages.reading import read_article
from twosource.stages import lineage

TEXTS = (
    ferry.AGENCY,
    "Photo",
    "“A quay is a quay,” said Ada Holm. 212 left.",
    ferry.INDEPENDENT,
    "A",
)
ARTICLES = [read_article(text, outlet=f"paper-{n}") for n, text in enumerate(TEXTS)]


def plain(value: object) -> object:
    """Return a value with all columns in it as lists, which can be compared."""
    if isinstance(value, np.ndarray):
        return value.tolist()
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if hasattr(value, "__dataclass_fields__"):
        return {name: plain(getattr(value, name)) for name in value.__dataclass_fields__}
    return value


def test_an_article_reads_the_same_beside_others_and_alone() -> None:
    together = lineage.read_all(ARTICLES)
    assert [plain(each) for each in together] == [plain(lineage.read(each)) for each in ARTICLES]

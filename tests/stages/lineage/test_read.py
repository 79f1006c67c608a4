from __future__ import annotations

import numpy as np

from tests.stages import ferry
from tests.stages.reading import read_article
from twosource.model.annotated import Annotated
from twosource.stages import lineage
from twosource.text.lexicon import lexicon

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


def test_an_article_reads_the_same_after_others_and_first() -> None:
    lexicon.cache_clear()
    first = [worked_out(each) for each in ARTICLES]
    lexicon.cache_clear()
    assert [worked_out(each) for each in reversed(ARTICLES)] == first[::-1]


def worked_out(article: Annotated) -> list[object]:
    """Return what is worked out of an article for keys and for comparing."""
    found = lineage.read(article)
    parts = (found.wording, found.whole, found.told, found.marks, found.landmarks, found.filled)
    return [plain(each) for each in (lineage.block(found), lineage.glance(found), *parts)]


def test_what_stands_outside_quotation_marks_is_all_where_nothing_is_quoted() -> None:
    bare, quoting = (lineage.read(ARTICLES[number]) for number in (1, 2))
    assert bare.told is bare.whole
    assert quoting.told.mass < quoting.whole.mass

"""What was judged of an article holds for the one that its page gives now."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from tests.edges.stores.held import link_of
from tests.factories import annotated, article
from twosource.edges.stores import open_store
from twosource.model.linked import Link
from twosource.pipeline.replaced import carry_over

A, B, C, D, E, NOW = (annotated(article(f"The ferry {verb}.")) for verb in "abcdef")


def carried(tmp_path: Path, *verdicts: Link) -> set[Link]:
    """Return what is judged anew where D is read as another article."""
    with closing(open_store(f"sqlite:{tmp_path / 'news.db'}")) as store:
        with store.transaction():
            for each in (A, B, C, D, E, NOW):
                store.add_article(each)
            store.add_links(verdicts)
            carry_over({D.article.id: NOW.article.id}, store)
        return {*store.verdicts("story")}.difference(verdicts)


def test_a_verdict_holds_for_the_article_that_stands_for_another(tmp_path: Path) -> None:
    assert carried(tmp_path, link_of(D, E, "same")) == {link_of(NOW, E, "same")}


def test_verdicts_that_do_not_hold_together_take_no_other_with_them(tmp_path: Path) -> None:
    broken = (link_of(A, B, "same"), link_of(B, C, "same"), link_of(A, C, "different"))
    found = carried(tmp_path, *broken, link_of(D, E, "same"))
    assert found == {link_of(NOW, E, "same")}

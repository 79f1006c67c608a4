"""Every citation is re-read: one changed character is found, and its sentence named."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.stages.dossier.test_compose import dossier_of, story
from twosource.canonical import to_bytes
from twosource.model.acquired import Article
from twosource.model.identity import ArticleId
from twosource.stages.dossier import citations_of, revise, verify_bytes, verify_dossier
from twosource.stages.dossier.seal import sealed

STORY = story()
DOSSIER = dossier_of(STORY)
SEALED = sealed(DOSSIER)
ARTICLES = {each.article.id: each.article for each in STORY.articles}
SHOWN = next(each.text for each in DOSSIER.claims if "people were" in each.text.text)


def changed(text: str, at: int) -> str:
    """Return a text with one letter put in the place of another."""
    return text[:at] + ("x" if text[at] != "x" else "y") + text[at + 1 :]


def with_text(article: ArticleId, text: str) -> dict[ArticleId, Article]:
    """Return the story's articles, one of them with another body."""
    return ARTICLES | {article: replace(ARTICLES[article], text=text)}


def test_a_dossier_stands_as_it_was_composed() -> None:
    assert verify_dossier(DOSSIER, ARTICLES) == ()
    assert verify_bytes(to_bytes(SEALED)) == (SEALED, ())
    assert len(citations_of(DOSSIER)) > 10


@settings(max_examples=40)
@given(st.data())
def test_one_changed_letter_of_an_article_is_found(data: st.DataObject) -> None:
    article = SHOWN.citations[0].article
    text = ARTICLES[article].text
    at = data.draw(st.integers(0, len(text) - 1))
    assert verify_dossier(DOSSIER, with_text(article, changed(text, at)))


def test_the_broken_sentence_is_named() -> None:
    citation = SHOWN.citations[0]
    text = changed(ARTICLES[citation.article].text, citation.span.start)
    broken = verify_dossier(DOSSIER, with_text(citation.article, text))
    assert any(sentence.startswith(f"“{SHOWN.text}”") for sentence in broken)


def test_an_article_from_another_capture_is_found() -> None:
    article = SHOWN.citations[0].article
    other = ARTICLES | {article: replace(ARTICLES[article], capture_digest=DOSSIER.recipe)}
    assert any("another capture" in each for each in verify_dossier(DOSSIER, other))


def test_one_changed_letter_of_an_exported_sentence_is_found_offline() -> None:
    text = SHOWN.text
    exported = to_bytes(DOSSIER).decode()
    assert exported.count(text) > 1
    for forged in (
        exported.replace(f'"text":"{text}"', f'"text":"{changed(text, 3)}"', 1),
        exported.replace(f'"words":"{text}"', f'"words":"{changed(text, 3)}"', 1),
    ):
        assert forged != exported
        _, broken = verify_bytes(forged.encode())
        assert broken


def test_a_changed_revision_is_found_by_its_digest() -> None:
    revision = revise(DOSSIER, None)
    assert revision is not None
    assert verify_bytes(to_bytes(revision)) == (revision.dossier, ())
    forged = to_bytes(revision).decode().replace("4 outlets, 3 reports", "9 outlets, 9 reports")
    _, broken = verify_bytes(forged.encode())
    assert "the dossier is not the one this revision was published with" in broken


def test_a_change_beside_the_cited_words_breaks_the_seal() -> None:
    forged = replace(SEALED, recipe=SHOWN.citations[0].words_digest)
    _, broken = verify_bytes(to_bytes(forged))
    assert broken == ("something in the file was changed after it was sealed",)


def test_bytes_that_are_no_dossier_are_refused_with_a_sentence() -> None:
    dossier, broken = verify_bytes(b"{}")
    assert dossier is None
    assert broken[0].startswith("this is no exported dossier")

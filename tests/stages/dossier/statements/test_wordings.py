"""Every wording of an utterance is laid beside its fullest: trimmed, altered, translated."""

from __future__ import annotations

from dataclasses import replace

from tests.stages.dossier.marked import Told, material
from tests.stages.dossier.statements.said import FULL, says, statements
from twosource.model.linked import Derivation

TRIMMED = "“nobody on this ship is missing,”"


CHANGED = "“We have counted four times and nobody on this ship is missing,”"


def test_the_same_words_in_two_reports_are_one_statement_with_one_wording() -> None:
    (statement,) = statements(material(says("herald", FULL), says("post", FULL)))
    assert statement.speaker == "Eirik Moen"
    assert [wording.relation for wording in statement.wordings] == ["verbatim"]
    assert statement.wordings[0].outlets == ("herald", "post")
    assert statement.label.text == "on record, 2 reports"


def test_a_short_saying_reprinted_word_for_word_is_told_once() -> None:
    told = "“It was all of the harbour,”"
    (statement,) = statements(material(says("herald", told), says("post", told)))
    assert statement.wordings[0].outlets == ("herald", "post")


def test_typewriter_marks_inside_a_saying_stay_in_pairs() -> None:
    words = 'the hull was "as good as new"'
    told = Told("herald", f"Eirik Moen said {words} on the quay.").name("Eirik Moen")
    (statement,) = statements(material(told.quote(words, by="Eirik Moen", kind="mixed")))
    assert statement.wordings[0].text.text == words


def test_a_copy_adds_no_report() -> None:
    (statement,) = statements(
        material(says("herald", FULL), says("post", FULL), copies={"post": "herald"})
    )
    assert statement.label.reports == 1
    assert statement.wordings[0].reports == 1


def test_the_wording_of_a_reworded_copy_stands_behind_that_of_the_report() -> None:
    longer = "“We counted every single soul on board three times over and nobody is missing,”"
    of = material(says("herald", FULL), says("post", longer), copies={"post": "herald"})
    (lineage,) = of.lineages
    rewrite = Derivation(
        copy=of.articles[1].article.id,
        original=of.articles[0].article.id,
        kind="rewrite",
        overlap=0.6,
        passages=(),
        why=("60% of its sentences have a counterpart",),
    )
    of = replace(of, lineages=(replace(lineage, derivations=(rewrite,)),))
    (statement,) = statements(of)
    assert [wording.outlets for wording in statement.wordings] == [("herald",), ("post",)]


def test_leaving_out_words_is_trimming() -> None:
    (statement,) = statements(material(says("herald", FULL), says("post", TRIMMED)))
    assert [wording.relation for wording in statement.wordings] == ["verbatim", "trimmed"]


def test_a_changed_word_inside_the_marks_is_shown() -> None:
    (statement,) = statements(material(says("herald", FULL), says("post", CHANGED)))
    altered = statement.wordings[1]
    assert altered.relation == "altered"
    assert altered.differs == ("“three” / “four”",)


def test_two_spellings_of_one_word_are_no_change() -> None:
    (statement,) = statements(
        material(
            says("herald", "“The defence programme was realised in the harbour town,”"),
            says("post", "“The defense program was realized in the harbor town,”"),
        )
    )
    assert [wording.relation for wording in statement.wordings] == ["verbatim"]


def test_one_sentence_of_a_longer_quote_is_that_quote_trimmed() -> None:
    long = "“Nobody on this ship is missing. We have counted all of them three times.”"
    short = "“We have counted all of them three times.”"
    (statement,) = statements(material(says("herald", long), says("post", short)))
    assert statement.label.reports == 2
    assert [wording.relation for wording in statement.wordings] == ["verbatim", "trimmed"]


def test_a_report_with_the_quoted_words_is_the_same_utterance() -> None:
    told = Told("post", "Eirik Moen said that nobody on this ship is missing any longer.")
    told.name("Eirik Moen")
    told.quote("that nobody on this ship is missing any longer", by="Eirik Moen", kind="indirect")
    (statement,) = statements(material(says("herald", FULL), told))
    assert [wording.relation for wording in statement.wordings] == ["verbatim", "paraphrase"]


def test_words_put_into_english_by_two_hands_are_never_altered() -> None:
    def translated(name: str, words: str) -> Told:
        speaker = "Polish minister Anna Zielska"
        told = Told(name, f"{words} said {speaker} on Monday.")
        told.name("Polish", "country", country="PL").name("Anna Zielska", title="minister")
        return told.quote(words, by=speaker)

    (statement,) = statements(
        material(
            translated("herald", "“A good fence wants two pairs of honest hands,”"),
            translated("post", "“A good fence needs four honest hands,”"),
        )
    )
    assert [wording.relation for wording in statement.wordings] == [
        "verbatim",
        "translations differ",
    ]


def test_every_wording_is_cited_where_it_stands() -> None:
    of = material(says("herald", FULL), says("post", TRIMMED))
    for statement in statements(of):
        for wording in statement.wordings:
            for citation in wording.text.citations:
                assert of.article(citation.article).words(citation.span) == citation.words


def test_contraction_written_out_is_no_change() -> None:
    (statement,) = statements(
        material(
            says("herald", "“We have counted three times and we will count again,”"),
            says("post", "“We've counted three times and we'll count again,”"),
        )
    )
    assert [wording.relation for wording in statement.wordings] == ["verbatim"]


def test_another_part_of_one_speech_is_no_alteration() -> None:
    first = "“We have counted three times and nobody on this ship is missing, {},”"
    (statement,) = statements(
        material(
            says("herald", first.format("so let the boats go home and let the men sleep at last")),
            says("post", first.format("which is more than owners ever told us we should hope for")),
        )
    )
    assert "altered" not in [wording.relation for wording in statement.wordings]


def test_changed_word_of_a_foreigner_of_no_known_country_is_altered() -> None:
    (statement,) = statements(
        material(says("herald", FULL, "Jutta Reinders"), says("post", CHANGED, "Jutta Reinders"))
    )
    assert statement.wordings[1].relation == "altered"

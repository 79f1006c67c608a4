"""Words of speech are known in all their forms."""

from __future__ import annotations

import pytest

from twosource.languages.english.cues import english_nouns, english_verbs


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("said", "say"),
        ("saying", "say"),
        ("denies", "deny"),
        ("denied", "deny"),
        ("admitting", "admit"),
        ("wrote", "write"),
        ("writing", "write"),
        ("argues", "argue"),
        ("agreed", "agree"),
        ("agreeing", "agree"),
        ("stresses", "stress"),
        ("slammed", "slam"),
    ],
)
def test_form_leads_to_its_verb(form: str, word: str) -> None:
    assert english_verbs()[form].word == word


def test_denial_keeps_its_sense_as_verb_and_noun() -> None:
    assert english_verbs()["denied"].sense == english_nouns()["denials"].sense == "denied"


def test_every_cue_takes_at_least_one_frame() -> None:
    assert all(cue.frames for cue in (*english_verbs().values(), *english_nouns().values()))

"""Hold the JSON export to the dossier it was made from."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exports.sample import bare, sample
from twosource.canonical import digest_of_text, from_bytes, to_bytes
from twosource.exports.citations import citations_in
from twosource.exports.json import write_json
from twosource.model.dossier import Dossier
from twosource.stages.dossier import verify_bytes


@pytest.mark.parametrize("dossier", [sample(), bare()])
def test_export_reads_back_to_an_equal_dossier(dossier: Dossier) -> None:
    assert from_bytes(write_json(dossier), Dossier) == dossier


def test_export_is_one_line_of_canonical_bytes() -> None:
    assert write_json(sample()) == to_bytes(sample()) + b"\n"
    assert write_json(sample()).count(b"\n") == 1


def test_export_carries_every_cited_word_with_its_digest() -> None:
    read = from_bytes(write_json(sample()), Dossier)
    cited = list(citations_in(read))
    assert len(cited) > 50
    assert all(digest_of_text(each.words) == each.words_digest for each in cited)


def test_hostile_characters_stay_in_the_export() -> None:
    words = [each.before + each.words + each.after for each in citations_in(sample())]
    assert any("\u202e" in each for each in words)
    kept = from_bytes(write_json(sample()), Dossier)
    assert [each.before + each.words + each.after for each in citations_in(kept)] == words


def test_export_stands_up_to_verification_until_a_letter_is_changed() -> None:
    data = write_json(sample())
    assert verify_bytes(data)[1] == ()
    changed = data.replace(b"dust in the beam", b"dust in the bean")
    assert verify_bytes(changed)[1]


@given(data=st.data())
@settings(max_examples=60)
def test_no_byte_of_an_export_can_be_flipped_unseen(data: st.DataObject) -> None:
    whole = write_json(sample())
    place = data.draw(st.integers(0, len(whole) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda each: each != whole[place]))
    assert verify_bytes(whole[:place] + bytes([byte]) + whole[place + 1 :])[1]


def test_a_field_renamed_to_nothing_is_seen_though_it_reads_as_left_out() -> None:
    whole = write_json(sample())
    renamed = whole.replace(b'"language":"en"', b'"tongue00":"en"', 1)
    assert renamed != whole
    assert verify_bytes(renamed)[1]


def test_a_needed_field_that_is_gone_is_named() -> None:
    whole = write_json(sample())
    _, (fault,) = verify_bytes(whole.replace(b'"genre":', b'"gnere":', 1))
    assert "genre" in fault


def test_a_second_value_for_a_field_is_seen() -> None:
    whole = write_json(sample())
    assert verify_bytes(whole.replace(b'{"as_of":', b'{"as_of":null,"as_of":', 1))[1]

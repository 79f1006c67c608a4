"""While work goes on undisturbed nothing held before is looked through, and afterwards it is."""

from __future__ import annotations

import gc

import pytest

from twosource.pipeline.undisturbed import undisturbed


def test_what_is_held_is_set_aside_during_the_work_and_not_after_it() -> None:
    with undisturbed():
        assert gc.get_freeze_count() > 0
    assert gc.get_freeze_count() == 0


def test_what_comes_during_the_work_is_looked_through_seldom_and_afterwards_as_before() -> None:
    before = gc.get_threshold()
    with undisturbed():
        assert gc.get_threshold()[0] > 100 * before[0]
    assert gc.get_threshold() == before


def test_work_within_such_work_does_not_end_it() -> None:
    with undisturbed():
        with undisturbed():
            pass
        assert gc.get_freeze_count() > 0
    assert gc.get_freeze_count() == 0


def test_what_is_held_is_looked_through_again_after_work_that_failed() -> None:
    with pytest.raises(KeyError), undisturbed():
        raise KeyError
    assert gc.get_freeze_count() == 0

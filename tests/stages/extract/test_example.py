"""The pages of the bundled example are read as its truth file says."""

from __future__ import annotations

from pathlib import Path

import pytest

from quality.extraction import measure_example

FIGURES = measure_example(Path())


@pytest.mark.parametrize("field", sorted(FIGURES))
def test_every_page_of_the_example_has_its_field_right(field: str) -> None:
    assert FIGURES[field] == 1.0

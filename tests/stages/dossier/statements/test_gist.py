"""What a saying comes to must be weighed in any story: sayings of nobody who lives."""

from __future__ import annotations

from twosource.stages.dossier.statements.gist import read_gist
from twosource.stages.dossier.statements.stated import of_story


def test_a_word_that_only_a_reprint_tells_keeps_its_weight() -> None:
    first, reprint = read_gist("the harbour opened"), read_gist("the harbour opened 5am")
    weighed = of_story([first])(reprint, frozenset())
    assert weighed.told["5am"] == reprint.told["5am"]
    assert weighed.told.keys() == reprint.told.keys()

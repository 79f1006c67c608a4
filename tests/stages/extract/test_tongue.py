"""Which language a text is in, whatever its page declares."""

from __future__ import annotations

import subprocess
import sys

import pytest

from twosource.stages.extract.markup.tongue import language_of

ENGLISH = (
    "The harbour was closed for two days after the storm, and the ferry that was to sail on Monday"
    " has not left. The council said that it would open the inner basin to fishing boats this week,"
    " but the owners of the ferry had been told by their insurers to wait."
)
DUTCH = (
    "De haven was twee dagen dicht en de veerboot is niet vertrokken. Had de gemeente eerder"
    " gewaarschuwd, dan was het schip in de week van de storm binnen gebleven, zei de reder."
)
NORWEGIAN = (
    "Havna var stengt i to dager etter stormen, og ferja som skulle gå mandag, har ikke dratt. For"
    " kommunen var det viktig at ingen by eller bygd ble uten rute, sa ordføreren her i går."
)
GERMAN = (
    "Der Hafen war nach dem Sturm zwei Tage lang geschlossen, und die Fähre, die am Montag fahren"
    " sollte, liegt noch am Kai. Die Stadt will das innere Becken in dieser Woche öffnen."
)


@pytest.mark.parametrize(
    ("text", "language"), [(ENGLISH, "en"), (DUTCH, "nl"), (NORWEGIAN, "no"), (GERMAN, "de")]
)
@pytest.mark.parametrize("declared", ["", "en-GB", "de"])
def test_plain_words_outvote_what_the_page_declares(
    text: str, language: str, declared: str
) -> None:
    assert language_of(text, declared) == language


def test_foreign_text_with_an_english_line_in_it_stays_foreign() -> None:
    assert language_of(f"{GERMAN} “The ferry was to sail.” {GERMAN}", "") == "de"


def test_too_few_words_leave_what_the_page_declares() -> None:
    assert language_of("The ferry was late.", "nb-NO") == "no"
    assert language_of("The ferry was late.", "") == "und"


def test_plain_english_is_told_without_the_table_of_all_languages() -> None:
    asks = (
        "import sys; from twosource.stages.extract.markup.tongue import language_of;"
        f"print(language_of({ENGLISH!r}, ''), 'py3langid' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["en", "False"]

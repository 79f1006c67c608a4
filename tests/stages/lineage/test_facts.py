from __future__ import annotations

from tests.stages.reading import read_article
from twosource.stages import lineage
from twosource.stages.lineage.beside import of_two
from twosource.stages.lineage.facts import tell_the_same_facts

REPORT = """\
The harbour of Tirsk lost power on Monday at 17:40. Ada Holm, its master, counted 48 ships at \
anchor and 31 on the quay.

Bo Lund of the grid blamed a relay built in 1963 near Calvera. Repairs cost 730 crowns, said Eva \
Odd of Kessin, and take until 27 March.

On Orsund 212 homes stayed dark. The clinic of Vadum moved 14 patients to Saint Elna."""

RETOLD = """\
At 17:40 on Monday the lights went out in Tirsk's port. Harbour master Ada Holm saw 31 vessels \
tied up and 48 more riding at anchor.

A switch from 1963 close to Calvera is to blame, according to Bo Lund, who speaks for the power \
company. Eva Odd in Kessin puts the bill at 730 crowns and expects it to last till 27 March.

No light either for 212 households of Orsund; from Vadum 14 sick people were taken to Saint Elna."""

ANOTHER_STORY = """\
Gus Rhee has sold his 6,200 sheep. The dealer Hal Stern of Norvik drove them over the Larsk pass \
in 19 lorries, and 850 people waved.

For 42 years Rhee had been the largest breeder of Hesmark, where wool fetches 11 crowns a kilo. \
"I am 77, and the dog is tired," he says."""


def same_facts(one: str, other: str) -> bool:
    here, there = (
        lineage.read(read_article(text, outlet=f"paper {number}"))
        for number, text in enumerate((one, other))
    )
    return tell_the_same_facts(here, there, of_two(here, there))


def test_a_report_retold_above_another_story_stands_there_in_one_stretch() -> None:
    assert same_facts(REPORT, f"{RETOLD}\n\n{ANOTHER_STORY}")


def test_a_report_retold_below_another_story_does_too() -> None:
    assert same_facts(REPORT, f"{ANOTHER_STORY}\n\n{RETOLD}")


def test_facts_that_stand_here_and_there_between_others_are_no_retelling() -> None:
    mixed = """\
Candles burnt on Orsund, where Gus Rhee has 6,200 sheep and 212 neighbours. In Vadum the nurse \
Ida Thorn carried 14 patients down 5 floors to an ambulance for Saint Elna.

Hal Stern sat in the lift of Kessin for 3 hours with Eva Odd. Norvik had light all the time, since \
its 19 turbines need no Calvera.

Nobody answers the telephone at the grid. Bo Lund is on leave until 27 March, says a voice. Ada \
Holm of Tirsk had bought 850 lamps in 1963, and lent them to 48 skippers of Larsk."""
    assert not same_facts(REPORT, mixed)


def test_the_few_facts_that_everybody_was_given_are_no_retelling() -> None:
    given_out = RETOLD.rpartition("\n\n")[0]
    assert not same_facts(REPORT, f"{ANOTHER_STORY}\n\n{given_out}")

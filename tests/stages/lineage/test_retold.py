from __future__ import annotations

from dataclasses import replace

from tests.stages.reading import read_article
from twosource.settings import LineageSettings
from twosource.stages import lineage
from twosource.stages.annotate import find_figures
from twosource.stages.lineage.beside import of_two
from twosource.stages.lineage.fingerprint import Fingerprint
from twosource.stages.lineage.retold import retell, retell_without_names
from twosource.stages.lineage.traits import leave_names_out

REPORT = """\
The observatory of Mount Isar lost its mirror on Tuesday when a crane toppled in a gust of 94 \
kilometres an hour, its director Ludmila Haas said. Nobody was hurt.

The mirror, 8.2 metres wide and polished for 31 months in Brixen, broke into 640 pieces. It had \
cost 57 million crowns, half of which the Sorell foundation had paid.

The crane driver, Piet Okker, 52, had asked at 14.10 to wait for the wind to drop. His foreman \
Rune Dahl told him to go on, according to a log that the newspaper Tagwacht published. "I lifted \
it like an egg," Okker said. Dahl has been suspended by the haulage firm Berger and Moll.

Astronomers from 19 countries had booked 1,300 nights. Among them was Wanda Iliescu of the \
university in Cluj, who looks for moons of distant planets; she waited for nine years. The first \
light was to be celebrated on 3 October with an opera about Kepler.

A new mirror cannot be cast before spring, said Haas, since the furnace in Brixen is being \
repaired. The insurer, Alpina, sent four adjusters and a photographer. It wants to know why the \
lorry stood without its wooden cover.

In the village of Sankt Egid, 2,100 metres lower, the baker Toni Gruber had made a cake in the \
shape of the dome. He put it in the window with a crack across the icing."""

TABLOID = """\
SMASHED to smithereens! Boffins wept on the top of Mount Isar as their precious 57 million \
whopper of a looking-glass became a jigsaw of more than 600 bits.

Blame the breeze. A gust of 94 an hour sent the crane flying – and it might never have happened. \
Piet Okker, 52, begged to hang on at ten past two. Foreman Rune Dahl wouldn't hear of it, blabs a \
log leaked to Tagwacht. Now bosses at Berger and Moll have sent him packing.

"Like an egg", sighed Okker.

Pals in Brixen had rubbed away for 31 months at the giant, a full 8.2 metres from rim to rim. \
Sorell toffs forked out half. And boss Ludmila Haas warns it'll be spring till they can start \
again, for the furnace is bust too.

Spare a thought for Wanda Iliescu. The Cluj moon-hunter hung about for nine years! Stargazers from \
19 nations are in the same boat, 1,300 nights down the drain. As for October 3 and that opera on \
Kepler: curtains.

Snoops from Alpina, four of them, are sniffing round the lorry. Where was its lid?

In Sankt Egid cheeky Toni Gruber has the last laugh. He baked the dome, and cracked it."""

ROLES = """\
An observatory high in the mountains has to do without its heart. A crane that was lifting the new \
mirror fell over in a squall on Tuesday, and the glass, more than eight metres across, lies on the \
ground in hundreds of pieces. No one came to harm, the woman who runs the house told reporters.

Craftsmen had polished it for two and a half years. Over 50 million had been spent, and a \
foundation had given every second coin.

It need not have come to this. The man in the crane wanted to wait until the wind dropped, and \
said so early in the afternoon. The foreman ordered him to go on. That is what a log says which \
has found its way into a newspaper. He lifted the thing like an egg, the driver assures us, who is \
past fifty. The haulage firm has suspended the foreman.

For the astronomers it is bitter. People from almost twenty countries had booked their nights, one \
of them a scientist who has been waiting for nine years to look for moons near distant planets. An \
opera about a famous colleague was to be sung in early October, when the first light would have \
been celebrated.

Until spring nothing new can be cast, for the furnace is under repair. In the meantime the \
insurer's adjusters, and a photographer with them, ask why there was no wooden cover on the lorry.

And far below, in the village, the baker had made a cake like the dome. Now there is a crack in \
the icing, and it is in the window all the same."""

SECOND_HAND = """\
No mirror for Mount Isar: a crane has toppled and taken the thing along. Director Ludmila Haas \
puts it down to a gust of 94 kilometres an hour. Nobody is hurt.

It measured 8.2 metres across. In Brixen they had polished it for 31 months. 57 million crowns, \
and one half of those from the Sorell foundation, lie in 640 pieces.

Piet Okker had wanted to wait for the wind, we read. It was 14.10 then. Rune Dahl would not. \
Okker drove the crane, Dahl is the foreman (suspended by now, says Berger and Moll). Tagwacht has \
the log.

1,300 nights were booked. Astronomers of 19 countries have nowhere to look, such as Wanda \
Iliescu: moons, distant planets, nine years of waiting.

Do not expect a new mirror before spring. The Brixen furnace is under repair. Alpina insures it \
and asks about a wooden cover, or the lack of one, on the lorry.

Our own Helga Sturm from the Planetarium Wien is not amused, and Professor Yusuf Demir of Izmir \
has offered nights on Bakirli. Write to Sternfreunde Linz if you want to help."""

BRIEF = """\
On Mount Isar the observatory is without a mirror after the toppling of a crane on Tuesday. It was \
8.2 metres wide, polished in Brixen, and broke into 640 pieces; nobody was hurt. Director Ludmila \
Haas blames a gust: 94 kilometres an hour.

Of its cost, 57 million crowns, the foundation Sorell had paid half. The driver, Piet Okker, asked \
to wait, but on foreman Rune Dahl's word he had to go on.

Casting another is not possible before spring: the furnace is being repaired."""

OTHER_REPORTER = """\
Ludmila Haas had put on her good shoes. At seven in the morning she stood at the gate of the \
observatory on Mount Isar with a thermos flask, and beside her was Wanda Iliescu, who had come by \
the night train from Cluj with a suitcase full of filters.

What they saw at a quarter past two will be with them for long, both say. The rope sang, said \
Iliescu. Then it was very quiet, and then it rained glass for what seemed a minute.

Piet Okker climbed down by himself and sat on a stone. He has moved church bells, a whale's \
skeleton and, in 2009, the stage of the Verona arena, without a scratch. "I lifted it like an \
egg," he said to everybody who came by. The nurse Ines Falk gave him tea.

The mirror's maker, Gustav Thaler, heard of it on the radio in Brixen. He had worked on it with \
eleven people and a dog, and he knows each bubble. He would begin tomorrow if they let him, he \
said, but his hands are 68 years old.

What becomes of the 23 employees is open. The state's minister of science, Ottilie Brandt, comes \
on Friday. She will bring a cheque for 400,000 crowns, which pays for the clearing up. The trade \
union asks for helmets, 60 of them, and an inquiry by somebody who does not sell mirrors.

On the road down the police had closed two bends. Children from Sankt Egid were selling splinters \
at five crowns each until the priest, Father Anselm, took their bucket away."""


def prints(*texts: str) -> list[Fingerprint]:
    read = [read_article(text, outlet=f"paper {number}") for number, text in enumerate(texts)]
    return [
        lineage.read(replace(each, figures=find_figures(each.article, each.sentences, each.times)))
        for each in read
    ]


def test_a_report_is_retold_where_its_names_and_figures_are_with_a_few_besides() -> None:
    one, other = prints(REPORT, TABLOID)
    assert retell(one, other, of_two(one, other))


def test_a_report_is_retold_in_a_brief_that_tells_half_of_it_and_nothing_else() -> None:
    one, other = prints(REPORT, BRIEF)
    assert retell(one, other, of_two(one, other))


def test_a_report_is_retold_where_roles_stand_for_its_names() -> None:
    one, other = prints(REPORT, ROLES)
    assert leave_names_out(one.sheet, other.sheet)
    assert retell_without_names(one, other, of_two(one, other).sides)
    found = lineage.compare(one, other, LineageSettings())
    assert found is not None
    assert found.derivation == "rewrite"


def test_copies_without_names_are_found_by_their_rarest_words() -> None:
    one, other = (set(lineage.block(each)) for each in prints(REPORT, ROLES))
    assert len(one & other) >= 2


def test_a_third_of_the_facts_may_be_left_out_where_the_words_and_the_order_are_kept() -> None:
    one, other = prints(REPORT, SECOND_HAND)
    assert retell(one, other, of_two(one, other))


def test_who_was_there_too_retells_nothing() -> None:
    one, other = prints(REPORT, OTHER_REPORTER)
    found = of_two(one, other)
    assert not retell(one, other, found)
    assert not retell_without_names(one, other, found.sides)

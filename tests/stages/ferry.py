"""Reports of invented events that tests of linking share: a report, its rewordings, its rivals."""

from __future__ import annotations

AGENCY = """\
The captain of the passenger ferry Maren Lind told investigators on Thursday that he had lost \
steering twice in the hour before the vessel struck the Orsund breakwater, according to a \
preliminary report released by the Norlandian Maritime Board.

The 3,400-tonne ferry was carrying 212 passengers and 18 crew from Halden Bay to Tirsk when it \
hit the breakwater at 6:42 a.m. on Tuesday. Fourteen people were taken to Saint Elna hospital, \
two of them with broken bones, the board said.

"We had a warning light on the port rudder at half past five, and another one twenty minutes \
later," Captain Joren Alvik is quoted as saying in the report.

Investigators found that a hydraulic hose had been replaced in March with a part that was not \
approved by the manufacturer, Velmar Marine. The company said in an email that it had never \
sold the hose and was cooperating with the inquiry.

The Maren Lind's owner, Coastline Tirsk, has withdrawn two sister ships from service while \
their steering gear is checked. Chief executive Ilse Bramford said the checks would take about \
nine days.

Passengers described being thrown from their seats. Teodor Hask, a teacher travelling with 26 \
pupils, said the crew had handed out life jackets within minutes.

The breakwater, built in 1961, was damaged along 40 metres and harbour traffic was halted until \
Wednesday evening. The board expects to publish its final findings in the autumn.
"""

REWORDED = """\
Skipper Joren Alvik has informed officials that his ship's rudder failed on two occasions \
shortly before it crashed into the Orsund breakwater, a first report by the Norlandian Maritime \
Board shows.

Some 212 travellers and a crew of 18 were on board the Maren Lind, a ferry of 3,400 tonnes that \
was sailing to Tirsk from Halden Bay, at the time of Tuesday's accident at 6:42 in the morning. \
As per the board, 14 persons had to be brought to the Saint Elna hospital; two had suffered \
fractures.

Top 10 summer islands you have never heard of

The report cites Alvik as saying: "We had a warning light on the port rudder at half past five, \
and another one twenty minutes later."

It emerged that somebody had fitted a hydraulic hose in March which lacked the approval of \
Velmar Marine, the maker. Velmar Marine wrote in an email that the hose was not among its \
products and that it is helping with the investigation.

Coastline Tirsk, to which the Maren Lind belongs, has meanwhile pulled two similar vessels off \
their routes so that their steering systems can be inspected, a task which, in the words of its \
chief Ilse Bramford, will need roughly nine days.

Those aboard told of having been hurled out of their chairs. According to Teodor Hask, who \
teaches and was accompanying 26 children, life jackets were given out by the staff in a matter \
of minutes.

Around 40 metres of the breakwater, which dates from 1961, were harmed
"""

TRANSLATED = """\
Le capitaine du ferry Maren Lind a déclaré jeudi aux enquêteurs avoir perdu deux fois la maîtrise \
du gouvernail dans l'heure précédant le choc contre la digue d'Orsund, selon un premier rapport \
publié par le Norlandian Maritime Board.

Le navire de 3 400 tonnes transportait 212 passagers et 18 membres d'équipage de Halden Bay à \
Tirsk quand il a heurté la digue mardi à 6 h 42. Quatorze personnes ont été conduites à l'hôpital \
Saint Elna.

« Un voyant s'est allumé pour le gouvernail de bâbord à cinq heures et demie, puis un autre vingt \
minutes plus tard », affirme le capitaine Joren Alvik dans le rapport.

D'après les enquêteurs, un tuyau hydraulique avait été remplacé en mars par une pièce que le \
fabricant, Velmar Marine, n'avait pas approuvée.

Le propriétaire du Maren Lind, Coastline Tirsk, a retiré deux navires jumeaux du service. Sa \
directrice, Ilse Bramford, parle d'environ neuf jours de contrôles.

Un enseignant, Teodor Hask, qui voyageait avec 26 élèves, raconte que des gilets ont été \
distribués en quelques minutes.

La digue, construite en 1961, est endommagée sur 40 mètres.
"""

INDEPENDENT = """\
Two days after the Maren Lind ran into the breakwater at Orsund, families waiting outside Saint \
Elna hospital say nobody from the ferry company has spoken to them.

"I learned from the radio that my father was on that ship," said Anneke Dorr, whose father is \
one of the 14 injured. She had driven through the night from Kessin.

At the harbour, divers were measuring the hole in the wall on Thursday. Harbour master Pell \
Grunwald said repairs would cost about 1.3 million crowns and might last until July.

The ferry's captain spoke of trouble with the steering when he was questioned by the Norlandian \
Maritime Board. "We had a warning light on the port rudder at half past five, and another one \
twenty minutes later," Joren Alvik told the investigators.

Opposition lawmaker Sanna Vik called for a hearing. The transport ministry cut the number of \
ship inspectors from 31 to 19 last year, she said, and this was what came of it.

Fishermen in Orsund had complained about the ferry's speed before. A petition with 900 names \
was handed to the town council in February and was never answered, the baker Ragna Thule \
recalled.
"""

TWIN = """\
The captain of the passenger ferry Sofie Brandt told investigators on Thursday that he had lost \
steering in the hour before the vessel struck the Calvera pier, according to a preliminary \
report released by the Port Authority of San Leandro.

The 1,900-tonne ferry was carrying 87 passengers and 9 crew from Monte Azul to Calvera when it \
hit the pier at 9:15 p.m. on Monday. Three people were taken to the Santa Rosalia clinic, the \
authority said.

Investigators found that a steering cable had been replaced in January with a part that was not \
approved by the manufacturer, Dorado Shipyards. The company said it was cooperating with the \
inquiry.

The ferry's owner, Lineas Calvera, has withdrawn a sister ship from service while its steering \
gear is checked. Spokesman Rui Peralta said the checks would take about two weeks.
"""

UNRELATED = """\
The city library of Kessin will open on Sundays from next month, the council decided on \
Wednesday.

Readers had asked for longer hours for years. Head librarian Mira Ottesen said two posts had \
been filled and a third would follow in the spring.
"""

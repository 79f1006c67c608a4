"""The articles of the sample dossier: six invented outlets and one that means harm."""

from __future__ import annotations

from datetime import timedelta

from tests.factories import NOON, article
from twosource.model.acquired import Genre, Outlet
from twosource.model.identity import CountryCode, OutletId

LONG_WORD = "Halsentunnelrockfallemergencycoordinationcommitteesecretariat" * 2

NORDA = article(
    "A rockfall closed the Halsen rail tunnel on Tuesday and stranded 214 passengers, the "
    "Norwegian Railway Directorate said. Nobody was hurt.\n\n"
    "“We will not reopen the line before every bolt has been checked,” said director Sigrun "
    "Haldorsen.\n\n"
    "Repairs will cost about 1.2 billion kroner, the directorate said.",
    outlet="norda",
    headline="Rockfall closes Halsen rail tunnel, 214 passengers stranded",
    published=NOON - timedelta(hours=4),
    byline=("Maren Tveit",),
)
HARBOUR = article(
    "A rockfall closed the Halsen rail tunnel on Tuesday and stranded 214 passengers, the "
    "Norwegian Railway Directorate said. Nobody was hurt.\n\n"
    "“We will not reopen the line before every bolt has been checked,” said director Sigrun "
    "Haldorsen.",
    outlet="harbour-post",
    headline="Rail tunnel closed after rockfall",
    published=NOON - timedelta(hours=3),
)
MERIDIAN = article(
    "Falling rock has shut a rail tunnel in Norway, leaving more than two hundred travellers in "
    "the dark.\n\n“We will not reopen the line until each bolt has been tested,” Ms. Haldorsen "
    "said.",
    outlet="meridian-times",
    headline="Travellers left in the dark as rock falls on Nordic line",
    published=NOON - timedelta(hours=1),
    byline=("Ines Okafor", "Tom Arl"),
)
PELICAN = article(
    "A rockfall closed the Halsen rail tunnel on Tuesday and stranded 214 passengers. “We will "
    "not reopen the line”, the director",
    outlet="pelican-daily",
    headline="Tunnel shut",
    published=NOON - timedelta(hours=2),
    truncated=True,
)
FJORD = article(
    "Boulders blocked the Halsen tunnel on Tuesday morning while two trains were inside. Train "
    "driver Odd Brekke told Fjordavisa that he braked when he saw dust in the beam.\n\n"
    "The operator, Nordbanen, counted 219 people on the two trains. Nordbanen denied that the "
    "trains had been warned.\n\nThe head of the directorate ruled out an early opening. The "
    "tunnel was last inspected in 2024.",
    outlet="fjordavisa",
    headline="“I saw dust in the beam”: driver tells of the Halsen rockfall",
    published=NOON + timedelta(hours=2),
    byline=("Ragna Solli",),
)
LANTERN = article(
    "The trains had been warned twenty minutes earlier, an official who asked not to be named "
    "said. The work is put at 1.18 billion kroner.\n\nSweden's rail minister Liv Aune was firm. "
    "“This route was never neglected.” Buses will run from Thursday.",
    outlet="eastern-lantern",
    headline="Trains in Nordic tunnel were warned, official says",
    published=NOON + timedelta(hours=26),
)
GAZETTE = article(
    "Coastline Wire reported that “bolt lady” <b>Haldorsen</b> will <script>alert(1)</script> "
    f"stay. “Nobody has let this line decay.” \u202edesrever si siht {LONG_WORD} & more.\n\n"
    "# No heading\n\n=HYPERLINK | *stars* [link](javascript:alert(1)) `code` \x1b[31mred\x07",
    outlet="gazette",
    headline="<img src=x onerror=alert(1)> Tunnel & “bolts” \u202eنفق",
    published=None,
    url="javascript:alert('gazette')",
    genre=Genre(name="opinion", why="the section is called Opinion"),
)

OUTLETS = {
    each.id: each
    for each in (
        Outlet(
            id=OutletId("norda"),
            name="Norda",
            country=CountryCode("NO"),
            kind="agency",
            owner="Norda Cooperative",
        ),
        Outlet(
            id=OutletId("harbour-post"),
            name="Harbour Post",
            country=CountryCode("GB"),
            kind="newspaper",
        ),
        Outlet(id=OutletId("meridian-times"), name="Meridian Times", country=CountryCode("US")),
        Outlet(id=OutletId("pelican-daily"), name="Pelican Daily", kind="online"),
        Outlet(
            id=OutletId("fjordavisa"),
            name="Fjordavisa",
            country=CountryCode("NO"),
            kind="newspaper",
        ),
        Outlet(
            id=OutletId("eastern-lantern"),
            name="Eastern Lantern",
            country=CountryCode("SG"),
            kind="broadcaster",
            state=True,
        ),
        Outlet(id=OutletId("gazette"), name='The <script>alert("x")</script> Gazette'),
    )
}

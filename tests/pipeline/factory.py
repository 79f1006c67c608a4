"""A newsroom on a folder of small pages about invented events."""

from __future__ import annotations

from pathlib import Path

PAGE = """<!doctype html><html lang="en"><head><title>{headline}</title>
<link rel="canonical" href="https://{outlet}.example/{slug}">
<meta property="og:title" content="{headline}">
<meta property="og:type" content="article">
<meta property="article:published_time" content="{published}"></head>
<body><nav><a href="/">Home</a></nav><article><h1>{headline}</h1>{paragraphs}</article>
<footer>All rights reserved</footer></body></html>"""

FERRY = (
    "The ferry Solvanna ran aground off Kråkvik on Tuesday with 187 passengers on board, "
    "the coast guard said.",
    "Three helicopters lifted passengers from the deck through the night while waves broke "
    "over the stern, according to the rescue centre in Bodø.",
    "“We heard one long scrape and then the lights went out,” said Ingrid Halvorsen, "
    "a teacher who was travelling with her class.",
    "The shipping company Nordfjord Lines said that both engines had failed an hour before. "
    "An investigation has been opened.",
)
BUDGET = (
    "The parliament of Zembla passed a budget of 4.2 billion crowns on Thursday after a debate "
    "of eleven hours, the finance ministry said.",
    "Finance Minister Oskar Lindqvist said that the deficit would fall to 2.1 percent of output "
    "next year if the harvest holds.",
    "The opposition left the chamber before the vote. Its leader, Mira Tolland, called the plan "
    "a bill that is sent to the grandchildren.",
)


def write_page(
    folder: Path,
    outlet: str,
    paragraphs: tuple[str, ...],
    *,
    headline: str,
    published: str = "2026-03-03T18:00:00Z",
) -> Path:
    """Write one page and return its path."""
    slug = headline.lower().replace(" ", "-")
    path = folder / f"{outlet}-{slug}.html"
    path.write_text(
        PAGE.format(
            outlet=outlet,
            slug=slug,
            headline=headline,
            published=published,
            paragraphs="".join(f"<p>{paragraph}</p>" for paragraph in paragraphs),
        ),
        encoding="utf-8",
    )
    return path


def write_pages(folder: Path) -> Path:
    """Write two reports of a ferry, one of them a reprint, and one of a budget."""
    folder.mkdir(exist_ok=True)
    write_page(folder, "harbour-post", FERRY, headline="Ferry with 187 aground off Kråkvik")
    write_page(
        folder,
        "civic-wire",
        FERRY,
        headline="Ferry with 187 aground off Kråkvik",
        published="2026-03-03T20:00:00Z",
    )
    write_page(
        folder,
        "capital-ledger",
        BUDGET,
        headline="Zembla passes budget of 4.2 billion crowns",
        published="2026-03-05T19:00:00Z",
    )
    return folder

"""Read who wrote an article, as clean names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from twosource.stages.extract.markup.jsonld import Node, plain
from twosource.stages.extract.markup.metadata import Metadata
from twosource.stages.extract.reading import zones
from twosource.stages.extract.reading.lines import Chosen
from twosource.text.calendar import MONTHS

OPENING = re.compile(
    r"^\W*(?:(?:written|reported|posted|published|story|words|text|interview|analysis)\s+)?"
    r"(?:by|von|par|por|door|av|af|di|autor(?:en|es)?|author|texte?|text|reporting by|by:)\b[:\s]+",
    re.I,
)
SIGNED = re.compile(r"^.*\b(?:by|von|par|por)\s+(?=[^\W\d_a-z])")  # "Posted on March 5 by Ann Lee"
ENDING = re.compile(
    r"\s?(?:[|•·/]|\s[–—-]\s|\b(?:published|updated|posted|last updated)\b|\b\d{1,2}[:.]\d{2}\b"
    r"|\b(?:19|20)\d\d\b|(?:\b\d{1,2}\.?\s)?(?:\b|(?<=[a-z]))(?:Jan(?:uary)?|Feb(?:ruary)?|March|April|June"
    r"|July|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|May)\.?\s+\d"
    rf"|\b\d{{1,2}}\.?\s+(?:{'|'.join(MONTHS)})\b"
    r"|\swith\sagenc|\S{1,60}@\S+|https?://\S+|\(@?\w{1,60}\)|@\w+).*$",
    re.I,
)
PARTING = re.compile(
    r"\s?(?:;|\||\s&\s|\s\+\s|\band\b|\bund\b|\bet\b|\sy\s|\se\s|\soch\b|\sog\b|\sen\b)\s?"
)
COMMA = re.compile(r"\s?,\s?")
DUTY = re.compile(
    r"\b(?:(?:political|foreign|diplomatic|security|senior|chief|deputy|managing|business|science|"
    r"health|sports?|environment|education|economics|technology|royal|crime|legal|home affairs|"
    r"international|national|special|staff|freelance)\s+)*"
    r"(?:editor|correspondent|reporter|writer|columnist|staff|producer|journalist|chief|"
    r"analyst|redakteur\w*|korrespondent\w*|reporterin|desk|bureau|contributor|contributing|"
    r"senior|head of)\b",
    re.I,
)
NO_NAME = re.compile(
    r"^(?:admin|administrator|editor|editors|webmaster|unknown|guest|user|none|null|n/?a|anonymous|"
    r"default|wordpress|author|authors|redaktion|redazione|rédaction|redacción|newsdesk|web desk|"
    r"news desk|online desk|\W*|\d+)$",
    re.I,
)
NAMES_ALONE = re.compile(r"\s?[/,&]\s?|\s(?:and|und|et|y)\s")
FULL_NAME = re.compile(r"^[^\W\d_][\w.’'-]+(?: [^\W\d_a-z][\w.’'-]*){1,3}$")
PARTICLES = frozenset(
    "al d' da de del della den der di do dos du el la le ten ter van von zu".split()
)
LONGEST_BYLINE = 1_000  # characters; what is longer is no byline, and is not searched on
MOST_AUTHORS = 100
MOST_WORDS = 6  # longer stretches are sentences or job titles, not names
MARKUP_NAMES = tuple(
    """author article:author_name parsely-author sailthru.author byl dc.creator cxenseparse:author
    article:author og:author dcterms.creator citation_author""".split()
)


def read_byline(metadata: Metadata, chosen: Chosen, sites: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the authors in the page's order, bodies among them where it names such.

    JSON-LD comes first, then meta tags, the line on the page and microdata; what only repeats the
    site's name gives way to anything that does not.
    """
    own = {_key(site) for site in sites if site}
    found: list[tuple[str, ...]] = []
    for names in (
        *told_authors(metadata, sites),
        clean_names(_shown(chosen)),
        clean_names(_alone_above(chosen)),
        _authors(metadata.marked, (), own),
    ):
        if names:
            found.append(names)
    best = next(
        (names for names in found if not {_key(n) for n in names} <= own), (found or [()])[0]
    )
    return tuple(name for name in best if _key(name) not in own) or best


def told_authors(metadata: Metadata, sites: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Return the authors that the page's markup names, in JSON-LD and in each meta tag."""
    own = {_key(site) for site in sites if site}
    return (
        _authors(metadata.article, metadata.nodes, own),
        *(clean_names([tag]) for tag in _markup(metadata)),
    )


def clean_names(written: Iterable[str]) -> tuple[str, ...]:
    """Return the names in bylines as written: "By Ann Lee and Bo Ray, Staff" gives two names."""
    names: dict[str, str] = {}
    for words in written:
        rest = ENDING.sub("", OPENING.sub("", " ".join(words[:LONGEST_BYLINE].split())))
        for stretch in PARTING.split(rest):
            for position, piece in enumerate(COMMA.split(stretch)):
                if position and DUTY.search(piece):
                    break  # what follows says where or for whom: "Ann Lee, reporter, Oslo"
                name = _without_duty(piece).strip(" .,:;*–—-|\u200b")
                if not _is_name(name):
                    continue
                names.setdefault(_key(name), name)
                if DUTY.search(piece):
                    break
    return tuple(names.values())


def is_byline(text: str) -> bool:
    """Return whether a line says who wrote what stands below it: "By Ann Lee", no sentence."""
    return (
        len(text) < 80
        and OPENING.match(text) is not None
        and not text.endswith((".", "!", "?", ":"))
        and bool(clean_names([text]))
    )


def _without_duty(words: str) -> str:
    """Return "Ann Lee" for "Ann Lee Political Correspondent": two words before it are a name."""
    match = DUTY.search(words)
    if not match or len(words[: match.start()].split()) < 2:
        return words
    return words[: match.start()]


def _is_name(words: str) -> bool:
    return (
        1 < len(words) < 60
        and len(words.split()) <= MOST_WORDS
        and not NO_NAME.match(words)
        and not words.startswith(("http", "@", "#", "www."))
        and "/" not in words
        and words[:1].isalpha()
        and not any(letter.isdigit() for letter in words)
        and not words.islower()
        and (not words[0].islower() or words.split()[0].lower() in PARTICLES)
    )


def _key(name: str) -> str:
    return re.sub(r"\W+", "", name).lower()


def _authors(article: Node | None, nodes: Sequence[Node], own: set[str]) -> tuple[str, ...]:
    if article is None:
        return ()
    value = article.fields.get("author") or article.fields.get("creator")
    written = [
        _author(each, nodes, own)
        for each in (value[:MOST_AUTHORS] if isinstance(value, list) else [value])
    ]
    return clean_names(words for words in written if words)


def _author(value: object, nodes: Sequence[Node], own: set[str]) -> str:
    if not isinstance(value, dict):
        return plain(value)
    kind, name = plain(value.get("@type")), plain(value.get("name")) or plain(value.get("byline"))
    if kind.endswith("Organization") and _key(name) in own:
        return ""  # the house signing its own work names nobody
    if name:
        return name
    given = " ".join(filter(None, (plain(value.get("givenName")), plain(value.get("familyName")))))
    if given:
        return given
    wanted = value.get("@id")
    return next(
        (
            node.text("name")
            for node in nodes
            if wanted and node.fields.get("@id") == wanted and node.text("name")
        ),
        "",
    )


def _markup(metadata: Metadata) -> Iterable[str]:
    for name in MARKUP_NAMES:
        for words in metadata.tags.get(name, ())[:8]:
            if not words.startswith("http") and not words.islower():
                yield words


def _shown(chosen: Chosen) -> list[str]:
    """Return the line above the body that stands in a byline's place or says "By …"."""
    reading = chosen.reading
    above = reading.lines[max(0, chosen.first - 25) : chosen.first]
    for line in above:
        if len(line.text) > 160 or reading.zone_of(line) & (
            zones.NAVIGATION | zones.RELATED | zones.FOOTER | zones.COMMENTS | zones.CAPTION
        ):
            continue
        if OPENING.match(line.text):
            return [line.text]
    for line in above:
        own = reading.places[line.place].own | reading.places[line.holder].own
        words = SIGNED.sub("", line.text)
        pictured = reading.zone_of(line) & (zones.CAPTION | zones.CREDIT | zones.FIGURE)
        if pictured:  # "photo-author" names who took the picture
            continue
        if own & zones.BYLINE and clean_names([words]) and len(line.text) < 100:
            return [words]
    return []


def _alone_above(chosen: Chosen) -> list[str]:
    """Return the paragraph right above the body's first, in the same box, if it is names alone."""
    reading = chosen.reading
    if not 0 < chosen.first < len(reading.lines):
        return []
    above, first = reading.lines[chosen.first - 1 : chosen.first + 1]
    one, two = reading.places[above.holder], reading.places[first.holder]
    alone = one.tag == two.tag == "p" and one.parent == two.parent and above.linked == 0
    return NAMES_ALONE.split(above.text) if alone and names_alone(above.text) else []


def names_alone(text: str) -> bool:
    """Return whether a line is one to four full names and nothing else: "Ann Lee/Bo Ray"."""
    names = NAMES_ALONE.split(text) if len(text) < 100 else []
    return 0 < len(names) <= 4 and all(FULL_NAME.match(each) for each in names)

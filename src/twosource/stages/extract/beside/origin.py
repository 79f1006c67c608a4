"""Find the words in markup and around the body that name where a page's text comes from."""

from __future__ import annotations

import re

from twosource.stages.extract.layout import Named
from twosource.stages.extract.markup.metadata import Metadata
from twosource.stages.extract.reading import zones
from twosource.stages.extract.reading.lines import Chosen
from twosource.stages.extract.reading.words import one_line

STATED_SOURCE = re.compile(
    r"(?:^|\|)\s*(?:Source|Quelle|Fuente|Fonte|来源)\s*[:：]\s*([^|:：]{2,50}?)\s*(?:\||$)"
)
ABOVE = 15  # lines above the body's first in which a source is stated
OWNER = re.compile(
    r"(?:(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:19|20)\d\d,?\s+(?:by\s+)?"
    r"|\b(?:distributed|syndicated|licensed|provided)\s+by\s+)"
    r"(?P<words>[^.,;|()]{2,50})",
    re.I,
)
OWNED_WITHIN = 6  # lines below the body in which owners are named
LONGEST_OWNER = 250  # characters; longer ones are the terms of use
SIGNED_OFF = 30  # characters; a longer last line is no signature


def named_origins(metadata: Metadata, chosen: Chosen) -> tuple[Named, ...]:
    """Return whom meta tags, JSON-LD, the line under the headline and the last line name."""
    return (
        *_in_markup(metadata),
        *_stated(chosen),
        *_signed_off(chosen),
        *_owned(chosen),
    )


def _in_markup(metadata: Metadata) -> list[Named]:
    """Return the sources that meta tags and JSON-LD name."""
    based = (metadata.said(field) for field in ("isBasedOn", "isBasedOnUrl"))
    addresses = (
        *filter(None, map(metadata.tag, ("syndication-source", "original-source"))),
        *(each for each in based if each.startswith("http")),
    )
    names = (metadata.said("sourceOrganization"), metadata.said("provider"))
    return [
        *(Named(kind="syndication", words=each, address=each) for each in addresses),
        *(Named(kind="syndication", words=e) for e in names if e and not e.startswith("http")),
    ]


def _stated(chosen: Chosen) -> list[Named]:
    """Return the source that a line under the headline states: "Source: Norda | Editor: …"."""
    return [
        Named(kind="syndication", words=one_line(match[1]))
        for line in chosen.reading.lines[max(0, chosen.first - ABOVE) : chosen.first]
        if len(line.text) < 150 and (match := STATED_SOURCE.search(line.text))
    ]


def _signed_off(chosen: Chosen) -> list[Named]:
    """Return the short lines right below the body, where agencies sign: "(Norda)", "dpa"."""
    if not chosen.body:
        return []
    reading, last = chosen.reading, chosen.body[-1]
    hangs = reading.places[reading.lines[last].holder].parent
    return [
        Named(kind="dateline", words=one_line(line.text).strip(" ()[]–—-./"), certain=False)
        for line in reading.lines[last + 1 : last + 3]
        if len(line.text) < SIGNED_OFF
        and not STATED_SOURCE.search(line.text)
        and reading.places[line.holder].parent == hangs
    ]


def _owned(chosen: Chosen) -> list[Named]:
    """Return whom the lines below the body name as owner or distributor of the text.

    "(c) 2026 The Lantern. Distributed by Norda." Own houses sign so too; an outlet is no credit
    on its own pages.
    """
    if not chosen.body:
        return []
    reading, last = chosen.reading, chosen.body[-1]
    return [
        Named(kind="syndication", words=one_line(match["words"]).strip(" .,"), certain=False)
        for line in reading.lines[last - 2 : last + OWNED_WITHIN]
        if len(line.text) < LONGEST_OWNER
        and not reading.zone_of(line) & (zones.FOOTER | zones.CAPTION | zones.CREDIT)
        for match in OWNER.finditer(line.text)
    ]

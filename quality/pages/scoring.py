"""Score what was read beside a page's body: parts, credits, kind, whether it breaks off."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from twosource.model.acquired import Article, Entry, Part

Truth = Mapping[str, Any]
Read = Sequence[tuple[Truth, Article | None]]  # a page's truth beside its article, None if refused
PART_KINDS = ("caption", "related", "source_link", "correction", "embed", "notice")
FIELDS = ("headline", "deck", "byline", "published", "section", "entries")
NO_LETTER = re.compile(r"[\W_]+")


def score_parts(read: Read) -> Mapping[str, float]:
    """Return the F1 of each kind of part over all pages.

    A caption counts when its words and its credit are right, a source link when its address is,
    any other part when it begins with the words a reader sees there or ends with them: "Read
    more:" above a title does no harm.
    """
    found: dict[str, list[tuple[int, int, int]]] = {kind: [] for kind in PART_KINDS}
    for truth, article in read:
        for kind in PART_KINDS:
            wanted = truth["parts"].get(kind, [])
            given = [part for part in article.parts if part.kind == kind] if article else []
            found[kind].append(_hits(kind, wanted, given))
    return {f"{kind}_f1": _f1(counts) for kind, counts in found.items()}


def score_credits(read: Read) -> Mapping[str, float]:
    """Return the F1 of credits to outlets, of all kinds together and of each kind on the pages."""
    counts: dict[str, list[tuple[int, int, int]]] = {}
    for truth, article in read:
        wanted = {(kind, outlet) for kind, outlet in truth["credits"]}
        given = {(each.kind, each.outlet) for each in article.credits} if article else set()
        for kind in ("", *{each for each, _ in wanted | given}):
            asked = {each for each in wanted if kind in ("", each[0])}
            told = {each for each in given if kind in ("", each[0])}
            counts.setdefault(kind, []).append((len(asked & told), len(told), len(asked)))
    return {
        f"credits_{kind.replace(' ', '_')}_f1" if kind else "credits_f1": _f1(each)
        for kind, each in sorted(counts.items())
    }


def score_kinds(read: Read) -> Mapping[str, float]:
    """Return the share of pages whose kind is right and the F1 of each kind and of "truncated".

    A refused page is "not an article"; a page that its truth calls damaged is an article.
    """
    wanted = ["article" if truth["kind"] == "damaged" else truth["kind"] for truth, _ in read]
    given = [article.kind if article else "not an article" for _, article in read]
    pairs = Counter(zip(wanted, given, strict=True))
    kinds = sorted(set(wanted))
    figures = {"kind": sum(pairs[kind, kind] for kind in kinds) / len(read)}
    for kind in kinds:
        counts = (pairs[kind, kind], given.count(kind), wanted.count(kind))
        figures[f"kind_{kind.replace(' ', '_')}_f1"] = _f1([counts])
    cut = [
        (bool(truth["truncated"]), bool(article and article.truncated)) for truth, article in read
    ]
    figures["truncated_f1"] = _f1([(one and two, two, one) for one, two in cut])
    return figures


def score_text(read: Read) -> Mapping[str, float]:
    """Return the shares of stretches that a body must hold and does, must lack and does, and of
    headlines, decks, bylines, sections, times and entries that are right, where a truth names them.
    """
    marks: dict[str, list[bool]] = {"holds": [], "lacks": [], "fields": []}
    for truth, article in read:
        letters = _letters(article.text) if article else ""
        marks["holds"] += [_letters(each) in letters for each in truth.get("holds", ())]
        marks["holds"] += [letters.count(_letters(each)) == 1 for each in truth.get("once", ())]
        if article:
            marks["lacks"] += [_letters(each) not in letters for each in truth.get("lacks", ())]
        marks["fields"] += [
            said_of(article, name) == truth[name] for name in FIELDS if name in truth
        ]
    return {name: sum(each) / len(each) if each else 1.0 for name, each in marks.items()}


def said_of(article: Article | None, name: str) -> Any:
    """Return a field of an article as its truth file writes it; None where the page is refused."""
    return _written(getattr(article, name, None))


def _written(value: Any) -> Any:
    """Return a value as JSON writes it; of a live blog's entry its time."""
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, Entry):
        return _written(value.at)
    return [_written(each) for each in value] if isinstance(value, tuple) else value


def _hits(kind: str, wanted: Sequence[Any], given: Sequence[Part]) -> tuple[int, int, int]:
    left = list(given)
    hits = 0
    for each in wanted:
        match = next((part for part in left if _same(kind, each, part)), None)
        if match:
            left.remove(match)
            hits += 1
    return hits, len(given), len(wanted)


def _same(kind: str, wanted: Any, part: Part) -> bool:
    if kind == "source_link":
        return bool(part.address == wanted)
    if kind == "caption":
        words, credit = wanted
        return _letters(part.text).startswith(_letters(words)) and _letters(
            part.credit or ""
        ) == _letters(credit)
    one, two = _letters(wanted), _letters(part.text)
    return two.startswith(one) or two.endswith(one)


def _letters(words: str) -> str:
    return NO_LETTER.sub("", words).lower()


def _f1(counts: Iterable[tuple[int, int, int]]) -> float:
    """Return the F1 of (right, given, wanted) summed over pages; 1 where nothing is wanted."""
    listed = list(counts)
    right, given, wanted = (sum(each[place] for each in listed) for place in range(3))
    return 2 * right / (given + wanted) if given + wanted else 1.0

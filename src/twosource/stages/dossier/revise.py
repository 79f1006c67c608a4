"""Decide whether a dossier is worth a new revision, and say what changed since the last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from twosource.canonical import digest_of_bytes, to_bytes_by_block
from twosource.model.claimed import Claim
from twosource.model.dossier import UNSEALED, Dossier, Revision, SourceEntry
from twosource.model.identity import Digest
from twosource.stages.dossier.seal import sealed

FIRST = ("first dossier of the story",)
MOST_NAMED = 3  # outlets named in one reason; the rest is a number
MOST_WORDS = 12  # of a claim's sentence, when a reason names it


def revise(dossier: Dossier, before: Revision | None) -> Revision | None:
    """Return the next revision of a story, or None when nothing that a reader could act on changed.

    Reasons are articles that came, went, changed or repeat something; values and labels of claims;
    flags; statements; and the recipe; where none of these changed, why claims are no better borne
    out. Scores, orders and counts of mentions alone are noise and make no revision.
    """
    content, told = _content(dossier), digest_of(dossier)
    if before is not None and before.digest == told:
        return None
    number = 1 if before is None else before.number + 1
    because = FIRST if before is None else _because(before.dossier, dossier)
    if not because:
        return None
    changes = () if before is None else because
    return Revision(
        story=dossier.story,
        number=number,
        digest=told,
        because=because,
        dossier=sealed(replace(content, number=number, changes=changes)),
    )


def digest_of(dossier: Dossier) -> Digest:
    """Return the digest of what a dossier says, whatever its number."""
    return digest_of_bytes(to_bytes_by_block(_content(dossier)))


def _content(dossier: Dossier) -> Dossier:
    return replace(dossier, number=1, changes=(), seal=UNSEALED)


def _because(old: Dossier, new: Dossier) -> tuple[str, ...]:
    """Return what changed; of reasons only where all else is as it was, else they say it again."""
    return tuple(_changes(old, new)) or tuple(_reasons(old, new))


def _changes(old: Dossier, new: Dossier) -> Iterator[str]:
    if old.recipe != new.recipe:
        yield "made by another version or other settings"
    yield from _articles(old, new)
    yield from _claims(old, new)
    yield from _statements(old, new)
    if old.headline.text != new.headline.text:
        yield f"headline now from {_outlet_name(new, new.headline.citations[0].outlet)}"
    yield from _storyline(old, new)


# ---- articles ----------------------------------------------------------------------------------


def _articles(old: Dossier, new: Dossier) -> Iterator[str]:
    before = {each.article: each for each in old.sources}
    after = {each.article: each for each in new.sources}
    added = [each for each in new.sources if each.article not in before]
    removed = [each for each in old.sources if each.article not in after]
    if added:
        yield f"{_counted(added)} added: {_outlets(added)}"
    if removed:
        yield f"{_counted(removed)} gone: {_outlets(removed)}"
    for each in new.sources:
        then = before.get(each.article)
        if then is not None and _what(then) != _what(each):
            yield f"{each.outlet.name}: now {_what(each)}, was {_what(then)}"
        if then is not None and _repeats(then) != _repeats(each):
            yield f"{each.outlet.name}: now {_repeats(each)}, {_repeats(then)} before"


def _repeats(entry: SourceEntry) -> str:
    again = entry.repeats
    if again is None:
        return "repeats no report of its own"
    return f"repeats {again.sentences} sentences of its own “{again.headline}”"


def _what(entry: SourceEntry) -> str:
    if entry.role == "copy" and entry.of:
        return f"a copy of {entry.of}"
    return "an earlier version" if entry.role == "earlier version" else f"a {entry.role}"


def _counted(entries: list[SourceEntry]) -> str:
    return f"{len(entries)} article" + ("" if len(entries) == 1 else "s")


def _outlets(entries: list[SourceEntry]) -> str:
    names = list(dict.fromkeys(each.outlet.name for each in entries))
    shown = names[:MOST_NAMED]
    more = len(names) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


# ---- claims and statements ---------------------------------------------------------------------


def _claims(old: Dossier, new: Dossier) -> Iterator[str]:
    before = {claim.id: claim for claim in old.claims}
    for claim in new.claims:
        then = before.get(claim.id)
        if then is not None:
            yield from _claim_changes(then, claim)
    fresh = [c for c in new.claims if c.id not in before and c.label.kind == "corroborated"]
    for claim in fresh:
        yield f"{claim.label.text}: {_short(claim)}"


def _claim_changes(then: Claim, now: Claim) -> Iterator[str]:
    was, value = then.positions[0].value, now.positions[0].value
    if was != value:
        yield f"{_short(now)}: {was or 'no value'} → {value or 'no value'}"
    if then.label.text != now.label.text:
        yield f"{_short(now)}: {then.label.text} → {now.label.text}"
    for flag in now.flags:
        if flag not in then.flags:
            yield f"{_short(now)}: {flag}"
    for flag in then.flags:
        if flag not in now.flags:
            yield f"{_short(now)}: no longer {flag}"


def _reasons(old: Dossier, new: Dossier) -> Iterator[str]:
    """Yield which reasons came and went, as after a person's word that changes no label."""
    before = {claim.id: claim for claim in old.claims}
    for claim in new.claims:
        then, now = before.get(claim.id, claim).reasons, claim.reasons
        yield from (f"{_short(claim)}: {each}" for each in now if each not in then)
        yield from (f"{_short(claim)}: no longer “{each}”" for each in then if each not in now)


def _statements(old: Dossier, new: Dossier) -> Iterator[str]:
    before = {(each.speaker, each.wordings[0].text.text) for each in old.statements}
    fresh = [
        each for each in new.statements if (each.speaker, each.wordings[0].text.text) not in before
    ]
    if fresh:
        speakers = list(dict.fromkeys(each.speaker for each in fresh))
        more = len(speakers) - MOST_NAMED
        named = ", ".join(speakers[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
        yield f"{len(fresh)} statement" + ("" if len(fresh) == 1 else "s") + f" new: {named}"


def _storyline(old: Dossier, new: Dossier) -> Iterator[str]:
    before = {each.story: each for each in old.storyline}
    after = {each.story: each for each in new.storyline}
    for story, each in after.items():
        if story not in before or before[story].order != each.order:
            order = f", {each.order}" if each.order else ""
            yield f"of the same matter{order}: {each.headline}"
    for story, each in before.items():
        if story not in after:
            yield f"no longer listed as of the same matter: {each.headline}"


def _short(claim: Claim) -> str:
    words = claim.text.text.split()
    return "“" + " ".join(words[:MOST_WORDS]) + ("…”" if len(words) > MOST_WORDS else "”")


def _outlet_name(dossier: Dossier, outlet: str) -> str:
    return next((s.outlet.name for s in dossier.sources if s.outlet.id == outlet), outlet)

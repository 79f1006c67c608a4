"""Say in words what speaks for and against one event in two articles."""

from __future__ import annotations

from twosource.stages.cluster.block import Features, Field

MOST_SHOWN = 6
SECONDS_PER_HOUR = 3600


def reasons(one: Features, other: Features) -> tuple[str, ...]:
    """Return what speaks for and against one event, each as a readable line."""
    why = []
    names = heaviest(one.names, other.names)
    if names:
        why.append(f"same names: {', '.join(names)}")
    figures = sorted(one.figures & other.figures)
    if figures:
        why.append(f"same figures: {', '.join(figures[:MOST_SHOWN])}")
    if not (one.published and other.published):
        days = sorted(one.days.days & other.days.near)
        if days:
            why.append(f"same day, by month and day: {', '.join(days)}")
    words = [term for term in heaviest(one.body, other.body, 12) if term not in names]
    if words:
        why.append(f"same words: {', '.join(words[:MOST_SHOWN])}")
    headline = heaviest(one.title, other.title)
    if headline:
        why.append(f"headlines share: {', '.join(headline)}")
    for mine, theirs in ((one, other), (other, one)):
        gone = [name for name in mine.lead_names if name not in theirs.vocabulary]
        if gone:
            gone.sort(key=lambda name: (-mine.lead_names[name], name))
            why.append(f"only one of them names: {', '.join(gone[:3])}")
    if one.published and other.published:
        apart = abs((one.published - other.published).total_seconds()) / SECONDS_PER_HOUR
        why.append(f"{apart:.0f} hours apart")
    return tuple(why)


def heaviest(one: Field, other: Field, most: int = MOST_SHOWN) -> list[str]:
    """Return the shared terms that weigh most, the heaviest first."""
    shared = [(mass * other[term], term) for term, mass in one.items() if term in other]
    return [term for _, term in sorted(shared, key=lambda each: (-each[0], each[1]))[:most]]

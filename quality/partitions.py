"""Compare two ways of dividing the same articles: B-cubed and the adjusted Rand index."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from math import comb


def bcubed(truth: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> tuple[float, ...]:
    """Return B-cubed precision, recall and F1, each 0 to 1 (Bagga and Baldwin 1998)."""
    meant, given = _groups(truth), _groups(found)
    precision = recall = 0.0
    for item in truth:
        both = len(meant[truth[item]] & given[found[item]])
        precision += both / len(given[found[item]])
        recall += both / len(meant[truth[item]])
    precision, recall = precision / len(truth), recall / len(truth)
    return precision, recall, 2 * precision * recall / (precision + recall)


def scores(truth: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> Mapping[str, float]:
    """Return what the gate holds of a division: B-cubed figures and the adjusted Rand index."""
    precision, recall, f1 = bcubed(truth, found)
    return {
        "bcubed_precision": precision,
        "bcubed_recall": recall,
        "bcubed_f1": f1,
        "ari": adjusted_rand(truth, found),
    }


def adjusted_rand(truth: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> float:
    """Return the adjusted Rand index: 1 for the same division, about 0 for a random one."""
    both = pairs_in((truth[i], found[i]) for i in truth)
    left = pairs_in(truth.values())
    right = pairs_in(found[i] for i in truth)
    by_chance = left * right / comb(len(truth), 2)
    most = (left + right) / 2
    return 1.0 if most == by_chance else (both - by_chance) / (most - by_chance)


def pairs_in(labels: Iterable[Hashable]) -> int:
    """Return how many pairs of things have the same label."""
    return sum(comb(n, 2) for n in Counter(labels).values())


def _groups(labels: Mapping[str, Hashable]) -> Mapping[Hashable, set[str]]:
    groups: defaultdict[Hashable, set[str]] = defaultdict(set)
    for item, label in labels.items():
        groups[label].add(item)
    return groups

"""Set stories beside the usual clusterings of news: quality in one undated batch, and speed.

`python -m bench.cluster`. TF-IDF with DBSCAN, with average-linkage clustering and with a growing
centroid in one pass get headline and body, English stop words left out; each is given the threshold
that is best for it on the very set it is measured on, which Twosource is not.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.cluster import DBSCAN, AgglomerativeClustering
from sklearn.feature_extraction.text import TfidfVectorizer

from quality.events import Labelled, labelled, undated
from quality.gate import DATA
from quality.gathered import gathered
from quality.partitions import adjusted_rand, bcubed
from quality.stories import ALL, ECB, GIVEME, MULTINEWS, SETTINGS, candidates, stories_of
from twosource.model.linked import DensityWindow
from twosource.stages import cluster

STEPS = [round(0.3 + 0.05 * step, 2) for step in range(14)]
Distances = NDArray[np.float64]


def main() -> None:
    """Print B-cubed and ARI by method for each set, then Twosource's speed by step."""
    for name, rows in _sets().items():
        truth = {str(row.article.article.id): row.event for row in rows}
        print(f"{name}: method, threshold, B-cubed precision, recall, F1, ARI")
        found = stories_of([undated(row.article) for row in rows])
        _tell("twosource", None, truth, [found[article] for article in truth])
        distances = _distances(rows)
        for method, divide in METHODS.items():
            best = max(
                STEPS, key=lambda step: bcubed(truth, _named(truth, divide(distances, step)))[2]
            )
            _tell(method, best, truth, divide(distances, best))
    _speed([row for name in (GIVEME, ECB) for row in labelled(DATA / name)])


def _sets() -> dict[str, tuple[Labelled, ...]]:
    halves = {f"{MULTINEWS}, half {half}": gathered(DATA / MULTINEWS, half) for half in (0, 1)}
    return {name: labelled(DATA / name) for name in (GIVEME, ECB)} | halves


def by_dbscan(distances: Distances, step: float) -> Sequence[int]:
    """Return DBSCAN's labels; what it calls noise stands alone."""
    labels = DBSCAN(eps=step, min_samples=2, metric="precomputed").fit_predict(distances)
    return [int(label) if label >= 0 else -number - 1 for number, label in enumerate(labels)]


def by_linkage(distances: Distances, step: float) -> Sequence[int]:
    """Return average-linkage labels."""
    model = AgglomerativeClustering(
        n_clusters=None, metric="precomputed", linkage="average", distance_threshold=step
    )
    return [int(label) for label in model.fit_predict(distances)]


def by_centroid(distances: Distances, step: float) -> Sequence[int]:
    """Return the labels of one pass that puts each article to the nearest growing mean."""
    groups: list[list[int]] = []
    for article in range(len(distances)):
        means = [float(distances[article, group].mean()) for group in groups]
        nearest = int(np.argmin(means)) if means else 0
        if means and means[nearest] <= step:
            groups[nearest].append(article)
        else:
            groups.append([article])
    label = {article: number for number, group in enumerate(groups) for article in group}
    return [label[article] for article in range(len(distances))]


METHODS: dict[str, Callable[[Distances, float], Sequence[int]]] = {
    "tf-idf, DBSCAN": by_dbscan,
    "tf-idf, average linkage": by_linkage,
    "tf-idf, one pass": by_centroid,
}


def _distances(rows: Sequence[Labelled]) -> Distances:
    texts = [f"{r.article.article.headline}\n{r.article.article.text}" for r in rows]
    matrix = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(texts)
    found: Distances = np.clip(1 - (matrix @ matrix.T).toarray(), 0, 1)
    np.fill_diagonal(found, 0)
    return found


def _named(truth: dict[str, str], labels: Sequence[int]) -> dict[str, int]:
    return dict(zip(truth, labels, strict=True))


def _tell(method: str, step: float | None, truth: dict[str, str], labels: Sequence[int]) -> None:
    found = _named(truth, labels)
    precision, recall, f1 = bcubed(truth, found)
    shown = "" if step is None else f"{step:.2f}"
    ari = adjusted_rand(truth, found)
    print(f"  {method:<26}{shown:>6} {precision:.3f} {recall:.3f} {f1:.3f} {ari:.3f}")


def _speed(rows: Sequence[Labelled]) -> None:
    articles = [undated(row.article) for row in rows]
    marks = [time.process_time()]
    gists = {each.article.id: cluster.gist_of(cluster.read(each)) for each in articles}
    marks.append(time.process_time())
    near = candidates(gists)
    marks.append(time.process_time())
    links = cluster.weigh([*gists.values()], near, ALL).links()
    pairs = len(near.others)
    marks.append(time.process_time())
    times = dict.fromkeys(gists)
    cluster.decide(times, links, DensityWindow(articles=len(articles)), SETTINGS)
    marks.append(time.process_time())
    read, blocked, comparing, decided = np.diff(marks)
    print(
        f"{len(articles)} articles; per CPU-s: {len(articles) / read:.0f} articles read, "
        f"{len(articles) / blocked:.0f} blocked, {pairs / comparing:.0f} pairs compared, "
        f"{len(articles) / decided:.0f} articles decided"
    )


if __name__ == "__main__":
    main()

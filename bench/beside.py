"""Set the usual finders of near copies and of stories beside a store of very many articles.

Both hold everything in memory and keep nothing. What they read of an article (MinHash, TF-IDF) is
not counted, as it is not for Twosource.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

import numpy as np
from datasketch import MinHash, MinHashLSH
from scipy.sparse import csr_matrix, vstack
from sklearn.feature_extraction.text import HashingVectorizer

from quality.pairs import grams_of
from twosource.model.annotated import Annotated

PERMUTATIONS = 128
LEAST_JACCARD = 0.5
STORIES_OPEN = 1800  # three days of the made-up stream
SEED = 20261122


def by_minhash(fresh: Sequence[Annotated], held: int) -> None:
    """Print how many articles MinHash-LSH looks up and takes in, among so many sketches."""
    chance = np.random.default_rng(SEED)
    index = MinHashLSH(threshold=LEAST_JACCARD, num_perm=PERMUTATIONS)
    for number in range(held):
        index.insert(str(number), _made_up(chance))
    prints = [(each.article.id, _minhash(each)) for each in fresh]
    start = time.process_time()
    for article, own in prints:
        index.query(own)
        index.insert(article, own)
    seconds = time.process_time() - start
    print(f"  beside it: datasketch MinHashLSH {len(fresh) / seconds:,.0f}", flush=True)


def by_centroid(fresh: Sequence[Annotated]) -> None:
    """Print for how many articles the nearest centroid of the last three days' stories is found."""
    texts = [f"{each.article.headline}\n{each.article.text}" for each in fresh]
    rows = csr_matrix(HashingVectorizer(stop_words="english").transform(texts))
    centroids = csr_matrix(vstack([rows[n % len(texts)] for n in range(STORIES_OPEN)]))
    start = time.process_time()
    for row in rows:
        np.argmax((centroids @ row.T).toarray())
    speed = len(fresh) / (time.process_time() - start)
    print(f"  beside it: the nearest of {STORIES_OPEN:,} plain centroids {speed:,.0f}", flush=True)


def _made_up(chance: np.random.Generator) -> MinHash:
    sketch = MinHash(num_perm=PERMUTATIONS)
    sketch.hashvalues = chance.integers(0, 2**32, PERMUTATIONS).astype(sketch.hashvalues.dtype)
    return sketch


def _minhash(article: Annotated) -> MinHash:
    sketch = MinHash(num_perm=PERMUTATIONS)
    sketch.update_batch([gram.to_bytes(8, "big") for gram in sorted(grams_of(article))])
    return sketch

"""Keep which reports are alike: one row of links for each article, in columns of numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import numpy as np

from twosource.alike import BODY_STEPS, Places, alike_of, laid_out
from twosource.columns import picked
from twosource.edges.stores.at_hand import AlikeAtHand
from twosource.edges.stores.numbers import Numbers
from twosource.edges.stores.rows import Connection, Rows
from twosource.model.alike import Alike
from twosource.model.identity import ArticleId
from twosource.model.linked import Link

MILLION = 1_000_000  # a score has six decimals; above its three bytes stands how like bodies are
BODIES = 1 << 24
LINK = np.dtype(  # the high byte first: so SQL can write it too (migrations/0010.sql, 0015.sql)
    [("other", ">u4"), ("alike", ">u4"), ("says", "i1"), ("figures", ">u2"), ("points", "u1", (2,))]
)
ENDS = np.dtype([("other", ">u4"), ("one", ">u4")])
BETWEEN = ";"  # figures: none holds one
BUCKET_BITS = 6  # of an article's number: of so many who stand side by side one row tells the later


class AlikeRows:
    """Story links, each in the row of that of its ends which has the higher number.

    To whom later ones are linked stands in rows of its own, for many articles together: of a batch
    they are a few dozen, where an index over links would have one for each.
    """

    def __init__(
        self,
        connection: Connection,
        numbers: Numbers,
        judged: Callable[[Sequence[ArticleId]], Sequence[Link]],
    ) -> None:
        """`judged` returns the links of some articles of which persons have spoken."""
        self._db, self._rows = connection, Rows(connection)
        self._numbers, self._judged = numbers, judged
        self._at_hand = AlikeAtHand(self._fetched)

    def of(self, articles: Sequence[ArticleId]) -> Alike:
        """Return the links that have one of these articles at an end; these stand first."""
        return self._at_hand.of(articles)

    def among(self, articles: Sequence[ArticleId]) -> Alike:
        """Return the links between these articles, which keep their places."""
        return self._at_hand.among(articles)

    def add_links(self, links: Sequence[Link]) -> None:
        """Keep links of values; of those that are judged nothing but a copy in memory."""
        if found := [link for link in links if not link.verdict]:
            self.add(alike_of(found))
        if judged := [link for link in links if link.verdict]:
            self._at_hand.take(alike_of(judged))

    def add(self, alike: Alike) -> None:
        """Keep links; one of the same pair is replaced."""
        fresh = self._numbers.give(alike.articles)
        self._at_hand.begin(fresh)
        self._at_hand.take(alike)
        owners, others = self._ends(alike)
        self._tell_later(owners, others)
        known = sorted({*owners.tolist()}.difference(self._numbers.of(fresh)))
        earlier = self._read(known, np.array(known, dtype=np.int64))
        if len(earlier):
            every = {(e.left, e.right): e for e in (*earlier.links(), *alike.links())}
            alike = alike_of(list(every.values()))
            owners, others = self._ends(alike)
        self._write(owners, others, alike)

    def drop(self, pairs: Sequence[tuple[ArticleId, ArticleId]]) -> None:
        """Drop the links of some pairs, sorted ends; those that are judged stay."""
        owners = sorted({max(self._numbers.of(pair)) for pair in pairs})
        held = self._read(owners, np.array(owners, dtype=np.int64)).links()
        left = alike_of([link for link in held if (link.left, link.right) not in pairs])
        self._rows.without("alike", "number", owners)
        self._write(*self._ends(left), left)
        self._at_hand = AlikeAtHand(self._fetched)

    def _ends(self, alike: Alike) -> tuple[Places, Places]:
        """Return the numbers of the ends of links, the higher of each and the lower."""
        numbers = np.array(self._numbers.of(alike.articles), dtype=np.int64)
        ends = numbers[alike.ones], numbers[alike.others]
        return np.maximum(*ends), np.minimum(*ends)

    def _write(self, owners: Places, others: Places, alike: Alike) -> None:
        """Write the rows of the articles that own some links, of which these are all."""
        order = np.lexsort((others, owners))
        at, starts = picked(alike.starts, order)
        records = np.empty(len(order), LINK)
        records["other"] = others[order]
        bodies = np.rint(alike.bodies[order] * BODY_STEPS) * BODIES
        records["alike"] = np.rint(alike.scores[order] * MILLION) + bodies
        records["says"] = alike.says[order]
        records["figures"], records["points"] = np.diff(starts), alike.points[order]
        told = [alike.figures[figure] for figure in alike.given[at].tolist()]
        own, begins = np.unique(owners[order], return_index=True)
        bounds, whole = np.append(begins, len(order)), records.tobytes()
        links = pairwise((bounds * LINK.itemsize).tolist())
        figures = pairwise(starts[bounds].tolist())
        self._db.run_many(
            "INSERT INTO alike VALUES (?, ?, ?) ON CONFLICT (number) DO UPDATE"
            " SET links = excluded.links, figures = excluded.figures",
            (
                (number, whole[begin:end], BETWEEN.join(told[first:last]))
                for number, (begin, end), (first, last) in zip(
                    own.tolist(), links, figures, strict=True
                )
            ),
        )

    def _tell_later(self, owners: Places, others: Places) -> None:
        """Write for older articles which later ones have a link to them."""
        order = np.lexsort((owners, others))
        ends = np.empty(len(order), ENDS)
        ends["other"], ends["one"] = others[order], owners[order]
        buckets, begins = np.unique(others[order] >> BUCKET_BITS, return_index=True)
        bounds = np.append(begins, len(order)) * ENDS.itemsize
        whole = ends.tobytes()
        self._db.run_many(
            "INSERT INTO alike_later VALUES (?, ?)",
            (
                (bucket, whole[begin:end])
                for bucket, (begin, end) in zip(
                    buckets.tolist(), pairwise(bounds.tolist()), strict=True
                )
            ),
        )

    def _fetched(self, articles: Sequence[ArticleId]) -> Iterator[Alike]:
        """Yield the links of articles, and those of which persons have spoken behind the others."""
        known = np.array(self._numbers.known(articles), dtype=np.int64)
        told = self._rows.of(
            "SELECT ends FROM alike_later WHERE bucket IN", np.unique(known >> BUCKET_BITS).tolist()
        )
        ends = np.frombuffer(b"".join(each for (each,) in told), ENDS)
        later = ends["one"][np.isin(ends["other"], known)]
        yield self._read(np.union1d(known, later).tolist(), known)
        yield alike_of(self._judged(articles))

    def _read(self, numbers: Sequence[int], wanted: Places) -> Alike:
        """Return the links in the rows of articles that have one of the wanted at an end."""
        rows = list(
            self._rows.of("SELECT number, links, figures FROM alike WHERE number IN", numbers)
        )
        records = np.frombuffer(b"".join(links for _, links, _ in rows), LINK)
        lengths = [len(links) // LINK.itemsize for _, links, _ in rows]
        owners = np.repeat(np.array([number for number, _, _ in rows], dtype=np.int64), lengths)
        others = records["other"].astype(np.int64)
        told = [each for _, _, figures in rows if figures for each in figures.split(BETWEEN)]
        starts = np.concatenate([[0], np.cumsum(records["figures"], dtype=np.int64)])
        found = np.flatnonzero(np.isin(owners, wanted) | np.isin(others, wanted))
        at, begins = picked(starts, found)
        ends, places = np.unique(np.append(owners[found], others[found]), return_inverse=True)
        return laid_out(
            tuple(self._numbers.articles(ends.tolist())),
            ones=places[: len(found)],
            others=places[len(found) :],
            scores=records["alike"][found] % BODIES / MILLION,
            bodies=records["alike"][found] // BODIES / BODY_STEPS,
            points=records["points"][found],
            says=records["says"][found],
            counts=np.diff(begins),
            given=[told[figure] for figure in at.tolist()],
        )

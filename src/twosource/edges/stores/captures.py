"""Keep pages as they came, and what could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.canonical import digest_of_bytes, from_bytes, to_bytes
from twosource.edges.stores.rows import SqlPart, pack, unpack
from twosource.errors import NotHeldError, SourceError
from twosource.model.acquired import Capture
from twosource.model.identity import CaptureId
from twosource.model.outcome import Failed


class Captures(SqlPart):
    """Captures, whole or by their place in an archive, and failures."""

    def add_capture(self, capture: Capture) -> None:
        """Keep a capture; one that is held already is left as it is.

        Of a capture with a place only the place is kept: its bytes stay in the archive.
        """
        head = to_bytes(replace(capture, body=b""))
        body = capture.body if capture.place is None else b""
        self._db.run(
            "INSERT INTO captures VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            (capture.id, head, pack(body)),
        )

    def capture(self, capture: CaptureId) -> Capture:
        """Return a capture with its bytes, read from its archive if they lie there.

        Raises NotHeldError, also where the archive is gone or holds other bytes by now.
        """
        rows = self._db.run("SELECT head, body FROM captures WHERE id = ?", (capture,))
        if not rows:
            raise NotHeldError("capture", capture)
        head = from_bytes(rows[0][0], Capture)
        if head.place is None:
            return replace(head, body=unpack(rows[0][1]))
        # Imported here: it brings the reader of archives, which few who read in a store need.
        from twosource.edges.archives import read_in_place

        try:
            body = read_in_place(head.place)
        except SourceError as error:
            raise NotHeldError("capture", capture, str(error)) from error
        if digest_of_bytes(body) != head.body_digest:
            hint = f"{head.place.path} holds other bytes at {head.place.offset}"
            raise NotHeldError("capture", capture, hint)
        return replace(head, body=body)

    def holds_captures(self, captures: Sequence[CaptureId]) -> frozenset[CaptureId]:
        """Return which of these captures are held."""
        rows = self.rows.of("SELECT id FROM captures WHERE id IN", captures)
        return frozenset(CaptureId(row[0]) for row in rows)

    def capture_ids(self) -> tuple[CaptureId, ...]:
        """Return the ids of all captures, sorted."""
        return tuple(
            CaptureId(row[0]) for row in self._db.run("SELECT id FROM captures ORDER BY 1")
        )

    def add_failure(self, failed: Failed) -> None:
        """Keep a failure; a later one of the same item and stage replaces it."""
        self._db.run(
            "INSERT INTO failures VALUES (?, ?, ?)"
            " ON CONFLICT (item, stage) DO UPDATE SET failed = excluded.failed",
            (failed.item, failed.stage, to_bytes(failed)),
        )

    def clear_failure(self, item: str) -> None:
        """Forget the failures of an item that has since succeeded."""
        self._db.run("DELETE FROM failures WHERE item = ?", (item,))

    def failures(self) -> tuple[Failed, ...]:
        """Return all failures, sorted by item."""
        return self.rows.values("SELECT failed FROM failures ORDER BY item, stage", Failed)

"""Read several sources side by side and hand on what they bring as one stream."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from queue import Empty, Full, Queue

from twosource.errors import LaterError
from twosource.model.outcome import Failed
from twosource.model.visited import IN_PART, Ended, Item, Visit
from twosource.protocols import Source

MOST_WAITING = 64  # items that are fetched ahead of being kept
PATIENCE_SECONDS = 0.2  # after which a thread looks whether anybody still wants its items


def gather(
    sources: Sequence[tuple[str, Callable[[], Source]]],
    at_once: int,
    stop: Callable[[], None],
) -> Generator[Item, None, None]:
    """Yield the items of all sources as they come, and for each source at last how it ended.

    Items of one source keep their order. A source that breaks ends alone. When the stream ends
    or is closed, `stop` is called: it cuts the connections that the sources still wait for.
    """
    items: Queue[Item] = Queue(maxsize=MOST_WAITING)
    stopped = threading.Event()
    pool = ThreadPoolExecutor(max(1, min(at_once, len(sources))), thread_name_prefix="source")
    try:
        running = [
            pool.submit(_bring, address, open_it, items, stopped) for address, open_it in sources
        ]
        left = len(running)
        while left:
            with suppress(Empty):
                item = items.get(timeout=PATIENCE_SECONDS)
                left -= isinstance(item, Ended)
                yield item
    finally:
        stopped.set()
        stop()
        pool.shutdown(wait=True, cancel_futures=True)


class _StoppedError(Exception):
    """Nobody wants the items any more."""


def one_by_one(sources: Mapping[str, Source]) -> Iterator[Item]:
    """Yield all that the sources bring, each followed by its end; the first error ends all."""
    for address, source in sources.items():
        yield from source.captures()
        yield Ended(source=address, at=datetime.now(UTC).replace(microsecond=0))


def _bring(
    address: str, open_it: Callable[[], Source], items: Queue[Item], stopped: threading.Event
) -> None:
    ended = Ended(source=address, at=datetime.now(UTC))
    with suppress(_StoppedError):
        try:
            for item in open_it().captures():
                # A source's own address is the one its kind is written before.
                if isinstance(item, Visit) and address.endswith(f":{item.url}"):
                    in_part, fresh_until = item.status == IN_PART, item.fresh_until
                    ended = replace(
                        ended, moved_to=item.moved_to, fresh_until=fresh_until, in_part=in_part
                    )
                _put(item, items, stopped)
        except _StoppedError:
            raise
        except Exception as error:  # a source that breaks must not take the others along
            ended = replace(ended, failed=Failed.by(error, address, "source"))
            if isinstance(error, LaterError):
                not_before = datetime.now(UTC) + timedelta(seconds=error.wait_seconds)
                ended = replace(ended, not_before=not_before)
        _put(replace(ended, at=datetime.now(UTC).replace(microsecond=0)), items, stopped)


def _put(item: Item, items: Queue[Item], stopped: threading.Event) -> None:
    while not stopped.is_set():
        with suppress(Full):
            items.put(item, timeout=PATIENCE_SECONDS)
            return
    raise _StoppedError

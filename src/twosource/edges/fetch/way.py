"""Follow an address to where it leads, each redirect asked and checked as the first address was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urldefrag

import httpx2

from twosource.edges.fetch.answers import REDIRECTS, redirect_of
from twosource.edges.fetch.asking import Asker
from twosource.errors import AnswerError

PERMANENT = frozenset({301, 308})


class Way:
    """The way from an address to what answers in the end, of at most `most_redirects` steps."""

    def __init__(self, url: str, asker: Asker, may_ask: Callable[[str], float]) -> None:
        self.url, self.asked = url, urldefrag(url).url
        self.moved_to = ""  # as far as it has moved for good
        self._asker, self._may_ask = asker, may_ask
        self._left, self._permanent = asker.settings.most_redirects, True

    @contextmanager
    def answer(self, headers: dict[str, str]) -> Iterator[httpx2.Response]:
        """Ask, and follow redirects to the first answer that is none; `asked` is its address."""
        while True:
            with self._asker.answer(self.asked, headers, self._may_ask(self.asked)) as answer:
                if answer.status_code not in REDIRECTS:
                    yield answer
                    return
                target = urldefrag(redirect_of(self.asked, answer)).url
                self.go_on(target, permanent=answer.status_code in PERMANENT)

    def go_on(self, target: str, *, permanent: bool = False) -> None:
        """Take one step further; raises AnswerError where there were too many."""
        if not self._left:
            most = self._asker.settings.most_redirects
            raise AnswerError(self.url, f"redirects more than {most} times", 310)
        self._left -= 1
        self.asked, self._permanent = target, self._permanent and permanent
        self.moved_to = target if self._permanent else self.moved_to

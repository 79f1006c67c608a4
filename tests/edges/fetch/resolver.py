"""Whom tests of the fetcher ask where a name leads."""

from __future__ import annotations


class Resolver:
    """Answers for every name with these addresses in turn, and counts the questions."""

    def __init__(self, *answers: str) -> None:
        self.answers, self.asked = list(answers), list[str]()

    def __call__(self, host: str, port: int) -> tuple[str, ...]:
        self.asked.append(host)
        return (self.answers.pop(0) if len(self.answers) > 1 else self.answers[0],)

"""Make up a stream of news by a seed: stories with names, numbers and words of their own, copies.

Words come as often as in English news (the background table), so that keys are held by as many
articles as they would be. The texts mean nothing; what they share is what real ones share.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from random import Random

from quality.events import with_sentences
from twosource.canonical import digest_of_text
from twosource.model.acquired import Article
from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId, CaptureId, LanguageCode, OutletId
from twosource.text.weights import background

FIRST_DAY = datetime(2026, 1, 1, tzinfo=UTC)
ARTICLES_PER_DAY = 3000  # of some two hundred feeds
MEAN_STORY = 5.0  # articles
MEAN_DELAY_HOURS = 10.0
COPIED = 0.15  # share of articles that reprint an earlier one of their story
OUTLETS = 300
STANDING_NAMES = 150  # that stand in many stories, the first most often
# Words of a body: each of these as often, the middles of the twentieths of events-giveme5w1h.
LENGTHS = (
    *(43, 102, 138, 169, 210, 262, 316, 343, 375, 429),
    *(465, 499, 556, 613, 733, 831, 946, 1128, 1304, 2175),
)
SYLLABLES = "bar del gor hal kin lor mar nes or per quin ras sol tam ul ven wes yor zan".split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What the reports of one story have in common."""

    words: tuple[str, ...]
    names: tuple[str, ...]
    numbers: tuple[int, ...]
    start: datetime


class Press:
    """Makes up events and reports; every draw comes from one seed."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        _, documents = background()
        self.words = sorted(documents, key=lambda word: (-documents[word], word))
        self.up_to = list(accumulate(documents[word] for word in self.words))
        self.standing = [self.name() for _ in range(STANDING_NAMES)]
        self.popular = list(accumulate(1 / rank for rank in range(1, STANDING_NAMES + 1)))

    def name(self) -> str:
        """Return an invented name of two words."""
        first, last = ("".join(self.chance.choices(SYLLABLES, k=2)) for _ in range(2))
        return f"{first.capitalize()} {last.capitalize()}"

    def event(self, start: datetime) -> Event:
        """Return an event that begins at a time."""
        own = [self.name() for _ in range(6)]
        return Event(
            words=tuple(self.chance.sample(self.words[500:15000], 50)),
            names=(*own, *self.chance.choices(self.standing, cum_weights=self.popular, k=3)),
            numbers=tuple(self.chance.randrange(3, 900) for _ in range(5)),
            start=start,
        )

    def sentence(self, event: Event) -> str:
        """Return some eighteen words: a third of the event's, a name, here and there a number."""
        count = self.chance.randrange(11, 26)
        forms = self.chance.choices(self.words, cum_weights=self.up_to, k=count)
        for place in range(count):
            if self.chance.random() < 0.3:
                forms[place] = self.chance.choice(event.words)
        forms[self.chance.randrange(count)] = self.chance.choice(event.names)
        if self.chance.random() < 0.25:
            forms[self.chance.randrange(count)] = str(self.chance.choice(event.numbers))
        text = " ".join(forms)
        return text[0].upper() + text[1:] + "."

    def text(self, event: Event, words: int) -> str:
        """Return a body of about so many words, three sentences a paragraph."""
        told = [self.sentence(event) for _ in range(max(1, words // 18))]
        return "\n\n".join(" ".join(told[at : at + 3]) for at in range(0, len(told), 3))

    def report(self, event: Event, number: int, at: datetime, text: str) -> Annotated:
        """Return a text as an article with its sentences."""
        name = f"{digest_of_text(f'{number}')}"
        return with_sentences(
            Article(
                id=ArticleId(name),
                capture=CaptureId(name),
                capture_digest=digest_of_text(text),
                url=f"https://outlet-{number % OUTLETS}.example/{number}",
                canonical=f"https://outlet-{number % OUTLETS}.example/{number}",
                outlet=OutletId(f"outlet-{self.chance.randrange(OUTLETS)}"),
                headline=f"{event.names[0]} {' '.join(self.chance.sample(event.words, 6))}",
                language=LanguageCode("en"),
                text=text,
                blocks=(),
                published=at,
                fetched_at=at,
            )
        )


def stream(count: int, lengths: Sequence[int], seed: int) -> Iterator[Annotated]:
    """Yield so many articles in the order of their times, each of about one of so many words.

    They are made up day by day, so a stream of any length takes no more memory than a day of it.
    """
    press, length = Press(seed), Random(seed)
    waiting: list[tuple[datetime, int, Event]] = []
    made = day = 0
    known: dict[str, str] = {}
    while made < count:
        start, number = FIRST_DAY + timedelta(days=day), day * 10 * ARTICLES_PER_DAY
        for _ in range(int(ARTICLES_PER_DAY / MEAN_STORY)):
            event = press.event(start + timedelta(hours=press.chance.uniform(0, 24)))
            for _ in range(1 + int(press.chance.expovariate(1 / (MEAN_STORY - 0.5)))):
                delay = min(press.chance.expovariate(1 / MEAN_DELAY_HOURS), 60.0)
                seconds = int(delay * 3600)
                waiting.append((event.start + timedelta(seconds=seconds), number, event))
                number += 1
        day += 1
        waiting.sort(key=lambda each: each[:2])
        ready = [each for each in waiting if each[0] < FIRST_DAY + timedelta(days=day)]
        waiting = waiting[len(ready) :]
        for at, number, event in ready[: count - made]:
            text = known.get(event.names[0], "")
            if not text or press.chance.random() > COPIED:
                text = press.text(event, length.choice(lengths))
                known.setdefault(event.names[0], text)
            else:
                text = f"{text}\n\n{press.sentence(event)}"
            yield press.report(event, number, at, text)
        made += len(ready)


def moved(annotated: Annotated, at: datetime) -> Annotated:
    """Return an article as if it had been published at another time."""
    return replace(annotated, article=replace(annotated.article, published=at))

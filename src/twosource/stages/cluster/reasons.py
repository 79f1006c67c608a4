"""Say in words what speaks for and against one event in two articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from twosource.model.annotated import Annotated
from twosource.model.linked import Link
from twosource.settings import ClusterSettings
from twosource.stages.cluster.block import Features, Field, read
from twosource.stages.cluster.days import LEAP_YEAR, WEEKDAYS
from twosource.stages.cluster.pointing import LEADING
from twosource.text.frames import tell_of_two
from twosource.text.normalize import read_words, stem
from twosource.text.weights import weight

MOST_SHOWN = 6
ONE_FRAME = "the same words stand in both beside other names, figures or days: two events"
MOST_WEIGHED = 24  # shared terms looked at, of which some are parts of one name
SECONDS_PER_HOUR = 3600
MOST_HOURS = 48  # that are told as hours and not as days


def reasons(one: Annotated, other: Annotated, settings: ClusterSettings) -> tuple[str, ...]:
    """Return what speaks for and against one event, each as a readable line.

    Names and words are given as the first article writes them, what the second alone names as it
    does; figures the rarest first. Hours between the two come last, and whether they are too many
    for a comparison.
    """
    first, second = read(one), read(other)
    as_one, as_other = Spelling(one), Spelling(other)
    names = _heaviest(first.names, second.names)
    figures = sorted(first.figures & second.figures, key=lambda each: (-weight(each), each))
    lines = (
        ("both name", as_one.phrases(names)[:MOST_SHOWN]),
        ("both give the figures", figures[:MOST_SHOWN]),
        ("both tell of", _days(first, second)),
        ("told of different days,", _other_days(first, second)),
        ("words of both", as_one.words(_heaviest(first.body, second.body))[:MOST_SHOWN]),
        ("both headlines have", as_one.headline(_of_headlines(first, second))[:MOST_SHOWN]),
        ("only the first names", as_one.phrases(_alone(first, second))[:MOST_SHOWN]),
        ("only the second names", as_other.phrases(_alone(second, first))[:MOST_SHOWN]),
        ("only the first begins with the figures", _figures_alone(first, second)),
        ("only the second begins with the figures", _figures_alone(second, first)),
    )
    told = tuple(f"{what} {', '.join(found)}" for what, found in lines if found)
    frame = (ONE_FRAME,) if tell_of_two(first.filled, second.filled) else ()
    return (*(told or ("hardly a word in common",)), *frame, *_apart(first, second, settings))


def beginnings_told(link: Link | None, one: Annotated, other: Annotated) -> tuple[str, ...]:
    """Return with which words of the other's beginning either points to it, as side angles do."""
    lines = []
    for teller, told, tells in (
        (one, other, "first tells what the second"),
        (other, one, "second tells what the first"),
    ):
        if link and link.points[link.left != teller.article.id] >= LEADING:
            its, own = read(told).begins, read(teller)
            words = sorted(
                own.vocabulary & its.keys() - own.begins.keys(), key=lambda term: (-its[term], term)
            )
            lines.append(
                f"the {tells} begins with: {', '.join(Spelling(teller).words(words)[:MOST_SHOWN])}"
            )
    return tuple(lines)


class Spelling:
    """Gives the folded words and stems of an article as it writes them."""

    def __init__(self, annotated: Annotated) -> None:
        article = annotated.article
        self._text = "\n\n".join((article.headline, article.deck or "", article.text))
        self._words = read_words(self._text)
        self._title_words = len(read_words(article.headline))

    def phrases(self, names: Iterable[str]) -> list[str]:
        """Return names, the words of one side by side ("Las Vegas"), in the order given."""
        wanted = list(names)
        found = self.phrase_of(wanted)
        return list(dict.fromkeys(found[form] for form in wanted if form in found))

    def phrase_of(self, names: Iterable[str]) -> dict[str, str]:
        """Return for each word of a name the first stretch of names that it stands in."""
        found: dict[str, str] = {}
        for phrase, forms in self._runs(frozenset(names)):
            for form in forms:
                found.setdefault(form, phrase)
        return found

    def _runs(self, wanted: frozenset[str]) -> Iterator[tuple[str, Sequence[str]]]:
        """Yield stretches of the text that hold wanted words alone, parted by a blank."""
        words, place = self._words, 0
        while place < len(words):
            end = place
            while end < len(words) and words.forms[end] in wanted and self._goes_on(place, end):
                end += 1
            if end > place:
                yield (
                    self._text[words.starts[place] : words.ends[end - 1]],
                    words.forms[place:end],
                )
            place = max(end, place + 1)

    def _goes_on(self, first: int, place: int) -> bool:
        words = self._words
        capital = self._text[words.starts[place]].isupper()
        beside = self._text[words.ends[place - 1] : words.starts[place]] == " "
        return capital and (place == first or beside)

    def words(self, stems: Iterable[str]) -> list[str]:
        """Return stems as the words of the body that have them first, without what is a name."""
        wanted = list(stems)
        found = self.word_of(wanted)
        return [found[each] for each in wanted if each in found]

    def word_of(self, stems: Iterable[str]) -> dict[str, str]:
        """Return for each stem the first word of the body that has it and no capital."""
        wanted, found = frozenset(stems), dict[str, str]()
        for place in range(self._title_words, len(self._words)):
            term = stem(self._words.forms[place])
            if term in wanted and term not in found and self._at(place)[0].islower():
                found[term] = self._at(place)
        return found

    def headline(self, stems: Iterable[str]) -> list[str]:
        """Return stems as the words of the headline that have them, in its order."""
        wanted, places = frozenset(stems), range(self._title_words)
        held = [place for place in places if stem(self._words.forms[place]) in wanted]
        return list(dict.fromkeys(self._at(place) for place in held))

    def _at(self, place: int) -> str:
        return self._text[self._words.starts[place] : self._words.ends[place]]


def _of_headlines(one: Features, other: Features) -> list[str]:
    return _heaviest(one.title, other.title) if one.headed and other.headed else []


def _heaviest(one: Field, other: Field) -> list[str]:
    """Return the shared terms that weigh most, the heaviest first; none that weigh nothing."""
    shared = [(mass * other.get(term, 0.0), term) for term, mass in one.items()]
    ranked = sorted([each for each in shared if each[0]], key=lambda each: (-each[0], each[1]))
    return [term for _, term in ranked[:MOST_WEIGHED]]


def _alone(one: Features, other: Features) -> list[str]:
    """Return the names in headline and lead of the one that stand nowhere in the other."""
    gone = [name for name in one.lead_names if name not in other.vocabulary]
    return sorted(gone, key=lambda name: (-one.lead_names[name], name))


def _figures_alone(one: Features, other: Features) -> list[str]:
    """Return the figures in headline and lead of the one that stand nowhere in the other."""
    gone = one.lead_figures - other.figures
    return sorted(gone, key=lambda each: (-weight(each), each))[:MOST_SHOWN]


def _days(one: Features, other: Features) -> list[str]:
    """Return weekdays that both tell, and days by number where a page has no date of its own."""
    weekdays = [day for day in WEEKDAYS if day in one.days.weekdays & other.days.weekdays]
    if one.published and other.published:
        return weekdays
    return [day_told(each) for each in sorted(one.days.days & other.days.near)] + weekdays


def _other_days(one: Features, other: Features) -> list[str]:
    """Return the weekdays of each where both tell some and none in common: "Monday and Friday"."""
    if one.days.weekdays & other.days.weekdays:
        return []
    told = [[day for day in WEEKDAYS if day in each.days.weekdays] for each in (one, other)]
    return [" and ".join(", ".join(each) for each in told)] if all(told) else []


def day_told(day: str) -> str:
    """Return a day as a reader writes it: "07-09" as "9 July"."""
    found = date.fromisoformat(f"{LEAP_YEAR}-{day}")
    return f"{found.day} {found:%B}"


def _apart(one: Features, other: Features, settings: ClusterSettings) -> tuple[str, ...]:
    if not (one.published and other.published):
        return ()
    hours = abs((one.published - other.published).total_seconds()) / SECONDS_PER_HOUR
    count, unit = (hours, "hour") if hours <= MOST_HOURS else (hours / 24, "day")
    told = f"{count:.0f} {unit}{'' if round(count) == 1 else 's'}"
    if hours <= settings.horizon_hours:
        return (f"published {told} apart",)
    return (f"published {told} apart: over {settings.horizon_hours} hours, two are not compared",)

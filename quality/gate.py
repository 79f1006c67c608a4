"""Hold the measured quality of every stage against its floors: `python -m quality.gate [NAME …]`.

A figure below its floor fails the gate, and so does a corpus that is not the one the floor was
measured on. `--raise` writes floors that have risen, `--lower` also those that have fallen.
Where the data is not beside the checkout, the measure is skipped, visibly.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from hashlib import blake2b
from importlib import import_module
from pathlib import Path

from quality.measure import Measure

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
FLOORS = ROOT / "quality" / "floors.json"
SUBJECTS = (
    "extraction",
    "copies",
    "copies_again",
    "handed_on",
    "handled",
    "followed",
    "set_among",
    "among",
    "descent",
    "kin",
    "stories",
    "online",
    "twins",
    "torn",
    "running",
    "angles",
    "towns",
    "streams",
    "matters",
    "storylines",
    "names_shown",
    "names_found",
    "names",
    "named",
    "quotes",
    "statements",
    "told",
    "saying_pairs",
    "act_pairs",
    "figures",
    "figure_pairs",
    "dates",
    "summaries",
    "taken_back",
    "dossiers",
)
SLACK = 0.002  # a floor is set this much below what was measured: rounding and library patches


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What a measure gave; it travels from the process that took it."""

    name: str
    missing: tuple[str, ...] = ()  # corpora that are not beside the checkout: nothing was taken
    figures: Mapping[str, float] = field(default_factory=dict)
    seconds: float = 0.0  # of processor time
    corpora: Mapping[str, str] = field(default_factory=dict)  # what it was taken on, by digest


def main() -> int:
    """Run the measures asked for, print every figure beside its floor; 1 if any is below."""
    arguments = _arguments()
    asked = _measures(arguments.names)
    held = json.loads(FLOORS.read_text()) if FLOORS.exists() else {"corpora": {}, "floors": {}}
    failures: list[str] = []
    for subject in _measured(asked):
        for taken in subject:
            if taken.missing:
                absent = ", ".join(taken.missing)
                print(f"SKIPPED {taken.name}: not beside the checkout: {absent}")
                continue
            failures += _changed_corpora(taken.corpora, held["corpora"], arguments.lower)
            failures += _fallen(taken, held["floors"], arguments)
    if arguments.raising or arguments.lower:
        FLOORS.write_text(json.dumps(held, indent=1, sort_keys=True) + "\n")
    for failure in failures:
        print(f"FAILED {failure}")
    print("gate:", "failed" if failures else "passed")
    return 1 if failures else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="subjects or measures; all by default")
    parser.add_argument("--raise", dest="raising", action="store_true", help="write risen floors")
    parser.add_argument("--lower", action="store_true", help="write floors even where they fell")
    return parser.parse_args()


def _measures(names: list[str]) -> dict[str, list[str]]:
    """Return the measures asked for by subject, all without a name; an unknown name ends all."""
    unknown = set(names) - set(SUBJECTS)
    asked: dict[str, list[str]] = {}
    for subject in SUBJECTS:
        for measure in _of(subject):
            unknown.discard(measure.name)
            if not names or subject in names or measure.name in names:
                asked.setdefault(subject, []).append(measure.name)
    if unknown:
        sys.exit(
            f"no measure is called {', '.join(sorted(unknown))}; there are: {', '.join(SUBJECTS)}"
        )
    return asked


def _of(subject: str) -> Iterable[Measure]:
    measures: Iterable[Measure] = import_module(f"quality.{subject}").MEASURES
    return measures


def _measured(asked: Mapping[str, Sequence[str]]) -> Iterator[list[Taken]]:
    """Yield what each subject's measures gave, in order; a subject to each processor at once."""
    with ProcessPoolExecutor(min(len(asked), os.cpu_count() or 1)) as processes:
        yield from processes.map(_take, asked, asked.values())


def _take(subject: str, names: Sequence[str]) -> list[Taken]:
    return [_taken(measure) for measure in _of(subject) if measure.name in names]


def _taken(measure: Measure) -> Taken:
    missing = tuple(name for name in measure.corpora if not (DATA / name).exists())
    if missing:
        return Taken(name=measure.name, missing=missing)
    started = time.process_time()
    figures = measure.run(DATA)
    seconds = time.process_time() - started
    corpora = {name: corpus_digest(DATA / name) for name in measure.corpora}
    return Taken(name=measure.name, figures=figures, seconds=seconds, corpora=corpora)


def _changed_corpora(found: Mapping[str, str], known: dict[str, str], accept: bool) -> list[str]:
    if accept:
        known |= found
    return [
        f"{name} is not the corpus its floors were measured on"
        for name, digest in found.items()
        if known.setdefault(name, digest) != digest
    ]


def _fallen(taken: Taken, floors: dict[str, float], arguments: argparse.Namespace) -> list[str]:
    failures = []
    for name, value in taken.figures.items():
        key = f"{taken.name}.{name}"
        floor = floors.get(key)
        shown = f"{floor:.4f}" if floor is not None else "none"
        print(f"{key:<58} {value:.4f}   floor {shown}")
        wanted = round(value - SLACK, 4)
        if (arguments.lower and floor is not None and wanted < floor) or (
            arguments.raising and (floor is None or wanted > floor)
        ):
            floors[key] = wanted
        elif floor is None:
            failures.append(f"{key} has no floor; set it with --raise")
        elif value < floor:
            failures.append(f"{key} is {value:.4f}, floor {floor:.4f}")
    own = f"{taken.name}."
    failures += [
        f"{key} has a floor but was not measured"
        for key in floors
        if key.startswith(own) and key.removeprefix(own) not in taken.figures
    ]
    print(f"  {taken.name}: {taken.seconds:.1f} CPU-s", flush=True)
    return failures


def corpus_digest(path: Path) -> str:
    """Return 16 hex digits over a file's bytes, or over the names and bytes of a folder's files."""
    total = blake2b(digest_size=8)
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if file.is_file():
            total.update(file.relative_to(path.parent).as_posix().encode())
            total.update(file.read_bytes())
    return total.hexdigest()


if __name__ == "__main__":
    sys.exit(main())

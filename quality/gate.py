"""Hold the measured quality of every stage against its floors: `python -m quality.gate [NAME …]`.

A figure below its floor fails the gate, and so does a corpus that is not the one the floor was
measured on. `--raise` writes floors that have risen, `--lower` also those that have fallen.
Where the data is not beside the checkout, the measure is skipped, visibly.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable
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
    "descent",
    "kin",
    "stories",
    "online",
    "twins",
    "streams",
    "storylines",
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
    "dossiers",
)
SLACK = 0.002  # a floor is set this much below what was measured: rounding and library patches


def main() -> int:
    """Run the measures asked for, print every figure beside its floor; 1 if any is below."""
    arguments = _arguments()
    measures = tuple(_measures(arguments.names))
    held = json.loads(FLOORS.read_text()) if FLOORS.exists() else {"corpora": {}, "floors": {}}
    failures: list[str] = []
    for measure in measures:
        missing = [name for name in measure.corpora if not (DATA / name).exists()]
        if missing:
            print(f"SKIPPED {measure.name}: not beside the checkout: {', '.join(missing)}")
            continue
        failures += _changed_corpora(measure, held["corpora"], arguments.lower)
        failures += _fallen(measure, held["floors"], arguments)
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


def _measures(names: list[str]) -> Iterable[Measure]:
    """Yield the measures of these names, all without any; a name of none ends the program."""
    unknown = set(names) - set(SUBJECTS)
    for subject in SUBJECTS:
        for measure in import_module(f"quality.{subject}").MEASURES:
            unknown.discard(measure.name)
            if not names or subject in names or measure.name in names:
                yield measure
    if unknown:
        sys.exit(
            f"no measure is called {', '.join(sorted(unknown))}; there are: {', '.join(SUBJECTS)}"
        )


def _changed_corpora(measure: Measure, known: dict[str, str], accept: bool) -> list[str]:
    failures = []
    for name in measure.corpora:
        found = corpus_digest(DATA / name)
        if known.setdefault(name, found) != found:
            if accept:
                known[name] = found
            else:
                failures.append(f"{name} is not the corpus its floors were measured on")
    return failures


def _fallen(measure: Measure, floors: dict[str, float], arguments: argparse.Namespace) -> list[str]:
    started, failures = time.process_time(), []
    figures = measure.run(DATA)
    seconds = time.process_time() - started
    for name, value in figures.items():
        key = f"{measure.name}.{name}"
        floor = floors.get(key)
        shown = f"{floor:.4f}" if floor is not None else "none"
        print(f"{key:<58} {value:.4f}   floor {shown}", flush=True)
        wanted = round(value - SLACK, 4)
        if (arguments.lower and floor is not None and wanted < floor) or (
            arguments.raising and (floor is None or wanted > floor)
        ):
            floors[key] = wanted
        elif floor is None:
            failures.append(f"{key} has no floor; set it with --raise")
        elif value < floor:
            failures.append(f"{key} is {value:.4f}, floor {floor:.4f}")
    missing = [
        k
        for k in floors
        if k.startswith(f"{measure.name}.") and k.removeprefix(f"{measure.name}.") not in figures
    ]
    failures += [f"{key} has a floor but was not measured" for key in missing]
    print(f"  {measure.name}: {seconds:.1f} CPU-s", flush=True)
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

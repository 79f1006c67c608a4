"""Hold the floors of the house: imports run downward, and stages and edges never meet."""

from __future__ import annotations

import ast
import re
import sys
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import packages_distributions

import pytest

from tests.imports import ROOT, Module, inside, own_modules, part_of
from tests.locks import declared_names, plain_name

FLOORS: dict[int, frozenset[str]] = {
    7: frozenset({"cli", "web", "__main__"}),
    6: frozenset({"newsroom", "archive"}),
    5: frozenset({"pipeline"}),
    4: frozenset({"stages"}),
    3: frozenset({"edges", "exports", "catalogue", "recipe"}),
    2: frozenset(
        {
            "text",
            "languages",
            "outlets",
            "places",
            "settings",
            "canonical",
            "protocols",
            "compiled",
            "columns",
            "alike",
        }
    ),
    1: frozenset({"model", "errors", "example", "machine_code"}),
}
FLOOR_OF = {part: floor for floor, parts in FLOORS.items() for part in parts}
PURE = frozenset({"stages", "text", "languages", "exports"})
# What a pure function may not ask: the clock, chance, the machine, the net, a log.
IMPURE_MODULES = frozenset(
    {"logging", "os", "random", "secrets", "socket", "subprocess", "time", "uuid"}
)
IMPURE_CALLS = frozenset({"hash", "input", "open", "print"})
CLOCK_CALLS = frozenset({"now", "utcnow", "today"})

MODULES = own_modules()


def test_every_part_of_the_package_stands_on_a_floor() -> None:
    assert {module.part for module in MODULES} - {""} <= FLOOR_OF.keys()


def test_no_import_runs_upward() -> None:
    assert not [
        f"{module.name} imports {name}"
        for module in MODULES
        for name in inside(module.imported)
        if module.part and _floor(name) > _floor(module.name)
    ]


def test_no_two_parts_import_each_other_not_even_by_a_detour() -> None:
    needs: dict[str, set[str]] = {}
    for module in MODULES:
        below = {part_of(name) for name in inside(module.imported)}
        needs.setdefault(module.part, set()).update(below - {module.part})
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        pytest.fail(f"parts import each other: {' -> '.join(error.args[1])}")


SHARED = frozenset({"linking", "once", "versions"})  # what several stages need and none owns


def test_no_stage_imports_another_stage() -> None:
    assert not [
        f"{module.name} imports {name}"
        for module in MODULES
        if module.part == "stages"
        for name in inside(module.imported)
        if part_of(name) == "stages" and _stage(name) not in {_stage(module.name), *SHARED}
    ]


def test_no_stage_and_no_pipeline_imports_an_edge() -> None:
    assert not [
        f"{module.name} imports {name}"
        for module in MODULES
        if module.part in {"stages", "pipeline"}
        for name in inside(module.imported)
        if part_of(name) == "edges"
    ]


def test_no_import_is_hidden_from_the_running_program() -> None:
    assert not [
        module.name
        for module in MODULES
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Name | ast.Attribute | ast.alias)
        and "TYPE_CHECKING" in (getattr(node, field, "") for field in ("id", "attr", "name"))
    ]


def test_no_pure_part_imports_the_clock_chance_the_machine_or_a_log() -> None:
    assert not [
        f"{module.name} imports {name}"
        for module in MODULES
        if module.part in PURE
        for name in module.imported
        if name.split(".")[0] in IMPURE_MODULES
    ]


def test_no_pure_part_calls_the_clock_opens_a_file_prints_or_hashes_with_a_random_seed() -> None:
    assert not [
        f"{module.name}:{node.lineno}"
        for module in MODULES
        if module.part in PURE
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and _is_impure(node.func)
    ]


def test_every_library_that_is_imported_is_declared() -> None:
    declared = declared_names()
    assert not [
        f"{module.name} imports {name}"
        for module in MODULES
        for name in _libraries(module)
        if not declared & _distributions(name)
    ]


def test_the_floor_table_of_the_architecture_page_is_the_one_held_here() -> None:
    page = ROOT / "docs" / "architecture.md"
    if not page.exists():
        pytest.skip("docs/architecture.md is not written yet")
    row = re.compile(r"^\|\s*(\d)\s*\|([^|]*)\|", re.MULTILINE)
    table = {
        int(floor): frozenset(re.findall(r"\w+", parts))
        for floor, parts in row.findall(page.read_text(encoding="utf-8"))
    }
    assert table == FLOORS


def _floor(dotted: str) -> int:
    """The floor of a module; the package's own face stands above all, its version is for all."""
    return FLOOR_OF.get(part_of(dotted), 0 if dotted == "twosource.__version__" else 8)


def _stage(dotted: str) -> str:
    """The stage that a module of `stages` belongs to: "extract" of …stages.extract.html."""
    return [*dotted.split("."), "", ""][2]


def _is_impure(function: ast.expr) -> bool:
    if isinstance(function, ast.Name):
        return function.id in IMPURE_CALLS
    return isinstance(function, ast.Attribute) and function.attr in CLOCK_CALLS


def _libraries(module: Module) -> frozenset[str]:
    tops = {name.split(".")[0] for name in module.imported}
    return frozenset(tops - set(sys.stdlib_module_names) - {"twosource"})


def _distributions(imported: str) -> frozenset[str]:
    names = packages_distributions().get(imported, [imported])
    return frozenset(plain_name(name) for name in names)

"""Read which part of the package imports which, straight from the source files."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"
PACKAGE = "twosource"


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One source file: its dotted name, its tree, and every dotted name that it imports."""

    name: str
    tree: ast.Module
    imported: tuple[str, ...]

    @property
    def part(self) -> str:
        """The file or package right under `twosource` that it belongs to; "" for its face."""
        return part_of(self.name)


def part_of(dotted: str) -> str:
    """Return the part of Twosource that a dotted name lies in: "stages" for twosource.stages.x."""
    return [*dotted.split("."), ""][1]


def own_modules() -> tuple[Module, ...]:
    """Return every module of the package, in the order of their paths."""
    return tuple(_read(path) for path in sorted((SOURCE / PACKAGE).rglob("*.py")))


def inside(names: tuple[str, ...]) -> tuple[str, ...]:
    """Keep the names that lie in Twosource."""
    return tuple(name for name in names if name.split(".")[0] == PACKAGE)


def _read(path: Path) -> Module:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    is_face = parts[-1] == "__init__"
    name = ".".join(parts[:-1] if is_face else parts)
    package = name if is_face else name.rpartition(".")[0]
    tree = ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
    return Module(name=name, tree=tree, imported=tuple(_imported(tree, package)))


def _imported(tree: ast.Module, package: str) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            origin = _origin(node, package)
            # With the name taken: of `from twosource.stages import linking` only that tells what.
            yield from (f"{origin}.{alias.name}" for alias in node.names)


def _origin(node: ast.ImportFrom, package: str) -> str:
    if not node.level:
        return node.module or ""
    base = package.split(".")[: len(package.split(".")) - node.level + 1]
    return ".".join([*base, *([node.module] if node.module else [])])

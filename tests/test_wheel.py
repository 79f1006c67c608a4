"""Hold that an installed Twosource has all that the checkout has: tables, templates, example."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

from tests.imports import ROOT, SOURCE


def test_the_wheel_holds_every_file_of_the_package_and_the_command(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
        (entry_points,) = (name for name in packed if name.endswith("entry_points.txt"))
        assert "twosource = twosource.cli:main" in archive.read(entry_points).decode()
    assert _files_of_the_package() - packed == set()


def _files_of_the_package() -> set[str]:
    paths = (path for path in (SOURCE / "twosource").rglob("*") if path.is_file())
    return {str(path.relative_to(SOURCE)) for path in paths if "__pycache__" not in path.parts}

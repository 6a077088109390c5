"""The repository's root is the package `dragoman`, and nothing of it has a second name."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import dragoman

ROOT = Path(__file__).resolve().parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_every_folder_that_holds_python_is_a_package_of_the_wheel() -> None:
    """And every package is a folder."""
    folders = {path.parent for top in ("cli", "extract", "models") for path in (ROOT / top).rglob("*.py")}
    found = {"dragoman"} | {".".join(("dragoman", *folder.relative_to(ROOT).parts)) for folder in folders}
    assert found == set(PYPROJECT["tool"]["setuptools"]["packages"])


def test_every_package_has_an_init_file() -> None:
    """So that a folder of the same name elsewhere on the path cannot stand in for it."""
    for package in PYPROJECT["tool"]["setuptools"]["packages"]:
        assert (ROOT.joinpath(*package.split(".")[1:]) / "__init__.py").is_file(), package


def test_every_table_of_words_is_in_the_wheel() -> None:
    """Each data file is matched by a pattern of package-data."""
    packed = set()
    for package, patterns in PYPROJECT["tool"]["setuptools"]["package-data"].items():
        folder = ROOT.joinpath(*package.split(".")[1:])
        packed |= {path for pattern in patterns for path in folder.glob(pattern)}
    files = {path for top in ("cli", "extract", "models") for path in (ROOT / top).rglob("*") if path.is_file()}
    ours = {path for path in files if path.suffix != ".py" and "__pycache__" not in path.parts}
    assert ours <= packed


def test_modules_have_one_name() -> None:
    """Neither the tests nor the package import `cli`, `extract` or `models` from the top."""
    assert not {"cli", "extract", "models"} & set(sys.modules)


def test_the_version_stands_in_two_places_alike() -> None:
    """In pyproject.toml and in the package."""
    assert dragoman.__version__ == PYPROJECT["project"]["version"]


def test_the_package_imports_without_spacy() -> None:
    """`import dragoman` is cheap; the model comes with the first call."""
    code = "import dragoman, dragoman.models, sys; print({'spacy', 'numpy', 'rich', 'typer'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"

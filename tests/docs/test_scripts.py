"""The scripts that measure: without the annotated articles they say so and change nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize(
    ("script", "target"),
    [
        ("make_accuracy.py", DOCS / "accuracy.md"),
        ("make_confidence.py", DOCS.parent / "extract/lexicon/confidence.toml"),
    ],
)
def test_a_script_without_its_gold_changes_nothing(script: str, target: Path, tmp_path: Path) -> None:
    """And ends well, with a plain message."""
    before = target.read_bytes()
    asked = [sys.executable, str(DOCS / script), str(tmp_path / "gold.jsonl")]
    done = subprocess.run(asked, capture_output=True, text=True, check=True)
    assert "is not here" in done.stdout and target.name in done.stdout
    assert target.read_bytes() == before

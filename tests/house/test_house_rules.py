"""Rules of the house that no linter knows: they run, or they are not rules."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 300  # lines a person can hold in the head

# A longer file, and why it may be.
LONGER: dict[str, str] = {}


def tracked(*patterns: str) -> list[Path]:
    """Files of the house: what git tracks and what it would (not ignored); all of them where there is no git."""
    try:
        names = subprocess.run(
            ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split("\n")
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def test_a_python_file_fits_in_the_head() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in tracked("*.py")}
    too_long = {name: lines for name, lines in lengths.items() if lines > LIMIT and name not in LONGER}
    assert not too_long, f"over {LIMIT} lines; what second thing do they do? {too_long}"


def test_every_package_says_what_it_is() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in tracked("*/__init__.py")
        if not path.read_text("utf-8").lstrip().startswith('"""') and "tests" not in path.parts
    ]
    assert not silent


def test_nothing_heavy_and_nothing_borrowed_is_kept_here() -> None:
    kinds = {".ttf", ".otf", ".ttc", ".woff", ".woff2", ".onnx", ".whl", ".bin"}
    assert not [path for path in tracked() if path.suffix in kinds], "fonts, voices and models are packages"
    assert not [path for path in tracked() if path.stat().st_size > 1 << 20], "over 1 MiB"


def test_no_machine_is_named() -> None:
    home = re.compile(r"(?<![\w.])/(?:home|root|Users|work)/\w")
    named = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in tracked("*.py", "*.toml", "*.cfg", "*.md", "script/*", "*.yaml", "*.html", "*.js")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if home.search(line) and path != Path(__file__)
    ]
    assert not named


def test_python_has_no_print_of_a_person() -> None:
    """Values that hold a person are never formatted into a log call; Holder's repr is masked as a second line."""
    leak = re.compile(r"(?:log\w*|logging)\.\w+\([^)]*(?:id_number|holder\.name|\.id_number|person\.name)")
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in tracked("devices/*.py", "kiosk/*.py", "screens/*.py", "central/*.py")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if leak.search(line)
    ]
    assert not found

"""``bangban-central guides``: the sample hall's catalogue is there from the first start, goes out and comes back."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from central import __main__ as command
from central import seed
from central.config import Settings
from central.context import open_context


@pytest.fixture(autouse=True)
def own_mask() -> Iterator[None]:
    """The command narrows the process's file mask."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def test_out_and_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    state = tmp_path / "state"
    context = open_context(Settings(f"sqlite:///{state / 'central.sqlite'}", state))
    seed.load_sample(context)
    context.close()
    within = ["--hall", "heelun", "--state", str(state)]
    out = tmp_path / "all.json"
    assert command.main(["guides", "export", str(out), *within]) == 0
    assert command.main(["guides", "import", str(out), *within]) == 0
    assert capsys.readouterr().out.split()[2:] == ["guides_new=0", "guides_same=77"]
    assert command.main(["guides", "lint", *within]) == 0
    out.write_text(out.read_text("utf-8").replace('"type": "benefit"', '"type": "gift"', 1), "utf-8")
    assert command.main(["guides", "import", str(out), *within]) == 1
    assert "guide.type" in capsys.readouterr().out
    with pytest.raises(SystemExit, match="no hall nowhere"):
        command.main(["guides", "lint", "--hall", "nowhere", "--state", str(state)])
    with pytest.raises(SystemExit):
        command.main(["guides", "import", str(tmp_path / "x.csv"), *within])

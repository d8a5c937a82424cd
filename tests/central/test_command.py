"""``bangban-central``: what it says when it cannot start, and what it hands out when it does."""

from __future__ import annotations

import logging
import os
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from central import __main__ as command
from central.serve import AccessFilter, Server

DISTRICT = Path(__file__).parents[1] / "journeys" / "district.toml"


@pytest.fixture(autouse=True)
def own_mask() -> Iterator[None]:
    """The command narrows the process's file mask."""
    before = os.umask(0o022)
    yield
    os.umask(before)


class Stopped(Server):
    def run(self, sockets: object = None) -> None:
        """Serves nobody."""


def test_trouble_is_one_line_and_status_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hall = tmp_path / "hall.toml"
    hall.write_text('[hall]\nid = "x"\n')
    state = ["--state", str(tmp_path / "state")]
    for arguments, words in (
        (["--database", "mysql://localhost/x"], "postgresql+psycopg://"),
        (["--database", "postgresql+psycopg://nobody:secret@127.0.0.1:9/x"], "PostgreSQL cannot be reached"),
        (["--workers", "2"], "served by one process"),
        (["--hall", str(tmp_path / "missing.toml")], "No such file"),
        (["--hall", str(hall)], "hall.name: Field required"),
    ):
        assert command.main([*state, *arguments]) == 2
        error = capsys.readouterr().err
        assert error.startswith("bangban-central: ") and words in error and "Traceback" not in error
        assert "secret" not in error


def test_secrets_are_printed_once_and_kept_in_a_private_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "Server", Stopped)
    made = tmp_path / "made.toml"
    other = tmp_path / "other.toml"
    other.write_text(DISTRICT.read_text("utf-8") + 'terminal = [{ name = "等候区显示屏", role = "display" }]', "utf-8")
    arguments = ["--state", str(tmp_path / "state"), "--sample", "--hall", str(other), "--credentials", str(made)]
    assert command.main(arguments) == 0
    printed = capsys.readouterr().out
    handed = tomllib.loads(made.read_text("utf-8"))
    assert all(f'"{secret}"' in printed for table in ("passwords", "codes") for secret in handed[table].values())
    assert {"director", "district"} <= handed["passwords"].keys()
    assert {"heelun 等候区显示屏", "district 等候区显示屏", "入口自助终端"} <= handed["codes"].keys()  # of two halls, and one has one
    assert made.stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "state" / "central.sqlite").stat().st_mode & 0o777 == 0o600
    made.unlink()
    assert command.main(arguments) == 0
    assert capsys.readouterr().out == "" and not made.exists()
    assert command.main([*arguments, "--reset-credentials"]) == 0
    again = tomllib.loads(made.read_text("utf-8"))
    assert again["passwords"].keys() == handed["passwords"].keys() and again != handed


def test_an_access_line_has_neither_query_nor_ticket_key() -> None:
    def shown(path: str) -> str:
        record = logging.LogRecord("uvicorn.access", 20, "", 0, '%s "%s %s"', ("127.0.0.1", "GET", path), None)
        assert AccessFilter().filter(record)
        return record.getMessage()

    assert shown("/api/v1/halls/x?name=secret") == '127.0.0.1 "GET /api/v1/halls/x"'
    assert shown("/t/secret?x=1") == '127.0.0.1 "GET /t/…"'

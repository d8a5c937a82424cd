"""The machine's own credential."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.hall.enrol import FILE, EnrolFailed, enrol, load, store
from tests.kit.fake_hall import FakeHall, dead_port, fake_hall


@pytest.fixture
def service() -> Iterator[FakeHall]:
    with fake_hall() as hall:
        yield hall


def test_a_code_gives_a_credential_that_is_kept(service: FakeHall, tmp_path: Path) -> None:
    credential = enrol(service.url, "CODE-1")
    assert (credential.role, credential.hall, credential.window, credential.token) == ("terminal", "heelun", "", "a-token")
    store(credential, tmp_path / "state")
    assert load(tmp_path / "state", service.url) == credential
    assert stat.S_IMODE((tmp_path / "state" / FILE).stat().st_mode) == 0o600
    assert [path.name for path in (tmp_path / "state").iterdir()] == [FILE]


def test_a_new_one_replaces_the_old(service: FakeHall, tmp_path: Path) -> None:
    store(enrol(service.url, "CODE-1"), tmp_path)
    service.code, service.token = "CODE-2", "another"
    store(enrol(service.url, "CODE-2"), tmp_path)
    found = load(tmp_path, service.url)
    assert found is not None and found.token == "another"


def test_it_is_sent_to_no_other_service(service: FakeHall, tmp_path: Path) -> None:
    store(enrol(service.url, "CODE-1"), tmp_path)
    assert load(tmp_path, "http://elsewhere.example") is None


@pytest.mark.parametrize("content", ["", "{", "[]", '{"token": 5}', "null"])
def test_a_file_that_cannot_be_read_is_none(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content)
    assert load(tmp_path, "http://hall.example") is None
    assert load(tmp_path / "nowhere", "http://hall.example") is None


def test_every_failure_is_a_sentence(service: FakeHall) -> None:
    with pytest.raises(EnrolFailed, match="take a new one"):
        enrol(service.url, "WRONG")
    with pytest.raises(EnrolFailed, match="no answer"):
        enrol(f"http://127.0.0.1:{dead_port()}", "CODE-1")
    service.mischief = ["500"]
    with pytest.raises(EnrolFailed, match="broken"):
        enrol(service.url, "CODE-1")
    service.mischief = ["html"]
    with pytest.raises(EnrolFailed, match="refused"):
        enrol(service.url, "CODE-1")


def test_the_token_is_in_no_repr(service: FakeHall) -> None:
    assert "a-token" not in repr(enrol(service.url, "CODE-1"))

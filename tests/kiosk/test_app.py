"""The programs as a technician starts them: mistakes, enrolment, and the examples that are shipped."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import config as configuration
from kiosk.app import main
from kiosk.config import SECTIONS
from kiosk.equipment import check_device
from kiosk.hall.enrol import FILE
from tests.kit.fake_hall import fake_hall

REPOSITORY = Path(__file__).parents[2]
EXAMPLES = REPOSITORY / "assets/config"


@pytest.fixture(autouse=True)
def _quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.app.start_log", lambda file: None)


def written(folder: Path, url: str = "http://127.0.0.1:1", role: str = "terminal", more: str = "") -> str:
    path = folder / "machine.toml"
    path.write_text(
        f'role = "{role}"\n[service]\nurl = "{url}"\nstate = "state"\n'
        f"[panel]\nwidth_px = 1080\nheight_px = 1920\npitch_mm = 0.248\n{more}"
    )
    return str(path)


def test_every_mistake_is_on_stderr_at_once_and_the_status_is_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, url="hall", more='colour = 1\n[[device]]\ndriver = "escpos-network"\nname = "printer"\n')
    assert main("display", ["--config", path]) == 2
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 3
    assert said[0].startswith("role: this is the configuration of a terminal")
    assert said[1].startswith("[panel] colour: unknown")
    assert said[2].startswith("[[device]] 1 host: missing")


def test_two_printers_are_one_too_many(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printer = '[[device]]\ndriver = "escpos-network"\nname = "{}"\nhost = "10.0.0.1"\n'
    assert main("terminal", ["--config", written(tmp_path, more=printer.format("a") + printer.format("b"))]) == 2
    assert "one printer serves a machine" in capsys.readouterr().err


def test_a_machine_that_is_not_enrolled_says_how(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main("terminal", ["--config", written(tmp_path)]) == 2
    assert "bangban-kiosk --config FILE --enrol CODE" in capsys.readouterr().err


def test_enrolment(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with fake_hall() as service:
        path = written(tmp_path, url=service.url)
        assert main("terminal", ["--config", path, "--enrol", "CODE-1"]) == 0
        assert "enrolled as terminal of hall heelun" in capsys.readouterr().out
        assert (tmp_path / "state" / FILE).exists()
        assert main("terminal", ["--config", path, "--enrol", "CODE-1"]) == 2
        assert "take a new one" in capsys.readouterr().err


def test_a_code_for_another_role_is_not_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with fake_hall() as service:
        assert main("pad", ["--config", written(tmp_path, url=service.url, role="pad"), "--enrol", "CODE-1"]) == 2
    assert "the code was for a terminal" in capsys.readouterr().err
    assert not (tmp_path / "state").exists()


def test_only_the_loopback_may_look(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main("terminal", ["--config", written(tmp_path), "--inspect", "0.0.0.0:8790"])
    assert ended.value.code == 2 and "127.0.0.1:PORT" in capsys.readouterr().err


def test_the_module_is_the_terminal(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "--config", written(tmp_path, role="pad")],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 2
    assert done.stderr.strip() == "role: this is the configuration of a pad, and a terminal was started"


@pytest.mark.parametrize("role", configuration.ROLES)
def test_the_examples_are_right_and_complete(role: str) -> None:
    path = EXAMPLES / f"{role}.example.toml"
    config = configuration.read(path, role, languages=("zh", "en", "mn"), check_device=check_device)
    assert config.devices
    shown = re.sub(r"^# (?=\w+ = )", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    uncommented = configuration.parse(shown, EXAMPLES, role, languages=("zh", "en", "mn"), check_device=check_device)
    assert uncommented.panel == config.panel, "what is commented out is a default"


def test_the_terminals_example_explains_every_key() -> None:
    text = (EXAMPLES / "terminal.example.toml").read_text(encoding="utf-8")
    for name, options in SECTIONS.items():
        if name != "window":
            assert f"[{name}]" in text
            for key in options.__dataclass_fields__:  # type: ignore[attr-defined]
                assert re.search(rf"^(# )?{key} = ", text, re.MULTILINE), f"[{name}] {key}"

"""What `script/run` writes for each role is a configuration that its program takes, full size and on a desk."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk import config
from script.configs import PANELS, Place, write


@pytest.mark.parametrize("desk", [False, True])
@pytest.mark.parametrize("role", list(PANELS))
def test_a_written_configuration_is_read(tmp_path: Path, role: str, desk: bool) -> None:
    panel = PANELS[role].on_a_desk() if desk else PANELS[role]
    path = write(role, Place(tmp_path, "http://127.0.0.1:8060", "mn", True), panel, {})
    told = config.read(path, role, languages=("zh", "mn"), check_device=lambda driver, options: [])
    assert told.panel.width_px * told.panel.pitch_mm == pytest.approx(PANELS[role].width * PANELS[role].pitch_mm, rel=0.001)
    assert (told.panel.width_px < PANELS[role].width) == desk

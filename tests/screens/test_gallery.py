"""The gallery of docs/gallery leaves no view out, and the one that is there was made of all that there is to show."""

from __future__ import annotations

from screens.show import SCREENS
from tests.screens.gallery import DOCS, sections
from tests.screens.showing import ON
from tests.screens.specimens import DISPLAY, PAD, TERMINAL


def test_every_view_has_a_picture_in_each_tongue_it_is_shown_in() -> None:
    shots = [shot for _, row in sections() for shot in row]
    everything = TERMINAL | PAD | DISPLAY
    assert {shot.specimen for shot in shots} == set(everything)
    assert {type(view) for view in everything.values()} == set(SCREENS)
    assert all(shot.specimen in ON[shot.panel] for shot in shots if shot.panel in ON)


def test_the_gallery_shows_what_its_page_names_and_stays_light() -> None:
    page = (DOCS / "index.md").read_text("utf-8")
    pictures = {path.name: path.stat().st_size for path in DOCS.glob("*.webp")}
    assert all(f"]({name})" in page for name in pictures) and page.count(".webp)") == len(pictures)
    assert sum(pictures.values()) < 15 * 1024 * 1024, "docs are cloned by everybody"

"""The fonts once for all tests of text, and the catalogue as a reviewer sees it."""

from __future__ import annotations

import pytest

from kiosk.text.catalog import Catalog
from kiosk.text.fonts import Fonts
from kiosk.text.review import STRINGS
from kiosk.text.shape import Shaper


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    return Fonts.find()


@pytest.fixture(scope="session")
def shaper(fonts: Fonts) -> Shaper:
    return Shaper(fonts)


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return Catalog(STRINGS, second="en", show_unreviewed=True, strict=True)

"""What words cost: one label, a whole screen and a ticket, drawn anew and from the cache.

Run it from the root of the checkout: ``python bench/text.py``. Medians in milliseconds of processor time; "anew" is after the
caches were emptied, as for the first screen of a visit (faces stay open), "kept" is the same again. A measurement to set side by
side, not a test.
"""

from __future__ import annotations

import resource
import statistics
import sys
import time
from collections.abc import Callable
from datetime import datetime, timezone
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from kiosk.hall.messages import HallName, Line, Ticket  # noqa: E402
from kiosk.text.catalog import Catalog  # noqa: E402
from kiosk.text.documents import ticket_document  # noqa: E402
from kiosk.text.fonts import Fonts, Weight  # noqa: E402
from kiosk.text.raster import ticket  # noqa: E402
from kiosk.text.review import STRINGS  # noqa: E402
from kiosk.text.shape import Shaper  # noqa: E402
from kiosk.views import Msg, msg  # noqa: E402

BODY, TITLE = 49, 74  # 12 mm and 18 mm at 0.248 mm a pixel
WIDTH = 1000
LINES = ("综合业务", "医保", "社保和就业", "民政和住房", "退役军人", "残疾人服务", "帮办代办", "咨询投诉")
HALL = HallName((("zh", "诃额伦街道便民服务中心"), ("en", "Hoelun Subdistrict Service Hall")))
GENERAL = HallName((("zh", "综合业务"), ("en", "General services")))


def home() -> list[tuple[Msg, int]]:
    """Every sentence of a home screen with eight lines."""
    words = [(msg("paper-hall", hall=HALL), BODY), (msg("home-title"), TITLE)]
    words += [(msg("home-card"), BODY), (msg("home-touch"), BODY), (msg("home-hours", hours="08:30–12:00 14:30–17:30"), BODY)]
    for count, name in enumerate(LINES):
        words += [(msg("line-name", name=HallName((("zh", name),))), BODY), (msg("line-waiting", count=count), BODY)]
    return words + [(msg(id), BODY) for id in ("tool-size", "tool-voice-off", "tool-help", "tool-lang-en")]


def label(shaper: Shaper, text: str, lang: str, px: int, weight: Weight) -> None:
    shaper.block(text, lang, px=px, width=WIDTH, weight=weight).mask()


def screen(shaper: Shaper, catalog: Catalog, factor: float) -> None:
    for words, px in home():
        for line in catalog.pair(words, "zh"):
            if line:
                shaper.block(line.text, line.lang, px=round(px * factor), width=WIDTH).image("#111111", "#ffffff")


def paper(shaper: Shaper, catalog: Catalog, second: str | None) -> None:
    line = Line("general", "A", GENERAL, GENERAL, True, 3, ("1", "2"))
    at = datetime(2026, 1, 31, 6, 5, tzinfo=timezone.utc)
    taken = Ticket("id", "A023", line, 12, 840, at, ("1", "2"), None, "http://192.0.2.20:8000/t/9fX2kqLw0ZyT5aVb1cRd")
    ticket(ticket_document(taken, HALL, "0477-0000000", "01-31 14:05", None, False, second), catalog, shaper)


def median(work: Callable[[], object], before: Callable[[], object], runs: int = 15) -> float:
    taken = []
    for _ in range(runs):
        before()
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return 1000 * statistics.median(taken)


def main() -> None:
    start = time.process_time()
    shaper = Shaper(Fonts.find())
    fonts = time.process_time()
    alone = Catalog(STRINGS, second=None, show_unreviewed=True)
    strings = time.process_time()
    beside = Catalog(STRINGS, second="en", show_unreviewed=True)
    print(f"start: fonts {1000 * (fonts - start):.0f} ms, strings {1000 * (strings - fonts):.0f} ms\n")
    labels: list[tuple[str, str, str, int, Weight]] = [
        ("zh, 7 characters, 18 mm", "您要办什么事？", "zh", TITLE, "bold"),
        ("zh, 26 characters, 12 mm", "有身份证或社保卡，请先放在读卡处。没带卡，直接按下面", "zh", BODY, "medium"),
        ("en, 9 words, 12 mm", "Lay your ID card or social security card here", "en", BODY, "medium"),
        ("mn, 2 words, 12 mm", "ᠰᠡᠳᠬᠢᠯ ᠬᠠᠨᠤᠭᠰᠠᠨ", "mn", BODY, "medium"),
        ("mn, 4 words in 2 columns", "ᠮᠠᠰᠢ ᠰᠡᠳᠬᠢᠯ\nᠬᠠᠨᠤᠭᠰᠠᠨ ᠦᠭᠡᠢ", "mn", BODY, "bold"),
    ]
    rows: list[tuple[str, Callable[[], object]]] = [
        (f"label: {name}", partial(label, shaper, text, lang, px, weight)) for name, text, lang, px, weight in labels
    ]
    rows += [(f"screen: home, zh, size {factor}", partial(screen, shaper, alone, factor)) for factor in (1, 1.5, 2)]
    rows += [("screen: home, zh and en", partial(screen, shaper, beside, 1))]
    for second in (None, "en", "mn"):
        rows.append((f"ticket: zh{f' and {second}' if second else ''}", partial(paper, shaper, beside, second)))
    print(f"{'':36}{'anew':>8}{'kept':>8}")
    for name, work in rows:
        work()
        print(f"{name:36}{median(work, shaper.forget):8.1f}{median(work, lambda: None):8.2f}")
    print(f"\npeak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()

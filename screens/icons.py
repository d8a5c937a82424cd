"""Icons and pictures, drawn by code from ``screens.drawings`` at the size they are shown at, as masks to be coloured."""

from __future__ import annotations

from functools import lru_cache

from PIL import Image, ImageDraw, ImageOps

from screens import drawings
from screens.drawings import Arc, Disc, Drawing, Line, Ring, Slab, Stroke, Tone
from screens.papers import PAPERS

DRAWINGS = drawings.DRAWINGS | PAPERS

OVER = 4  # drawn this many times larger and shrunk: smooth edges


def known(name: str | None) -> bool:
    return name in DRAWINGS


def aspect(name: str) -> float:
    """Width over height."""
    drawing = DRAWINGS[name]
    return drawing.width / drawing.height


def tones(name: str) -> tuple[Tone, ...]:
    """The layers of a drawing, undermost first."""
    drawn = {stroke.tone for stroke in DRAWINGS[name].strokes}
    return tuple(tone for tone in Tone if tone in drawn)


@lru_cache(maxsize=128)
def mask(name: str, height: int, tone: Tone = Tone.LINE, mirrored: bool = False) -> Image.Image:
    """One layer, ``height`` pixels high: 255 where it covers; with right and left exchanged if ``mirrored``. Raises KeyError for
    an unknown name."""
    drawing = DRAWINGS[name]
    width = round(height * drawing.width / drawing.height)
    large = Image.new("L", (width * OVER, height * OVER), 0)
    draw = ImageDraw.Draw(large)
    zoom = height * OVER / drawing.height
    for stroke in drawing.strokes:
        if stroke.tone is tone:
            _paint(draw, stroke, drawing, zoom)
        elif stroke.covers:
            _paint(draw, stroke, drawing, zoom, value=0)
    drawn = large.resize((width, height), Image.Resampling.LANCZOS)
    return ImageOps.mirror(drawn) if mirrored else drawn


def _paint(draw: ImageDraw.ImageDraw, stroke: Stroke, drawing: Drawing, zoom: float, value: int = 255) -> None:
    pen = drawing.pen * zoom
    match stroke:
        case Line(points):
            _line(draw, [(x * zoom, y * zoom) for x, y in points], pen, value)
        case Arc(x, y, r, start, end):
            box = _round(x * zoom, y * zoom, r * zoom + pen / 2)
            draw.arc(box, start, end, fill=value, width=round(pen))
        case Ring(x, y, r):
            draw.ellipse(_round(x * zoom, y * zoom, r * zoom + pen / 2), outline=value, width=round(pen))
        case Disc(x, y, r):
            draw.ellipse(_round(x * zoom, y * zoom, r * zoom), fill=value)
        case Slab(x, y, w, h, r, hollow):
            edge = pen / 2 if hollow else 0.0
            box = (x * zoom - edge, y * zoom - edge, (x + w) * zoom + edge, (y + h) * zoom + edge)
            if hollow:
                draw.rounded_rectangle(box, r * zoom + edge, outline=value, width=round(pen))
            else:
                draw.rounded_rectangle(box, r * zoom, fill=value)


def _line(draw: ImageDraw.ImageDraw, points: list[tuple[float, float]], pen: float, value: int) -> None:
    draw.line(points, fill=value, width=round(pen), joint="curve")
    for x, y in points:
        draw.ellipse(_round(x, y, pen / 2), fill=value)


def _round(x: float, y: float, r: float) -> tuple[float, float, float, float]:
    return (x - r, y - r, x + r, y + r)

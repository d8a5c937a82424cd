"""The page a browser shows beside the terminal: the same words in the same places, made of what the terminal tells of its glass.

Plain HTML in one file: no script library, no font of its own, nothing fetched. A touch on a line shows the next view, a touch on
the way back the first, as at the terminal.
"""

from __future__ import annotations

from html import escape
from typing import Any

Tree = dict[str, Any]

HEAD = """<!doctype html><html lang="zh"><meta charset="utf-8"><title>bench</title><style>
*{margin:0;padding:0;box-sizing:border-box}html,body{width:100%;height:100%;overflow:hidden;background:#fff;cursor:none}
section{position:absolute;inset:0}section[hidden]{display:none}
div,button,span{position:absolute;border:0;text-align:left}button{border:3px solid #0a3869;border-radius:14px}
button:active{background:#050608!important}button:active span{color:#fff!important}
span{line-height:1;white-space:nowrap;font-family:sans-serif;font-weight:500}
</style><body>"""
TAIL = """<script>
const [first,second]=document.querySelectorAll("section");
for(const b of first.querySelectorAll("button"))b.onclick=()=>{first.hidden=true;second.hidden=false};
for(const b of second.querySelectorAll("button"))b.onclick=()=>{second.hidden=true;first.hidden=false};
</script>"""
INK_OF_EM = 0.92  # ink height of a Han glyph as a part of the font's size


def page(first: Tree, second: Tree) -> str:
    return HEAD + _section(first) + _section(second, hidden=True) + TAIL


def _section(tree: Tree, hidden: bool = False) -> str:
    elements = "".join(_element(element, tree["panel"]["pitch_mm"]) for element in tree["elements"])
    return f"<section{' hidden' if hidden else ''}>{elements}</section>"


def _element(element: Tree, pitch_mm: float) -> str:
    x, y, width, height = element["box_px"]
    colours = element["colours"] or {"fg": "#050608", "bg": "#ffffff"}
    words = "".join(
        f'<span style="left:{text["box_px"][0] - x}px;top:{text["box_px"][1] - y}px;color:{colours["fg"]};'
        f'font-size:{text["text_mm"] / pitch_mm / INK_OF_EM:.0f}px">{escape(text["text"]).replace(chr(10), "<br>")}</span>'
        for text in element["texts"]
    )
    tag = "button" if element["role"] in ("button", "switch") else "div"
    ground = f"background:{colours['bg']};" if element["colours"] else ""
    return f'<{tag} style="left:{x}px;top:{y}px;width:{width}px;height:{height}px;{ground}">{words}</{tag}>'

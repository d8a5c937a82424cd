"""One hall service or machine role each: (state, event) -> (state, effects), and the view of a state. Pure."""

from collections.abc import Callable
from typing import Any

from kiosk.flows.display import display
from kiosk.flows.pad import pad
from kiosk.flows.step import Fittings, Flow
from kiosk.flows.terminal import terminal

FLOWS: dict[str, Callable[[Fittings], Flow[Any]]] = {"terminal": terminal, "display": display, "pad": pad}

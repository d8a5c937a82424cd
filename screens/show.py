"""Which screen draws which view: one table, and a test that no view is missing from it."""

from __future__ import annotations

from typing import Any

from kiosk.views import Board, Confirm, HelperComing, Home, Menu, NumberKeys, Prompt, Rate, TicketShown, Trouble, View, Waiting
from screens.base import Screen
from screens.board import BoardScreen
from screens.confirm import ConfirmScreen
from screens.helper import HelperScreen
from screens.home import HomeScreen
from screens.menu import MenuScreen
from screens.number_keys import NumberKeysScreen
from screens.prompt import PromptScreen
from screens.rate import RateScreen
from screens.ticket import TicketScreen
from screens.trouble import TroubleScreen
from screens.waiting import WaitingScreen

SCREENS: dict[type[View], type[Screen[Any]]] = {
    Board: BoardScreen,
    Confirm: ConfirmScreen,
    HelperComing: HelperScreen,
    Home: HomeScreen,
    Menu: MenuScreen,
    NumberKeys: NumberKeysScreen,
    Prompt: PromptScreen,
    Rate: RateScreen,
    TicketShown: TicketScreen,
    Trouble: TroubleScreen,
    Waiting: WaitingScreen,
}

"""Which screen draws which view: one table, and a test that no view is missing from it; and the sheet of any view."""

from __future__ import annotations

from typing import Any

from kiosk.views import (
    Board,
    Confirm,
    GuideShown,
    HelperComing,
    Home,
    Letters,
    Menu,
    NoticeShown,
    NumberKeys,
    Poster,
    Prompt,
    Rate,
    SettingsShown,
    Signing,
    StaffShown,
    TicketShown,
    Trouble,
    View,
    Waiting,
    Writing,
)
from kiosk.visit import Shown
from screens.base import Screen
from screens.board import BoardScreen
from screens.confirm import ConfirmScreen
from screens.desk import Desk
from screens.guide import GuideScreen
from screens.helper import HelperScreen
from screens.home import HomeScreen
from screens.letters import LettersScreen
from screens.menu import MenuScreen
from screens.mirror import is_mirrored, mirrored
from screens.number_keys import NumberKeysScreen
from screens.poster import PosterScreen
from screens.prompt import PromptScreen
from screens.rate import RateScreen
from screens.settings import SettingsScreen
from screens.sheet import Sheet
from screens.sign import SignScreen
from screens.staff import StaffScreen
from screens.ticket import TicketScreen
from screens.trouble import TroubleScreen
from screens.waiting import WaitingScreen
from screens.write import WritingScreen

SCREENS: dict[type[View], type[Screen[Any]]] = {
    Board: BoardScreen,
    Confirm: ConfirmScreen,
    GuideShown: GuideScreen,
    HelperComing: HelperScreen,
    Home: HomeScreen,
    Letters: LettersScreen,
    Menu: MenuScreen,
    NoticeShown: GuideScreen,
    NumberKeys: NumberKeysScreen,
    Poster: PosterScreen,
    Prompt: PromptScreen,
    Rate: RateScreen,
    SettingsShown: SettingsScreen,
    Signing: SignScreen,
    StaffShown: StaffScreen,
    TicketShown: TicketScreen,
    Trouble: TroubleScreen,
    Waiting: WaitingScreen,
    Writing: WritingScreen,
}


def lay(desk: Desk, shown: Shown, page: int = 0) -> Sheet:
    """One page of a view (from 0; the last one if there are fewer), mirrored where the resident's language runs to the left."""
    return _turned(shown, SCREENS[type(shown.view)](desk).compose(shown, page))


def lay_all(desk: Desk, shown: Shown) -> list[Sheet]:
    """Every page of a view, as ``lay`` lays each."""
    return [_turned(shown, sheet) for sheet in SCREENS[type(shown.view)](desk).compose_all(shown)]


def _turned(shown: Shown, sheet: Sheet) -> Sheet:
    return mirrored(sheet) if is_mirrored(shown.settings.lang) else sheet

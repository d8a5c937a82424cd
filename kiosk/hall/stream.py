"""Listens to the hall for as long as the machine runs: the event stream, and the hall itself whenever it changed."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import requests

from kiosk.hall.client import HallClient
from kiosk.hall.fields import Misread
from kiosk.hall.link import NETWORK, Link
from kiosk.hall.messages import Hall, Refusal
from kiosk.hall.news import CHANGES, Called, HallIs, HallWas, News, ServiceAway, news_of
from kiosk.hall.sse import Message, Overflow, Parser

SILENCE_S = 40.0  # the service says something at least every 15 s
SHORTEST_S, LONGEST_S = 0.5, 15.0
BETWEEN_LOOKS_S = 2.0  # a busy hall changes all the time; its counts need not be newer than this
LOOK_ANYWAY_S = 60.0

log = logging.getLogger("bangban.hall")


class Stream:
    """``tell`` is called from threads of the stream. A stream that breaks and comes back at once is not told; what happened
    meanwhile comes by Last-Event-ID. Calls are timed by this machine's clock, right or wrong, so that their age is right."""

    def __init__(
        self, link: Link, client: HallClient, tell: Callable[[News], None], *, between_looks_s: float = BETWEEN_LOOKS_S
    ) -> None:
        self._link = link
        self._client = client
        self._tell = tell
        self._between_looks_s = between_looks_s
        self._stop = threading.Event()
        self._changed = threading.Event()
        self._last_id = ""
        self._pause = SHORTEST_S
        self._response: requests.Response | None = None
        self._threads = [
            threading.Thread(target=self._listen, name="hall-stream", daemon=True),
            threading.Thread(target=self._look_after, name="hall-look", daemon=True),
        ]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        self._stop.set()
        self._changed.set()
        response = self._response
        if response is not None:
            with suppress(*NETWORK, ValueError, RuntimeError):
                response.raw.shutdown()  # wakes the thread that reads it
        for thread in self._threads:
            thread.join(timeout=2.0)

    # ---- the stream ----

    def _listen(self) -> None:
        while not self._stop.is_set():
            headers = {"Accept": "text/event-stream"} | ({"Last-Event-ID": self._last_id} if self._last_id else {})
            response = self._link.open(self._client.events_path, headers, SILENCE_S)
            if isinstance(response, Refusal):
                self._lost(response)
            else:
                self._read(response)
            self._stop.wait(self._pause)
            self._pause = min(self._pause * 2, LONGEST_S)

    def _lost(self, why: Refusal) -> None:
        if why is Refusal.NOT_ENROLLED:
            log.error("the service does not know this machine: enrol it with --enrol CODE")
        self._away(why)

    def _read(self, response: requests.Response) -> None:
        self._response = response
        parser = Parser(self._last_id)
        try:
            while not self._stop.is_set() and (piece := response.raw.read1(65536, decode_content=True)):
                for message in parser.feed(piece):
                    self._take(message)
        except (*NETWORK, Overflow) as error:
            log.info("the event stream broke: %s", type(error).__name__)
        finally:
            self._response = None
            response.close()

    def _take(self, message: Message) -> None:
        self._last_id = message.last_id
        self._pause = SHORTEST_S
        if message.event == "hello" or message.event in CHANGES:
            self._changed.set()
        try:
            news = news_of(message)
        except Misread as error:
            log.error("an event that cannot be read: %s at %s", message.event, error)
            return
        if isinstance(news, Called):
            news = Called(replace(news.call, at=news.call.at - self._link.ahead))
        if news is not None:
            self._tell(news)

    # ---- the hall ----

    def _look_after(self) -> None:
        looked = 0.0
        while not self._stop.is_set():
            self._changed.wait(LOOK_ANYWAY_S)
            self._stop.wait(max(0.0, looked + self._between_looks_s - time.monotonic()))
            if self._stop.is_set():
                return
            self._changed.clear()
            looked = time.monotonic()
            found = self._client.lines()
            if isinstance(found, Hall):
                self._tell(HallIs(found))
                whole = self._client.whole(found)
                if whole != found:
                    self._tell(HallIs(whole))
            else:
                self._away(found)
                self._changed.set()  # until it answers

    def _away(self, why: Refusal) -> None:
        """With what was kept of the hall, where nothing is known of it yet; a machine that is not known here shows nothing."""
        was = self._client.remembered() if why is not Refusal.NOT_ENROLLED else None
        if was is not None:
            self._tell(HallWas(was))
        self._tell(ServiceAway(why))

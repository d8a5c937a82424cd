"""However slowly a listener listens, and whenever it comes: it hears every event of its hall, once, in order."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from central.events import bell
from central.events.bell import Bell, Frames, Listener

MOST = 7  # events of one reading


class Table:
    """Events of one hall; every id is told in a frame of many bytes."""

    def __init__(self, delays: list[int]) -> None:
        self.ids: list[int] = []
        self.readings = 0
        self._delays = delays

    def add(self) -> None:
        self.ids.append(len(self.ids) + 1)

    async def read(self, hall: str, last: int) -> Frames:
        self.readings += 1
        found = [number for number in self.ids if number > last][:MOST]
        for _ in range(self._delays[self.readings % len(self._delays)]):
            await asyncio.sleep(0)
        return [(number, b"%d " % number + b"." * 100 + b"\n") for number in found]


async def hear(listener: Listener, heard: list[int], pauses: list[int]) -> None:
    while (chunk := await listener.next(0.01)) is not None:
        heard += [int(line.split()[0]) for line in chunk.splitlines()]
        for _ in range(pauses[len(heard) % len(pauses)]):
            await asyncio.sleep(0)


async def story(steps: list[int], pauses: list[list[int]], start: list[int], delays: list[int]) -> None:
    table = Table(delays)
    rung = Bell(table.read, MOST)
    heard: list[list[int]] = [[] for _ in pauses]
    tasks: list[asyncio.Task[None]] = []

    async def listen(own: list[int], its: list[int], last: int) -> None:
        with rung.listening("h", last) as listener:
            await hear(listener, own, its)

    for place, step in enumerate(steps):
        for own, its, begin in zip(heard, pauses, start):
            if begin == place:
                tasks.append(asyncio.create_task(listen(own, its, 0)))
        for _ in range(step):
            table.add()
        rung.ring({"h", "elsewhere"})
        for _ in range(1 + step % 3):
            await asyncio.sleep(0)
    for _ in range(2000):
        if all(own == table.ids for own, begin in zip(heard, start) if begin < len(steps)):
            break
        await asyncio.sleep(0.001)
    rung.close()
    await asyncio.gather(*tasks)
    for own, begin in zip(heard, start):
        assert own == (table.ids if begin < len(steps) else [])


LISTENERS = 3


@settings(max_examples=600, deadline=None)
@given(
    steps=st.lists(st.sampled_from([0, 1, 1, 2, 9]), min_size=20, max_size=50),
    pauses=st.lists(st.lists(st.integers(0, 12), min_size=1, max_size=4), min_size=LISTENERS, max_size=LISTENERS),
    start=st.lists(st.integers(0, 40), min_size=LISTENERS, max_size=LISTENERS),
    delays=st.lists(st.sampled_from([0, 1, 2, 9]), min_size=1, max_size=7),
)
def test_every_listener_hears_everything_once_and_in_order(
    steps: list[int], pauses: list[list[int]], start: list[int], delays: list[int]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bell, "BACKLOG", 500)
        patch.setattr(bell, "PAUSE_S", 0)
        asyncio.run(story(steps, pauses, start, delays))


def test_news_are_read_once_for_all_listeners() -> None:
    async def listen() -> int:
        table = Table([1])
        rung = Bell(table.read, MOST)
        heard: list[list[int]] = [[] for _ in range(50)]

        async def one(own: list[int]) -> None:
            with rung.listening("h", 0) as listener:
                await hear(listener, own, [0])

        tasks = [asyncio.create_task(one(own)) for own in heard]
        await asyncio.sleep(0.05)
        before = table.readings
        table.add()
        rung.ring({"h"})
        while any(own != [1] for own in heard):
            await asyncio.sleep(0.001)
        rung.close()
        await asyncio.gather(*tasks)
        return table.readings - before

    assert asyncio.run(asyncio.wait_for(listen(), 30)) <= 2, "the news, and that there are no more"

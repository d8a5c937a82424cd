"""The simulated printer is as treacherous as a real one; else the tests of the driver would prove nothing."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import get_args

import pytest
from escpos.printer import Dummy
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from devices.sim.escpos_stream import Command, Cut, Feed, Row, StreamReader
from devices.sim.printer import PrinterEngine
from devices.sim.printer_tcp import PrinterTcp
from devices.types import Paper
from tests.drivers.printer_bench import picture
from tests.drivers.told import eventually


def naive_job() -> bytes:
    """A ticket as everybody sends it: the picture and the cut, and no question."""
    printer = Dummy(profile="TM-T20II")
    printer.image(picture())
    printer.cut()
    job: bytes = printer.output
    return job


@pytest.fixture
def port() -> Iterator[tuple[PrinterEngine, socket.socket]]:
    engine = PrinterEngine()
    with PrinterTcp(engine) as wire, socket.create_connection(("127.0.0.1", getattr(wire, "port"))) as host:
        host.settimeout(10)
        yield engine, host


def test_it_prints_what_python_escpos_sends(port: tuple[PrinterEngine, socket.socket]) -> None:
    engine, host = port
    host.sendall(naive_job())
    eventually(lambda: engine.pieces)
    assert engine.pieces[0].shows(picture())
    assert engine.unknown == []


def test_out_of_paper_it_takes_a_job_and_prints_it_after_the_new_roll(port: tuple[PrinterEngine, socket.socket]) -> None:
    engine, host = port
    engine.set_paper(Paper.OUT)
    host.sendall(naive_job())
    host.sendall(b"\x10\x04\x01")
    assert host.recv(1) == b"\x1a", "it answers all the while that it is off-line"
    assert engine.pieces == []
    engine.set_paper(Paper.OK)
    eventually(lambda: engine.pieces)
    assert engine.pieces[0].shows(picture())


def test_it_answers_questions_inside_a_picture_at_once(port: tuple[PrinterEngine, socket.socket]) -> None:
    _, host = port
    host.sendall(b"\x1dv0\x00\x48\x00\x40\x00" + bytes(100) + b"\x10\x04\x04")
    assert host.recv(1) == b"\x12"


def test_gs_r_is_answered_in_print_order(port: tuple[PrinterEngine, socket.socket]) -> None:
    engine, host = port
    engine.set_cover(open=True)
    host.sendall(b"\x1dr\x01\x10\x04\x02")
    assert host.recv(1) == b"\x16", "the cover, although asked later"
    engine.set_cover(open=False)
    assert host.recv(1) == b"\x00"


def test_without_power_it_forgets_what_was_not_printed(port: tuple[PrinterEngine, socket.socket]) -> None:
    engine, host = port
    engine.set_cover(open=True)
    host.sendall(naive_job())
    eventually(lambda: engine.room() < 32000)
    engine.power_off()
    engine.set_cover(open=False)
    engine.power_on()
    assert engine.room() == 32768
    assert (engine.pieces, engine.hanging_rows) == ([], 0)


def test_the_first_byte_of_a_job_is_timed_when_it_arrives(port: tuple[PrinterEngine, socket.socket]) -> None:
    engine, host = port
    engine.speed_mm_s = 200.0
    host.sendall(naive_job())
    host.sendall(naive_job())
    eventually(lambda: len(engine.pieces) == 2)
    first, second = engine.pieces
    assert first.first_byte_at and second.first_byte_at
    assert first.first_byte_at <= second.first_byte_at < first.finished_at < second.finished_at


def test_lines_of_text_come_out_as_dots(port: tuple[PrinterEngine, socket.socket]) -> None:
    engine, host = port
    host.sendall(b"\x1b@TEST\n\x1dV\x01")
    eventually(lambda: engine.pieces)
    assert any(map(any, engine.pieces[0].rows))


@given(st.lists(st.integers(0, 30_000)))
def test_any_split_of_a_job_gives_the_same_commands(cuts: list[int]) -> None:
    job = naive_job()
    edges = sorted({0, len(job), *(cut % len(job) for cut in cuts)})
    reader = StreamReader()
    pieces = [command for start, end in zip(edges, edges[1:]) for command in reader.feed(job[start:end])]
    assert pieces == StreamReader().feed(job)
    assert [type(command) for command in pieces] == [Row] * picture().height + [Feed, Cut]
    assert reader.at_rest


@given(st.binary(max_size=400))
def test_garbage_raises_nothing(noise: bytes) -> None:
    assert all(isinstance(command, get_args(Command)) for command in StreamReader().feed(noise))


def test_a_piece_shows_a_picture_only_whole() -> None:
    engine = PrinterEngine()
    engine.receive(naive_job())
    eventually(lambda: engine.pieces)
    engine.close()
    piece = engine.pieces[0]
    assert piece.shows(picture()) and piece.shows(picture().crop((0, 40, 576, 90)))
    assert not piece.shows(picture(number=5))
    assert not piece.shows(Image.new("1", (576, 10), 0))

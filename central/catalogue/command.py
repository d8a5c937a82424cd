"""``bangban-central guides``: a catalogue carried in and out of a hall, or looked over, without a browser."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TypeVar

from central.catalogue import exporting, importing, lint
from central.catalogue.entries import Batch
from central.catalogue.files import as_json, read_folder, read_json, read_toml
from central.catalogue.workbook import as_xlsx, read_xlsx
from central.config import Settings
from central.context import open_context
from central.errors import CatalogueRefused
from central.halls.models import Hall
from central.unit import Unit, unit_for

T = TypeVar("T")
READERS: dict[str, Callable[[bytes], Batch]] = {".json": read_json, ".toml": read_toml, ".xlsx": read_xlsx}
WRITERS = {".json": as_json, ".xlsx": as_xlsx}


def add_to(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("import", "export", "lint"))
    parser.add_argument("file", nargs="?", type=Path, help=".json, .toml, .xlsx, or a folder of .toml; for lint none")
    parser.add_argument("--hall", required=True, metavar="ID")
    parser.add_argument("--from", dest="day", type=date.fromisoformat, metavar="DAY", help="in force from then on (today)")
    parser.add_argument("--trial", action="store_true", help="say what an import would do")
    parser.add_argument("--state", type=Path, default=Path("var/central"), help="directory of the key file (default %(default)s)")
    parser.add_argument("--database", help="URL of the database (default: a file in --state)")


def run(options: argparse.Namespace) -> int:
    """0; 1 when something is wrong with the file or the catalogue, which is told on stdout. An import into a SQLite file needs
    the service to stand still: it has one owner."""
    if options.what == "export":
        write = WRITERS[options.file.suffix]
        options.file.write_bytes(write(_look(options, lambda unit: exporting.entries(unit, options.hall))))
        return 0
    if options.what == "lint":
        findings = _look(options, lambda unit: lint.of_hall(unit, options.hall))
        for each in findings:
            print(each.item, each.code, each.about, *each.halls, sep="\t")
        return 1 if findings else 0
    return _import(options)


def _import(options: argparse.Namespace) -> int:
    batch = read_folder(options.file) if options.file.is_dir() else READERS[options.file.suffix](options.file.read_bytes())
    prepared = importing.prepare(batch)

    def work(unit: Unit) -> importing.Brought:
        unit.hold(options.hall)
        return importing.bring_in(unit, options.hall, prepared, options.day, options.trial)

    try:
        told = _change(options, work)
    except CatalogueRefused as refused:
        for each in refused.beside["problems"]:
            place = (each[name] for name in ("sheet", "row", "column", "item", "code", "message"))
            print(*("" if part is None else part for part in place), sep="\t")
        return 1
    print(*(f"{name}={number}" for name, number in asdict(told).items()))
    return 0


def _settings(options: argparse.Namespace) -> Settings:
    state = options.state.absolute()
    return Settings(options.database or f"sqlite:///{state / 'central.sqlite'}", state)


def _within(options: argparse.Namespace, unit: Unit, work: Callable[[Unit], T]) -> T:
    if unit.session.get(Hall, options.hall) is None:
        raise SystemExit(f"bangban-central: there is no hall {options.hall}")
    return work(unit)


def _look(options: argparse.Namespace, work: Callable[[Unit], T]) -> T:
    context = open_context(_settings(options), worker=True)
    try:
        return context.database.read(lambda session: _within(options, unit_for(context, session), work))
    finally:
        context.close()


def _change(options: argparse.Namespace, work: Callable[[Unit], T]) -> T:
    settings = _settings(options)
    context = open_context(settings, worker=not settings.database_url.startswith("sqlite"))
    try:
        return context.database.write(lambda session: _within(options, unit_for(context, session), work))
    finally:
        context.close()


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser("bangban-central guides", description="Items and guides of a hall.")
    add_to(parser)
    options = parser.parse_args(arguments)
    kinds = READERS if options.what == "import" else WRITERS
    if options.what != "lint" and (options.file is None or (options.file.suffix not in kinds and not options.file.is_dir())):
        parser.error(f"a file is needed: {' '.join(kinds)}")
    return run(options)

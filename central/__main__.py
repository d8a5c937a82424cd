"""``bangban-central``: arguments, then the service."""

from __future__ import annotations

import argparse
import logging
import os
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from central import cores, seed
from central.app import create_app
from central.catalogue import command as guides
from central.config import Settings
from central.context import AlreadyRunning, Context, locked, open_context
from central.description import DescriptionMistakes
from central.seed import HandedOut
from central.serve import Server
from central.supervisor import Station, Supervisor
from central.transaction import DatabaseUnreachable, UnsupportedDatabase
from central.vault import VaultTrouble

TROUBLES = (
    AlreadyRunning,
    DatabaseUnreachable,
    DescriptionMistakes,
    OSError,
    UnsupportedDatabase,
    VaultTrouble,
    tomllib.TOMLDecodeError,
)
"""Told in one line: the operator can do something about them."""


def main(arguments: list[str] | None = None) -> int:
    """Returns the exit status: 0 when it was asked to stop, 2 when it could not start. ``guides`` as the first word is
    ``central.catalogue.command``."""
    arguments = sys.argv[1:] if arguments is None else arguments
    os.umask(0o077)  # the database and its log are for the service alone
    if arguments[:1] == ["guides"]:
        return _told(lambda: guides.main(arguments[1:]))
    options = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(levelname)s:     %(name)s: %(message)s")
    return _told(lambda: _serve(options))


def _told(work: Callable[[], int]) -> int:
    try:
        return work()
    except TROUBLES as trouble:
        print(f"bangban-central: {trouble}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("bangban-central", description="The central service of Bangban halls.")
    parser.add_argument("--state", type=Path, default=Path("var/central"), help="directory of the key file (default %(default)s)")
    parser.add_argument("--database", help="URL of a SQLite file or a PostgreSQL database (default: a file in --state)")
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="processes that serve together; PostgreSQL only")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default %(default)s)")
    parser.add_argument("--port", type=int, default=8060, help="0 takes a free one (default %(default)s)")
    parser.add_argument("--public-url", help="address under which phones reach the service, for the QR code of a ticket")
    parser.add_argument("--hall", type=Path, metavar="FILE", help="load this description of a hall (TOML)")
    parser.add_argument("--sample", action="store_true", help="load the invented sample hall")
    parser.add_argument("--always-open", action="store_true", help="with --sample: a hall that never closes, to try it at night")
    parser.add_argument("--credentials", type=Path, metavar="FILE", help="also write new passwords and codes to this file (0600)")
    parser.add_argument("--reset-credentials", action="store_true", help="new passwords and codes for the loaded hall")
    parser.add_argument("--keep-persons", type=int, default=7, metavar="DAYS", help="then names and numbers are deleted")
    parser.add_argument("--keep-mandates", type=int, default=183, metavar="DAYS", help="persons of mandates, behind their filing")
    parser.add_argument("--keep-opinions", type=int, default=120, metavar="DAYS", help="who told an opinion, behind its closing")
    parser.add_argument("--voice", type=Path, metavar="PROGRAM", help="a program that speaks the sentences of the catalogue")
    parser.add_argument("--access-log", action="store_true", help="a line for each request; costs as much as a third of a ticket")
    parser.add_argument("--tls-certificate", type=Path, metavar="FILE", help="serve HTTPS (PEM)")
    parser.add_argument("--tls-key", type=Path, metavar="FILE", help="key of the certificate (PEM)")
    return parser


def _serve(options: argparse.Namespace) -> int:
    state = options.state.absolute()
    settings = Settings(
        database_url=options.database or f"sqlite:///{state / 'central.sqlite'}",
        state_dir=state,
        public_url=options.public_url,
        keep_persons_days=options.keep_persons,
        keep_mandates_days=options.keep_mandates,
        keep_opinions_days=options.keep_opinions,
        voice=options.voice.absolute() if options.voice else None,
    )
    serving: dict[str, Any] = {"access_log": options.access_log}
    if options.tls_certificate:
        serving |= {"ssl_certfile": options.tls_certificate, "ssl_keyfile": options.tls_key}
    if options.workers > 1:
        return _serve_together(settings, options, serving)
    cores.stay()
    app = create_app(settings)
    context: Context = app.state.context
    try:
        _load(context, options)
        Server(app, host=options.host, port=options.port, **serving).run()
    finally:
        context.close()
    return 0


def _serve_together(settings: Settings, options: argparse.Namespace, serving: dict[str, Any]) -> int:
    """Several workers on one database. What is done once is done here, before they start."""
    if settings.database_url.startswith("sqlite"):
        raise UnsupportedDatabase("a SQLite file is served by one process: leave --workers out, or use PostgreSQL")
    context = open_context(settings)
    try:
        _load(context, options)
    finally:
        context.close()

    def work(station: Station) -> None:
        lock.close()
        cores.stay(station.turn)
        Server(create_app(settings, worker=True), station, **serving).run()

    with locked(settings.state_dir) as lock:
        return Supervisor(work, options.workers, options.host, options.port, "https" if options.tls_certificate else "http").run()


def _load(context: Context, options: argparse.Namespace) -> None:
    made = [each for each in _loaded(context, options) if each]
    for each in made:
        print(_written([each]), flush=True)
    if made and options.credentials is not None:
        _keep(_written(made), options.credentials)


def _loaded(context: Context, options: argparse.Namespace) -> Iterator[HandedOut]:
    if options.hall:
        yield seed.load(context, tomllib.loads(options.hall.read_text("utf-8")), options.reset_credentials)
    if options.sample:
        yield seed.load_sample(context, options.always_open, options.reset_credentials)


def _written(made: list[HandedOut]) -> str:
    """A table of passwords and one of codes. A user is one person's in the whole service; machines of two halls may have one
    name, and then the hall stands before it."""
    halls = ", ".join(each.hall for each in made)
    names = Counter(name for each in made for name in each.codes)
    lines = [f"# {halls}: shown once; each password must be changed at the first login, each code works once", "[passwords]"]
    lines += [f'{user} = "{password}"' for each in made for user, password in each.passwords.items()]
    lines += ["", "[codes]"]
    for each in made:
        lines += [f'"{name if names[name] == 1 else each.hall + " " + name}" = "{code}"' for name, code in each.codes.items()]
    return "\n".join(lines) + "\n"


def _keep(text: str, file: Path) -> None:
    """The only time these are seen."""
    file.unlink(missing_ok=True)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:
        out.write(text)


if __name__ == "__main__":
    sys.exit(main())

"""Migrations of the database (Alembic). The service brings its own database up to date when it starts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine


def config_for(connection: Connection) -> Config:
    """Alembic's configuration for this folder, working on ``connection`` and leaving its transaction to the caller."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    return config


class BrokenReferences(RuntimeError):
    """A step of the migrations left rows that refer to nothing; it was taken back."""


@contextmanager
def changing(engine: Engine) -> Iterator[Connection]:
    """A transaction in which tables may be made anew. SQLite alters a table by copying it, which references to it would forbid:
    they are looked over once, at the end."""
    with engine.connect() as connection:
        sqlite = engine.dialect.name == "sqlite"
        if sqlite:
            connection.connection.execute("PRAGMA foreign_keys=OFF").close()
        try:
            with connection.begin():
                yield connection
                if sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                    raise BrokenReferences("after the migration some rows refer to nothing")
        finally:
            if sqlite:
                connection.connection.execute("PRAGMA foreign_keys=ON").close()


def upgrade(connection: Connection) -> None:
    command.upgrade(config_for(connection), "head")

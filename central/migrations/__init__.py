"""Migrations of the database (Alembic). The service brings its own database up to date when it starts."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def config_for(connection: Connection) -> Config:
    """Alembic's configuration for this folder, working on ``connection`` and leaving its transaction to the caller."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    return config


def upgrade(connection: Connection) -> None:
    command.upgrade(config_for(connection), "head")

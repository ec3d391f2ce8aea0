"""The migrated schema against the one the models alone would make, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alembic import command
from sqlalchemy import inspect

from dondoc import db
from models import metadata

if TYPE_CHECKING:
    from sqlalchemy import Engine


def shape(engine: Engine) -> dict[str, Any]:
    """Everything a database says of its tables; Alembic's own comparison leaves out the checks."""
    inspector = inspect(engine)
    return {
        table: {
            "columns": {c["name"]: (str(c["type"]), c["nullable"]) for c in inspector.get_columns(table)},
            "checks": {c["name"]: c["sqltext"] for c in inspector.get_check_constraints(table)},
            "uniques": {u["name"]: u["column_names"] for u in inspector.get_unique_constraints(table)},
            "indexes": {i["name"]: (i["column_names"], i["unique"]) for i in inspector.get_indexes(table)},
            "foreign keys": {f["name"]: f["referred_table"] for f in inspector.get_foreign_keys(table)},
        }
        for table in inspector.get_table_names()
        if table != "alembic_version"
    }


def test_the_migrations_make_what_the_models_say(engine: Engine) -> None:
    migrated = shape(engine)
    metadata.drop_all(engine)
    metadata.create_all(engine)
    assert migrated == shape(engine)


def test_going_back_to_the_start_leaves_nothing(engine: Engine) -> None:
    with engine.begin() as connection:
        command.downgrade(db._alembic(connection), "base")
    assert shape(engine) == {}
    db.migrate(engine)
    assert "ledger" in shape(engine)

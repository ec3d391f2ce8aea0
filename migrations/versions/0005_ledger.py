"""A ledger that takes new lines only.

Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# SQLite runs no delete trigger for a REPLACE, so a line whose id is taken is refused before it
ON_SQLITE = """
CREATE TRIGGER ledger_no_{deed} BEFORE {event} ON ledger {condition}
BEGIN SELECT RAISE(ABORT, 'the ledger takes new lines only'); END
"""
REFUSED_ON_SQLITE = (
    ("update", "UPDATE", ""),
    ("delete", "DELETE", ""),
    ("replace", "INSERT", "WHEN EXISTS (SELECT 1 FROM ledger WHERE id = NEW.id)"),
)

FUNCTION_ON_POSTGRESQL = """
CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the ledger takes new lines only'; END $$
"""
TRIGGER_ON_POSTGRESQL = """
CREATE TRIGGER ledger_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger
FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()
"""


def upgrade() -> None:
    create_ledger()
    if op.get_bind().dialect.name == "sqlite":
        for deed, event, condition in REFUSED_ON_SQLITE:
            op.execute(ON_SQLITE.format(deed=deed, event=event, condition=condition))
    else:
        op.execute(FUNCTION_ON_POSTGRESQL)
        op.execute(TRIGGER_ON_POSTGRESQL)


def create_ledger() -> None:
    op.create_table(
        "ledger",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("os_user", sa.String(), nullable=False),
        sa.Column("operation", sa.String(length=40), nullable=False),
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_ledger_person_id_people"),
        sa.PrimaryKeyConstraint("id", name="pk_ledger"),
    )
    op.create_index("ix_ledger_code", "ledger", ["code"])


def downgrade() -> None:
    op.drop_table("ledger")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION ledger_refuse()")

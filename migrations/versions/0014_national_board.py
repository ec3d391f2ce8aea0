"""Count the whole country for the national board from an index alone, in its order.

Revises: 0013
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

NAME = "ix_tasks_board"
BEFORE = ["department_id", "kind", "state", "due_on", "done_late"]
AFTER = [
    *("department_id", "supervisor_unit_id", "state", "done_late", "due_on"),
    *("issued_on", "ended_on", "kind"),
]
COUNTED = sa.text("kind IN ('item') AND state NOT IN ('cancelled')")


def upgrade() -> None:
    op.drop_index(NAME, "tasks")
    op.create_index(NAME, "tasks", AFTER, sqlite_where=COUNTED, postgresql_where=COUNTED)


def downgrade() -> None:
    op.drop_index(NAME, "tasks")
    op.create_index(NAME, "tasks", BEFORE)

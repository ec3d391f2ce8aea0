"""Find the decisions that wait for somebody, for every page's menu, without going through their other tasks.

Revises: 0014
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

WAITING = sa.text(
    "kind IN ('opinion', 'approval', 'acceptance', 'review') AND state NOT IN ('accepted', 'cancelled')"
)
INDEXES = (("ix_tasks_waiting_for_assignee", "assignee_id"), ("ix_tasks_waiting_for_unit", "lead_unit_id"))


def upgrade() -> None:
    for name, whose in INDEXES:
        op.create_index(name, "tasks", [whose], sqlite_where=WAITING, postgresql_where=WAITING)


def downgrade() -> None:
    for name, _ in INDEXES:
        op.drop_index(name, "tasks")

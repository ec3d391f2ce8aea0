"""Find who is late, and with what, without going through what is not late.

Revises: 0012
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

URGED = "state IN ('assigned', 'in_progress', 'returned')"
TO_DECIDE = f"kind IN ('opinion', 'approval', 'acceptance') AND {URGED}"
INDEXES = (
    ("ix_tasks_late_of_assignee", "assignee_id", URGED),
    ("ix_tasks_late_of_unit", "lead_unit_id", URGED),
    ("ix_tasks_to_decide", "assignee_id", TO_DECIDE),
)


def upgrade() -> None:
    for name, whose, rows in INDEXES:
        op.create_index(
            name, "tasks", [whose, "due_on"], sqlite_where=sa.text(rows), postgresql_where=sa.text(rows)
        )


def downgrade() -> None:
    for name, _, _ in INDEXES:
        op.drop_index(name, "tasks")

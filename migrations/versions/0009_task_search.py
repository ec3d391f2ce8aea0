"""What a task is searched by, how it was judged, and the index the national board counts by.

Revises: 0008
"""

import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

TASKS = sa.table("tasks", sa.column("id"), sa.column("title"), sa.column("search"))
MANY = 5000


def upgrade() -> None:
    op.add_column("tasks", sa.Column("search", sa.String(), server_default=sa.text("''"), nullable=False))
    op.add_column("tasks", sa.Column("done_late", sa.Boolean(), nullable=True))
    op.create_index("ix_tasks_board", "tasks", ["department_id", "kind", "state", "due_on", "done_late"])
    fill()
    judge()


def downgrade() -> None:
    op.drop_index("ix_tasks_board", "tasks")
    op.drop_column("tasks", "done_late")
    op.drop_column("tasks", "search")


def fill() -> None:
    """Fold the titles that are there, a batch of tasks at a time."""
    last = 0
    while (
        rows := op.get_bind()
        .execute(
            sa.select(TASKS.c.id, TASKS.c.title).where(TASKS.c.id > last).order_by(TASKS.c.id).limit(MANY)
        )
        .all()
    ):
        last = rows[-1].id
        op.get_bind().execute(
            sa.update(TASKS).where(TASKS.c.id == sa.bindparam("task")),
            [{"task": row.id, "search": folded(row.title)} for row in rows],
        )


def judge() -> None:
    """Judge what was accepted before, by the day its work was handed in."""
    op.execute(
        "UPDATE tasks SET done_late = (SELECT MAX(submissions.handed_in_on) FROM submissions "
        "WHERE submissions.task_id = tasks.id AND submissions.accepted) > due_on "
        "WHERE state = 'accepted' AND kind = 'item' AND due_on IS NOT NULL"
    )


def folded(words: str) -> str:
    apart = unicodedata.normalize("NFD", words.casefold().replace("đ", "d"))
    return " ".join("".join(letter for letter in apart if not unicodedata.combining(letter)).split())

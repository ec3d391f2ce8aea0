"""Keep with the step itself whose audience was told of it: it is one for all its news.

Revises: 0020
"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

COLUMN = "audience_step_id"
OF_ITS_NEWS = """UPDATE escalations SET audience_step_id = coalesce(
(SELECT max(n.audience_step_id) FROM news n WHERE n.escalation_id = escalations.id), step_id)"""
OF_ITS_STEP = """UPDATE news SET audience_step_id =
(SELECT e.audience_step_id FROM escalations e WHERE e.id = news.escalation_id)"""


def upgrade() -> None:
    _add("escalations")
    op.execute(OF_ITS_NEWS)
    with op.batch_alter_table("escalations") as escalations:
        escalations.alter_column(COLUMN, existing_type=sa.Integer(), nullable=False)
    _drop("news")


def downgrade() -> None:
    _add("news")
    op.execute(OF_ITS_STEP)
    _drop("escalations")


def _add(name: str) -> None:
    with op.batch_alter_table(name) as table:
        table.add_column(sa.Column(COLUMN, sa.Integer(), nullable=True))
        table.create_foreign_key(op.f(f"fk_{name}_{COLUMN}_steps"), "steps", [COLUMN], ["id"])


def _drop(name: str) -> None:
    with op.batch_alter_table(name) as table:
        table.drop_constraint(op.f(f"fk_{name}_{COLUMN}_steps"), type_="foreignkey")
        table.drop_column(COLUMN)

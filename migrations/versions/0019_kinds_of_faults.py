"""Keep what kind of thing a run set aside, so that it can be told in the reader's words.

Revises: 0018
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

KINDS = (
    *("task", "duty", "audience", "department"),
    *("template", "digest", "composing", "delivery", "operator"),
)


def upgrade() -> None:
    with op.batch_alter_table("faults") as faults:
        faults.add_column(sa.Column("kind", sa.String(length=32), nullable=True))
        faults.create_check_constraint(op.f("ck_faults_faultkind"), f"kind IN {KINDS}")


def downgrade() -> None:
    with op.batch_alter_table("faults") as faults:
        faults.drop_constraint(op.f("ck_faults_faultkind"), type_="check")
        faults.drop_column("kind")

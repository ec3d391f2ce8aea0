"""Let a step be taken off its ladder: what it raised still names it.

Revises: 0015
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("steps") as steps:
        steps.alter_column("ladder_id", existing_type=sa.Integer(), nullable=True)


def downgrade() -> None:
    with op.batch_alter_table("steps") as steps:
        steps.alter_column("ladder_id", existing_type=sa.Integer(), nullable=False)

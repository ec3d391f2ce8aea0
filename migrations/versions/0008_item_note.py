"""What people have to remark on an item.

Revises: 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("items", sa.Column("note", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("items", "note")

"""How surely, and by which rule, the owner of an item was recognised.

Revises: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("items", sa.Column("owner_matches", sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column("items", "owner_matches")

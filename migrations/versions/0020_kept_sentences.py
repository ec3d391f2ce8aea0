"""Keep why somebody is told of a task in parts, so that it can be told in the reader's language.

Revises: 0019
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("news", "detail", type_=sa.JSON(), postgresql_using="to_json(detail)")
        return
    op.execute("UPDATE news SET detail = json_quote(detail) WHERE detail IS NOT NULL")
    with op.batch_alter_table("news") as news:
        news.alter_column("detail", existing_type=sa.String(), type_=sa.JSON())


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("news", "detail", type_=sa.String(), postgresql_using="detail #>> '{}'")
        return
    with op.batch_alter_table("news") as news:
        news.alter_column("detail", existing_type=sa.JSON(), type_=sa.String())
    op.execute("UPDATE news SET detail = json_extract(detail, '$') WHERE json_type(detail) = 'text'")

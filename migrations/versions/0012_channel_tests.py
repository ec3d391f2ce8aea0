"""A kind of message that only shows whether a channel works.

Revises: 0011
"""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

OLD_KINDS = "kind IN ('digest', 'sign_in')"
NEW_KINDS = "kind IN ('digest', 'sign_in', 'test')"


def upgrade() -> None:
    allow(NEW_KINDS)


def downgrade() -> None:
    op.execute("DELETE FROM deliveries WHERE message_id IN (SELECT id FROM messages WHERE kind = 'test')")
    op.execute("DELETE FROM messages WHERE kind = 'test'")
    allow(OLD_KINDS)


def allow(kinds: str) -> None:
    with op.batch_alter_table("messages") as batch_op:
        batch_op.drop_constraint(op.f("ck_messages_messagekind"), type_="check")
        batch_op.create_check_constraint(op.f("ck_messages_messagekind"), kinds)

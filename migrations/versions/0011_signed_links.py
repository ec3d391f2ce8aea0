"""Signed links to single tasks, and sign-in links that a message carries.

Revises: 0010
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

OLD_KINDS = "kind IN ('digest')"
NEW_KINDS = "kind IN ('digest', 'sign_in')"


def upgrade() -> None:
    with op.batch_alter_table("messages") as batch_op:
        batch_op.add_column(sa.Column("number", sa.Integer(), server_default=sa.text("0"), nullable=False))
        batch_op.drop_constraint(op.f("uq_messages_person_id_day_kind"), type_="unique")
        batch_op.drop_constraint(op.f("ck_messages_messagekind"), type_="check")
        batch_op.create_check_constraint(op.f("ck_messages_messagekind"), NEW_KINDS)
        batch_op.create_check_constraint(op.f("ck_messages_one_digest"), "kind <> 'digest' OR number = 0")
        batch_op.create_unique_constraint(
            op.f("uq_messages_person_id_day_kind_number"), ["person_id", "day", "kind", "number"]
        )
    with op.batch_alter_table("sign_in_links") as batch_op:
        batch_op.add_column(sa.Column("message_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("nonce", sa.String(length=32), nullable=True))
        batch_op.alter_column("token_sha256", existing_type=sa.String(length=64), nullable=True)
        batch_op.create_index(op.f("ix_sign_in_links_message_id"), ["message_id"])
        batch_op.create_foreign_key(
            op.f("fk_sign_in_links_message_id_messages"), "messages", ["message_id"], ["id"]
        )
    create_task_links()


def create_task_links() -> None:
    op.create_table(
        "task_links",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("nonce", sa.String(length=32), nullable=False),
        sa.Column("token_sha256", sa.String(length=64), nullable=True),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["message_id"], ["messages.id"], name=op.f("fk_task_links_message_id_messages")
        ),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_task_links_task_id_tasks")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_links")),
        sa.UniqueConstraint("message_id", "task_id", name=op.f("uq_task_links_message_id_task_id")),
        sa.UniqueConstraint("token_sha256", name=op.f("uq_task_links_token_sha256")),
    )
    op.create_index("ix_task_links_task_id", "task_links", ["task_id"])


def downgrade() -> None:
    op.drop_table("task_links")
    op.execute("DELETE FROM sign_in_links WHERE message_id IS NOT NULL OR token_sha256 IS NULL")
    op.execute("DELETE FROM deliveries WHERE message_id IN (SELECT id FROM messages WHERE kind <> 'digest')")
    op.execute("DELETE FROM messages WHERE kind <> 'digest'")
    with op.batch_alter_table("sign_in_links") as batch_op:
        batch_op.drop_constraint(op.f("fk_sign_in_links_message_id_messages"), type_="foreignkey")
        batch_op.drop_index("ix_sign_in_links_message_id")
        batch_op.alter_column("token_sha256", existing_type=sa.String(length=64), nullable=False)
        batch_op.drop_column("nonce")
        batch_op.drop_column("message_id")
    with op.batch_alter_table("messages") as batch_op:
        batch_op.drop_constraint(op.f("uq_messages_person_id_day_kind_number"), type_="unique")
        batch_op.drop_constraint(op.f("ck_messages_one_digest"), type_="check")
        batch_op.drop_constraint(op.f("ck_messages_messagekind"), type_="check")
        batch_op.create_check_constraint(op.f("ck_messages_messagekind"), OLD_KINDS)
        batch_op.create_unique_constraint(
            op.f("uq_messages_person_id_day_kind"), ["person_id", "day", "kind"]
        )
        batch_op.drop_column("number")

"""Who is owed which news, what was sent, and the daily runs.

Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_messages()
    create_digest_lines()
    create_deliveries()
    create_news()
    create_daily_runs()
    create_faults()


def create_messages() -> None:
    op.create_table(
        "messages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", one_of("messagekind", "digest"), nullable=False),
        sa.Column("language", one_of("language", "vi", "en"), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("html", sa.String(), nullable=False),
        sa.Column("composed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_messages_person_id_people"),
        sa.PrimaryKeyConstraint("id", name="pk_messages"),
        sa.UniqueConstraint("person_id", "day", "kind", name="uq_messages_person_id_day_kind"),
    )
    op.create_index("ix_messages_day", "messages", ["day"])


def create_digest_lines() -> None:
    op.create_table(
        "digest_lines",
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("section", sa.String(length=20), nullable=False),
        sa.Column("step_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["message_id"], ["messages.id"], name="fk_digest_lines_message_id_messages"),
        sa.ForeignKeyConstraint(["step_id"], ["steps.id"], name="fk_digest_lines_step_id_steps"),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name="fk_digest_lines_task_id_tasks"),
        sa.PrimaryKeyConstraint("message_id", "task_id", "section", name="pk_digest_lines"),
    )
    op.create_index("ix_digest_lines_task_id", "digest_lines", ["task_id"])


def create_deliveries() -> None:
    op.create_table(
        "deliveries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column(
            "state", one_of("deliverystate", "pending", "sent", "failed", "printed", "void"), nullable=False
        ),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_try_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "state <> 'printed' OR address IS NULL", name=op.f("ck_deliveries_slips_have_no_address")
        ),
        sa.ForeignKeyConstraint(["message_id"], ["messages.id"], name="fk_deliveries_message_id_messages"),
        sa.PrimaryKeyConstraint("id", name="pk_deliveries"),
        sa.UniqueConstraint("message_id", "position", name="uq_deliveries_message_id_position"),
    )
    op.create_index("ix_deliveries_next", "deliveries", ["state", "next_try_at"])


def create_news() -> None:
    op.create_table(
        "news",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            one_of(
                "newskind", "escalated", "given", "handed_over", "returned", "accepted", "moved", "cancelled"
            ),
            nullable=False,
        ),
        sa.Column("escalation_id", sa.Integer(), nullable=True),
        sa.Column("audience_step_id", sa.Integer(), nullable=True),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("detail", sa.String(), nullable=True),
        sa.Column("message_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(kind = 'escalated') = (escalation_id IS NOT NULL)",
            name=op.f("ck_news_escalated_has_its_escalation"),
        ),
        sa.ForeignKeyConstraint(["audience_step_id"], ["steps.id"], name="fk_news_audience_step_id_steps"),
        sa.ForeignKeyConstraint(
            ["escalation_id"], ["escalations.id"], name="fk_news_escalation_id_escalations"
        ),
        sa.ForeignKeyConstraint(["message_id"], ["messages.id"], name="fk_news_message_id_messages"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_news_person_id_people"),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name="fk_news_task_id_tasks"),
        sa.PrimaryKeyConstraint("id", name="pk_news"),
        sa.UniqueConstraint("escalation_id", "person_id", name="uq_news_escalation_id_person_id"),
    )
    op.create_index("ix_news_task_id", "news", ["task_id"])
    op.create_index("ix_news_untold", "news", ["message_id", "person_id"])


def create_daily_runs() -> None:
    op.create_table(
        "daily_runs",
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("working_day", sa.Boolean(), nullable=False),
        sa.Column("state", one_of("runstate", "running", "completed", "partly_failed"), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("completed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(state = 'running') = (completed_at IS NULL)", name=op.f("ck_daily_runs_completed")
        ),
        sa.PrimaryKeyConstraint("on", name="pk_daily_runs"),
    )


def create_faults() -> None:
    op.create_table(
        "faults",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("happened_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_faults"),
    )
    op.create_index("ix_faults_on", "faults", ["on"])


def one_of(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def downgrade() -> None:
    for table in ("faults", "daily_runs", "news", "deliveries", "digest_lines", "messages"):
        op.drop_table(table)

"""What is owed, what was handed in, and the steps raised.

Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_tasks()
    create_submissions()
    create_evidence()
    create_escalations()


def create_tasks() -> None:
    op.create_table(
        "tasks",
        sa.Column("term_phrase", sa.String(), nullable=True),
        sa.Column("term_operator", sa.String(length=16), nullable=True),
        sa.Column("term_date", sa.Date(), nullable=True),
        sa.Column("term_time", sa.Time(), nullable=True),
        sa.Column("term_amount", sa.Integer(), nullable=True),
        sa.Column("term_unit", sa.String(length=16), nullable=True),
        sa.Column("term_anchor", sa.String(), nullable=True),
        sa.Column("term_anchor_day", sa.Date(), nullable=True),
        sa.Column("term_basis", sa.String(), nullable=True),
        sa.Column("derivation", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column(
            "kind",
            one_of("taskkind", "item", "make_plan", "opinion", "approval", "acceptance", "review"),
            nullable=False,
        ),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=True),
        sa.Column("item_id", sa.Integer(), nullable=True),
        sa.Column("about_task_id", sa.Integer(), nullable=True),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("period", sa.String(length=10), nullable=True),
        sa.Column("proof", sa.String(), nullable=True),
        sa.Column("department_id", sa.Integer(), nullable=False),
        sa.Column("lead_unit_id", sa.Integer(), nullable=False),
        sa.Column("assignee_id", sa.Integer(), nullable=False),
        sa.Column("supervisor_unit_id", sa.Integer(), nullable=False),
        sa.Column("acceptor_unit_id", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            one_of(
                "taskstate",
                "assigned",
                "in_progress",
                "handed_in",
                "returned",
                "suspended",
                "accepted",
                "cancelled",
            ),
            nullable=False,
        ),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("original_due_on", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("due_time", sa.Time(), nullable=True),
        sa.Column("no_term_reason", sa.String(), nullable=True),
        sa.Column("ladder_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("clock_from", sa.Date(), nullable=False),
        sa.Column("last_step", sa.Integer(), nullable=False),
        sa.Column("quiet_days", sa.String(), nullable=False),
        sa.Column("quiet_since", sa.Date(), nullable=True),
        sa.Column("next_look_on", sa.Date(), nullable=True),
        sa.Column("handed_in_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "(quiet_since IS NOT NULL) = (state IN ('handed_in', 'suspended'))",
            name=op.f("ck_tasks_quiet_while_waiting"),
        ),
        sa.CheckConstraint(
            "next_look_on IS NULL OR state IN ('assigned', 'in_progress', 'returned')",
            name=op.f("ck_tasks_looked_at_only_if_urged"),
        ),
        sa.CheckConstraint(
            "next_look_on IS NULL OR due_on IS NOT NULL", name=op.f("ck_tasks_looked_at_only_if_dated")
        ),
        sa.CheckConstraint("percent BETWEEN 0 AND 100", name=op.f("ck_tasks_percent")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_tasks_version")),
        sa.ForeignKeyConstraint(["about_task_id"], ["tasks.id"], name="fk_tasks_about_task_id_tasks"),
        sa.ForeignKeyConstraint(["acceptor_unit_id"], ["units.id"], name="fk_tasks_acceptor_unit_id_units"),
        sa.ForeignKeyConstraint(["assignee_id"], ["people.id"], name="fk_tasks_assignee_id_people"),
        sa.ForeignKeyConstraint(["department_id"], ["units.id"], name="fk_tasks_department_id_units"),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name="fk_tasks_item_id_items"),
        sa.ForeignKeyConstraint(["ladder_id"], ["ladders.id"], name="fk_tasks_ladder_id_ladders"),
        sa.ForeignKeyConstraint(["lead_unit_id"], ["units.id"], name="fk_tasks_lead_unit_id_units"),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.id"], name="fk_tasks_plan_id_plans"),
        sa.ForeignKeyConstraint(
            ["supervisor_unit_id"], ["units.id"], name="fk_tasks_supervisor_unit_id_units"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_tasks"),
        sa.UniqueConstraint("about_task_id", "kind", "round", name="uq_tasks_about_task_id_kind_round"),
        sa.UniqueConstraint("code", name="uq_tasks_code"),
        sa.UniqueConstraint("item_id", "period", name="uq_tasks_item_id_period"),
    )
    op.create_index("ix_tasks_acceptor_unit_id", "tasks", ["acceptor_unit_id"])
    op.create_index("ix_tasks_assignee_id", "tasks", ["assignee_id"])
    op.create_index(
        "ix_tasks_late",
        "tasks",
        ["due_on", "assignee_id"],
        sqlite_where=sa.text("state IN ('assigned', 'in_progress', 'returned')"),
        postgresql_where=sa.text("state IN ('assigned', 'in_progress', 'returned')"),
    )
    op.create_index("ix_tasks_lead_unit_id", "tasks", ["lead_unit_id"])
    op.create_index("ix_tasks_look", "tasks", ["department_id", "next_look_on"])
    op.create_index("ix_tasks_plan_id", "tasks", ["plan_id"])
    op.create_index("ix_tasks_supervisor_unit_id", "tasks", ["supervisor_unit_id"])


def create_submissions() -> None:
    op.create_table(
        "submissions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("handed_in_on", sa.Date(), nullable=False),
        sa.Column("handed_in_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("evidence_sha256", sa.String(length=64), nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=True),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["decided_by_id"], ["people.id"], name="fk_submissions_decided_by_id_people"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_submissions_person_id_people"),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name="fk_submissions_task_id_tasks"),
        sa.PrimaryKeyConstraint("id", name="pk_submissions"),
        sa.UniqueConstraint("task_id", "round", name="uq_submissions_task_id_round"),
    )


def create_evidence() -> None:
    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=True),
        sa.Column("document", sa.String(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.CheckConstraint(
            "(file_name IS NULL) <> (document IS NULL)", name=op.f("ck_evidence_file_or_document")
        ),
        sa.ForeignKeyConstraint(
            ["submission_id"], ["submissions.id"], name="fk_evidence_submission_id_submissions"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_evidence"),
    )
    op.create_index("ix_evidence_submission_id", "evidence", ["submission_id"])


def create_escalations() -> None:
    op.create_table(
        "escalations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("step_id", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("raised_on", sa.Date(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["step_id"], ["steps.id"], name="fk_escalations_step_id_steps"),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name="fk_escalations_task_id_tasks"),
        sa.PrimaryKeyConstraint("id", name="pk_escalations"),
        sa.UniqueConstraint("task_id", "version", "step_id", name="uq_escalations_task_id_version_step_id"),
    )
    op.create_index("ix_escalations_raised_on", "escalations", ["raised_on"])


def one_of(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def downgrade() -> None:
    for table in ("escalations", "evidence", "submissions", "tasks"):
        op.drop_table(table)

"""Documents as they were read, and the plans made from them.

Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_documents()
    create_recipients()
    create_findings()
    create_plans()
    create_items()
    create_item_coordinators()
    create_opinions()


def create_documents() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("text_sha256", sa.String(length=64), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column(
            "kind",
            one_of(
                "documentkind",
                "conclusion",
                "inspection_conclusion",
                "directive",
                "dispatch",
                "decision",
                "letter",
                "plan",
                "report",
                "other",
            ),
            nullable=False,
        ),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("meeting_date", sa.Date(), nullable=True),
        sa.Column("issuer", sa.String(), nullable=True),
        sa.Column("subject", sa.String(), nullable=True),
        sa.Column("signer_name", sa.String(), nullable=True),
        sa.Column("signer_title", sa.String(), nullable=True),
        sa.Column("signer_on_behalf", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_documents"),
        sa.UniqueConstraint("sha256", name="uq_documents_sha256"),
    )


def create_recipients() -> None:
    op.create_table(
        "recipients",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column(
            "purpose",
            one_of("purpose", "report", "execute", "coordinate", "direct", "know", "publish", "archive"),
            nullable=True,
        ),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.CheckConstraint("span_end >= span_start", name=op.f("ck_recipients_span")),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="fk_recipients_document_id_documents"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_recipients"),
        sa.UniqueConstraint("document_id", "position", name="uq_recipients_document_id_position"),
    )


def create_findings() -> None:
    op.create_table(
        "findings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.CheckConstraint("span_end >= span_start", name=op.f("ck_findings_span")),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_findings_document_id_documents"),
        sa.PrimaryKeyConstraint("id", name="pk_findings"),
        sa.UniqueConstraint("document_id", "position", name="uq_findings_document_id_position"),
    )


def create_plans() -> None:
    op.create_table(
        "plans",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=48), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("subject_unit_id", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            one_of("planstate", "draft", "open", "consulting", "submitted", "approved", "in_force", "closed"),
            nullable=False,
        ),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("drafted_on", sa.Date(), nullable=False),
        sa.Column("approved_on", sa.Date(), nullable=True),
        sa.Column("past_due_reason", sa.String(), nullable=True),
        sa.Column("in_force_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "state <> 'in_force' OR in_force_on IS NOT NULL", name=op.f("ck_plans_in_force_has_a_day")
        ),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_plans_document_id_documents"),
        sa.ForeignKeyConstraint(["subject_unit_id"], ["units.id"], name="fk_plans_subject_unit_id_units"),
        sa.PrimaryKeyConstraint("id", name="pk_plans"),
        sa.UniqueConstraint("code", name="uq_plans_code"),
        sa.UniqueConstraint("document_id", "subject_unit_id", name="uq_plans_document_id_subject_unit_id"),
    )


def create_items() -> None:
    op.create_table(
        "items",
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
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(length=20), nullable=False),
        sa.Column(
            "kind", one_of("itemkind", "deliverable", "standing", "target", "authority"), nullable=False
        ),
        sa.Column("field", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("lead_name", sa.String(), nullable=True),
        sa.Column("urgency", sa.String(), nullable=True),
        sa.Column("recurrence", sa.String(), nullable=True),
        sa.Column("lead_unit_id", sa.Integer(), nullable=True),
        sa.Column("assignee_id", sa.Integer(), nullable=True),
        sa.Column("supervisor_unit_id", sa.Integer(), nullable=True),
        sa.Column("proof", sa.String(), nullable=True),
        sa.Column("no_term_reason", sa.String(), nullable=True),
        sa.Column(
            "period", one_of("periodunit", "week", "month", "quarter", "half_year", "year"), nullable=True
        ),
        sa.Column("orders_plan", sa.Boolean(), nullable=False),
        sa.Column("drop_reason", sa.String(), nullable=True),
        sa.Column("questions", sa.JSON(), nullable=False),
        sa.Column("edited", sa.JSON(), nullable=False),
        sa.Column("next_period_on", sa.Date(), nullable=True),
        sa.CheckConstraint("span_end >= span_start", name=op.f("ck_items_span")),
        sa.ForeignKeyConstraint(["assignee_id"], ["people.id"], name="fk_items_assignee_id_people"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_items_document_id_documents"),
        sa.ForeignKeyConstraint(["lead_unit_id"], ["units.id"], name="fk_items_lead_unit_id_units"),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.id"], name="fk_items_plan_id_plans"),
        sa.ForeignKeyConstraint(
            ["supervisor_unit_id"], ["units.id"], name="fk_items_supervisor_unit_id_units"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_items"),
        sa.UniqueConstraint("code", name="uq_items_code"),
        sa.UniqueConstraint("plan_id", "ref", name="uq_items_plan_id_ref"),
    )
    op.create_index("ix_items_next_period_on", "items", ["next_period_on"])
    op.create_index(
        "uq_items_one_orders_plan",
        "items",
        ["plan_id"],
        unique=True,
        sqlite_where=sa.text("orders_plan AND drop_reason IS NULL"),
        postgresql_where=sa.text("orders_plan AND drop_reason IS NULL"),
    )


def create_item_coordinators() -> None:
    op.create_table(
        "item_coordinators",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name="fk_item_coordinators_item_id_items"),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_item_coordinators_unit_id_units"),
        sa.PrimaryKeyConstraint("item_id", "unit_id", name="pk_item_coordinators"),
    )


def create_opinions() -> None:
    op.create_table(
        "opinions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_opinions_person_id_people"),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.id"], name="fk_opinions_plan_id_plans"),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_opinions_unit_id_units"),
        sa.PrimaryKeyConstraint("id", name="pk_opinions"),
        sa.UniqueConstraint("plan_id", "round", "unit_id", name="uq_opinions_plan_id_round_unit_id"),
    )


def one_of(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def downgrade() -> None:
    for table in ("opinions", "item_coordinators", "items", "plans", "findings", "recipients", "documents"):
        op.drop_table(table)

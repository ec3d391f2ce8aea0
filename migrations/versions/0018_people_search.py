"""Find people by their names without folding every name for each search.

Revises: 0017
"""

import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

PEOPLE = sa.table("people", sa.column("id"), sa.column("name"), sa.column("search"))


def upgrade() -> None:
    op.add_column("people", sa.Column("search", sa.String(), server_default=sa.text("''"), nullable=False))
    fill()


def downgrade() -> None:
    op.drop_column("people", "search")


def fill() -> None:
    """Fold the names that are there: of a country, ten thousand."""
    people = op.get_bind().execute(sa.select(PEOPLE.c.id, PEOPLE.c.name)).all()
    if people:
        op.get_bind().execute(
            sa.update(PEOPLE).where(PEOPLE.c.id == sa.bindparam("person")),
            [{"person": one.id, "search": folded(one.name)} for one in people],
        )


def folded(words: str) -> str:
    apart = unicodedata.normalize("NFD", words.casefold().replace("đ", "d"))
    return " ".join("".join(letter for letter in apart if not unicodedata.combining(letter)).split())

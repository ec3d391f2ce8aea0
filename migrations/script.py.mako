"""${message}.

Before this is merged:
- the version before this one keeps working while it runs: add first, fill, and remove in a later version;
- it runs on SQLite and on PostgreSQL, from empty and from the version before; `make migrations` finds no drift;
- it holds no lock longer than it must: an index on a large table of PostgreSQL is built CONCURRENTLY, alone;
- rows are changed by SQL written here, never by importing models: those are of another day;
- every constraint has its name (models.metadata gives it), so that a later version can drop it.

Revises: ${down_revision | comma,n}
"""

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = ${repr(branch_labels)}
depends_on = ${repr(depends_on)}


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    ${downgrades if downgrades else "pass"}

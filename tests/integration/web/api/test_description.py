"""The API as it describes itself: schemathesis asks it what the description allows, and what it forbids."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.config import SchemathesisConfig
from sqlmodel import select

from api_of import draft, token_of
from databases import engine_of
from dondoc.web.api.app import PREFIX, create_api
from dondoc.web.app import create_app
from dondoc.web.house import House
from models import Person
from site_of import Site
from small_plan import CODE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from schemathesis import Case
    from schemathesis.schemas import BaseSchema

DUE, GIVEN = dt.date(2014, 5, 22), dt.date(2014, 5, 9)
KNOWN = {"tasks": "T-1a", "plans": CODE, "units": "HP-TCCB", "people": "vien", "ladders": "default"}
PLACES = {"item": "3.1", "number": 0, "position": 1, "on": "2014-05-23"}
REFUSED = ["400", "401", "404", "412", "413", "422", "428"]
"""What is badly said may name a state that is not that of the thing: that is told first."""
CONFIG = {
    "checks": {
        "positive_data_acceptance": {"enabled": False},  # what is well said may still be refused
        "negative_data_rejection": {"expected-statuses": REFUSED},
    },
    "generation": {"with-security-parameters": False},
}
IN_ANY_STATE = {"If-Match": "*"}
DESCRIPTION = create_api(House()).openapi()
ROWS = [
    pytest.param(path, method, mode, id=f"{method} {path} {mode.value}")
    for path, methods in DESCRIPTION["paths"].items()
    for method, operation in methods.items()
    for mode in GenerationMode
    if mode.is_positive or "parameters" in operation or "requestBody" in operation
]
THOROUGHLY = settings(
    max_examples=8,
    derandomize=True,
    database=None,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


@dataclass(frozen=True)
class Described:
    """The API by its description, and what lets in."""

    schema: BaseSchema
    headers: dict[str, str]


@pytest.fixture(scope="module")
def described(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Described]:
    """The API of a data folder with a task, spoken to for an administrator in the Office."""
    folder = tmp_path_factory.mktemp("data")
    shutil.copy(migrated_sqlite, folder / "dondoc.sqlite3")
    with pytest.MonkeyPatch.context() as patch, engine_of(f"sqlite:///{folder / 'dondoc.sqlite3'}") as engine:
        patch.setenv("DONDOC_DIR", str(folder))
        site = Site(engine)
        office = {"lead_unit_id": site.world.units["TC-VP"], "assignee_id": site.world.people["chanh"]}
        site.task("T-1a", DUE, GIVEN, **office)
        draft(site)
        with site.session() as session:
            session.exec(select(Person).where(Person.code == "chanh")).one().administrator = True
        config = SchemathesisConfig.from_dict(CONFIG)
        schema = schemathesis.openapi.from_asgi(f"{PREFIX}/openapi.json", create_app(), config=config)
        yield Described(schema, {"Authorization": f"Bearer {token_of(site, 'chanh')}"})


@pytest.mark.parametrize(("path", "method", "mode"), ROWS)
def test_it_answers_as_it_is_described(
    described: Described, path: str, method: str, mode: GenerationMode
) -> None:
    operation = described.schema[path][method]

    @THOROUGHLY
    @given(operation.as_strategy(generation_mode=mode))
    def ask(case: Case[Any]) -> None:
        if mode.is_positive:
            case.path_parameters.update(_what_is_there(operation.path))
        case.call_and_validate(headers=described.headers | (IN_ANY_STATE if mode.is_positive else {}))

    ask()


def test_every_field_and_parameter_is_described() -> None:
    shapes = DESCRIPTION["components"]["schemas"]
    fields = {
        f"{shape}.{name}": field
        for shape, described in shapes.items()
        for name, field in described.get("properties", {}).items()
    }
    parameters = {
        f"{method} {path} {parameter['name']}": parameter
        for path, methods in DESCRIPTION["paths"].items()
        for method, operation in methods.items()
        for parameter in operation.get("parameters", ())
    }
    known = fields | parameters
    assert [name for name, described in known.items() if not described.get("description")] == []


def _what_is_there(path: str) -> dict[str, Any]:
    """Return what an address can be asked about; a name made up at random names nothing."""
    noun = path.removeprefix("/admin").split("/")[1]
    there: dict[str, Any] = PLACES | {"code": KNOWN.get(noun, "")}
    return {name: there[name] for name in there if f"{{{name}}}" in path}

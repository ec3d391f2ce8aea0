"""The settings: the environment's DONDOC_… first, then dondoc.toml in the data folder."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from dondoc.errors import BadInput
from dondoc.i18n import N_

FILE = "dondoc.toml"
PREFIX = "DONDOC_"
DEFAULT_DIR = "dondoc-data"

_ANY_TEXT = N_("It must be one line of text.")
_RULES = {
    "database_url": N_("It must begin with sqlite:/// or postgresql+psycopg://."),
    "secret_key": N_("It must have at least 32 characters."),
    "base_url": N_("It must be the address of the page, as in https://dondoc.example.vn."),
    "language": N_("It must be vi or en."),
    "operator": N_("It must be an Apprise address, as in mailto://user:password@example.vn."),
}


class Settings(BaseSettings):
    """What one data folder and its environment say; made by `load`, at the edges only."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, extra="forbid", frozen=True)

    dir: Path
    database_url: str = Field(
        default_factory=lambda known: f"sqlite:///{known['dir'] / 'dondoc.sqlite3'}",
        pattern=r"^(sqlite:///|postgresql\+psycopg://).",
    )
    secret_key: SecretStr | None = Field(default=None, min_length=32)
    base_url: str = Field(default="http://127.0.0.1:8000", pattern=r"^https?://[^/\s]+")
    language: Literal["vi", "en"] = "vi"
    operator: str | None = Field(default=None, pattern=r"^[a-z][a-z0-9+.-]*://.")
    person: str | None = None

    @field_validator("base_url")
    @classmethod
    def _without_slash(cls, address: str) -> str:
        return address.rstrip("/")

    @field_validator("operator")
    @classmethod
    def _understood(cls, address: str | None) -> str | None:
        from notifications.apprise_sender import (
            unusable,
        )  # late: Apprise costs 200 ms, and most name no operator

        if address is not None and unusable(address):
            raise ValueError(address)
        return address

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic's signature
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic's signature
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Read the folder's file below the environment, and nothing else."""
        path = init_settings()["dir"] / FILE
        file = TomlConfigSettingsSource(settings_cls, path)
        if "dir" in file.toml_data:  # the folder is known before its file is read
            raise BadInput("There is no setting %(name)s.", name=f"dir ({path})")
        return init_settings, env_settings, file


def load(folder: Path | None = None) -> Settings:
    """Return the settings of `folder`, else of DONDOC_DIR, else of ./dondoc-data.

    Raises BadInput naming the variable or the key that is unknown or wrong.
    """
    where = Path(folder or os.environ.get(f"{PREFIX}DIR") or DEFAULT_DIR).absolute()
    _refuse_unknown_variables()
    try:
        return Settings(dir=where)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput("%(file)s is not TOML: %(reason)s.", file=where / FILE, reason=error) from None
    except ValidationError as error:
        raise _mistake(error.errors()[0], where / FILE) from None


def _refuse_unknown_variables() -> None:
    for variable in sorted(os.environ):
        if variable.startswith(PREFIX) and variable.removeprefix(PREFIX).lower() not in Settings.model_fields:
            raise BadInput("There is no setting %(name)s.", name=variable)


def _mistake(error: Any, file: Path) -> BadInput:
    field = str(error["loc"][0])
    variable = PREFIX + field.upper()
    name = variable if os.environ.get(variable) else f"{field} ({file})"
    if error["type"] == "extra_forbidden":
        return BadInput("There is no setting %(name)s.", name=name)
    rule = BadInput(_RULES.get(field, _ANY_TEXT))
    return BadInput("The setting %(name)s cannot be used. %(rule)s", name=name, rule=rule)

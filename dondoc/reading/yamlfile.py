"""YAML files in: read whole, checked against a model, and every mistake named with its place and line."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, TypeVar

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationError

from dondoc.errors import BadInput
from dondoc.i18n import N_
from dondoc.reading.files import unreadable

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence
    from importlib.resources.abc import Traversable

DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

OTHERWISE = N_("it is not written as it must be")
_REASONS = {
    "extra_forbidden": N_("this key is not known"),
    "missing": N_("this key is missing"),
    "enum": N_("it must be one of %(expected)s"),
    "string_too_short": N_("it must not be empty"),
    "too_short": N_("it must not be empty"),
    "string_type": N_("it must be text; put it in quotation marks"),
    "bool_type": N_("it must be true or false"),
    "int_type": N_("it must be a whole number"),
    "list_type": N_("it must be a list"),
    "tuple_type": N_("it must be a list"),
    "model_type": N_("it must be a group of keys"),
    "model_attributes_type": N_("it must be a group of keys"),
    "value_error": N_("it must be a day, written as YYYY-MM-DD"),
}


def _read_day(value: object) -> dt.date:
    if isinstance(value, str) and DAY.fullmatch(value):
        return dt.date.fromisoformat(value)
    raise ValueError(value)


Day = Annotated[dt.date, BeforeValidator(_read_day)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Entry(BaseModel):
    """A group of keys: none unknown, none of another type, never changed after reading."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


Read = TypeVar("Read", bound=Entry)


class _KeyTwice(yaml.MarkedYAMLError):
    """A key that stands twice in one group; PyYAML would let the second win silently."""


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc] # libyaml is not everywhere
    """Takes days as text, so that it is said here what is wrong with one, and a key only once."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own class attribute
        first: [(tag, form) for tag, form in forms if tag != "tag:yaml.org,2002:timestamp"]
        for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002 - PyYAML's signature
        """Build a group as PyYAML does, unless a key stands in it twice."""
        keys = [key.value for key, _value in node.value]
        for key, _value in node.value:
            if keys.count(key.value) > 1:
                raise _KeyTwice(problem=str(key.value), problem_mark=key.start_mark)
        group: dict[Hashable, Any] = super().construct_mapping(node, deep)
        return group


@dataclass(frozen=True)
class YamlFile:
    """A YAML file as it was read; knows the line of each entry."""

    name: str
    root: yaml.Node
    content: Any

    @classmethod
    def read(cls, path: Traversable) -> YamlFile:
        """Read a file; raises BadInput where it cannot be read, is no UTF-8, no YAML, or empty."""
        text = ""
        try:
            text = path.read_text(encoding="utf-8-sig")
            root, content = _read(text)
        except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
            raise _unreadable(path.name, error, text) from error
        if root is None or content is None:
            raise BadInput("%(file)s is empty.", file=path.name)
        return cls(path.name, root, content)

    def check(self, model: type[Read]) -> Read:
        """Return the content as `model`; raises BadInput naming the first mistake."""
        try:
            return model.model_validate(self.content)
        except ValidationError as error:
            self.refuse(*first_mistake(error))

    def refuse(self, place: Sequence[str | int], reason: BadInput) -> NoReturn:
        """Raise BadInput that names the file, the line and the entry, such as units[3].parent."""
        raise BadInput(
            "%(file)s, line %(line)s, %(place)s: %(reason)s.",
            file=self.name,
            line=self.line_of(place),
            place=_path(place) or "-",
            reason=reason,
        )

    def line_of(self, place: Sequence[str | int]) -> int:
        """Return the line of an entry, or of the innermost group around one that is missing."""
        node = self.root
        for step in place:
            inner = _inside(node, step)
            if inner is None:
                break
            node = inner
        return int(node.start_mark.line) + 1


def _read(text: str) -> tuple[yaml.Node | None, Any]:
    """Return what a text says, and the nodes it was built from; both None where it is empty."""
    loader = _Loader(text)
    try:
        root = loader.get_single_node()
        return root, None if root is None else loader.construct_document(root)
    finally:
        loader.dispose()


def first_mistake(error: ValidationError) -> tuple[tuple[str | int, ...], BadInput]:
    """Return the place of the first thing that is not as an entry must be, and what is wrong there."""
    first = error.errors()[0]
    expected = first.get("ctx", {}).get("expected", "").replace(" or ", ", ")
    return first["loc"], BadInput(_REASONS.get(first["type"], OTHERWISE), expected=expected)


def _inside(node: yaml.Node, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        return node.value[step]  # type: ignore[no-any-return]
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    return None


def _path(place: Sequence[str | int]) -> str:
    steps = (f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in place)
    return "".join(steps).removeprefix(".")


def _unreadable(file: str, error: Exception, text: str) -> BadInput:
    if isinstance(error, OSError):
        return unreadable(file, error)
    if isinstance(error, UnicodeDecodeError | yaml.reader.ReaderError):
        return BadInput("%(file)s is not text in UTF-8. Save it as UTF-8 and try again.", file=file)
    mark = getattr(error, "problem_mark", None)
    line = min(mark.line, text.count("\n")) + 1 if mark else 1  # libyaml counts a line behind the last
    if isinstance(error, _KeyTwice):
        said = N_("%(file)s, line %(line)s: the key %(key)s stands twice in one group.")
        return BadInput(said, file=file, line=line, key=error.problem)
    said = N_("%(file)s, line %(line)s: this is not YAML. Look at indentation, colons and quotation marks.")
    return BadInput(said, file=file, line=line)

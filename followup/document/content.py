"""What a notebook keeps of a report: frozen dataclasses as JSON values, and from those values the same objects again.

Writing is ours, since a report has thousands of cells whose keys are left out where nothing is set. Reading is
pydantic's: every value has the type that its field says, and a key that is no field is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, ClassVar, TypeAlias, TypeVar, cast

from pydantic import TypeAdapter

JsonValue: TypeAlias = "bool | int | float | str | list[JsonValue] | Mapping[str, JsonValue] | None"
Json: TypeAlias = "dict[str, JsonValue]"


@dataclass(frozen=True)
class Content:
    """The base of all that stands in a block's JSON: a block, a row, a cell."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    def as_json(self) -> Json:
        """Every field by its name."""
        return {field.name: json_value(getattr(self, field.name)) for field in fields(self)}


Found = TypeVar("Found", bound=Content)
_ADAPTERS: dict[type[Content], TypeAdapter[Any]] = {}


def json_value(value: object) -> JsonValue:
    """A field's value as JSON: tuples are lists, and a prose tree is JSON already."""
    if isinstance(value, Content):
        return value.as_json()
    if isinstance(value, tuple | list):
        return [json_value(one) for one in value]
    return cast(JsonValue, value)


def content_of(kind: type[Found], value: object) -> Found:
    """The object that `value`, as `as_json` wrote it, was made of. Raises pydantic's ValidationError, a ValueError."""
    build_reader(kind)
    return cast(Found, _ADAPTERS[kind].validate_python(value))


def build_reader(kind: type[Content]) -> None:
    """What `content_of` reads a kind with: a hundredth of a second each, so not before it is asked for."""
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)

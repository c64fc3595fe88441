"""What pydantic finds wrong with a params file, as Swedish problems with the file's line."""

from __future__ import annotations

import re
import types
from collections.abc import Hashable, Iterator
from datetime import date
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from followup.ground.errors import Problem
from followup.ground.wording import listed, quoted, spelled, suggestion
from followup.params.yaml_file import YamlFile


class Entry(BaseModel):
    """The base of everything in params: frozen, strict, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


_TYPES = {
    "string_type": ("En text väntas.", "Sätt citattecken kring värdet."),
    "int_type": ("Ett heltal väntas.", "Skriv ett heltal med enbart siffror, utan citattecken."),
    "int_from_float": ("Ett heltal väntas.", "Skriv ett heltal utan decimaler."),
    "float_type": ("Ett tal väntas.", "Skriv talet med decimalpunkt, utan mellanslag och citattecken."),
    "bool_type": ("true eller false väntas.", "Skriv true eller false."),
    "tuple_type": ("En lista väntas.", "Skriv värdena inom hakparenteser: [ett, två]."),
    "dict_type": ("En grupp av nycklar med värden väntas.", "Jämför med de andra posterna i filen."),
    "model_type": ("En grupp av nycklar med värden väntas.", "Jämför med de andra posterna i filen."),
}


def fault(found: str, expected: str, remedy: str) -> PydanticCustomError:
    """For validators: a problem in our own words."""
    return PydanticCustomError("fault", "{found}", {"found": found, "expected": expected, "remedy": remedy})


def day(value: Any) -> date:
    """For validators: a date that is written 2024-05-08."""
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise fault("Datumet kan inte läsas.", "Ett datum skrivs 2024-05-08.", "Rätta datumet.") from None


def validated(file: YamlFile, wanted: Any, content: Any) -> Any:
    """`content` as the type `wanted`, or None with every problem added to the file's."""
    try:
        return TypeAdapter(wanted).validate_python(content)
    except ValidationError as error:
        file.problems.extend(_problems(file, wanted, error))
        return None


def _problems(file: YamlFile, wanted: Any, error: ValidationError) -> Iterator[Problem]:
    for detail in error.errors(include_url=False):
        path, kind = tuple(detail["loc"]), detail["type"]
        key = next((part for part in reversed(path) if isinstance(part, str)), "")
        if kind == "fault":
            context = detail["ctx"]
            yield file.problem(path, context["found"], context["expected"], context["remedy"])
        elif kind == "missing":
            found = f"Nyckeln {quoted(key)} saknas."
            yield file.problem(path[:-1], found, "Den måste finnas här.", f"Lägg till raden ”{key}: …”.")
        elif kind == "extra_forbidden":
            known = _keys_at(wanted, path[:-1])
            remedy = suggestion(key, known, "Rätta stavningen eller ta bort raden.")
            found = f"Nyckeln {quoted(key)} är okänd."
            yield file.problem(path, found, f"Kända nycklar här är {listed(known)}.", remedy)
        elif kind == "literal_error":
            allowed = re.findall(r"'([^']*)'", detail["ctx"]["expected"])
            shown = _shown(detail["input"])
            if kind == "string_type" and type(detail["input"]) is int:
                shown = f"talet {detail['input']}"  # a year or a code, as it is written
            found = f"Här står {shown} för nyckeln {quoted(key)}."
            remedy = suggestion(str(detail["input"]), allowed, "Välj ett av dem.")
            yield file.problem(path, found, f"Möjliga värden är {listed(allowed, 'eller')}.", remedy)
        else:
            fallback = (f"Värdet kan inte godtas ({kind}).", "Jämför med de andra posterna i filen.")
            expected, remedy = _TYPES.get(kind, fallback)
            shown = _shown(detail["input"])
            if kind == "string_type" and type(detail["input"]) is int:
                shown = f"talet {detail['input']}"  # a year or a code, as it is written
            found = f"Här står {shown} för nyckeln {quoted(key)}."
            yield file.problem(path, found, expected, remedy)


def _shown(value: Any) -> str:
    if value is None:
        return "ingenting"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"talet {spelled(value)}"
    if isinstance(value, tuple):
        return "en lista"
    return "en grupp av nycklar" if isinstance(value, dict) else quoted(value)


def _keys_at(wanted: Any, path: tuple[Hashable, ...]) -> list[str]:
    """The keys of the model that stands at `path` inside the type `wanted`."""
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin is Annotated:
        return _keys_at(arguments[0], path)
    if origin in (Union, types.UnionType):
        return next((keys for option in arguments if (keys := _keys_at(option, path))), [])
    if isinstance(wanted, type) and issubclass(wanted, BaseModel):
        if not path:
            return list(wanted.model_fields)
        entry = wanted.model_fields.get(str(path[0]))
        return _keys_at(entry.annotation, path[1:]) if entry else []
    if origin is tuple and path:
        return _keys_at(arguments[0], path[1:])
    if origin is dict and path:
        return _keys_at(arguments[1], path[1:])
    return []

"""A text of several sentences with words in braces that the report fills in."""

from __future__ import annotations

import re
from dataclasses import asdict, fields
from string import Formatter
from typing import TYPE_CHECKING, Annotated, Any, Generic, TypeVar, get_args

from pydantic import AfterValidator, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from followup.ground.wording import listed, quoted, suggestion
from followup.params.params_problems import fault

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Words = TypeVar("Words", bound=DataclassInstance)
else:
    Words = TypeVar("Words")


class FilledText(Generic[Words]):
    """A text whose words in braces are the fields of the dataclass `Words`, each of them at least once.

    In a model of params, `FilledText[Limits]` reads a text and refuses one with other words, or without one of them.
    """

    def __init__(self, template: str) -> None:
        self._template = template

    def filled(self, words: Words) -> str:
        """The sentences as they are printed."""
        return self._template.format(**asdict(words))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        (words,) = get_args(source)
        known = [field.name for field in fields(words)]
        return core_schema.no_info_after_validator_function(
            lambda text: cls(_checked(text, known)), core_schema.str_schema(strict=True)
        )


def _checked(text: str, known: list[str]) -> str:
    """The text on one line. Raises what is wrong with its words in braces."""
    # Not split(): a no-break space stays.
    text = re.sub(r"[ \n]+", " ", text).strip(" ")
    if not text:
        raise fault("Texten är tom.", "En text har minst en mening.", "Skriv texten.")
    has = f"Texten har {listed([_braced(name) for name in known])}" if known else "Texten har inga ord inom klamrar"
    try:
        parts = [(name, form, conversion) for _, name, form, conversion in Formatter().parse(text) if name is not None]
    except ValueError:
        remedy = "Rätta klamrarna. En klammer som ska synas skrivs två gånger."
        raise fault("Texten har en klammer för mycket eller för lite.", f"{has}.", remedy) from None
    for name, form, conversion in parts:
        if name not in known or form or conversion:
            written = _braced(name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else ""))
            remedy = suggestion(name, known, "Ta bort det, eller skriv ett av dem som finns.")
            raise fault(f"Texten har {quoted(written)}, som inte finns.", f"{has}.", remedy)
    found = {name for name, _, _ in parts}
    if lacking := [_braced(name) for name in known if name not in found]:
        raise fault(f"Texten saknar {listed(lacking)}.", f"{has}.", "Skriv in det som saknas.")
    return text


def _braced(name: str) -> str:
    return f"{{{name}}}"


# A text that is the same in every report.
FixedText = Annotated[str, AfterValidator(lambda text: _checked(text, []))]

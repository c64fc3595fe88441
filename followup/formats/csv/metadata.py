"""csv-metadata.json: what the two csv files hold, for programs, as W3C's "CSV on the Web" writes it.

A program that is given either of the files finds this one by its name, beside them (Model for Tabular Data, 5.3). The
vocabulary: https://www.w3.org/TR/tabular-metadata/.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from followup.document.document import document_date
from followup.formats.csv.columns import ALL, Column

if TYPE_CHECKING:
    from followup.document.document import Document

FIGURES_NAME, SWEDISH_NAME = "figures.csv", "siffror.csv"
# What statistics call a value and its unit.
_PROPERTIES = {
    "value": "http://purl.org/linked-data/sdmx/2009/measure#obsValue",
    "unit": "http://purl.org/linked-data/sdmx/2009/attribute#unitMeasure",
}
_KEY = ("table", "row", "column")


def metadata_json(document: Document) -> str:
    """The file's text. Raises ReportError if the document's date is unreadable."""
    cover = document.cover
    described: dict[str, Any] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "sv"}],
        "dc:title": f"{cover.title}, {cover.committee}: alla siffror",
        "dc:description": f"Varje siffra i rapporten för {cover.span}, med sina källceller och hur den är gjord.",
        "dc:publisher": cover.committee,
        "dc:date": {"@value": f"{document_date(document):%Y-%m-%d}", "@type": "xsd:date"},
        "dc:language": "sv",
        "tables": [
            _table(FIGURES_NAME, "Engelska rubriker, komma mellan kolumnerna och decimalpunkt.", ",", "."),
            _table(SWEDISH_NAME, "Svenska rubriker, semikolon mellan kolumnerna och decimalkomma.", ";", ","),
        ],
    }
    if cover.example:
        described["dc:subject"] = "Exempeldata"
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"


def _table(name: str, form: str, delimiter: str, decimal_mark: str) -> dict[str, Any]:
    is_swedish = name == SWEDISH_NAME
    schema: dict[str, Any] = {"columns": [_column(column, is_swedish, decimal_mark) for column in ALL]}
    if not is_swedish:
        schema["primaryKey"] = list(_KEY)
    return {
        "url": name,
        "dc:description": form,
        "dialect": {"delimiter": delimiter, "encoding": "utf-8", "header": True, "lineTerminators": ["\r\n"]},
        "tableSchema": schema,
    }


def _column(column: Column, is_swedish: bool, decimal_mark: str) -> dict[str, Any]:
    # A column without a name is called by its title, the file's own heading; a key's must have a name.
    names: dict[str, Any] = {"name": column.name, "titles": {"en": column.name, "sv": column.heading}}
    found: dict[str, Any] = {"titles": column.heading} if is_swedish else names
    found |= {"dc:description": column.holds_in_swedish if is_swedish else column.holds, "datatype": "string"}
    if column.name in _KEY:
        found["required"] = True
    if column.name in _PROPERTIES:
        found["propertyUrl"] = _PROPERTIES[column.name]
    if column.kind == "number":
        found["datatype"] = {"base": "decimal", "format": {"decimalChar": decimal_mark}}
    elif column.kind == "list":
        found["separator"] = ";"
    elif column.kind == "address":
        found["datatype"] = "anyURI"
    return found

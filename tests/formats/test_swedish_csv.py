"""siffror.csv and csv-metadata.json: the rows of figures.csv in Swedish, and what programs are told of both files."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest
import samples

from followup.document.blocks import Text
from followup.document.cells import Cell
from followup.document.document import Document, read_document
from followup.formats.csv.columns import ALL
from followup.formats.csv.figures import COLUMNS, figures_csv
from followup.formats.csv.metadata import metadata_json
from followup.formats.csv.swedish import OPERATIONS, swedish_csv
from followup.formats.files import FILES
from followup.ground.errors import ReportError
from followup.ground.reading import Operation

HEADINGS = (
    "Tabell;Rad;Kolumn;Benämning;Värde;Visas som;Enhet;Varför värdet saknas;Arbetsbok;Blad;Celler;Räknesätt;Formel;"
    "Tecknet vänt;Enhet i källan;Rader;Avsnitt;Adress;Förklaras på"
)


@pytest.fixture(scope="module")
def document() -> Document:
    return read_document(samples.sample_notebook())


def one_figure(**cell: Any) -> Document:
    shown = Cell("−1\u00a0234,5", value=-1234.5, unit="mnkr", decimals=1, **cell)
    return Document(samples.cover(), (samples.cover(), Text("x", paragraphs=(["Utfall ", shown],))))


def test_a_swedish_spreadsheet_reads_it_at_once() -> None:
    origin = (("a;b.xlsx", "Ram", "C4"), ("c.xlsx", "Blad", "D5:D6"))
    made = {"operation": "difference", "formula": "S1 - S2", "flipped": "no;yes"}
    made |= {"source_unit": "mnkr;kr", "filter": ";Nämnd=DNKS"}
    text = swedish_csv(one_figure(origin=origin, made=made))
    assert text == (
        f"\ufeff{HEADINGS}\r\n"
        "x;paragraph-1;figure;Utfall −1\u00a0234,5;-1234,5;−1\u00a0234,5;mnkr;;"
        '"a%3Bb.xlsx;c.xlsx";"Ram;Blad";"C4;D5:D6";skillnad;S1 - S2;"nej;ja";"mnkr;kr";";Nämnd=DNKS";'
        "Första sidan;rapport.html#x;\r\n"
    )


def test_every_operation_has_a_swedish_word() -> None:
    # What only turns, rounds or cuts a figure is not told: the operation before it is.
    told = set(Operation.__args__) - {"negated", "rounded", "at_most_zero"} | {"", "read", "count"}  # type: ignore[attr-defined]
    assert told == set(OPERATIONS)


def test_it_has_the_rows_of_figures_csv(document: Document) -> None:
    swedish = list(csv.DictReader(io.StringIO(swedish_csv(document)[1:], newline=""), delimiter=";"))
    tidy = list(csv.DictReader(io.StringIO(figures_csv(document), newline="")))
    assert len(swedish) == len(tidy) > 250
    same = [column for column in ALL if column.name not in ("value", "operation", "flipped")]
    for row, expected in zip(swedish, tidy, strict=True):
        assert [row[column.heading] for column in same] == [expected[column.name] for column in same]
        assert row["Värde"] == expected["value"].replace(".", ",")


def test_the_described_columns_are_those_of_the_file() -> None:
    assert [column.name for column in ALL] == list(COLUMNS)


# CSV on the Web, W3C Recommendation of 17 December 2015: Metadata Vocabulary for Tabular Data, sections 5.3-5.6 and 6.


def read_as_described(text: str, table: dict[str, Any]) -> list[list[Any]]:
    """The rows as a program reads them that knows the description alone."""
    assert table["dialect"]["encoding"] == "utf-8"
    assert table["dialect"]["lineTerminators"] == ["\r\n"]
    lines = text.removeprefix("\ufeff")
    header, *rows = csv.reader(io.StringIO(lines, newline=""), delimiter=table["dialect"]["delimiter"])
    columns = table["tableSchema"]["columns"]
    titles = [one["titles"] if isinstance(one["titles"], str) else one["titles"]["en"] for one in columns]
    assert header == titles
    return [[_value(cell, column) for cell, column in zip(row, columns, strict=True)] for row in rows]


def _value(cell: str, column: dict[str, Any]) -> Any:
    if column["datatype"] in ("string", "anyURI"):
        assert not (column.get("required") and not cell), column
        return cell.split(column["separator"]) if column.get("separator") and cell else cell
    assert column["datatype"]["base"] == "decimal"
    mark = column["datatype"]["format"]["decimalChar"]
    return float(cell.replace(mark, ".")) if cell else None


def test_the_metadata_describe_both_files(document: Document) -> None:
    described = json.loads(metadata_json(document))
    assert described["@context"] == ["http://www.w3.org/ns/csvw", {"@language": "sv"}]
    assert described["dc:title"] == "Uppföljningsrapport 1 2024, Driftnämnd Kultur och skola: alla siffror"
    assert described["dc:date"] == {"@value": "2024-05-08", "@type": "xsd:date"}
    assert described["dc:subject"] == "Exempeldata"
    tidy, swedish = described["tables"]
    assert (tidy["url"], swedish["url"]) == ("figures.csv", "siffror.csv")
    assert {tidy["url"], swedish["url"], "csv-metadata.json"} <= {file.name for file in FILES}
    one, other = read_as_described(figures_csv(document), tidy), read_as_described(swedish_csv(document), swedish)
    assert [row[4] for row in one] == [row[4] for row in other]
    assert sum(isinstance(row[4], float) for row in one) > 250
    # Each part of a figure has an entry in every list.
    lists = [place for place, column in enumerate(tidy["tableSchema"]["columns"]) if "separator" in column]
    assert [COLUMNS[place] for place in lists] == ["workbook", "sheet", "cells", "flipped", "source_unit", "filter"]


def test_the_metadata_keep_to_the_vocabulary(document: Document) -> None:
    tidy, swedish = json.loads(metadata_json(document))["tables"]
    allowed = {"name", "titles", "datatype", "separator", "required", "propertyUrl"}
    for table in (tidy, swedish):
        assert set(table) == {"url", "dc:description", "dialect", "tableSchema"}
        for column in table["tableSchema"]["columns"]:
            assert set(column) - {"dc:description"} <= allowed
    # "A primaryKey referenced column MUST have a name property", and names are unique.
    names = [column["name"] for column in tidy["tableSchema"]["columns"]]
    assert tidy["tableSchema"]["primaryKey"] == names[:3] == ["table", "row", "column"]
    assert len(set(names)) == len(names)
    assert "primaryKey" not in swedish["tableSchema"]


def test_the_key_finds_one_row(document: Document) -> None:
    rows = list(csv.DictReader(io.StringIO(figures_csv(document), newline="")))
    assert len({(row["table"], row["row"], row["column"]) for row in rows}) == len(rows)


def test_an_unreadable_date_is_said_in_swedish() -> None:
    document = one_figure()
    with pytest.raises(ReportError) as caught:
        metadata_json(replace(document, cover=replace(document.cover, data_date="8 maj")))
    assert str(caught.value) == (
        "rapportens omslag: Datumet ”8 maj” kan inte tolkas. Uttagsdatum skrivs som år, månad och dag, till exempel "
        "2024-05-08. Rätta uttagsdatum i underlaget och kör igen."
    )

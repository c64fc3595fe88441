"""Kolada's values for the regions, from cached files in data/<folder>/kolada. The network is never used.

    kolada = load_kolada(Path("data/example"), params.kolada)
    kolada.values.where(kpi="N79173", year="2023", region="0013").figure("value")

Four files, as they were fetched: the values, the register of regions and municipalities, the chosen indicators'
definitions, and the catalogue with dates of publication. Every cell that matters is checked; a problem says file,
column and row. A folder without them is no error: a comparison is then said to be missing.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

import pandas as pd

from followup.ground.errors import Problem, ReportError, Severity, in_order
from followup.ground.guard import guarded
from followup.ground.plain_file import UnreadableFile, is_anything_at, read_plain_file
from followup.ground.wording import quoted
from followup.params.kolada_params import KoladaFile
from followup.workbooks.cells.findings import problems_of
from followup.workbooks.csv_sheet import LARGEST_FILE, CachedFile, CsvSheet, read_csv
from followup.workbooks.source_table import SourceTable

Read = TypeVar("Read", int, date)

FOLDER = "kolada"
VALUES, REGISTER = f"{FOLDER}/kolada_regioner_lang.csv", f"{FOLDER}/kolada_enheter.csv"
DEFINITIONS, CATALOGUE = f"{FOLDER}/kolada_kpi_meta_urval.csv", f"{FOLDER}/kolada_kpi_katalog_regioner_L.csv"

_COLUMNS = {
    VALUES: ("kpi", "region_id", "ar", "varde"),
    REGISTER: ("id", "title", "type"),
    DEFINITIONS: ("kpi", "titel", "enhet", "beskrivning"),
    CATALOGUE: ("id", "publ_period", "publication_date"),
}
_FETCH = "Hämta filen på nytt från Kolada; ändra inget för hand."


@dataclass(frozen=True)
class Definition:
    """An indicator in Kolada's words. `published_on` is the publication of the values of `published_year`.

    The catalogue gives one date: that of the latest publication, or of the next where it has been announced.
    """

    kpi: str
    title: str
    unit: str
    description: str
    published_year: int | None = None
    published_on: date | None = None


@dataclass(frozen=True, eq=False)
class Kolada:
    """The cached values and what is known of them.

    `values`: one row per indicator, region and year, columns `kpi`, `region` (id), `year` (text) and `value`, in the
    indicator's own unit; index = the row of the file. `regions`: id to name of the regions, the country left out.
    `problems` are errors and warnings.
    """

    values: SourceTable
    regions: dict[str, str]
    definitions: dict[str, Definition]
    files: tuple[CachedFile, ...]
    problems: tuple[Problem, ...]

    @property
    def is_there(self) -> bool:
        return bool(len(self.values))

    def published_on(self, kpi: str) -> date | None:
        """When the indicator's latest values were published; None where Kolada only tells the next publication."""
        definition = self.definitions.get(kpi)
        if not definition or not definition.published_year:
            return None
        years = self.values.where(kpi=kpi).values("year")
        return definition.published_on if definition.published_year <= int(max(years, default="0")) else None


def kolada_files() -> list[str]:
    """The files that a comparison rests on, as paths below the data folder."""
    return sorted(_COLUMNS)


_Key = tuple[tuple[str, ...], bool, KoladaFile]

# By content: the same files in another folder say the same. Only the latest is kept, for it is two megabytes.
_latest: list[tuple[_Key, Kolada]] = []


def load_kolada(data: Path, params: KoladaFile) -> Kolada:
    """Read and check the files, once for as long as neither they nor `params` change. Raises nothing."""
    folder = data.absolute()
    key = _key(folder, params)
    if key is not None and _latest and _latest[0][0] == key:
        return _latest[0][1]
    try:
        with guarded(FOLDER, "Filerna från Kolada"):
            found = _read(folder, params)
    except ReportError as fault:
        return Kolada(_values_table([], {}), {}, {}, (), fault.problems)
    if key is not None:
        _latest[:] = [(key, found)]
    return found


def _key(data: Path, params: KoladaFile) -> _Key | None:
    """What the answer follows from; None where a file cannot be read, which is looked at again each time."""
    hashes = []
    for name in _COLUMNS:
        try:
            hashes.append(hashlib.sha256(read_plain_file(data / name, LARGEST_FILE)).hexdigest())
        except FileNotFoundError:
            hashes.append("")
        except UnreadableFile:
            return None
    return tuple(hashes), is_anything_at(data / FOLDER), params


def _read(data: Path, params: KoladaFile) -> Kolada:
    if not is_anything_at(data / FOLDER):
        return Kolada(_values_table([], {}), {}, {}, (), ())
    problems: list[Problem] = []
    files: list[CachedFile] = []
    sheets: dict[str, CsvSheet] = {}
    for name, columns in _COLUMNS.items():
        sheet = read_csv(data / name, name, columns, _FETCH)
        problems += sheet.problems
        sheets[name] = sheet
        if sheet.file:
            files.append(sheet.file)
    regions = {row["id"]: row["title"] for _, row in sheets[REGISTER].rows if row["type"] == "L"}
    rows = list(_values(sheets[VALUES], regions, has_register=not sheets[REGISTER].problems))
    definitions = _definitions(sheets[DEFINITIONS], sheets[CATALOGUE])
    for sheet in sheets.values():
        problems += problems_of(sheet.findings, sheet.name, "")
    if not problems:
        problems += _uncovered({kpi for _, kpi, *_ in rows}, regions, params)
    regions.pop(params.country, None)
    return Kolada(
        _values_table(rows, sheets[VALUES].letters), regions, definitions, tuple(files), tuple(in_order(problems))
    )


def _values(
    sheet: CsvSheet, regions: dict[str, str], has_register: bool
) -> Iterator[tuple[int, str, str, str, float | None]]:
    """(row, indicator, region, year, value) of the rows that can be read; the others become findings."""
    first: dict[tuple[str, str, str], int] = {}
    for number, row in sheet.rows:
        kpi, region, year, value = (row[column] for column in _COLUMNS[VALUES])
        if not kpi:
            sheet.doubt(number, "kpi", "Nyckeltalets id saknas i kolumnen ”kpi”.", "Varje rad har ett id, som N79173.")
        elif has_register and region not in regions:
            expected = f"Regionerna i {REGISTER} har id från {min(regions)} till {max(regions)}."
            sheet.doubt(number, "region_id", f"Regionen {quoted(region)} i kolumnen ”region_id” finns inte.", expected)
        elif not re.fullmatch(r"(19|20)\d\d", year):
            found = f"Året {quoted(year)} i kolumnen ”ar” är inget år."
            sheet.doubt(number, "ar", found, "Ett år skrivs med fyra siffror.")
        elif value and not re.fullmatch(r"-?\d{1,15}(\.\d+)?", value):
            found = f"Värdet {quoted(value)} i kolumnen ”varde” är inget tal."
            sheet.doubt(number, "varde", found, "Kolada skriver tal med decimalpunkt, som 86.8.")
        elif (key := (kpi, region, year)) in first:
            found = (
                f"Nyckeltalet {kpi} står två gånger för region {region} år {year}, första gången på rad {first[key]}."
            )
            sheet.doubt(number, "kpi", found, "Varje region har ett värde per nyckeltal och år.")
        else:
            first[key] = number
            yield number, kpi, region, year, float(value) if value else None


def _values_table(rows: list[tuple[int, str, str, str, float | None]], found: dict[str, str]) -> SourceTable:
    frame = pd.DataFrame(
        [row[1:] for row in rows], columns=["kpi", "region", "year", "value"], index=[row[0] for row in rows]
    )
    frame["value"] = frame["value"].astype("float64")
    letters = {ours: found[theirs] for ours, theirs in zip(frame.columns, _COLUMNS[VALUES], strict=True) if found}
    return SourceTable("kolada", VALUES, "", letters, frame, {"value": ""})


def _definitions(sheet: CsvSheet, catalogue: CsvSheet) -> dict[str, Definition]:
    published = {}
    for number, row in catalogue.rows:
        year = _read_cell(catalogue, number, row, "publ_period", _year, "Ett år med fyra siffror väntas.")
        day = _read_cell(
            catalogue, number, row, "publication_date", date.fromisoformat, "Ett datum som 2026-03-06 väntas."
        )
        published[row["id"]] = (year, day)
    found = {}
    for _, row in sheet.rows:
        year, day = published.get(row["kpi"], (None, None))
        found[row["kpi"]] = Definition(row["kpi"], row["titel"], row["enhet"], row["beskrivning"], year, day)
    return found


def _read_cell(
    sheet: CsvSheet, number: int, row: dict[str, str], column: str, read: Callable[[str], Read], expected: str
) -> Read | None:
    """The cell as `read` reads it; None where it is empty or cannot be read, which is a finding."""
    if not row[column]:
        return None
    try:
        return read(row[column])
    except ValueError:
        found = f"Här står {quoted(row[column])} i kolumnen {quoted(column)}."
        sheet.doubt(number, column, found, expected)
        return None


def _year(text: str) -> int:
    if not re.fullmatch(r"(19|20)\d\d", text):
        raise ValueError(text)
    return int(text)


def _uncovered(kpis: set[str], regions: dict[str, str], params: KoladaFile) -> Iterator[Problem]:
    """What params asks for and the files do not have: a warning each."""
    for key, code in (("region", params.region), ("country", params.country)):
        if code not in regions:
            yield Problem(
                REGISTER,
                found=f"Id {quoted(code)} finns inte bland regionerna.",
                expected=f"params/kolada.yml har det som {key}.",
                remedy="Rätta id:t i params/kolada.yml.",
            )
    for one in params.indicators:
        if one.kpi not in kpis:
            yield Problem(
                VALUES,
                found=f"Nyckeltalet {quoted(one.kpi)}, {one.name}, har inga värden.",
                expected="params/kolada.yml har med det i jämförelsen.",
                remedy="Hämta dess värden från Kolada, eller ta bort det ur params/kolada.yml.",
                severity=Severity.WARNING,
            )

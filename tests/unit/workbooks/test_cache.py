"""One parsing for each content, and a cache that may be damaged without harm."""

import numpy as np
import openpyxl
import pandas as pd
import pytest
from workbooks import DNKS, LEDGER, edit

from followup.ground.paths import cache_folder
from followup.ground.period import Period
from followup.params.subject import subject_of
from followup.sources.sources import load_sources
from followup.workbooks import cache
from followup.workbooks.read_workbook import ReadingOrder

APRIL = Period(2024, 4)


@pytest.fixture(autouse=True)
def _nothing_is_read(data):
    cache.forget()


@pytest.fixture
def parsed(monkeypatch):
    """The names of the workbooks that were parsed, in order."""
    names = []
    read = cache.read_workbook
    monkeypatch.setattr(
        cache, "read_workbook", lambda content, order: names.append(order.layout.workbook) or read(content, order)
    )
    return names


def order_of(params, layout="utfall"):
    return ReadingOrder.of(params.layouts[layout].filled(APRIL, "DNKS"), params, 2024)


def test_each_content_is_parsed_once(data, params, parsed):
    load_sources(subject_of(data, APRIL, "DNKS", params))
    load_sources(subject_of(data, APRIL, "DNKT", params))
    assert len(parsed) == 8
    assert parsed.count(LEDGER) == 1
    edit(data / LEDGER, "Huvudbok", {"H7": 8_090_000})
    load_sources(subject_of(data, APRIL, "DNKS", params))
    assert parsed[8:] == [LEDGER]


def test_what_comes_from_disk_is_what_was_parsed(data, params, parsed):
    # Findings, totals, notes, empty tables, missing values and forms all pass through the file.
    edit(data / LEDGER, "Huvudbok", {"G7": "8 000 000", "H8": "abc"})
    edit(data / DNKS, "Prognos", {"C6": 183.05})
    book = openpyxl.load_workbook(data / LEDGER)
    book["Huvudbok"].row_dimensions[8].hidden = book["Huvudbok"].column_dimensions["D"].hidden = True
    book["Huvudbok"].sheet_state = "hidden"
    book.create_sheet("Öppet")
    book.save(data / LEDGER)
    for layout in [name for name, one in params.layouts.items() if "committee" in one.readers]:
        fresh = cache.cached_workbook(data, order_of(params, layout))
        cache.forget()
        again = cache.cached_workbook(data, order_of(params, layout))
        assert (again.name, again.sha256, again.size, again.problems) == (
            fresh.name,
            fresh.sha256,
            fresh.size,
            fresh.problems,
        )
        assert list(again.tables) == list(fresh.tables)
        for name, table in fresh.tables.items():
            pd.testing.assert_frame_equal(again.tables[name].frame, table.frame)
            for part in (
                "sheet",
                "letters",
                "findings",
                "totals",
                "corrections",
                "form_rows",
                "notes",
                "is_whole",
                "hidden",
            ):
                assert getattr(again.tables[name], part) == getattr(table, part)
    assert len(parsed) == 7


def test_the_key_holds_all_that_the_reading_depends_on(data, params, parsed, tmp_path):
    cache.cached_workbook(data, order_of(params))
    committees = dict(params.committees)
    committees["DNKS"] = committees["DNKS"].model_copy(update={"short_name": "Kultur"})
    cache.cached_workbook(data, order_of(params.model_copy(update={"committees": committees})))
    rules = params.rules.model_copy(update={"activities_shown": 1})
    cache.cached_workbook(data, order_of(params.model_copy(update={"rules": rules})))
    assert parsed == [LEDGER, LEDGER]


@pytest.mark.parametrize("damage", [b"", b"PK\x05\x06" + bytes(18), b"not a zip", "pickle", "cut", "codes"])
def test_a_damaged_file_is_ignored_and_rewritten(data, params, parsed, damage):
    fresh = cache.cached_workbook(data, order_of(params))
    (path,) = cache_folder().iterdir()
    good = path.read_bytes()
    if damage == "pickle":
        with path.open("wb") as target:
            np.savez(target, meta=np.array([{"a": 1}], dtype=object))
    elif damage == "codes":
        with np.load(path) as arrays:
            changed = {name: arrays[name] + 1_000_000 if name == "0.1" else arrays[name] for name in arrays}
        with path.open("wb") as target:
            np.savez(target, **changed)
    else:
        path.write_bytes(good[: len(good) // 2] if damage == "cut" else damage)
    cache.forget()
    again = cache.cached_workbook(data, order_of(params))
    pd.testing.assert_frame_equal(again.tables["ledger"].frame, fresh.tables["ledger"].frame)
    assert parsed == [LEDGER, LEDGER]
    assert path.read_bytes() == good
    assert list(cache_folder().iterdir()) == [path]


def test_without_a_place_to_write_the_workbook_is_read_all_the_same(data, params, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("FOLLOWUP_CACHE", str(tmp_path / "file" / "cache"))
    assert len(cache.cached_workbook(data, order_of(params)).tables["ledger"].frame) == 60


def test_a_change_of_the_reader_is_a_change_of_the_key(data, params, parsed, monkeypatch):
    cache.cached_workbook(data, order_of(params))
    monkeypatch.setattr("followup.workbooks.read_workbook.reader_version", lambda: "another")
    cache.cached_workbook(data, order_of(params))
    assert parsed == [LEDGER, LEDGER]

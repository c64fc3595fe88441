"""The register of tables: each is an attribute of whoever has it, and every reader's layouts have its tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

import pytest

from followup.params.layouts import Reader
from followup.params.loading import load_params
from followup.params.report_tables import ReportTables, registered, tables_of


class Words(ReportTables[str]):
    def __init__(self, tables: Mapping[str, str]) -> None:
        self.tables = tables


def test_a_table_is_an_attribute_by_its_name() -> None:
    assert Words({"ledger": "huvudbok"}).ledger == "huvudbok"
    assert Words({"ledger": "huvudbok"}).table("frames") is None


def test_a_table_that_the_reader_does_not_have_is_told_with_those_that_it_has() -> None:
    with pytest.raises(AttributeError, match="the sources have no table 'goals', only ledger, frames"):
        _ = Words({"ledger": "huvudbok", "frames": "ramar"}).goals


@pytest.mark.parametrize("reader", get_args(Reader))
def test_a_readers_layouts_have_its_tables_and_no_others(reader: Reader) -> None:
    layouts = [one for one in load_params().layouts.values() if reader in one.readers]
    assert sorted(name for one in layouts for name in one.tables) == sorted(tables_of(reader))


def test_every_table_has_a_reader() -> None:
    assert [one.name for one in registered() if not one.readers] == []

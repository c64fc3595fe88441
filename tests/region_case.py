"""The region's case of 2024-04 on the example, on which a test takes something away from params or adds some rows."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from cases import about, read_case

from followup.ground.paths import PROJECT
from followup.params.loading import load_params

EXAMPLE = PROJECT / "data" / "example"


@pytest.fixture(scope="module")
def case():
    """Read without the corrections, whose workbook would be told for a row of a committee's own."""
    return read_case(EXAMPLE, "2024-04", "REGION", load_params())


def with_committee(case, code, **values):
    """The case, where one committee of params is otherwise; without values it is taken away."""
    known = dict(case.params.committees)
    if values:
        known[code] = known[code].model_copy(update=values)
    else:
        del known[code]
    return about(case, params=case.params.model_copy(update={"committees": known}))


def with_rows(case, name, *rows):
    """The case, where a table has more rows, each like its first but for the given cells."""
    table = case.tables[name]
    first = table.frame.iloc[0].to_dict()
    last = int(table.frame.index.max())
    more = pd.DataFrame(
        [first | row for row in rows], index=range(last + 1, last + 1 + len(rows)), columns=table.frame.columns
    )
    frame = pd.concat([table.frame, more.astype(table.frame.dtypes)])
    return replace(case, tables={**case.tables, name: replace(table, frame=frame)})


def with_another(case, **values):
    """The case, where params has another committee, like DNKT but for the given values."""
    known = dict(case.params.committees)
    known["DNGAM"] = known["DNKT"].model_copy(update={"code": "DNGAM", "frames": ()} | values)
    return about(case, params=case.params.model_copy(update={"committees": known}))

"""Each change that offices really make to a workbook, and what must come of it: the right number or a word."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import pytest

import tests.corpus
from followup.errors import Problem, Severity
from followup.inputs import cache
from followup.inputs.params import load_params
from followup.period import Period
from followup.reports import open_report
from followup.sources.sources import preload
from tests.corpus.books import PERIOD, Books
from tests.corpus.case import CASES, Case

for module in pkgutil.iter_modules(tests.corpus.__path__):
    if module.name.startswith("cases_"):
        importlib.import_module(f"tests.corpus.{module.name}")

AT = Period.parse(PERIOD)


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    """What is parsed here is this test's alone."""
    monkeypatch.setenv("FOLLOWUP_CACHE", str(tmp_path / "cache"))
    yield
    cache.forget()


def problems(data: Path, reader: str) -> list[Problem]:
    return list(preload(data, AT, [reader], load_params())[reader])


@pytest.fixture(scope="module")
def untouched(tmp_path_factory) -> dict[str, set[Problem]]:
    """What the example itself gives, by reader."""
    data = Books(tmp_path_factory.mktemp("untouched") / "data").write()
    readers = dict.fromkeys(one.reader for one in CASES)
    return {reader: set(problems(data, reader)) for reader in readers}


def text_of(found: list[Problem]) -> str:
    return "\n".join(f"{one.severity} {one.place}: {one.message}" for one in found).replace("\u00a0", " ")


@pytest.mark.parametrize("one", CASES, ids=lambda one: one.name)
def test_what_comes_of_it(one: Case, tmp_path, untouched):
    books = Books(tmp_path / "data")
    one.change(books)
    data = books.write()
    if one.files:
        one.files(data)
    found = [problem for problem in problems(data, one.reader) if problem not in untouched[one.reader]]
    told = {severity: [each for each in found if each.severity is severity] for severity in Severity}
    if one.stops:
        assert one.stops in text_of(told[Severity.ERROR]), text_of(found) or "nothing was told"
        assert len(told[Severity.ERROR]) <= one.most_errors, text_of(found)
        return
    assert not told[Severity.ERROR], text_of(found)
    if one.warns:
        assert one.warns in text_of(told[Severity.WARNING]), text_of(found) or "nothing was told"
    elif one.notes:
        assert one.notes in text_of(told[Severity.NOTE]), text_of(found) or "nothing was told"
    else:
        assert not found, text_of(found)
    for value_of, expected in one.reads:
        report = open_report(one.reader, PERIOD, data)
        assert value_of(report) == pytest.approx(expected, abs=0.5)


def test_the_corpus_is_large_and_its_names_are_its_own():
    assert len(CASES) >= 150
    assert len({one.name for one in CASES}) == len(CASES)

"""Each change that offices really make to a workbook, and what must come of it: the right number or a word."""

from __future__ import annotations

import importlib
import json
import pkgutil
import shutil
from pathlib import Path

import pytest

import tests.corpus
from followup.ground.errors import Problem, Severity
from followup.ground.paths import PROJECT
from followup.ground.period import Period
from followup.ground.wording import quoted
from followup.params.loading import load_params
from followup.params.subject import subject_of
from followup.reports.open import open_report
from followup.sources.sources import preload
from followup.workbooks import cache
from tests.corpus.books import PERIOD, Books
from tests.corpus.case import CASES, Case

for module in pkgutil.iter_modules(tests.corpus.__path__):
    if module.name.startswith("cases_"):
        importlib.import_module(f"tests.corpus.{module.name}")

AT = Period.parse(PERIOD)


@pytest.fixture(scope="module")
def shared_cache(tmp_path_factory):
    """A workbook that no case has changed is parsed once: the cache goes by content."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def own_cache(shared_cache, monkeypatch):
    """What is parsed here is the corpus's alone."""
    monkeypatch.setenv("FOLLOWUP_CACHE", str(shared_cache))
    yield
    cache.forget()


def problems(data: Path, reader: str, params: Path | None = None) -> list[Problem]:
    return list(preload([subject_of(data, AT, reader, load_params(params))])[reader])


def confirmed_params(folder: Path, errors: list[Problem]) -> Path:
    """A copy of the params in which each error is confirmed, as it says itself that it can be."""
    shutil.copytree(PROJECT / "params", folder)
    lines = ["confirmations:"]
    for one in errors:
        assert f"med regeln {one.rule} och värdet {quoted(one.value)}" in one.message, one.message
        lines += [
            f"  - workbook: {json.dumps(one.workbook)}",
            f"    sheet: {json.dumps(one.sheet)}",
            f"    cell: {json.dumps(one.cell)}",
            f"    rule: {one.rule}",
            f"    value: {json.dumps(one.value)}",
            "    why: Beloppet är kontrollerat mot beslutet.",
            "    decided_by: controller",
            '    decided_on: "2024-05-14"',
        ]
    (folder / "confirmations.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def untouched(tmp_path_factory) -> dict[str, set[Problem]]:
    """What the example itself gives, by reader."""
    data = Books(tmp_path_factory.mktemp("untouched") / "data").write()
    readers = dict.fromkeys(one.reader for one in CASES)
    return {reader: set(problems(data, reader)) for reader in readers}


def text_of(found: list[Problem]) -> str:
    return "\n".join(f"{one.severity} {one.place}: {one.message}" for one in found).replace("\u00a0", " ")


@pytest.mark.parametrize("one", CASES, ids=lambda one: one.name)
def test_what_comes_of_it(one: Case, tmp_path, untouched, monkeypatch):
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
    if one.confirm:
        errors = told[Severity.ERROR]
        assert {each.rule for each in errors} == {one.confirm}, text_of(found) or "nothing was told"
        assert len(errors) <= one.most_errors, text_of(found)
        params = confirmed_params(tmp_path / "params", errors)
        monkeypatch.setenv("FOLLOWUP_PARAMS", str(params))
        left = problems(data, one.reader, params)
        assert not [each for each in left if each.severity is Severity.ERROR], text_of(left)
        found, told = [], {Severity.ERROR: []}
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

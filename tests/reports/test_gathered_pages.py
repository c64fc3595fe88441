"""The pages over many reports, held against the very files of the reports that they are about."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from followup.formats.compared import COMPARED
from tests.conftest import BUILT, REPORTS, run_followup

pytestmark = pytest.mark.slow


@cache
def tree_of(path: Path) -> Element:
    return html5lib.parse(path.read_text(encoding="utf-8"), namespaceHTMLElements=False)


def text_of(node: Element) -> str:
    return " ".join("".join(node.itertext()).replace("\u00a0", " ").split())


@cache
def shown_by(folder: Path) -> frozenset[tuple[str, str]]:
    """What a report shows, by its table: of figures.csv, which is not made of the manifest."""
    with (folder / "figures.csv").open(encoding="utf-8", newline="") as file:
        return frozenset((row["table"], row["shown"].replace("\u00a0", " ")) for row in csv.DictReader(file))


def values_of(page: Element) -> Iterator[tuple[str, str]]:
    """The address and the text of each value of the page."""
    for body in page.iter("tbody"):
        yield from ((link.get("href", ""), text_of(link)) for link in body.iter("a"))


def test_every_value_that_is_compared_is_one_that_its_report_shows_there(built_output: Path) -> None:
    found = list(values_of(tree_of(built_output / "jamfor.html")))
    assert len(found) > 500
    wrong = []
    for address, text in found:
        report, _, table = address.partition("#")
        if (table, text) not in shown_by((built_output / report).parent):
            wrong.append((address, text))
    assert wrong == []


def test_every_address_of_the_page_is_a_place_in_its_report(built_output: Path) -> None:
    addresses = {address for address, _ in values_of(tree_of(built_output / "jamfor.html"))}
    assert {address.rpartition("/")[0] for address in addresses} <= {"/".join(report) for report in REPORTS}
    for address in addresses:
        report, _, table = address.partition("#")
        assert f'id="{table}"' in (built_output / report).read_text(encoding="utf-8"), address


def test_every_column_that_is_compared_is_one_that_some_report_has(built_output: Path) -> None:
    found = {
        (figure["table"], figure["column"])
        for period, code in REPORTS
        for figure in json.loads((built_output / period / code / "manifest.json").read_text())["summary"]["figures"]
    }
    assert {(one.table, one.column) for one in COMPARED} - found == set()


def test_the_page_that_compares_is_small_enough_to_be_sent(built_output: Path) -> None:
    assert (built_output / "jamfor.html").stat().st_size < 2_000_000


@pytest.mark.parametrize("period", [period for period in BUILT if "-" in period])
def test_the_period_s_page_says_what_the_first_pages_say(built_output: Path, period: str) -> None:
    page = tree_of(built_output / period / "index.html")
    for code in BUILT[period]:
        row = next(
            row for row in page.iter("tr") if any(a.get("href") == f"{code}/rapport.html" for a in row.iter("a"))
        )
        said = [text_of(node) for node in row.iter("span") if node.get("class") == "said"]
        report = tree_of(built_output / period / code / "rapport.html")
        verdict = next((node for node in report.iter("div") if node.get("id") == "omdome"), None)
        assert said == ([] if verdict is None else [text_of(node) for node in verdict.iter("p")])


@pytest.mark.parametrize("period", [period for period in BUILT if "-" in period])
def test_each_decision_leads_to_its_place_in_the_report(built_output: Path, period: str) -> None:
    page = tree_of(built_output / period / "index.html")
    section = next((node for node in page.iter("section") if node.get("aria-labelledby") == "beslut"), None)
    for link in section.iter("a") if section is not None else ():
        report, _, anchor = link.get("href", "").partition("#")
        assert f'id="{anchor}"' in (built_output / period / report).read_text(encoding="utf-8")


def test_the_same_reports_give_the_same_page_again(built_output: Path) -> None:
    before = (built_output / "jamfor.html").read_bytes()
    done = run_followup("build", "--period", "2024-10", "--committee", "DNKT", "--output", str(built_output))
    assert done.returncode == 0, done.stdout + done.stderr
    assert (built_output / "jamfor.html").read_bytes() == before

"""The file of a plan: whatever a name or a text holds comes back as it was, in lines as a hand would write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.plan_import_cases import read_back, started, workbook

LONG = (
    "Region Halland ska reducera koldioxidutsläppen med 80% till 2025 - utan att flytta dem: 1. först, 2. sedan, och "
    * 3
)

NAMES = [
    *("1", "1.1", "012", "1.5e3", "true", "NO", "null", "~", "2025-01-01", "12:30"),
    *(
        "a: b",
        "a #b",
        "# a",
        "- a",
        "[a]",
        "{a",
        "a, b",
        "'a'",
        '"a"',
        "”a”",
        "@a",
        "%a",
        "&a",
        "!a",
        "|",
        "> a",
        "`a`",
    ),
    *("\\n", "a\\", "å ä ö – é", "*", "?", ":", "😀 och: ja", LONG.strip(), "ord" * 60, f'"{LONG.strip()}"'),
]


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    folder = tmp_path_factory.mktemp("plan")
    rows = [("Kod", "Text", "Beskrivning"), *((f"k{place}", name, name) for place, name in enumerate(NAMES))]
    found = started(workbook(folder, *rows))
    return found, read_back(found, folder)


def test_every_name_and_text_comes_back(plan) -> None:
    assert [node.name for node in plan[1].nodes] == NAMES
    assert [node.text for node in plan[1].nodes] == NAMES


def test_no_line_is_longer_than_a_hand_would_have_it(plan) -> None:
    longest = sorted((line for line in plan[0].text.splitlines() if len(line) > 120), key=len)
    # A word that cannot be broken.
    assert [line.strip()[:9] for line in longest] == ["ordordord", "ordordord"]


def test_short_entries_are_a_line_and_long_names_folded(tmp_path: Path) -> None:
    name = (
        "Utveckla samplaneringen inom regional utveckling, såsom kollektivtrafik, infrastruktur, bostadsbyggande och "
        "övrig samhällsplanering"
    )
    text = started(workbook(tmp_path, ("Kod", "Text"), ("1", "A"), ("1.1", "B, C"), ("1.2", name))).text
    assert text[text.index("nodes:") :].splitlines() == [
        "nodes:",
        '  - code: "1"',
        "    name: A",
        "    committees: [RS]",
        "    children:",
        '      - {code: "1.1", name: "B, C"}',
        '      - code: "1.2"',
        "        name: >-",
        " " * 10 + "Utveckla samplaneringen inom regional utveckling, såsom kollektivtrafik, infrastruktur, "
        "bostadsbyggande och",
        " " * 10 + "övrig samhällsplanering",
    ]


def test_the_paragraphs_of_a_cell_stay_paragraphs(tmp_path: Path) -> None:
    described = "Ett.\n\nTvå som är\n1. först\n2. sedan\nTre."
    found = started(workbook(tmp_path, ("Kod", "Text", "Beskrivning"), ("1", "A", described)))
    assert read_back(found, tmp_path).nodes[0].text == "Ett.\n\nTvå som är\n1. först\n2. sedan\n\nTre."

"""docs/galleri.md has everything, says what the program says, and its pictures are those that it draws now."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from followup.ground.paths import PROJECT
from followup.params.loading import load_params
from tests.gallery import catalogue
from tests.gallery.block_pictures import example_of_chart

REMEDY = "make docs"


def test_every_chart_and_kind_of_block_has_an_entry() -> None:
    assert catalogue.missing() == []


def test_what_lacks_an_entry_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    known = catalogue.entries()
    charts = {name: entry for name, entry in known["charts"].items() if name != "investments"}
    monkeypatch.setattr(catalogue, "entries", lambda: known | {"charts": charts | {"cake": {}}})
    assert catalogue.missing() == [
        "investments has no entry under charts in tests/gallery/entries.yml",
        "cake under charts in tests/gallery/entries.yml is not there",
    ]


@pytest.mark.parametrize("what", ["charts", "blocks"])
def test_an_entry_says_everything_in_whole_sentences(what: str) -> None:
    last = {"charts": "example", "blocks": "rule"}[what]
    for name, entry in catalogue.entries()[what].items():
        assert [*entry] == ["name", "purpose", "data", last], name
        for told in ("purpose", "data", *(["rule"] if what == "blocks" else [])):
            assert entry[told][0].isupper(), name
            assert entry[told].endswith("."), name


@pytest.mark.slow
def test_the_page_is_up_to_date_and_a_chart_has_a_rule() -> None:
    page = catalogue.page()
    assert catalogue.PAGE.read_text(encoding="utf-8") == page, REMEDY
    for part in page.partition("## Block\n")[0].split("\n### ")[1:]:
        assert "\n- " in part.partition("Rubriken, som är diagrammets budskap:")[2], part.partition("\n")[0]


@pytest.mark.slow
def test_the_pictures_are_those_that_the_program_draws_and_take_little_room() -> None:
    made = catalogue.pictures()
    kept = {path.name: path.read_bytes() for path in catalogue.PICTURES.iterdir()}
    assert set(kept) == set(made), REMEDY
    changed = [name for name, content in made.items() if not _is_same(name, kept[name], content)]
    assert changed == [], REMEDY
    assert sum(map(len, kept.values())) < 2_000_000


def _is_same(name: str, kept: bytes, made: bytes) -> bool:
    """The same bytes, or for a PNG the same picture: how it is packed depends on a library of the machine."""
    if kept == made or not name.endswith(".png"):
        return kept == made
    one, other = (Image.open(io.BytesIO(each)).convert("RGB") for each in (kept, made))
    return one.size == other.size and one.tobytes() == other.tobytes()


def test_a_rule_is_told_and_not_pointed_at() -> None:
    """Of every chart, as the page says it."""
    for entry in catalogue.entries()["charts"].values():
        for line in catalogue.rules(example_of_chart(entry["example"])):
            assert line.strip() not in ("- ‹titel›", "- ‹text›"), entry["name"]
            assert ".md" not in line, entry["name"]


def test_the_sample_of_committees_is_of_committees() -> None:
    known = {committee.short_name for committee in load_params().committees.values()}
    chart = example_of_chart(catalogue.entries()["charts"]["deviation_by_committee"]["example"])
    assert {row.cells[0].text for row in chart.data.rows} <= known


def test_the_page_is_found_from_the_guide() -> None:
    assert "(galleri.md)" in (PROJECT / "docs" / "anvandarguide.md").read_text(encoding="utf-8")

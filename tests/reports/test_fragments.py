"""Golden fragments of one real report: what its reader sees first, and every chart's message and alt text.

A person approves them: `make facit` writes them anew to tests/reports/approved, where a diff shows what changed.
"""

import os
from pathlib import Path

import pytest

from followup.document.kinds import block_of
from followup.document.plain import block_text
from tests.reports.test_built_period import blocks_of

APPROVED = Path(__file__).parent / "approved"
FRAGMENTS = ("nyckeltal", "i-korthet", "att-forklara", "utfall-kontoklass", "prognoshistorik", "sjukfranvaro")


def _compare(name: str, found: str) -> None:
    approved = APPROVED / f"{name}.txt"
    if os.environ.get("FOLLOWUP_APPROVE"):
        approved.parent.mkdir(exist_ok=True)
        approved.write_text(found, encoding="utf-8")
    assert found == approved.read_text(encoding="utf-8")


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_a_fragment_is_as_it_was_approved(fragment, built_period):
    block = next(b for b in blocks_of(built_period / "DNKT" / "rapport.ipynb") if b["id"] == fragment)
    _compare(fragment, block_text(block_of(block, 1)) + "\n")


def test_the_charts_say_what_was_approved(built_period):
    charts = [b for b in blocks_of(built_period / "DNKT" / "rapport.ipynb") if b["kind"] == "chart"]
    _compare("diagram", "\n\n".join(f"{chart['title']}\n{chart['alt']}" for chart in charts) + "\n")

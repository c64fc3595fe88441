"""One published report, as the pages over many reports know it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from followup.document.content import content_of
from followup.formats.files import PAGE
from followup.formats.summary import Summary
from followup.ground.period import Period


@dataclass(frozen=True)
class Told:
    """`name` is the committee's short name. The addresses are as the page beside the periods' folders has them."""

    period: Period
    code: str
    name: str
    title: str
    summary: Summary
    example: bool = False

    def address(self, block: str = "") -> str:
        """Where the report, or a block of it, stands: `2024-08/DNHS/rapport.html#prognos-kontoklass`."""
        return f"{self.period}/{self.code}/{PAGE.name}" + (f"#{block}" if block else "")


def summary_in(manifest: dict[str, Any]) -> Summary:
    """What the manifest keeps of its report; nothing, for one that was made before there was a summary."""
    found = manifest.get("summary")
    try:
        return content_of(Summary, found) if found else Summary()
    except ValueError:
        # Of another version of the program: the report is built again before anybody compares it.
        return Summary()

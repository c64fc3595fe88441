"""What there is: the calendar's periods, the committees that report in each, and what has been built."""

from __future__ import annotations

from pathlib import Path

from rich.markup import escape
from rich.table import Table

from followup.build.published import Published
from followup.period import Period


def overview_table(data: Path, output: Path) -> Table:
    """One row per period and committee. The status is about the published files, not about whether they are current."""
    from followup.inputs.params import load_params

    params = load_params()
    table = Table("Period", "Rapport", "Underlag", "Nämnd", "Namn", "Byggd", box=None, pad_edge=False)
    for entry in sorted(params.calendar.periods, key=lambda one: one.period):
        period = Period.parse(entry.period)
        has_data = (data / str(period.year) / str(period)).is_dir()
        for committee in params.reporting(period):
            table.add_row(
                str(period),
                escape(params.kind_of(period).name),
                "finns" if has_data else "saknas",
                committee.code,
                escape(committee.short_name),
                _built(output / str(period) / committee.code),
            )
    return table


def _built(folder: Path) -> str:
    found = Published.read(folder)
    finished = str(found.manifest.get("finished", ""))[:16].replace("T", " kl. ")
    when = f"{finished} UTC" if found.has_report else "nej"
    return f"{when}, senaste försöket misslyckades" if found.failed else when

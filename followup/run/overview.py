"""What there is: the calendar's periods, the committees that report in each, and what has been built."""

from __future__ import annotations

from pathlib import Path

from rich.markup import escape
from rich.table import Table

from followup.ground.paths import is_folder
from followup.ground.period import Period
from followup.run.published import Published

# So many committees are named; after that only their number is told.
MOST_NAMED = 3


def overview_table(data: Path, output: Path) -> Table:
    """One row per period: its kind of report, whether there are data, who reports, and how much of it is built.

    The status is about the published files, not about whether they are current.
    """
    from followup.params.loading import load_params

    params = load_params()
    table = Table("Period", "Rapport", "Underlag", "Lämnas av", "Byggt", box=None, pad_edge=False)
    for entry in sorted(params.calendar.periods, key=lambda one: Period.parse(one.period)):
        period = Period.parse(entry.period)
        codes = [one.code for one in params.reporting(period)]
        table.add_row(
            str(period),
            escape(params.kind_of(period).name),
            _data(data, period),
            " ".join(codes),
            _summary({code: Published.read(output / str(period) / code) for code in codes}),
        )
    return table


def period_table(data: Path, output: Path, period: Period) -> Table:
    """One row per report of one period. Raises ReportError for a period that is not in the calendar."""
    from followup.params.loading import load_params
    from followup.params.subject import subjects_of

    table = Table("Period", "Rapport", "Underlag", "Nämnd", "Namn", "Byggd", box=None, pad_edge=False)
    for subject in subjects_of(data, period, load_params()):
        table.add_row(
            str(period),
            escape(subject.kind.name),
            _data(data, period),
            subject.code,
            escape(subject.committee.short_name),
            _built(Published.read(output / str(period) / subject.code)),
        )
    return table


def _data(data: Path, period: Period) -> str:
    # A plan stands in params/plans; its workbooks, where it has any, in the year's folder.
    return "finns" if period.is_plan or is_folder(data / str(period.year) / str(period)) else "saknas"


def _summary(found: dict[str, Published]) -> str:
    """`9 av 9`, `7 av 9; ej byggda: DNKS, REGION`, `0 av 9`"""
    missing = [code for code, one in found.items() if not one.has_report]
    failed = [code for code, one in found.items() if one.failed]
    parts = [f"{len(found) - len(missing)} av {len(found)}"]
    if 0 < len(missing) <= MOST_NAMED and len(missing) < len(found):
        parts.append(f"ej byggda: {', '.join(missing)}")
    if failed:
        parts.append(f"senaste försöket misslyckades: {', '.join(failed)}")
    return "; ".join(parts)


def _built(found: Published) -> str:
    finished = str(found.manifest.get("finished", ""))[:16].replace("T", " kl. ")
    when = f"{finished} UTC" if found.has_report else "nej"
    return f"{when}, senaste försöket misslyckades" if found.failed else when

"""What the user asked for, and whether it is possible: everything that a run names exists before it starts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from followup.ground.errors import Problem, ReportError
from followup.ground.paths import PROJECT, is_folder, project_path
from followup.ground.period import Period

if TYPE_CHECKING:
    from followup.params.params import Committee, Params, ReportKind
    from followup.params.subject import Subject


@dataclass(frozen=True)
class Request:
    """What the user asked for. `period` None means the newest with data; no `committees` means all that report."""

    period: str | None = None
    committees: tuple[str, ...] = ()
    data: str = "data/example"
    output: str = "output"
    force: bool = False
    jobs: int | None = None
    plain_kernel: bool = False
    scheduler: str | None = None
    timeout: float | None = None


@dataclass(frozen=True)
class WorkList:
    """A request that has been found possible: everything in it exists.

    `subjects` are the reports that are asked for, and `due` all that are due for the period, in the registry's order.
    """

    period: Period
    kind: ReportKind
    subjects: tuple[Subject, ...]
    due: tuple[Subject, ...]
    data: Path
    output: Path
    params: Params

    @property
    def committees(self) -> tuple[Committee, ...]:
        return tuple(one.committee for one in self.subjects)

    @property
    def read(self) -> tuple[Subject, ...]:
        """All whose sources are read: the region's report rests on everybody's."""
        return self.due if any(one.committee.is_region for one in self.subjects) else self.subjects

    @property
    def names(self) -> dict[str, str]:
        """Committee code to short name."""
        return {one.code: one.short_name for one in self.committees}

    @property
    def number(self) -> str:
        """`8 nämnder och regionen`"""
        committees = sum(not one.is_region for one in self.committees)
        parts = [f"{committees} {'nämnd' if committees == 1 else 'nämnder'}"] if committees else []
        parts += ["regionen"] if len(self.committees) > committees else []
        return " och ".join(parts)


def work_list(request: Request) -> WorkList:
    """Raises ReportError for an unknown period, committee or folder, with the known ones and the nearest.

    Options that cannot be used together are refused in the same way.
    """
    from followup.params.loading import load_params
    from followup.params.subject import subjects_of

    _refuse_unused_options(request)
    params = load_params()
    data = data_folder(request.data)
    period = Period.parse(request.period) if request.period else newest_period(params, data)
    kind, due = params.kind_of(period), subjects_of(data, period, params)
    # As the user's own folder, not the project's: an output folder need not exist yet.
    output = Path(request.output).absolute()
    return WorkList(period, kind, _chosen(request.committees, due, period, kind), due, data, output, params)


def _refuse_unused_options(request: Request) -> None:
    """On a cluster the scheduler decides: a limit that would be passed over in silence must not be given."""
    limits = {"--jobs": request.jobs, "--timeout": request.timeout}
    problems = [
        Problem(
            workbook=f"flaggan {name}",
            found=f"Flaggan {name} kan inte användas tillsammans med --scheduler.",
            expected="På ett kluster bestämmer schemaläggaren hur många rapporter som byggs samtidigt och hur länge.",
            remedy=f"Ta bort {name} eller --scheduler.",
        )
        for name, value in limits.items()
        if request.scheduler and value is not None
    ]
    if problems:
        raise ReportError(problems)


def data_folder(given: str) -> Path:
    """The data folder as an absolute path. Raises ReportError if it does not exist."""
    from followup.ground.wording import listed, quoted, suggestion

    folder = project_path(given)
    if is_folder(folder):
        return folder
    beside = [f"data/{path.name}" for path in sorted((PROJECT / "data").glob("*")) if is_folder(path)]
    raise ReportError(
        [
            Problem(
                workbook="flaggan --data",
                found=f"Datamappen {quoted(given)} finns inte.",
                expected=f"Mappar som finns: {listed(beside)}." if beside else "Mappen data är tom.",
                remedy=suggestion(given, beside, "Rätta sökvägen, eller skapa exempeldata med: followup example"),
            )
        ]
    )


def periods_with_data(params: Params, data: Path) -> list[Period]:
    """Every period of the calendar that can be built: it is a plan, or the data folder has its folder. Oldest first."""
    periods = sorted(Period.parse(entry.period) for entry in params.calendar.periods)
    return [period for period in periods if period.is_plan or is_folder(data / str(period.year) / str(period))]


def newest_period(params: Params, data: Path) -> Period:
    """The calendar's latest period of follow-up for which the data folder has a folder."""
    from followup.ground.wording import listed

    periods = (Period.parse(entry.period) for entry in params.calendar.periods)
    known = sorted((period for period in periods if not period.is_plan), reverse=True)
    years = list(dict.fromkeys(str(period.year) for period in reversed(known)))
    for period in known:
        if is_folder(data / str(period.year) / str(period)):
            return period
    raise ReportError(
        [
            Problem(
                workbook=f"mappen {data}",
                found="Ingen av kalenderns perioder har någon mapp här.",
                expected=f"Kalendern har perioder för {listed(years)}; en period står i till exempel 2024/2024-04.",
                remedy="Lägg in nämndernas arbetsböcker, eller ange en annan mapp med --data.",
            )
        ]
    )


def _chosen(codes: tuple[str, ...], due: tuple[Subject, ...], period: Period, kind: ReportKind) -> tuple[Subject, ...]:
    """All that report, or the named ones in the registry's order. All unknown codes are told at once."""
    from followup.ground.wording import quoted, suggestion, who_does

    known = [one.code for one in due]
    wanted = [code.strip() for code in codes]
    problems = [
        Problem(
            workbook="flaggan --committee",
            found=f"Nämnden {quoted(code)} lämnar ingen {kind.name.lower()} för {period}.",
            expected=who_does(known),
            remedy=suggestion(code, known, "Välj en av dem eller ändra params/committees.yml."),
        )
        for code in wanted
        if code not in known
    ]
    if problems:
        raise ReportError(problems)
    return tuple(one for one in due if not wanted or one.code in wanted)

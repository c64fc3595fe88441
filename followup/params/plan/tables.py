"""Printed tables of a plan and its decided budget changes, as figures that know their line in the params file."""

from __future__ import annotations

from dataclasses import dataclass

from followup.ground.figure import KRONOR, Cells, Figure, Origin
from followup.ground.reading import Conditions, Reading
from followup.params.column_layout import KRONOR_PER_WORD
from followup.params.plan.entries import BudgetChangeEntry, TableEntry, TableRowEntry
from followup.params.yaml_file import EntryPath, YamlFile

KRONOR_PER = KRONOR_PER_WORD
# The id of the table of frames.
FRAMES = "frames"
COLUMN = "kolumn"


def line_origin(file: YamlFile, part: str, path: EntryPath) -> Origin:
    """The line of an entry as cells: `params/plans/2018.yml, driftbudget!rad 512`. `part` is what it belongs to."""
    name, line = file.place(path)
    return (Cells.of(name, part, "rad ", [line]),)


def read_in_params(value: float, unit: str, origin: Origin, rows: Conditions = ()) -> Figure:
    """A number as it stands in a file of params; `rows` say which, where the line has several."""
    return Figure(value, unit, origin, made=Reading(unit=unit, rows=rows))


@dataclass(frozen=True)
class PlanRow:
    """A row of a printed table.

    `values` are as printed: numbers in the row's unit and the table's sign, a text, or None. `figures` are the same in
    kronor with revenue + and cost − where the unit is an amount; a text or an empty cell is a missing figure.
    """

    label: str
    values: tuple[float | str | None, ...]
    figures: tuple[Figure, ...]
    group: str
    is_total: bool
    printed_total_differs: tuple[float, ...]
    committee: str
    unit: str
    decimals: int
    definition: str


@dataclass(frozen=True)
class PlanTable:
    """A printed table of a plan: driftbudget, investeringsbudget, frames, the history of a financial goal."""

    id: str
    caption: str
    unit: str
    label: str
    columns: tuple[str, ...]
    rows: tuple[PlanRow, ...]
    sign: str
    decimals: int
    source: str
    note: str
    not_followed: str
    chapter: str

    @property
    def groups(self) -> tuple[str, ...]:
        """The headings over its rows, in order; empty for a table without groups."""
        return tuple(dict.fromkeys(row.group for row in self.rows if row.group))

    def row(self, label: str) -> PlanRow:
        """The row with this label. Raises KeyError for an unknown one."""
        for row in self.rows:
            if row.label == label:
                return row
        raise KeyError(label)

    def figure(self, label: str, column: str) -> Figure:
        """One figure, by the row's and the column's label."""
        return self.row(label).figures[self.columns.index(column)]


@dataclass(frozen=True)
class BudgetChange:
    """A decision that changes the budget.

    `amounts` are kronor in the sign of a net cost: −800 000 is a frame that grows by 800 tkr, from that year on.
    `calculation` are the lines behind it, cost −, and `total` is their printed sum (missing where there is none).
    `decided_on` is as exact as the source: `2017-12-06`, `2017-12` or `2017`. `financing_committee` is whose money it
    is; `financed_within_frame` says that the frame which the plan prints for that committee shrinks by as much.
    """

    code: str
    title: str
    text: str
    decided_on: str
    decided_by: str
    prepared_by: str
    clauses: tuple[str, ...]
    committee: str
    activity: str
    amounts: dict[int, Figure]
    financed_by: str
    financing_committee: str
    financed_within_frame: bool
    calculation: tuple[tuple[str, Figure], ...]
    total: Figure
    source: str
    note: str

    @property
    def decided_by_day(self) -> str:
        """The last day on which the decision can have been taken, as ISO text that sorts."""
        return self.decided_on + "-12-31"[len(self.decided_on) - 4 :]

    def level(self, year: int) -> Figure:
        """What the budget of the year is changed by: all that has been added so far. Missing before the first year."""
        return Figure.sum(amount for one, amount in self.amounts.items() if one <= year)


def plan_table(file: YamlFile, number: int, entry: TableEntry) -> PlanTable:
    """The table at `tables[number]`."""

    def row(place: int, printed: TableRowEntry) -> PlanRow:
        unit = printed.unit or entry.unit
        origin = line_origin(file, entry.id, ("tables", number, "rows", place))
        return PlanRow(
            label=printed.label,
            values=printed.values,
            # A line has a number for each column, which its place alone does not tell apart.
            figures=tuple(
                _figure(value, unit, entry.sign, origin, ((COLUMN, (column,)),))
                for column, value in zip(entry.columns, printed.values, strict=True)
            ),
            group=printed.group,
            is_total=printed.total,
            printed_total_differs=printed.printed_total_differs or (),
            committee=printed.committee,
            unit=unit,
            decimals=entry.decimals if printed.decimals is None else printed.decimals,
            definition=printed.definition,
        )

    names = (
        "id",
        "caption",
        "unit",
        "label",
        "columns",
        "sign",
        "decimals",
        "source",
        "note",
        "not_followed",
        "chapter",
    )
    rows = tuple(row(place, printed) for place, printed in enumerate(entry.rows))
    return PlanTable(rows=rows, **{name: getattr(entry, name) for name in names})


def budget_change(file: YamlFile, number: int, entry: BudgetChangeEntry) -> BudgetChange:
    """The decision at `budget_changes[number]`."""

    def amount(value: float, *path: str | int) -> Figure:
        origin = line_origin(file, "budget_changes", ("budget_changes", number, *path))
        return _figure(value, entry.unit, "ledger", origin)

    names = ("code", "title", "text", "decided_on", "decided_by", "prepared_by", "clauses", "committee", "activity")
    more = ("financed_by", "financing_committee", "financed_within_frame", "source", "note")
    return BudgetChange(
        amounts={int(year): amount(value, "amounts", year) for year, value in sorted(entry.amounts.items())},
        calculation=tuple(
            (line.label, amount(line.amount, "calculation", place)) for place, line in enumerate(entry.calculation)
        ),
        total=Figure.missing("beräkning saknas") if entry.total is None else amount(entry.total, "total"),
        **{name: getattr(entry, name) for name in (*names, *more)},
    )


def _figure(value: float | str | None, unit: str, sign: str, origin: Origin, which: Conditions = ()) -> Figure:
    """A printed value as a figure: amounts in kronor with revenue + and cost −, everything else as it stands."""
    shown_unit = KRONOR if unit in KRONOR_PER else unit
    if not isinstance(value, int | float):
        return Figure.missing(value or "saknas", shown_unit, origin)
    if unit not in KRONOR_PER:
        return read_in_params(float(value), unit, origin, which)
    # Rounded to the öre: 380.1 * 1 000 000 is not a whole number of kronor in binary.
    kronor, factor = round(value * KRONOR_PER[unit], 2), float(KRONOR_PER[unit])
    if sign == "ledger":
        kronor, factor = -kronor, -factor
    return Figure(kronor, KRONOR, origin, made=Reading(factor, unit, rows=which))

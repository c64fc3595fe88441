"""Where each entry of a list belongs: below the row that it names, or below the nearest row above of a higher level."""

from __future__ import annotations

from collections.abc import Mapping

from followup.ground.errors import Problem, Severity
from followup.ground.wording import listed, quoted
from followup.plan_import.drafts import Draft, walked
from followup.plan_import.grid import Grid


class Places:
    """Takes the entries in the table's order and builds `roots`; with `by_parent` by the codes of their parents.

    `faults` are the rows whose level is not known: found, expected and remedy. An entry that may belong to such a row
    has no place either: it would come to stand under a stranger.
    """

    def __init__(self, grid: Grid, faults: Mapping[int, tuple[str, str, str]], *, by_parent: bool) -> None:
        self.roots: list[Draft] = []
        self.problems: list[Problem] = []
        self._grid, self._faults, self._by_parent = grid, faults, by_parent
        self._open: list[Draft] = []
        self._pending: list[tuple[Draft, str]] = []
        self._by_code: dict[str, Draft] = {}
        # Rows that have no place because another row has none, by that row.
        self._lost: dict[int, list[int]] = {}
        self._unknown: int | None = None

    def put(self, draft: Draft, depth: int | None, parent: str) -> None:
        """Adds one entry; a `depth` of None is an unknown level."""
        if draft.code:
            self._by_code.setdefault(draft.code, draft)
        if depth is None:
            self.problems.append(self._grid.problem(draft.row, None, *self._faults[draft.row]))
            self._unknown = draft.row
        elif self._by_parent:
            self._pending.append((draft, parent))
        elif self._unknown is not None and depth:
            self._lost.setdefault(self._unknown, []).append(draft.row)
        else:
            self._unknown = None
            while self._open and self._open[-1].depth >= depth:
                self._open.pop()
            draft.add_to(self._open[-1] if self._open else None, self.roots)
            self._open.append(draft)

    def finished(self) -> list[Draft]:
        """All entries that have a place, in plan order. What has none, or a doubtful one, stands in `problems`."""
        self._attach()
        for cause, rows in self._lost.items():
            which = "Raden efter den har" if len(rows) == 1 else f"{len(rows)} rader efter den har"
            self.problems.append(
                self._grid.problem(
                    cause,
                    None,
                    f"Raden har ingen plats, och kan ha andra under sig. {which} därför inte heller någon: rad "
                    f"{listed((row + 1 for row in rows), most=10)}.",
                    "Varje post hör till en post med en plats.",
                    "Rätta raden och börja om.",
                )
            )
        placed = list(walked(self.roots))
        for draft in placed:
            self._doubt(draft)
        return placed

    def _attach(self) -> None:
        known = {id(draft) for draft, _ in self._pending}
        above: dict[int, Draft | None] = {}
        for draft, code in self._pending:
            parent = self._by_code.get(code)
            if code and parent is None:
                self._refuse(draft, f"Raden hör till {quoted(code)}, men ingen rad har den koden.")
            elif parent and parent.depth >= draft.depth and id(parent) in known:
                found = f"Raden hör till {quoted(code)} på rad {parent.row + 1}, som inte har en högre nivå."
                self._refuse(draft, found)
            else:
                above[id(draft)] = parent
        for draft, _ in self._pending:
            if id(draft) in above:
                # A parent always has a higher level, so that this comes to an end.
                parent = above[id(draft)]
                while parent and id(parent) in above:
                    parent = above[id(parent)]
                if parent is not None:
                    self._lost.setdefault(parent.row, []).append(draft.row)
                else:
                    draft.add_to(above[id(draft)], self.roots)

    def _refuse(self, draft: Draft, found: str) -> None:
        expected = "En post hör till en post på en högre nivå, eller till ingen."
        remedy = "Raden har inte blivit någon post. Rätta koden, och börja om."
        self.problems.append(self._grid.problem(draft.row, None, found, expected, remedy))

    def _doubt(self, draft: Draft) -> None:
        """Tells of an entry whose code says that it belongs elsewhere."""
        if self._by_code.get(draft.code) is not draft:
            return
        ancestors = []
        above = draft.parent
        while above:
            ancestors.append(above)
            above = above.parent
        code = draft.code
        while code := code.rpartition(".")[0]:
            other = self._by_code.get(code)
            if other is not None and other not in ancestors:
                place = f"under {quoted(draft.parent.code or draft.parent.name)}" if draft.parent else "ytterst"
                self.problems.append(
                    self._grid.problem(
                        draft.row,
                        None,
                        f"Koden {quoted(draft.code)} ser ut att höra till {quoted(code)}, men posten ligger {place}.",
                        "En kod börjar som koden för det som den hör till.",
                        "Flytta posten i planens fil, eller rätta koden.",
                        Severity.WARNING,
                    )
                )
                break
            if other is not None:
                break

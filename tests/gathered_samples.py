"""What the pages over many reports are made of, made up: a period's entries, and published folders.

`entries()` is a period with a report of each sort; `publish` writes a manifest as a build would, and no report.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import samples

from followup.document.cells import Cell
from followup.document.pointers import Place
from followup.formats.gathered.entry import Entry, Late, Occasion, State
from followup.formats.gathered.told import Told
from followup.formats.summary import ComparedFigure, Question, Summary
from followup.ground.period import Period


def entries() -> list[Entry]:
    """A period with a report of each status, one of them failed over an older report, and the region's."""
    content = cast("list[dict[str, Any]]", samples.tiles().as_json()["tiles"])
    status = Cell("Klar", symbol="circle", tone="neutral").as_json()

    def entry(code: str, name: str, state: State, *deviations: float | None, **changed: Any) -> Entry:
        # The forecasts of February, April …, until the period's own.
        occasions = tuple(
            Occasion(Period(2024, month), None if value is None else _deviation(value), value is not None)
            for month, value in zip((2, 4), deviations, strict=False)
        )
        found = Entry(code, name, state, True, content, status, occasions=occasions, summary=_said(name))
        return replace(found, **changed)

    problem = {
        "place": "2024/2024-04/DNPSH.xlsx, blad Prognos, cell C7",
        "message": "Där står ”ca 12”. Ett belopp i mnkr väntades. Skriv beloppet som ett tal.",
    }
    nothing: dict[str, Any] = {"tiles": None, "report_status": None, "has_report": False, "summary": Summary()}
    late = Late("den 20 maj 2024", ("2024/2024-04/DNRGS.xlsx",))
    return [
        entry("RS", "Regionstyrelsen", "built", 3.0, 2.5),
        entry("DNHS", "Driftnämnd Hallands sjukhus", "unchanged", None, -5.0, warnings=3),
        entry("DNPSH", "Driftnämnd Psykiatri", "failed", -1.0, -2.0, problems=[problem]),
        entry("DNKT", "Driftnämnd Kollektivtrafik", "failed", **nothing),
        entry("DNKS", "Driftnämnd Kultur och skola", "built", 1.0, None, warnings=1, changed=("2024/budget.xlsx",)),
        entry("DNRGS", "Driftnämnd Regionservice", "missing", **nothing, late=late),
        entry("REGION", "Region Halland", "built", -9.0, -7.5, summary=replace(_said("Region Halland"), questions=())),
    ]


def _deviation(value: float) -> ComparedFigure:
    text = f"{value:+.1f}".replace(".", ",").replace("-", "\u2212")
    column = ("prognos-kontoklass", "forecast_deviation", "Nettokostnad", "Nettokostnad", "Avvikelse")
    return ComparedFigure(*column, text, "mnkr", value)


def _said(name: str) -> Summary:
    question = Question(
        "Besluta om åtgärderna.",
        "2 miljoner kronor. Beslutas av nämnden senast den 12 juni 2024.",
        "Annars: Underskottet växer.",
        Place("Ekonomi", "ekonomi", "Ekonomi"),
    )
    more, rest = "Nämnderna begär två beslut", Place("Beslut som begärs", "beslut-som-begars", "Beslut")
    return Summary((f"{name} räknar med en ekonomi i balans i år.",), (question,), more, rest)


def compared(text: str, number: float | None, row: str = "Nettokostnad", **changed: str) -> ComparedFigure:
    """A figure of the table of forecasts, in mnkr, or of another by `table`, `column` and the rest."""
    given = {"table": "prognos-kontoklass", "column": "forecast_deviation", "heading": "Avvikelse", "unit": "mnkr"}
    given |= {"label": row} | changed
    return ComparedFigure(**given, row=row, text=text, number=number)


def told(period: str, code: str, *figures: ComparedFigure, name: str = "") -> Told:
    """A published report that says these figures and nothing else."""
    return Told(Period.parse(period), code, name or code, f"Rapport {period}", Summary(figures=figures))


def publish(
    output: Path, period: str, code: str, summary: Summary | None = None, fingerprint: dict[str, Any] | None = None
) -> None:
    """The manifest of a built report, with this fingerprint, in its folder."""
    folder = output / period / code
    folder.mkdir(parents=True, exist_ok=True)
    status = Cell("Klar", symbol="circle", tone="neutral").as_json()
    manifest = {
        "format": 1,
        "files": {},
        "fingerprint": fingerprint or {},
        "cover": {"status": status, "example": False},
        "tiles": [],
        "summary": (summary or Summary()).as_json(),
        "warnings": [],
    }
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")

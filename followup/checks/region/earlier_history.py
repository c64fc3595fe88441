"""Earlier years' and occasions' forecasts in the history against the history of the previous workbook."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from followup.checks.common.rule import Rule
from followup.checks.common.table_problems import at, in_sum, mnkr
from followup.ground.errors import Problem
from followup.ground.wording import listed

if TYPE_CHECKING:
    from followup.checks.common.case import Case


CODE = "prognoshistorik-mot-tidigare"


def check(case: Case) -> Iterator[Problem]:
    """One error for all rows that have another deviation than last time."""
    history, earlier = case["forecast_history"], case.previous("forecast_history")
    if earlier is None:
        return
    known = dict(zip(earlier.frame["period"], earlier.frame["deviation"], strict=True))
    told, amounts = {}, []
    for period, deviation in zip(history.frame["period"], history.frame["deviation"], strict=True):
        then = known.get(period)
        # The period's own row is held against the forecast itself.
        if period is None or period >= str(case.period) or then is None:
            continue
        if abs(deviation - then) > case.limit(CODE, "kronor"):
            told[period] = f"{period} ({mnkr(deviation)} mot {mnkr(then)})"
            amounts.append(deviation)
    if told:
        yield at(
            history.where(period=list(told)),
            "deviation",
            f"Prognoshistoriken är inte den som lämnades {case.subject.before}: {listed(told.values(), most=5)}.",
            f"En tidigare prognos är densamma som i {earlier.workbook}.",
            "Rätta historiken. Är det den tidigare arbetsboken som är fel: rätta den och bygg om den rapporten.",
            value=in_sum(amounts),
        )


RULE = Rule(
    code=CODE,
    title="Prognoshistoriken mot förra rapportens",
    catches="En tidigare prognos i historiken som har fått ett annat belopp än i förra rapportens arbetsbok.",
    check=check,
    needs=("forecast_history",),
    limits=("kronor",),
    may_be_confirmed=True,
    example=(
        "Prognoshistoriken är inte den som lämnades 2024-02: 2024-02 (22 mnkr mot −22 mnkr). En tidigare prognos "
        "är densamma som i 2024/2024-02/DNKS.xlsx. Rätta historiken. Är det den tidigare arbetsboken som är fel: "
        "rätta den och bygg om den rapporten. Är det rätt ändå: bekräfta det i params/confirmations.yml med "
        "regeln prognoshistorik-mot-tidigare och värdet ”22 mnkr”."
    ),
)

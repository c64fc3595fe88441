"""What params/kolada.yml says that another file of params contradicts."""

from __future__ import annotations

from collections.abc import Iterator

from followup.ground.errors import Problem
from followup.ground.wording import listed, quoted, suggestion
from followup.params.params import Params
from followup.params.yaml_file import YamlFile


def kolada_problems(params: Params, file: YamlFile) -> Iterator[Problem]:
    """What the file says that another file of params contradicts, and ids that stand there twice."""
    kolada = params.kolada
    if kolada.plan not in params.plans:
        yield file.problem(
            ("plan",),
            f"Planen för år {kolada.plan} finns inte.",
            f"Planer finns för {listed(sorted(params.plans)) or 'inget år'}.",
            "Välj ett av åren.",
        )
        return
    plan = params.plans[kolada.plan]
    areas = [node.code for node in plan.nodes if not node.ancestors]
    groups = [*areas, *kolada.groups]
    seen: dict[str, int] = {}
    for position, one in enumerate(kolada.indicators):
        path = ("indicators", position)
        if one.kpi in seen:
            yield file.problem(
                path,
                f"Nyckeltalet {quoted(one.kpi)} står också på rad {file.line(('indicators', seen[one.kpi]))}.",
                "Varje nyckeltal får stå en gång.",
                "Ta bort den ena posten.",
            )
        seen.setdefault(one.kpi, position)
        if one.group not in groups:
            yield file.problem(
                (*path, "group"),
                f"Gruppen {quoted(one.group)} finns inte.",
                f"Planens fokusområden och filens grupper är {listed(groups)}.",
                suggestion(one.group, groups, "Välj en av dem eller lägg till den i groups."),
            )
        for place, code in enumerate(one.committees):
            if code not in params.committees:
                yield file.problem(
                    (*path, "committees", place),
                    f"Nämnden {quoted(code)} finns inte.",
                    f"committees.yml har {listed(params.committees)}.",
                    suggestion(code, params.committees, "Välj en av dem eller lägg till den där."),
                )
        followed = params.indicators.get(one.kpi)
        if followed and followed.direction != one.direction:
            yield file.problem(
                (*path, "direction"),
                f"Nyckeltalet {quoted(one.kpi)} har riktningen {one.direction} här och {followed.direction} i "
                "indicators.yml.",
                "Samma nyckeltal har samma riktning överallt.",
                "Rätta den ena.",
            )

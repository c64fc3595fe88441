"""Plans written as YAML in a test: `plan_of("year: 2018 …")`."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent

from followup.params.params_problems import validated
from followup.params.plan.file import PlanFile
from followup.params.plans import Plan, plans_of
from followup.params.yaml_file import read_yaml

SMALL = """
    year: 2018
    owner: RS
    title: Provplan
    source: Prov, provplanen
    levels:
      - {code: delmal, name: Delmål, plural: Delmål}
      - {code: prioritering, name: Prioritering, plural: Prioriteringar}
      - {code: aktivitet, name: Aktivitet, plural: Aktiviteter}
    followed: aktivitet
    scale: assignment
    nodes:
      - code: "1"
        name: Attraktivitet
        committees: [RS]
        children:
          - code: "1.1"
            name: Bredband
            children:
              - {code: "1.1.1", name: Forum, carried_over: Från MoB 2018}
              - {code: "1.1.2", name: Modell}
          - {code: "1.2", name: Landsbygd}
      - code: "2"
        name: Konkurrenskraft
        committees: [RS, DNKS]
        children:
          - code: "2.1"
            name: Export
            note: se beskrivningsfält
            children:
              - {code: "2.1.1", name: Forum}
      - {code: "3", name: Ekonomi}
"""


def plan_of(text: str = SMALL) -> Plan:
    """The plan that the text holds, as the file params/plans/2018.yml."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "2018.yml"
        path.write_text(dedent(text), encoding="utf-8")
        file = read_yaml(path, "params/plans/2018.yml")
    entry = validated(file, PlanFile, file.content)
    assert not file.problems, file.problems
    return plans_of({"plans/2018.yml": entry}, {"plans/2018.yml": file})[0]

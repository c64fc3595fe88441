"""params/kolada.yml against the other params, and what is said where they disagree."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from followup.ground.paths import PROJECT
from followup.params.kolada_checks import kolada_problems
from followup.params.kolada_params import KoladaFile
from followup.params.loading import load_params
from followup.params.params_problems import validated
from followup.params.yaml_file import YamlFile, read_yaml

ENTRY = """
  - kpi: {kpi}
    group: "{group}"
    name: Namn
    unit: "%"
    decimals: 1
    direction: {direction}
    committees: [{committee}]
"""


@pytest.fixture(scope="module")
def project():
    return load_params(PROJECT / "params")


def problems(project, file: YamlFile) -> list[str]:
    kolada = validated(file, KoladaFile, file.content)
    assert file.problems == []
    known = {"plans": project.plans, "committees": project.committees, "indicators": project.indicators}
    found = kolada_problems(SimpleNamespace(kolada=kolada, **known), file)
    return [f"{problem.place}: {problem.message}" for problem in found]


def written(tmp_path, *entries: dict[str, str], plan: int = 2024) -> YamlFile:
    given = {"kpi": "N0", "group": "6", "direction": "higher", "committee": "DNHS"}
    text = f'region: "0013"\ncountry: "0000"\nplan: {plan}\ngroups: {{ekonomi: Ekonomi}}\nindicators:'
    (tmp_path / "kolada.yml").write_text(text + "".join(ENTRY.format(**{**given, **one}) for one in entries))
    return read_yaml(tmp_path / "kolada.yml", "params/kolada.yml")


def test_the_project_s_file_agrees_with_the_others(project):
    assert problems(project, read_yaml(PROJECT / "params" / "kolada.yml", "params/kolada.yml")) == []


def test_a_focus_area_or_a_group_of_the_file(project, tmp_path):
    assert problems(project, written(tmp_path, {"kpi": "A1"}, {"kpi": "A2", "group": "ekonomi"})) == []


def test_what_another_file_contradicts(project, tmp_path):
    file = written(
        tmp_path,
        {"kpi": "A1", "group": "8"},
        {"kpi": "A1"},
        {"kpi": "A2", "committee": "DNHX"},
        {"kpi": "N79221", "direction": "lower"},
    )
    known = ", ".join(list(project.committees)[:-1]) + f" och {list(project.committees)[-1]}"
    assert problems(project, file) == [
        "params/kolada.yml, rad 7: Gruppen ”8” finns inte. Planens fokusområden och filens grupper är 1, 2, 3, 4, 5, "
        "6, 7 och ekonomi. Välj en av dem eller lägg till den i groups.",
        "params/kolada.yml, rad 14: Nyckeltalet ”A1” står också på rad 6. Varje nyckeltal får stå en gång. Ta bort den "
        "ena posten.",
        f"params/kolada.yml, rad 28: Nämnden ”DNHX” finns inte. committees.yml har {known}. Menades ”DNHS”?",
        "params/kolada.yml, rad 35: Nyckeltalet ”N79221” har riktningen lower här och higher i indicators.yml. Samma "
        "nyckeltal har samma riktning överallt. Rätta den ena.",
    ]


def test_a_plan_that_is_not_there(project, tmp_path):
    years = sorted(project.plans)
    known = ", ".join(str(year) for year in years[:-1]) + f" och {years[-1]}"
    assert problems(project, written(tmp_path, {}, plan=2031)) == [
        f"params/kolada.yml, rad 3: Planen för år 2031 finns inte. Planer finns för {known}. Välj ett av åren."
    ]

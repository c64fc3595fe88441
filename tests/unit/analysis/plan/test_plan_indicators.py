from tables import source_table

from followup.analysis.plan import plan_indicators
from followup.params.loading import load_params

TARGETS = """
    indicator  committee  target  decision
    LAN        DNKS       1.5     Nämnden
    LAN        DNHS       2       .
"""


def lan():
    kept = {"code": "LAN", "name": "Lån", "unit": "antal", "committees": "all"}
    return next(iter(load_params().indicators.values())).model_copy(update=kept)


def test_an_indicator_has_its_target_in_its_unit():
    found = plan_indicators.with_targets([lan()], source_table(TARGETS).where(committee="DNKS"))
    assert list(found.names) == ["LAN"]
    row = found.row("LAN")
    assert (row["target"].value, row["target"].unit, row.text("decision"), row.text("committee")) == (
        1.5,
        "antal",
        "Nämnden",
        "",
    )


def test_several_committees_targets_stand_one_by_one():
    found = plan_indicators.with_targets([lan()], source_table(TARGETS))
    assert list(found.names) == ["LAN DNKS", "LAN DNHS"]


def test_an_indicator_without_target_is_kept_and_a_year_without_any_is_empty():
    found = plan_indicators.with_targets([lan()], source_table(TARGETS).where(committee="DNKT"))
    assert found["LAN", "target"].why == "inget målvärde"
    assert not len(plan_indicators.with_targets([lan()], None))

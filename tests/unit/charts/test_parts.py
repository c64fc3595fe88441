"""What the charts share: scales, places of labels, words for amounts, the SVG's tidying."""

import matplotlib
import pytest

from followup.charts.parts import amounts, axis, canvas, labels, waterfall
from followup.ground.figure import Figure


def kr(value):
    return Figure.missing() if value is None else Figure(value)


@pytest.mark.parametrize(
    ("values", "texts"),
    [
        ([431.0, 482.0], ["440", "460", "480"]),
        ([-4.0, 4.2], ["−4", "−2", "0", "2", "4"]),
        ([0.0, 0.0001], ["−0,5", "0,0", "0,5"]),
        ([5.0], ["4,5", "5,0", "5,5"]),
        ([-1e6, 2e6], ["−1\xa0000\xa0000", "0", "1\xa0000\xa0000", "2\xa0000\xa0000"]),
        ([], ["−0,5", "0,0", "0,5"]),
    ],
)
def test_scale_has_round_ticks(values, texts):
    assert axis.scale_of(values).texts == texts


def test_scale_reaches_zero_if_asked():
    scale = axis.scale_of([80.0, 90.0], zero=True)
    assert scale.low < 0 < 90 < scale.high
    assert scale.texts == ["0", "20", "40", "60", "80"]


@pytest.mark.parametrize(
    ("heights", "expected"),
    [
        ([], []),
        ([50], [50]),
        ([50, 50], [42, 58]),
        ([58, 42], [58, 42]),
        ([50, 40, 45], [61, 29, 45]),
        ([5, 6], [10, 26]),
        ([99, 98], [90, 74]),
        ([10, 50, 90], [10, 50, 90]),
        ([95, 95, 20], [74, 90, 20]),
    ],
)
def test_spread_keeps_labels_apart_and_inside(heights, expected):
    assert labels.spread(heights, 16, 10, 90) == pytest.approx(expected)


def test_spread_without_room_starts_at_the_top():
    assert labels.spread([5, 5, 5], 16, 0, 20) == [0, 16, 32]


def test_clear_spot_is_beside_the_point_if_that_is_free():
    assert labels.clear_spot((50, 50), (20, 10), [[(0, 50), (50, 50)]], ((0, 0), (100, 100))) == (70, 50)


def test_clear_spot_goes_above_when_a_line_runs_on():
    found = labels.clear_spot((50, 50), (20, 10), [[(0, 50), (100, 50)]], ((0, 0), (100, 100)))
    assert found == (50, 37)


def test_clear_spot_stays_inside():
    x, y = labels.clear_spot((98, 3), (40, 10), [[(0, 3), (98, 3)]], ((0, 0), (100, 100)))
    assert 20 <= x <= 80
    assert 5 <= y <= 95


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (kr(-10_400_000), "−10,4"),
        (kr(1_200_000), "+1,2"),
        (kr(-40_000), "0,0"),
        (kr(None), "saknas"),
        (Figure.missing("skyddad uppgift"), "visas inte"),
    ],
)
def test_signed_label(figure, expected):
    assert amounts.label(figure, signed=True) == expected


def test_size_has_no_sign():
    assert amounts.size(kr(-10_400_000)) == "10,4\xa0mnkr"
    assert amounts.size(kr(None)) == "saknas"


def test_plain_percent_in_words():
    assert amounts.plain(Figure(6.1, "%")) == "6,1\xa0procent"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Minst 50 år", "minst 50 år"), ("IT-stöd", "IT-stöd"), ("30–49 år", "30–49 år"), ("Å", "å"), ("", "")],
)
def test_label_inside_a_sentence(name, expected):
    assert amounts.in_sentence(name) == expected


def test_course_of_many_is_summed_up():
    steps = [(f"m{place}", kr(value * 1e6)) for place, value in enumerate([3, 5, 1, 4, 4, 4, 2])]
    assert amounts.course(steps, amounts.label) == "3,0 i m0 och 2,0 i m6, lägst 1,0 i m2 och högst 5,0 i m1"


def test_course_names_the_extremes_once():
    steps = [(f"m{place}", kr(place * 1e6)) for place in range(8)]
    assert amounts.course(steps, amounts.label) == "0,0 i m0 och 7,0 i m7"


def test_course_of_few_leaves_out_the_missing():
    assert (
        amounts.course([("m1", kr(1e6)), ("m2", kr(None)), ("m3", kr(2e6))], amounts.label) == "1,0 i m1 och 2,0 i m3"
    )
    assert amounts.course([("m1", kr(None))], amounts.label) == ""


def test_waterfall_bars_start_where_the_last_one_ended():
    steps = [
        waterfall.Step("Prognos", kr(-22e6), total=True),
        waterfall.Step("Åtgärd", kr(6e6)),
        waterfall.Step("Okänd", kr(None)),
        waterfall.Step("Försämring", kr(-1e6)),
        waterfall.Step("Kvar", kr(-17e6), total=True),
    ]
    assert waterfall.spans(steps) == [(0.0, -22.0), (-22.0, -16.0), None, (-16.0, -17.0), (0.0, -17.0)]


def test_tidy_makes_one_element_with_its_own_names():
    svg = (
        '<?xml version="1.0"?><!DOCTYPE svg><svg xmlns:xlink="http://www.w3.org/1999/xlink" width="5pt" height="4pt">'
        '<defs><style type="text/css">*{stroke-linejoin: round}</style></defs><g id="figure_1"><!-- text -->'
        '<path id="a" style="fill: #ffffff; stroke-width: 2"/><use xlink:href="#a"/><g clip-path="url(#c)"/></g>'
        '<clipPath id="c"/></svg>'
    )
    assert canvas.tidy(svg, "x") == (
        '<svg stroke-linejoin="round" stroke-linecap="butt" width="5" height="4"><g><path id="x-a" fill="#ffffff" '
        'stroke-width="2"/><use href="#x-a"/><g clip-path="url(#x-c)"/></g><clipPath id="x-c"/></svg>'
    )


def test_an_error_while_drawing_puts_the_settings_back():
    before = matplotlib.rcParams["font.size"]
    with pytest.raises(RuntimeError):
        _fail_while_drawing()
    assert matplotlib.rcParams["font.size"] == before


def _fail_while_drawing():
    with canvas.Canvas("x", 100, 100, canvas.Margins(0, 0, 0, 0)):
        assert matplotlib.rcParams["font.size"] == 13
        raise RuntimeError


def test_a_missing_figure_has_no_value_that_is_shown():
    assert str(amounts.value_shown(kr(-10_449_000.0))) == "-10.4"
    with pytest.raises(ValueError, match="saknas"):
        amounts.value_shown(kr(None))


def test_clear_spot_is_not_where_it_would_be_taken_for_another_lines():
    own, other = [(0.0, 50.0), (50.0, 50.0)], [(60.0, 44.0), (99.0, 44.0)]
    size, bounds = (20.0, 8.0), ((0.0, 0.0), (100.0, 100.0))
    # To the right it is free, 10 from its point and 2 from the other line; above and below it is on its own side.
    spot = labels.clear_spot((50, 50), size, [own, other], bounds, [other])
    assert not labels.is_nearer(spot, size, (50, 50), [other])
    assert labels.is_nearer((70, 52), size, (50, 50), [other])
    assert labels.edge_towards((70, 52), size, (50, 50)) == (60, 50)

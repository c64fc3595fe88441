"""What holds for the picture of every chart: same bytes, well-formed, nothing outside, no text over another."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import warnings
import xml.etree.ElementTree as ET
from pathlib import Path

import chart_examples
import matplotlib
import pytest
import svg_boxes

from followup.document.blocks import Chart
from followup.ground.palette import palette

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
EACH = pytest.mark.parametrize("name", list(chart_examples.EXAMPLES))


@pytest.fixture(scope="module")
def charts() -> dict[str, Chart]:
    """All examples, drawn once; a warning (a glyph that the typeface lacks, say) fails them."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return {name: make() for name, make in chart_examples.EXAMPLES.items()}


def fingerprint(charts: dict[str, Chart]) -> str:
    """One line that changes with any byte of any chart."""
    return hashlib.sha256("\n".join(str(chart.as_json()) for chart in charts.values()).encode()).hexdigest()


@EACH
def test_same_bytes_again(name, charts):
    assert chart_examples.EXAMPLES[name]().as_json() == charts[name].as_json()


def test_same_bytes_in_a_fresh_process(charts):
    code = "import chart_examples as e, test_svg as t; print(t.fingerprint({n: m() for n, m in e.EXAMPLES.items()}))"
    path = os.pathsep.join([str(HERE), *sys.path])
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    found = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == fingerprint(charts)
    assert found.stderr == ""


def test_the_user_s_own_settings_do_not_reach_the_picture(charts, tmp_path):
    own = tmp_path / "matplotlibrc"
    lines = ("figure.autolayout: True", "lines.antialiased: False", "xtick.major.pad: 20", "path.simplify: False")
    own.write_text("\n".join((*lines, "axes.xmargin: 0.4", "svg.image_inline: False", "figure.subplot.left: 0.3")))
    code = "import chart_examples as e, test_svg as t; print(t.fingerprint({n: m() for n, m in e.EXAMPLES.items()}))"
    path = os.pathsep.join([str(HERE), *sys.path])
    environment = {**os.environ, "PYTHONPATH": path, "MATPLOTLIBRC": str(own)}
    found = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == fingerprint(charts)
    assert found.stderr == ""


@EACH
def test_is_one_plain_svg_element(name, charts):
    svg = charts[name].svg
    root = ET.fromstring(svg)
    tags = {element.tag.removeprefix(svg_boxes.SVG) for element in root.iter()}
    assert svg.startswith("<svg ")
    assert tags <= {"svg", "g", "path", "use", "defs", "clipPath", "rect"}
    assert not {attribute for element in root.iter() for attribute in element.attrib} & {"style", "class"}
    assert "<!--" not in svg


@EACH
def test_inner_names_belong_to_the_chart_and_are_used(name, charts):
    chart = charts[name]
    elements = list(ET.fromstring(chart.svg).iter())
    names = [element.attrib["id"] for element in elements if "id" in element.attrib]
    used = {element.attrib["href"][1:] for element in elements if "href" in element.attrib}
    used |= {element.attrib["clip-path"][5:-1] for element in elements if "clip-path" in element.attrib}
    assert len(names) == len(set(names))
    assert set(names) == used
    assert all(found.startswith(f"{chart.id}-") for found in names)


@EACH
def test_nothing_stands_outside_the_canvas(name, charts):
    width, height = svg_boxes.size(charts[name].svg)
    outside = [
        (kind, box)
        for kind, box in svg_boxes.boxes(charts[name].svg)
        if box[0] < -1 or box[1] < -1 or box[2] > width + 1 or box[3] > height + 1
    ]
    assert outside == []
    assert charts[name].aspect == pytest.approx(width / height, abs=0.001)


@EACH
def test_no_text_covers_another(name, charts):
    texts = [box for kind, box in svg_boxes.boxes(charts[name].svg) if kind == "text"]
    assert texts
    covering = [
        (one, other)
        for place, one in enumerate(texts)
        for other in texts[place + 1 :]
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]
    assert covering == []


def test_a_text_outside_or_over_another_would_be_seen():
    glyph = '<defs><path id="a" d="M 0 0 L 100 0 L 100 100 z"/></defs>'
    text = '<g transform="translate(95 20) scale(0.1 -0.1)"><use href="#a"/></g>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">{glyph}{text}</svg>'
    assert list(svg_boxes.boxes(svg)) == [("text", (95.0, 10.0, 105.0, 20.0))]


def test_matplotlib_keeps_its_settings():
    before = _settings()
    chart_examples.EXAMPLES["net-cost"]()
    assert _settings() == before


def _settings() -> dict[str, object]:
    # The backend is found out when it is first asked for.
    return {name: matplotlib.rcParams[name] for name in matplotlib.rcParams if name != "backend"}


def test_dollar_signs_are_not_mathematics(charts):
    """`$x^2$` as mathematics has no dollar signs and needs other typefaces."""
    chart = charts["activities-hostile"]
    assert set(re.findall(rf'id="{chart.id}-([A-Z][A-Za-z]+)-', chart.svg)) == {"IBMPlexSans", "FollowupSymbols"}


def test_ids_are_unique_and_the_same_in_chart_and_table(charts):
    for chart in charts.values():
        assert chart.id.startswith("diagram-")
        assert chart.data.id == f"{chart.id}-siffror"


# They show what has come about, with no verdict of their own.
UNJUDGED = (
    "prognoshistorik",
    "sjukfranvaro",
    "jamforelse",
    "investeringar",
    "beraknat-forslag",
    "prognoser-mot-utfall",
)


@EACH
def test_only_what_is_good_is_green(name, charts):
    chart = charts[name]
    greens = {palette().brand.lower(), palette().tint.lower()}
    if chart.id.removeprefix("diagram-").startswith(UNJUDGED):
        greens.add(palette().good.lower())
    assert set(re.findall("#[0-9a-f]{6}", chart.svg)) & greens == set()


@EACH
def test_titles_are_short_and_have_no_full_stop(name, charts):
    title = charts[name].title
    # An indicator's name comes first, and is data: what is said of it has twelve words.
    title = title.partition(": ")[2] or title
    known_long = {"activities-hostile"}
    assert not title.endswith(".")
    assert len(title.split(" ")) <= 12 or name in known_long

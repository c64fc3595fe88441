"""The region beside the country and the other regions, small enough to stand beside others.

The table is `comparison.by_region`: rows = years as text, columns = ids of the regions and of the country, figures in
the indicator's own unit. `row` is the indicator's row of `comparison.compared`. `names` gives each id's name; the first
id is the region's, the second the country's. Where the region has values of two years or more they are lines over the
years; with a single one the picture is a strip of that year's values.
"""

from __future__ import annotations

from followup.analysis.comparison import ComparisonRow, RegionTable
from followup.charts.parts import amounts, axis, data, lines, measured, theme
from followup.charts.parts.canvas import Canvas, Margins
from followup.charts.parts.picture import Picture
from followup.document.blocks import Chart, Table
from followup.ground import swedish
from followup.ground.figure import PERCENT, Figure
from followup.params.kolada_params import ComparedIndicator

WIDTH, HEIGHT = theme.SMALL
# So many years, the latest last: enough for a direction, and few enough for the numbers behind the picture.
YEARS = 5
STANDINGS = {"better": "bättre än riket", "worse": "sämre än riket", "equal": "som riket"}


def chart(
    frame: RegionTable, row: ComparisonRow, names: dict[str, str], *, source: str, notes: tuple[str, ...] = ()
) -> Chart:
    """The small block; the title names the indicator and says how the region stands."""
    indicator = row.fact("indicator", ComparedIndicator)
    shown = _shown(frame, row)
    picture = Picture(_id(indicator), draw(shown, row, names), HEIGHT, numbers(shown, row, names), width=WIDTH)
    return picture.told(
        title=title(row),
        unit_line=_unit_line(shown, indicator),
        alt=alt(shown, row, names),
        source=source,
        notes=notes,
    )


def _id(indicator: ComparedIndicator) -> str:
    return f"diagram-jamforelse-{indicator.kpi.lower()}"


def _shown(frame: RegionTable, row: ComparisonRow) -> RegionTable:
    """The years that are drawn: the last ones up to the region's latest value."""
    years = _all_years(frame)
    if year := row.text("year"):
        years = years[: years.index(year) + 1]
    return frame.only(years[-YEARS:])


def numbers(frame: RegionTable, row: ComparisonRow, names: dict[str, str]) -> Table:
    """One row per region, the region itself and the country first; one column per year."""
    indicator = row.fact("indicator", ComparedIndicator)
    return data.data_table(
        _id(indicator),
        caption=indicator.name,
        head="Region",
        columns=[(f"ar{year}", year) for year in _all_years(frame)],
        rows=[
            (
                code,
                _short(name),
                data.cells([_at(frame, year, code) for year in _all_years(frame)], decimals=indicator.decimals),
            )
            for code, name in names.items()
        ],
        unit_line=f"Enhet: {indicator.unit}",
    )


def _at(frame: RegionTable, year: str, code: str) -> Figure:
    return frame[year, code] if code in frame.columns else Figure.missing()


def _text(figure: Figure, indicator: ComparedIndicator) -> str:
    """`86,8 %`, but `677,8`: a long unit is said once, beside the name."""
    unit = indicator.unit if indicator.unit == PERCENT else ""
    return swedish.with_unit(figure.known, indicator.decimals, unit)


def _unit_line(frame: RegionTable, indicator: ComparedIndicator) -> str:
    """`Procent, 2020–2023`: what is measured stands in the title."""
    years = _all_years(frame)
    span = [f"{years[0]}–{years[-1]}" if len(years) > 1 else years[0]] if years else []
    return ", ".join([measured.unit_name(indicator.unit), *span])


def title(row: ComparisonRow) -> str:
    """What is measured, the latest value, and how it stands to the country's; its place is in the table beside."""
    indicator = row.fact("indicator", ComparedIndicator)
    if not row.text("year"):
        return f"{indicator.name}: värde saknas"
    start = f"{indicator.name}: {_text(row['value'], indicator)}"
    if row["country"].is_missing:
        return f"{start}, {place_text(row)}"
    country = _text(row["country"], indicator)
    return (
        f"{start}, {STANDINGS[row.text('standing')]} ({country})"
        if row.text("standing")
        else f"{start}, riket {country}"
    )


def place_text(row: ComparisonRow) -> str:
    """`plats 3 av 21`, `delad plats 3 av 21`."""
    shared = "delad plats" if row.fact("tied", int) else "plats"
    return f"{shared} {swedish.number(row['rank'].known, 0)} av {swedish.number(row['regions'].known, 0)}"


def alt(frame: RegionTable, row: ComparisonRow, names: dict[str, str]) -> str:
    """Kind of picture, where the region and the country stand, the span of the other regions, and the place."""
    indicator = row.fact("indicator", ComparedIndicator)
    region, country, *others = names
    years = _years(frame, region)
    span = f"{_all_years(frame)[0]}–{row.text('year')}" if len(years) > 1 else row.text("year")
    kind = "Litet linjediagram" if len(years) > 1 else "Liten punktrad"
    unit = "" if indicator.unit == PERCENT else f", {indicator.unit}"
    sentences = [f"{kind} över {amounts.in_sentence(indicator.name)}{unit}{f', {span}' if span else ''}."]
    if not years:
        return f"{sentences[0]} {names[region]} har inget värde."
    for code, how in ((region, "den kraftiga linjen"), (country, "den streckade linjen")):
        known = _years(frame, code)
        name = f"{names[code]}, {how}," if len(years) > 1 else names[code]
        if not known:
            sentences.append(f"{names[code]} har inget värde.")
        elif len(known) == 1 or len(years) == 1:
            sentences.append(f"{name} har {_text(frame[known[-1], code], indicator)} ({known[-1]}).")
        else:
            first, last = (f"{_text(frame[year, code], indicator)} ({year})" for year in (known[0], known[-1]))
            sentences.append(f"{name} går från {first} till {last}.")
    around = [_at(frame, row.text("year"), code) for code in others]
    values = [figure for figure in around if not figure.is_missing]
    if values:
        low, high = (_text(pick(values, key=lambda one: one.known), indicator) for pick in (min, max))
        sentences.append(f"De andra regionerna, i grått, ligger {row.text('year')} mellan {low} och {high}.")
    best = "det högsta värdet" if indicator.direction == "neutral" else "bäst"
    sentences.append(f"{names[region]} har {place_text(row)}, där 1 är {best}.")
    return " ".join(sentences)


def _all_years(frame: RegionTable) -> list[str]:
    return [str(year) for year in frame.names]


def _years(frame: RegionTable, code: str) -> list[str]:
    """The years in which a region has a value."""
    return [year for year in _all_years(frame) if not _at(frame, year, code).is_missing]


def draw(frame: RegionTable, row: ComparisonRow, names: dict[str, str]) -> str:
    """The SVG."""
    region = next(iter(names))
    indicator = row.fact("indicator", ComparedIndicator)
    if len(_years(frame, region)) > 1:
        return _draw_lines(frame, names, indicator)
    return _draw_strip(frame, row.text("year"), names, indicator)


def _draw_lines(frame: RegionTable, names: dict[str, str], indicator: ComparedIndicator) -> str:
    region, country, *others = names
    places = [float(year) for year in _all_years(frame)]

    def points(code: str) -> tuple[tuple[float, float | None], ...]:
        return tuple((float(year), _at(frame, year, code).value) for year in _all_years(frame))

    series = [
        lines.Line("riket", points(country), theme.MUTED, theme.MUTED, width=1.5, dash=lines.DASHED),
        lines.Line(_short(names[region]), points(region), theme.INK, theme.INK, width=2.5, markers=True, bold=True),
    ]
    around = [points(code) for code in others]
    levels = [y for line in (*around, *(one.points for one in series)) for _, y in line if y is not None]
    scale = axis.scale_of(levels, least=10.0**-indicator.decimals * 5)
    first, last = places[0], places[-1]
    room = (last - first) * 0.04
    margins = Margins(axis.left_margin(scale), max(24.0, lines.end_margin(series, last)), 12, 28)
    with Canvas(_id(indicator), WIDTH, HEIGHT, margins) as canvas:
        canvas.limits((first - room, last + room), scale.span)
        axis.write_value_axis(canvas, scale)
        _draw_context(canvas, around)
        lines.draw_lines(canvas, series)
        lines.write_names(canvas, series, last=last)
        for year in _all_years(frame) if len(frame) <= 3 else _all_years(frame)[:: len(frame) - 1]:
            x, _ = canvas.pixels(float(year), 0)
            canvas.write(x, canvas.bottom + 15, year, ha="center", color=theme.MUTED)
    return canvas.svg


def _draw_context(canvas: Canvas, around: list[tuple[tuple[float, float | None], ...]]) -> None:
    """All other regions as one path of thin grey lines; a value between two gaps is a dot, which else were not seen."""
    across: list[float] = []
    up: list[float] = []
    alone: list[tuple[float, float]] = []
    for line in around:
        heights = [float("nan") if y is None else y for _, y in line]
        across += [*(x for x, _ in line), float("nan")]
        up += [*heights, float("nan")]
        padded = [None, *(y for _, y in line), None]
        alone += [
            (x, y)
            for before, after, (x, y) in zip(padded, padded[2:], line, strict=False)
            if y is not None and before is None and after is None
        ]
    if around:
        canvas.axes.plot(across, up, color=theme.CONTEXT, linewidth=0.75, alpha=0.55, zorder=1)
    if alone:
        xs, ys = zip(*alone, strict=True)
        canvas.axes.plot(xs, ys, "o", color=theme.CONTEXT, markersize=3, alpha=0.55, zorder=1, clip_on=False)


def _short(name: str) -> str:
    """`Halland`: beside a line there is no room for more."""
    return name.removeprefix("Region ")


def _draw_strip(frame: RegionTable, year: str, names: dict[str, str], indicator: ComparedIndicator) -> str:
    region = next(iter(names))
    known = {code: figure.value for code in names if year and (figure := _at(frame, year, code)).value is not None}
    scale = axis.scale_of(known.values(), least=10.0**-indicator.decimals * 5)
    half = theme.widest(scale.texts) / 2
    with Canvas(_id(indicator), WIDTH, HEIGHT, Margins(max(12.0, half), max(12.0, half), 40, 28)) as canvas:
        canvas.limits(scale.span, (0.0, 1.0))
        if region not in known:
            canvas.say_empty("värde saknas")
        else:
            _draw_dots(canvas, known, names, scale)
    return canvas.svg


def _draw_dots(canvas: Canvas, known: dict[str, float], names: dict[str, str], scale: axis.Scale) -> None:
    """Grey rings for the other regions, a dashed line for the country, a large dot for the region."""
    region, country, *others = names
    axis.write_ticks_below(canvas, scale)
    middle = (canvas.margins.top + canvas.bottom) / 2
    for code in others:
        if code in known:
            canvas.mark(canvas.pixels(known[code], 0)[0], middle, "ring", theme.CONTEXT, size=6)
    if country in known:
        x, _ = canvas.pixels(known[country], 0)
        look = {"color": theme.MUTED, "linewidth": 1.5, "dashes": lines.DASHED}
        canvas.line((x, canvas.margins.top), (x, canvas.bottom), **look)
        _write_above(canvas, x, canvas.margins.top - 9, "riket", color=theme.MUTED)
    x, _ = canvas.pixels(known[region], 0)
    canvas.mark(x, middle, "circle", theme.INK, size=11)
    _write_above(canvas, x, canvas.margins.top - 27, _short(names[region]), color=theme.INK, weight=theme.SEMIBOLD)


def _write_above(canvas: Canvas, x: float, y: float, text: str, **look: object) -> None:
    half = theme.text_width(text, weight=look.get("weight", theme.REGULAR)) / 2
    canvas.write(min(max(x, half), canvas.width - half), y, text, ha="center", **look)

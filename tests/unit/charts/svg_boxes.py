"""Where the texts and the shapes of an SVG stand, read from the SVG itself and not from the code that drew it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import numpy as np

SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = r"[-+]?\d*\.?\d+(?:e[-+]?\d+)?"

Box = tuple[float, float, float, float]


def size(svg: str) -> tuple[float, float]:
    """Width and height of the canvas."""
    _, _, width, height = ET.fromstring(svg).attrib["viewBox"].split()
    return float(width), float(height)


def boxes(svg: str) -> Iterator[tuple[str, Box]]:
    """("text" or "shape", (left, top, right, bottom)) of all that is drawn and not cut off by a clip path."""
    root = ET.fromstring(svg)
    named = {element.attrib["id"]: element for element in root.iter() if "id" in element.attrib}
    yield from _inside(root, np.eye(3), named)


def _inside(element: ET.Element, outer: np.ndarray, named: dict[str, ET.Element]) -> Iterator[tuple[str, Box]]:
    here = outer @ _matrix(element.attrib.get("transform", ""))
    if element.tag in (f"{SVG}defs", f"{SVG}clipPath"):
        return
    points = list(_points(element, here, named))
    if points and "clip-path" not in element.attrib:
        yield "shape", _box(points)
    if element.tag == f"{SVG}g" and "scale(" in element.attrib.get("transform", ""):
        glyphs = [point for child in element.iter(f"{SVG}use") for point in _points(child, here @ _own(child), named)]
        if glyphs:
            yield "text", _box(glyphs)
        return
    if "clip-path" not in element.attrib:
        for child in element:
            yield from _inside(child, here, named)


def _own(element: ET.Element) -> np.ndarray:
    return _matrix(element.attrib.get("transform", ""))


def _points(element: ET.Element, here: np.ndarray, named: dict[str, ET.Element]) -> Iterator[np.ndarray]:
    if element.tag == f"{SVG}path":
        # A space is a glyph without a path.
        numbers = [float(found) for found in re.findall(_NUMBER, element.attrib.get("d", ""))]
        for x, y in zip(numbers[::2], numbers[1::2], strict=True):
            yield here @ np.array([x, y, 1.0])
    elif element.tag == f"{SVG}use":
        at = _matrix(f"translate({element.attrib.get('x', 0)} {element.attrib.get('y', 0)})")
        target = named[element.attrib["href"].removeprefix("#")]
        yield from _points(target, here @ at @ _own(target), named)


def _matrix(transform: str) -> np.ndarray:
    found = np.eye(3)
    for name, inside in re.findall(r"(\w+)\(([^)]*)\)", transform):
        numbers = [float(number) for number in re.findall(_NUMBER, inside)]
        if name == "translate":
            x, y = [*numbers, 0.0][:2]
            step = np.array([[1, 0, x], [0, 1, y], [0, 0, 1]])
        elif name == "scale":
            x, y = numbers if len(numbers) == 2 else numbers * 2
            step = np.diag([x, y, 1.0])
        else:
            raise ValueError(f"transform {name} is not known here")
        found = found @ step
    return found


def _box(points: list[np.ndarray]) -> Box:
    across, down = [point[0] for point in points], [point[1] for point in points]
    return float(min(across)), float(min(down)), float(max(across)), float(max(down))

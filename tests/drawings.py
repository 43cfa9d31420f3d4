"""Pictures taken apart for the tests: what `dot` made of them, and who crosses what."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import Any, NamedTuple

import pytest
from lxml import etree

from claims.render.diagram import Picture
from claims.render.diagram.placing import Paper, place_sheet
from claims.render.diagram.placing.frames import Stroke
from claims.render.diagram.style import load_style

SVG = "{http://www.w3.org/2000/svg}"
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
DRAWN = pytest.mark.skipif(not shutil.which("dot"), reason="Graphviz is not on this machine")

Point = tuple[float, float]


class Area(NamedTuple):
    """A rectangle: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def depth(self, point: Point) -> float:
        """How far inside a point lies; below 0 outside."""
        x, y = point
        return min(x - self.left, self.right - x, y - self.top, self.bottom - y)

    def overlaps(self, other: Area) -> bool:
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide > 0.5 and high > 0.5


def parse(svg: str) -> Any:
    return etree.fromstring(svg)


def groups(root: Any, kind: str) -> list[Any]:
    """The groups of a kind; of lines and their words alike."""
    return [one for one in root.iter(f"{SVG}g") if one.get("data-kind") == kind]


def title(group: Any) -> str:
    return group.findtext(f"{SVG}title") or ""


def texts(group: Any) -> list[str]:
    return [one.text or "" for one in group.iter(f"{SVG}text")]


def outline(group: Any) -> Area:
    """What the lines of a group enclose."""
    points: list[Point] = []
    for shape in group.iter(f"{SVG}polygon", f"{SVG}path", f"{SVG}polyline"):
        numbers = [float(one) for one in NUMBER.findall(shape.get("points") or shape.get("d"))]
        points += zip(numbers[::2], numbers[1::2], strict=True)
    across, down = zip(*points, strict=True)
    return Area(min(across), min(down), max(across), max(down))


def place(picture: Picture) -> Paper:
    """Where everything in a picture stands."""
    return place_sheet(picture.sheet, load_style())


def find_meetings(picture: Picture, kind: str) -> list[tuple[str, str]]:
    """Lines of a kind, with the other lines that each of them crosses."""
    return [
        (one.line.id, other.line.id)
        for panel in place(picture).panels
        for one, other in combinations(panel.laid.strokes, 2)
        if kind in (one.line.kind, other.line.kind) and one.line.id != other.line.id
        if _meet(one, other)
    ]


def _meet(one: Stroke, other: Stroke) -> bool:
    return any(
        _turns(a, b, c) * _turns(a, b, d) < 0 and _turns(c, d, a) * _turns(c, d, b) < 0
        for a, b in pairwise(one.points)
        for c, d in pairwise(other.points)
    )


def _turns(a: Point, b: Point, c: Point) -> float:
    """Above 0 where c lies on the one side of the line from a to b, below 0 on the other."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def lay_out(picture: Picture) -> Any:
    """The picture with the places that `dot` gives to everything."""
    done = subprocess.run(
        ["dot", "-Tjson"], input=picture.dot().encode("utf-8"), capture_output=True, check=True
    )
    assert done.stderr == b""
    return json.loads(done.stdout)


def find_crossings(picture: Picture) -> list[str]:
    """Lines that run over a box or words that they do not lead to, and what overlaps."""
    drawn = lay_out(picture)
    nodes = {one["_gvid"]: one for one in drawn["objects"] if _has_words(one)}
    areas = {id: _area(one) for id, one in nodes.items()}
    found = []
    for edge in drawn.get("edges", []):
        points = list(_follow(edge["pos"]))
        for id, area in areas.items():
            if id not in (edge["tail"], edge["head"]) and max(map(area.depth, points)) > 0.5:
                found.append(f"{edge['id']} crosses {nodes[id]['name']}")
    ids = list(areas)
    for number, id in enumerate(ids):
        for other in ids[:number]:
            if areas[id].overlaps(areas[other]):
                found.append(f"{nodes[id]['name']} overlaps {nodes[other]['name']}")
    return found


def _has_words(one: Any) -> bool:
    """What is a node, but no outline of a frame and no bar beside rows."""
    return "pos" in one and one.get("class") not in ("matter", "bar")


def _area(node: Any) -> Area:
    x, y = map(float, node["pos"].split(","))
    wide, high = float(node["width"]) * 36, float(node["height"]) * 36
    return Area(x - wide, y - high, x + wide, y + high)


def _follow(path: str) -> Iterator[Point]:
    """Points along the curves of an edge."""
    for piece in path.split(";"):
        knots = [tuple(map(float, one.split(","))) for one in piece.split() if one[0] not in "es"]
        for at in range(0, len(knots) - 3, 3):
            yield from _bend(*knots[at : at + 4])


def _bend(*knots: Any) -> Iterator[Point]:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = knots
    for step in range(25):
        t = step / 24
        u = 1 - t
        yield (
            u**3 * ax + 3 * u * u * t * bx + 3 * u * t * t * cx + t**3 * dx,
            u**3 * ay + 3 * u * u * t * by + 3 * u * t * t * cy + t**3 * dy,
        )

"""The figures on the gold sets stay above their floors; floors.toml tells how those are raised."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from measure import FIGURES, SETS, measure, rates

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", FLOORS)
def test_figures_stay_above_their_floors(name: str, shared: Path) -> None:
    if not (shared / SETS[name]).exists():
        pytest.skip(f"../shared holds no {SETS[name]}")
    found = rates(measure(name))
    fallen = {
        key: f"{found.get(key, 0.0):.3f} < {floor}"
        for key, floor in FLOORS[name].items()
        if found.get(key, 0.0) < floor
    }
    assert fallen == {}


def test_floors_are_of_figures_that_there_are() -> None:
    assert set(FLOORS) <= set(SETS)
    assert {key for floors in FLOORS.values() for key in floors} <= set(FIGURES)

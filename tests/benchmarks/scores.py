"""One table of the figures on the gold sets, as `make scores` prints it.

python tests/benchmarks/scores.py            the table
python tests/benchmarks/scores.py --raise    the table, and floors that were passed are raised
"""

from __future__ import annotations

import math
import sys
import tomllib
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent)]

from measure import FIGURES, SETS, SHARED, measure, rates  # noqa: E402

FLOORS = TESTS / "floors.toml"
HEAD = """\
# The least that the figures on the gold sets may be: F, or a rate. They only rise:
# `make scores ARGS=--raise` writes those that are passed, rounded down to a hundredth.
"""


def print_scores(measured: dict[str, dict[str, float]]) -> None:
    """A row a figure, a column a set; a dot where the set has nothing to measure it by."""
    print(f"{'':<18}" + "".join(f"{name:>16}" for name in measured))
    for key in FIGURES:
        cells = (f"{row[key]:>16.3f}" if key in row else f"{'·':>16}" for row in measured.values())
        print(f"{key:<18}" + "".join(cells))


def raise_floors(measured: dict[str, dict[str, float]]) -> None:
    """Write the floors anew, none lower than it was."""
    text = _head()
    floors = tomllib.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    for name in ("seed", "zh", "en"):
        old = floors.get(name, {})
        new = {key: max(_cut(rate), old.get(key, 0.0)) for key, rate in measured[name].items()}
        text += f"\n[{name}]\n" + "".join(f"{key} = {rate:.2f}\n" for key, rate in new.items())
    FLOORS.write_text(text, "utf-8")


def _head() -> str:
    """What stands above the first set in the file: how it is kept, and why a floor was set down."""
    kept = FLOORS.read_text("utf-8").partition("\n[")[0] if FLOORS.exists() else ""
    return kept if kept.startswith("#") else HEAD


def _cut(rate: float) -> float:
    return math.floor(rate * 100 + 1e-9) / 100


def main() -> None:
    """Measure all sets that are there."""
    there = [name for name, path in SETS.items() if (SHARED / path).exists()]
    if not there:
        print("There is no folder ../shared with gold articles, so there is nothing to measure by.")
        return
    measured = {name: rates(measure(name)) for name in there}
    print_scores(measured)
    if "--raise" in sys.argv[1:]:
        raise_floors(measured)


if __name__ == "__main__":
    main()

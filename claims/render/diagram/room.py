"""How much a sheet takes, and what of a matter fits into it."""

from __future__ import annotations

from claims.render.diagram.picked import Picked, PickedConflict, PickedDispute
from claims.render.diagram.said import Key, Said


class Room:
    """Room for so many rows, and twice as many lines between them; None is room without end."""

    def __init__(self, most: int | None) -> None:
        self._most = most
        self._lines = 0
        self._rows: set[tuple[int, Key]] = set()
        self._matters = 0

    def fit_matter(self, whole: Picked) -> Picked:
        """As much of a matter as there is room for, in the order of what weighs most.

        First every dispute with what it most likely is against, then the strong conflicts, then
        what else the disputes are against, and at last the weak conflicts.
        """
        if self._most is None:
            return whole
        self._matters += 1
        begun = [one for one in whole.disputes if self._begin_dispute(one)]
        conflicts = self._fit_conflicts(whole, "strong")
        disputes = [self._fit_dispute(one) for one in begun]
        conflicts += self._fit_conflicts(whole, "weak")
        picked = Picked(matter=whole.matter, disputes=tuple(disputes), conflicts=tuple(conflicts))
        picked = picked.model_copy(update={"cut": picked.count() != whole.count()})
        return picked.add_supports(whole.supports)

    def _begin_dispute(self, one: PickedDispute) -> bool:
        """Whether there is room for a line, and for a row that it is against."""
        first = next(filter(None, one.targets), ())
        return bool(first) and self._take_line(first[0]) and any([*map(self._take, first)])

    def _fit_dispute(self, one: PickedDispute) -> PickedDispute:
        kept = (tuple(filter(self._take, target)) for target in one.targets)
        return one.model_copy(update={"targets": tuple(filter(None, kept))})

    def _fit_conflicts(self, whole: Picked, strength: str) -> list[PickedConflict]:
        some = (one for one in whole.conflicts if one.conflict.strength == strength)
        return [one for one in some if self._take_line(one.first, one.second)]

    def _take_line(self, *ends: Said) -> bool:
        """Whether there is room for one more line with all its ends; if so, it is taken."""
        rows = self._rows | {self._place(one) for one in ends}
        if self._most is None or self._lines >= 2 * self._most or len(rows) > self._most:
            return False
        self._rows, self._lines = rows, self._lines + 1
        return True

    def _take(self, said: Said) -> bool:
        """Whether there is room for a row; if so, it is taken."""
        rows = self._rows | {self._place(said)}
        if self._most is not None and len(rows) > self._most:
            return False
        self._rows = rows
        return True

    def _place(self, said: Said) -> tuple[int, Key]:
        return self._matters, said.key

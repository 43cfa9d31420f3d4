"""What resolving says of one finding: its speaker, and why; or those that were equally good."""

from __future__ import annotations

from dataclasses import dataclass

from claims.resolve.entities import Entity


@dataclass(frozen=True)
class Outcome:
    """The speaker of one finding: an entity, or none with those that were equally good.

    `considered` are the names of those not taken, with their weights between 0 and 1.
    """

    speaker: Entity | None = None
    unresolved: tuple[Entity, ...] = ()
    why: str = ""
    considered: tuple[tuple[str, float], ...] = ()

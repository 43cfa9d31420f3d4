"""The commands: each is added to `app` as its module is imported.

All that is heavy is imported inside the commands, so that help comes at once.
"""

from claims.cli.commands import (
    across,
    asking,
    deciding,
    drawing,
    exporting,
    finding,
    keeping,
    looking,
    measuring,
    reporting,
)
from claims.cli.commands.app import app

__all__ = [
    "ORDER",
    "across",
    "app",
    "asking",
    "deciding",
    "drawing",
    "exporting",
    "finding",
    "keeping",
    "looking",
    "measuring",
    "reporting",
]

# As help lists them: first what most people come for, last what keeps the tool in shape.
ORDER = (
    "extract", "who", "chain", "disputes", "contradictions", "origins", "matters", "timeline",
    "changes", "compare", "explain", "report", "render", "export", "add", "list", "search", "sql",
    "difference", "same", "different", "remove", "check", "backup", "reindex", "evaluate", "train",
)  # fmt: skip

app.registered_commands.sort(key=lambda one: ORDER.index(one.callback.__name__))  # type: ignore[union-attr]

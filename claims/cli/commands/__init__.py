"""The commands: each is added to `app` as its module is imported.

All that is heavy is imported inside the commands, so that help comes at once.
"""

from claims.cli.commands import asking, drawing, exporting, finding, measuring, reporting
from claims.cli.commands.app import app

__all__ = ["ORDER", "app", "asking", "drawing", "exporting", "finding", "measuring", "reporting"]

# As help lists them: first what most people come for, last what keeps the tool in shape.
ORDER = (
    "extract", "who", "chain", "disputes", "contradictions", "origins", "explain", "report",
    "render", "export", "evaluate", "train",
)  # fmt: skip

app.registered_commands.sort(key=lambda one: ORDER.index(one.callback.__name__))  # type: ignore[union-attr]

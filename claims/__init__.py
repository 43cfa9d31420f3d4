"""Who said what, and who disputes it: attributions from news articles.

>>> import claims
>>> article = claims.read_text("外交部发言人林文昭28日说，会谈已经结束。")
>>> for item in claims.make_dossier(article).attributions:
...     print(item.source.text, item.cue.text, item.content[0].text)
外交部发言人林文昭 说 会谈已经结束
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claims.errors import ClaimsError
    from claims.graph import build_graph
    from claims.model import Attribution, Claim, Document, Dossier, Relation, Span, Speaker
    from claims.read import read_documents, read_path, read_text
    from claims.track import make_dossier

__all__ = [
    "Attribution", "Claim", "ClaimsError", "Document", "Dossier", "Relation", "Span", "Speaker",
    "build_graph", "make_dossier", "read_documents", "read_path", "read_text",
]  # fmt: skip

_HOMES = {
    "ClaimsError": "claims.errors",
    "build_graph": "claims.graph",
    "read_documents": "claims.read",
    "read_path": "claims.read",
    "read_text": "claims.read",
    "make_dossier": "claims.track",
}


def __dir__() -> list[str]:
    """The names of the front door, though they are loaded only when they are asked for."""
    return sorted(__all__)


def __getattr__(name: str) -> Any:
    """Load a name of the front door when it is first asked for: importing stays light."""
    from importlib import import_module

    if name not in __all__:
        raise AttributeError(f"module 'claims' has no attribute {name!r}")
    return getattr(import_module(_HOMES.get(name, "claims.model")), name)

"""The kinds of nodes and edges, one line each; docs/model.md prints these tables."""

from __future__ import annotations

from typing import NamedTuple


class EdgeKind(NamedTuple):
    """From which kind of node an edge leads to which, and what it says."""

    origin: str
    to: str
    line: str


_SAID = "attribution or claim"

NODE_KINDS = {
    "document": "an article",
    "speaker": "one who speaks in an article, or is spoken to by name",
    "attribution": "one saying",
    "claim": "what can be true or false in a saying",
}

EDGE_KINDS = {
    "publishes": EdgeKind("document", "attribution", "the article makes this saying itself"),
    "says": EdgeKind("speaker", "attribution", "the speaker says it"),
    "perhaps_says": EdgeKind(
        "speaker", "attribution", "one of several who equally well may have said it"
    ),
    "relays": EdgeKind("attribution", "attribution", "the first passes the second on"),
    "claims": EdgeKind("attribution", "claim", "the saying holds the claim"),
    "addresses": EdgeKind("attribution", "speaker", "it is said to this one"),
    "speaks_for": EdgeKind("speaker", "speaker", "the first belongs to the second, a body"),
    "member": EdgeKind("speaker", "speaker", "the second is one of the first, who speak as one"),
    "disputes": EdgeKind(_SAID, _SAID, "the first says that the second does not hold"),
    "contradicts": EdgeKind(_SAID, _SAID, "the two may conflict"),
    "supports": EdgeKind(_SAID, _SAID, "the first bears the second out, or says the same"),
    "repeats": EdgeKind(_SAID, _SAID, "one speaker says the same by two routes"),
}

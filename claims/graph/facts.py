"""What nodes and edges are told to carry: plain values, never None, never a list.

So the graph can be written in every format that takes text, numbers and booleans, once the
`item` of each node and edge is left out.
"""

from __future__ import annotations

from typing import Any

from claims.model import Attribution, Claim, Difference, Document, Relation, Span, Speaker

LISTED = "; "  # between the values of a list
PARTS = " … "  # between the parts of a content

Facts = dict[str, Any]


def tell_node(item: Document | Speaker | Attribution | Claim, page: Document) -> Facts:
    """The kind, label and facts of a node.

    >>> page = Document.of("港口说，停航。", lang="zh")
    >>> tell_node(Speaker(id="x:s0", name="港口"), page)["label"]
    '港口'
    """
    if isinstance(item, Document):
        return _tell_document(item)
    if isinstance(item, Speaker):
        return _tell_speaker(item, page)
    if isinstance(item, Attribution):
        return _tell_attribution(item, page)
    return _tell_claim(item, page)


def _tell_document(one: Document) -> Facts:
    return {
        "kind": "document",
        "label": one.title or one.name or one.id,
        "document": one.id,
        **one.model_dump(include={"name", "title", "outlet", "url", "published", "lang"}),
    }


def _tell_speaker(one: Speaker, page: Document) -> Facts:
    return {
        "kind": "speaker",
        "label": one.name,
        "document": page.id,
        "name": one.name,
        "speaker_kind": one.kind,
        "anonymous": one.anonymous,
        "what": one.what or "",
        "role": one.role or "",
        "aliases": LISTED.join(one.aliases),
    }


def _tell_attribution(one: Attribution, page: Document) -> Facts:
    content = PARTS.join(span.text for span in one.content)
    return {
        "kind": "attribution",
        "label": content or (one.cue.text if one.cue else ""),
        "document": page.id,
        "source": one.source.text if one.source else "",
        "cue": one.cue.text if one.cue else "",
        "content": content,
        "quote": one.quote,
        "negated": one.negated,
        "medium": one.medium or "",
        "said_on": one.said_at.value if one.said_at else "",
        "confidence": one.confidence,
    }


def _tell_claim(one: Claim, page: Document) -> Facts:
    return {
        "kind": "claim",
        "label": one.span.text,
        "document": page.id,
        "certainty": one.certainty,
        "negated": one.negated,
        "conditional": one.conditional,
        "held": one.held,
        "start": one.span.start,
        "end": one.span.end,
    }


def tell_edge(kind: str, span: Span, document: str, relation: Relation | None) -> Facts:
    """The kind of an edge and the words it rests on; of a relation all that is known of it."""
    rests = {
        "kind": kind,
        "words": span.text,
        "start": span.start,
        "end": span.end,
        "document": document,
    }
    return rests | (_tell_relation(relation) if relation else {})


def _tell_relation(one: Relation) -> Facts:
    differs = one.difference or Difference.model_construct(kind="", first="", second="")
    return {
        "relation": one.id,
        "basis": one.basis,
        "strength": one.strength,
        "target": one.target.text if one.target else "",
        "shared": LISTED.join(one.shared),
        "difference": differs.kind,
        "first": differs.first,
        "second": differs.second,
        "reason": one.reason,
    }

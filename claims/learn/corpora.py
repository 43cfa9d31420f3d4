"""Corpora with conventions of their own, read by ours.

A corpus names itself in the field `corpus` of its rows. What it annotates otherwise than the other
gold is changed before anything is learned from it, so that one pack can learn from both.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from claims.learn.labels import pairs_of

Row = Mapping[str, Any]
Pairs = list[list[int]]

# What PolNeAR (Newell, Margolin and Ruths 2018) has inside the content and inside the cue.
LEADS = ("that ",)
BEFORE = frozenset({
    "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "having", "will",
    "would", "can", "could", "may", "might", "shall", "should", "must", "do", "does", "did", "not",
    "never", "also", "to", "'s", "'ve", "'re", "'ll", "'d", "isn't", "aren't", "wasn't", "weren't",
    "hasn't", "haven't", "hadn't", "won't", "wouldn't", "can't", "cannot", "couldn't", "don't",
    "doesn't", "didn't",
})  # fmt: skip
HOW = frozenset({
    "always", "often", "again", "later", "earlier", "once", "still", "just", "even", "ever", "now",
    "then", "soon", "first",
})  # fmt: skip
UNLIKE = frozenset({"reply", "imply", "comply", "apply", "rely", "reportedly", "allegedly"})


def _of_polnear(row: Row) -> Row:
    """Without the conjunction before a content, and what stands before a verb of report.

    `one_layer` tells that what is reported inside a content is mostly not annotated.
    """
    text = row["text"]
    attributions = []
    for gold in row["attributions"]:
        content = [list(pair) for pair in pairs_of(gold.get("content"))]
        cue = [list(pair) for pair in pairs_of(gold.get("cue"))]
        if content and text[content[0][0] : content[0][1]].lower().startswith(LEADS):
            content[0][0] += len(LEADS[0])
        attributions.append({**gold, "content": content, "cue": _bare(text, cue)})
    return {**row, "attributions": attributions, "one_layer": True}


def _bare(text: str, cue: Pairs) -> Pairs:
    """A cue without what stands before its verb: has|said, did not|say, repeatedly|denied."""
    if len(cue) != 1:
        return cue
    start, end = cue[0]
    words = text[start:end].split(" ")
    while len(words) > 1 and _is_before(words[0].lower().replace("’", "'")):
        start += len(words[0]) + 1
        words = words[1:]
    return [[start, end]]


def _is_before(word: str) -> bool:
    """Whether a word only helps a verb or tells how it is meant."""
    return word in BEFORE or word in HOW or (word.endswith("ly") and word not in UNLIKE)


CONVENTIONS: Mapping[str, Callable[[Row], Row]] = {"PolNeAR": _of_polnear}


def as_ours(row: Row) -> Row:
    """A row by the conventions of our own gold; as it is where its corpus has none of its own.

    >>> text = "She has said that it rains."
    >>> cue, content = [[4, 12]], [[13, 26]]
    >>> gold = [{"cue": cue, "content": content}]
    >>> [found] = as_ours({"text": text, "corpus": "PolNeAR", "attributions": gold})["attributions"]
    >>> text[slice(*found["cue"][0])], text[slice(*found["content"][0])]
    ('said', 'it rains')
    """
    change = CONVENTIONS.get(str(row.get("corpus", "")))
    return change(row) if change else row

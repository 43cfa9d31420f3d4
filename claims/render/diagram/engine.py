"""Graphviz at work: the one place where `dot` is called."""

from __future__ import annotations

from typing import Literal

import graphviz

from claims.errors import NoDotError

Format = Literal["svg", "png", "pdf"]
_DENSE = "168"  # dots an inch of a PNG: print at A4, and sharp on a good screen


def run_dot(graph: graphviz.Digraph, shape: Format) -> bytes:
    """The picture in a format; NoDotError where there is no `dot`, or it fails."""
    drawn = graph.copy()
    if shape == "png":
        drawn.attr(dpi=_DENSE)
    # The whole source at once: `Digraph.pipe` hands over line by line, and a `dot` that ends early
    # then breaks the pipe before its own words of the failure are read.
    source = drawn.source.encode("utf-8")
    try:
        return bytes(graphviz.pipe(drawn.engine, shape, source, quiet=True))
    except graphviz.ExecutableNotFound:
        raise NoDotError from None
    except graphviz.CalledProcessError as error:
        lines = (error.stderr or b"").decode("utf-8", "replace").strip().splitlines()
        raise NoDotError(" ".join(lines[:1]) or f"exit status {error.returncode}") from None
    except OSError as error:
        raise NoDotError(error.strerror or str(error)) from None

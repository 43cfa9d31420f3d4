"""Mentions to speakers: names, pronouns, definite descriptions, glosses, silence."""

from __future__ import annotations

from claims.find.finding import Finding
from claims.lang.base import Language
from claims.model import Attribution, Document, Speaker
from claims.resolve.build import build_all
from claims.resolve.speakers import resolve_findings

__all__ = ["resolve_findings", "resolve_speakers"]


def resolve_speakers(
    document: Document, language: Language, findings: tuple[Finding, ...]
) -> tuple[tuple[Speaker, ...], tuple[Attribution, ...]]:
    """The speakers of an article, and its attributions with their speakers and chains."""
    return build_all(document, resolve_findings(document, language, findings))

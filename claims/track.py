"""The pipeline, one line a step: a document goes in, its dossier comes out."""

from __future__ import annotations

from claims.find import find_attributions
from claims.find.page import words_of
from claims.lang import PACKS, load_language
from claims.model import Document, Dossier
from claims.read import part_languages
from claims.relate import join_dossiers, relate_claims
from claims.resolve import resolve_speakers


def make_dossier(document: Document) -> Dossier:
    """Everything found in one article; a pure function of the document.

    >>> from claims import make_dossier, read_text
    >>> dossier = make_dossier(read_text("外交部发言人林文昭28日说，会谈已经结束。"))
    >>> dossier.attributions[0].cue.text, dossier.speakers[0].name
    ('说', '林文昭')
    """
    parts = part_languages(document, frozenset(PACKS))
    return join_dossiers(document, [_of_one_language(part) for part in parts])


def _of_one_language(document: Document) -> Dossier:
    """What is found in an article, or a part of one, with the pack of its language."""
    language = load_language(document.lang)
    findings = find_attributions(document, language)
    speakers, attributions = resolve_speakers(document, language, findings)
    words = words_of(language.fold(document.text), language)
    claims, relations = relate_claims(document, language, words, speakers, attributions)
    return Dossier(
        document=document,
        speakers=speakers,
        attributions=attributions,
        claims=claims,
        relations=relations,
    )

"""The pipeline of `stand_in` with claims: the store is tested apart from what reads articles.

Run as a program it is `claims` with this pipeline in place of the real one.
"""

from __future__ import annotations

import sys
import types
from typing import Any

import stand_in

from claims.find.page import words_of
from claims.lang import load_language
from claims.model import Dossier
from claims.relate import relate_claims


def make_dossier(document: Any) -> Dossier:
    """The dossier of the other stand-in, with the claims of its contents."""
    found = stand_in.make_dossier(document)
    page, language = found.document, load_language(found.document.lang)
    words = words_of(language.fold(page.text), language)
    claims, _ = relate_claims(page, language, words, found.speakers, found.attributions)
    return found.changed(claims=claims, relations=())


def take_place() -> None:
    """Stand in for the real pipeline, in this process and its workers."""
    track: Any = types.ModuleType("claims.track")
    track.make_dossier = make_dossier
    sys.modules["claims.track"] = track


if __name__ in ("__main__", "__mp_main__"):
    take_place()

if __name__ == "__main__":
    from claims.cli import main

    main()

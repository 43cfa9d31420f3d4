"""Dossiers and what people have said of them in one SQLite file, and what follows from both.

    with open_store("claims.db") as store:
        store.add(dossier)
        for one in store.dossiers(since="2030-03"): ...
        store.corpus(), store.search("空袭"), store.ask("SELECT who, content FROM v_statements")

The truth is the dossiers and the log of acts; all else is derived from them, and made anew.
"""

from claims.store.nouns import Act, ActKind, Change, Hit, Kept, Rows, Saying
from claims.store.outlines import pack_outlined
from claims.store.packing import Packed
from claims.store.programs import find_program
from claims.store.store import Store, open_store
from claims.store.versions import order_all

__all__ = [
    "Act", "ActKind", "Change", "Hit", "Kept", "Packed", "Rows", "Saying", "Store", "find_program",
    "open_store", "order_all", "pack_outlined",
]  # fmt: skip

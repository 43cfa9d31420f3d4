"""Other programs' formats: a table of them, and a writer for each.

>>> print(*FORMATS)
csv graphml gexf json jsonl corpus
"""

from claims.export.answers import write_sheet
from claims.export.formats import FORMATS, Format, tell_corpus

__all__ = ["FORMATS", "Format", "tell_corpus", "write_sheet"]

"""Gold beside found, as figures; nothing here reads or writes a file.

    parse_gold     one row of a gold file → Gold
    pair_dossiers  gold articles and dossiers → the pairs that hold the same text
    evaluate       pairs → Figures
    list_errors    one pair → every miss, extra and part-right item

What each figure means stands in docs/evaluation.md.
"""

from claims.evaluate.figures import Figures, Ratio, Score, evaluate
from claims.evaluate.gold import Gold, parse_gold
from claims.evaluate.mistakes import Mistake, list_errors
from claims.evaluate.pairing import pair_dossiers

__all__ = [
    "Figures", "Gold", "Mistake", "Ratio", "Score", "evaluate", "list_errors", "pair_dossiers",
    "parse_gold",
]  # fmt: skip

"""The cost of many articles, and how well what is true of them is met; printed, never asserted.

make bench ARGS="-k corpus"
"""

from __future__ import annotations

import pytest
from corpus import measure, print_table

SIZES = (100, 300)


@pytest.mark.bench
def test_corpus() -> None:
    """From articles to a store; more of them: python tests/benchmarks/corpus.py."""
    print_table({size: measure(size) for size in SIZES})

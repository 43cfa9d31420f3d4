"""Document to attributions: sentences, quotations, cues, sources, contents, nesting."""

from claims.find.attributions import find_attributions
from claims.find.finding import Finding

__all__ = ["Finding", "find_attributions"]

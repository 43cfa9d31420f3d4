"""Articles for benchmarks, made of own sentences, and all that should be found in them."""

from .articles import Made, Named, Said, clash, make_articles

__all__ = ["Made", "Named", "Said", "clash", "make_articles"]

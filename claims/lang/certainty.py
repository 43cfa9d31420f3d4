"""Which of the degrees of certainty that the words of a clause tell is its own."""

from __future__ import annotations

from collections.abc import Sequence, Set

from claims.lang.listing import Listed

ORDER = ("almost_certain", "probable", "possible")  # degrees of which the first found holds
PLAIN, DEMANDED = "certain", "obligation"


def choose_degree(
    hits: Sequence[Listed[str]], under: tuple[str, str] | None, carrying: Set[str]
) -> tuple[str, str, bool]:
    """The degree, the word that says so, and whether it holds on in the next clause.

    `hits` are the words that tell a degree, `under` the degree and word of the report above;
    `carrying` are words whose degree holds on.

    >>> choose_degree([Listed(0, 1, "may", "possible")], None, frozenset())
    ('possible', 'may', False)
    """
    if under and under[0] == DEMANDED:
        return (*under, False)
    for degree in ORDER:
        found = next((hit for hit in hits if hit.value == degree), None)
        if found:
            return degree, found.form, False
    if under:
        return (*under, False)
    told = next((hit for hit in hits if hit.value != PLAIN), None)
    if told:
        return told.value, told.form, told.form in carrying
    return PLAIN, "", False

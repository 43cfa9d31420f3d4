"""People in running English text: a title with a name, and the names of several words."""

from __future__ import annotations

from functools import lru_cache

from claims.lang.en.naming import looks_like_name
from claims.lang.en.nouns import nouns, tail_in
from claims.lang.en.script import NAME, segment
from claims.lang.words import Word

BACK = 5  # words before a name that its title may have


def find_people(text: str) -> list[tuple[int, int]]:
    """Where a name stands with its title in a folded text: from the title to the end of the name.

    >>> text = "Police said Senator Ann Lee left. Lee waved."
    >>> [text[a:b] for a, b in find_people(text)]
    ['Senator Ann Lee']
    """
    words, found = segment(text), []
    for i, word in enumerate(words):
        if word.tag == NAME and is_personal(word.form):
            begin = _title_before(text, words, i)
            if begin < i:
                found.append((words[begin].start, word.end))
    return found


def _title_before(text: str, words: tuple[Word, ...], i: int) -> int:
    """The first word of the title right before a name; the name itself where there is none."""
    begin = i
    while begin and i - begin < BACK and text[words[begin - 1].end : words[begin].start] == " ":
        begin -= 1
    low = [text[word.start : word.end].lower() for word in words[begin:i]]
    size = tail_in(low, nouns().role)
    named = bool(size) and size < len(low) and words[i - size - 1].tag == NAME
    return i - size - named  # with the body before it: Harlow|Mayor Ann Lee


@lru_cache(maxsize=2)
def find_names(text: str) -> frozenset[str]:
    """The names of people, of two words or more, that a folded text makes known.

    >>> sorted(find_names("Ann Lee met the mayor. Lee and the Harbor Union agreed."))
    ['Ann Lee']
    """
    forms = {word.form for word in segment(text) if word.tag == NAME and " " in word.form}
    return frozenset(form for form in forms if is_personal(form))


def is_personal(form: str) -> bool:
    """Whether the form of a name can be that of a person.

    >>> is_personal("Ann Lee"), is_personal("Harbor Workers Union"), is_personal("NATO")
    (True, False, False)
    """
    words, n = form.split(), nouns()
    if form in n.body or form in n.country or form in n.place or form in n.demonym:
        return False
    if form.isupper() and "." not in form:
        return False  # NATO; a line in capitals
    return looks_like_name(words)

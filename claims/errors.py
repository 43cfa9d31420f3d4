"""What can go wrong, as one small tree.

    ClaimsError                 everything this package raises on purpose
    ├── InputError              one input cannot be read; the others go on
    │   ├── NoInputError        no such file, an empty folder
    │   ├── UnreadableError     empty, binary, undecodable, too large, nested too deep
    │   ├── NoArticleError      it can be read, but holds no article
    │   └── LanguageError       an article in a language no pack knows
    ├── PackError               a language pack is malformed: names the file and the entry
    ├── GoldError               a gold file cannot be scored or learned from
    ├── UnknownIdError          an id that no item of the given articles has
    ├── NoSpeakerError          words that no speaker of the given articles is called by
    ├── SeveralSpeakersError    words that several of their speakers are called by
    ├── StoreError              a store cannot be opened, read, written, or asked so
    └── NoDotError              a picture cannot be drawn, as Graphviz is missing or fails

Every message is one sentence for a person: what is wrong, where, and what to do.
"""

from __future__ import annotations


class ClaimsError(Exception):
    """The root: catch this to catch all that the package raises on purpose."""


class InputError(ClaimsError):
    """One input cannot be turned into a document.

    >>> str(InputError("notes.bin", "it is not text", "give a text or HTML file"))
    'notes.bin: it is not text; give a text or HTML file'
    """

    def __init__(self, where: str, what: str, advice: str = "") -> None:
        self.where, self.what, self.advice = where, what, advice
        super().__init__(f"{where}: {what}; {advice}" if advice else f"{where}: {what}")

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str, str]]:
        return type(self), (self.where, self.what, self.advice)


class NoInputError(InputError):
    """There is nothing at this path."""


class UnreadableError(InputError):
    """The bytes are no text that can be read."""


class NoArticleError(InputError):
    """The text can be read but holds no article."""


class LanguageError(InputError):
    """No language pack knows the article's language."""


class PackError(ClaimsError):
    """A language pack is malformed; the message names the file and the entry."""


class GoldError(ClaimsError):
    """A gold file cannot be scored against or learned from."""


class NoDotError(ClaimsError):
    """Graphviz is not on this machine, or does not work: the picture is to be had as DOT only."""

    def __init__(self, trouble: str = "") -> None:
        cause = f"failed ({trouble})" if trouble else "is not on this machine"
        do = "reinstall" if trouble else "install"
        super().__init__(
            f"the picture cannot be drawn, as `dot` {cause}; {do} Graphviz "
            "(apt install graphviz fonts-noto-cjk, or brew install graphviz)"
        )


class UnknownIdError(ClaimsError):
    """No item of the given articles has this id."""


class NoSpeakerError(ClaimsError):
    """No speaker of the given articles is called so."""


class SeveralSpeakersError(ClaimsError):
    """Several speakers are called so; `matches` are their ids.

    >>> str(SeveralSpeakersError("官员", ("x:s1", "x:s4")))
    "'官员' may mean any of 2 speakers; give the full name or the id of one"
    """

    def __init__(self, words: str, matches: tuple[str, ...]) -> None:
        self.words, self.matches = words, matches
        among = f"{words!r} may mean any of {len(matches)} speakers"
        super().__init__(f"{among}; give the full name or the id of one")

    def __reduce__(self) -> tuple[type[SeveralSpeakersError], tuple[str, tuple[str, ...]]]:
        return type(self), (self.words, self.matches)


class StoreError(ClaimsError):
    """A store, the file of dossiers and acts, is no such file, is damaged, or cannot do it.

    >>> str(StoreError("claims.db", "it is a folder", "give the file of a store"))
    'claims.db: it is a folder; give the file of a store'
    """

    def __init__(self, where: object, what: str, advice: str = "") -> None:
        self.where, self.what, self.advice = str(where), what, advice
        super().__init__(f"{where}: {what}; {advice}" if advice else f"{where}: {what}")

    def __reduce__(self) -> tuple[type[StoreError], tuple[str, str, str]]:
        return type(self), (self.where, self.what, self.advice)

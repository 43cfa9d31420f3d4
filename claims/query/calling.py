"""What a speaker is called: by name, by office, and otherwise in the article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from claims.graph import Graph
from claims.model import Speaker
from claims.query.answers import Party
from claims.query.words import fold_words

_LEAST = 2  # characters of a mention or a name: one alone is a pronoun or stands in other words
_GLOSS = r"\s*[（(]([^（）()]{1,60})[）)]"
_BETWEEN = re.compile(r"[,，、;；/]")
_DOT = "·"  # between given and family names that are written by their sound
_DOTS = re.compile("[•‧・]")


@dataclass(frozen=True)
class Called:
    """A speaker, and the words sought, all in the one form of the article's language."""

    graph: Graph
    party: Party
    sought: str

    @cached_property
    def words(self) -> str:
        """The words sought."""
        return self._fold(self.sought)

    @property
    def short_id(self) -> str:
        """The id without the part of the article."""
        return self.party.id.rpartition(":")[2]

    @cached_property
    def name(self) -> str:
        """The name."""
        return self._fold(self.party.name)

    @cached_property
    def names(self) -> frozenset[str]:
        """The name and the aliases."""
        return self._fold_all([self.party.name, *self.party.aliases])

    @cached_property
    def offices(self) -> frozenset[str]:
        """The role, the body, and the role in the body or in one above it: 港务局发言人."""
        role = self.party.role or ""
        told = [role, self.party.affiliation or ""]
        told += [body + role for body in self._list_bodies() if role]
        return self._fold_all(told)

    def is_called_in_text(self) -> bool:
        """Whether the article calls the speaker so, at a mention, in a gloss or before the name."""
        return (
            self.words in self._fold_all(self._list_mentions())
            or self.words in self._fold_all(self._list_glosses())
            or self._is_title()
            or self._is_full_name()
        )

    def is_part(self) -> bool:
        """Whether the words stand in a name or an office, or are part of the body and the role."""
        role = self._fold(self.party.role or "")
        body = self.words.removesuffix(role) if role else ""
        bodies = self._fold_all(self._list_bodies()) if body not in ("", self.words) else ()
        return bool(self.words) and (
            any(self.words in text for text in self.names | self.offices)
            or any(body in text for text in bodies)
        )

    def _fold(self, text: str) -> str:
        folded = fold_words(text, self.graph.nodes[self.party.article]["lang"])
        return _DOTS.sub(_DOT, folded)

    def _fold_all(self, texts: Iterable[str]) -> frozenset[str]:
        return frozenset(self._fold(text) for text in texts if text)

    @property
    def _speaker(self) -> Speaker:
        speaker: Speaker = self.graph.nodes[self.party.id]["item"]
        return speaker

    @property
    def _text(self) -> str:
        text: str = self.graph.nodes[self.party.article]["item"].text
        return text

    def _list_bodies(self) -> Iterator[str]:
        """The names of the body and of those above it."""
        seen, id = {self.party.id}, self._speaker.affiliation
        while id and id not in seen and id in self.graph:
            seen.add(id)
            body: Speaker = self.graph.nodes[id]["item"]
            yield from (body.name, *body.aliases)
            id = body.affiliation

    def _list_mentions(self) -> Iterator[str]:
        return (span.text for span in self._speaker.mentions if len(span.text) >= _LEAST)

    def _list_glosses(self) -> Iterator[str]:
        """What stands in parentheses behind a name, and each word of it: 林海（Lin Hai）."""
        for name in {self.party.name, *self.party.aliases}:
            for hit in re.finditer(re.escape(name) + _GLOSS, self._text):
                for gloss in _BETWEEN.split(hit[1]):
                    yield from (gloss, *(word for word in gloss.split() if len(word) >= _LEAST))

    def _is_title(self) -> bool:
        """Whether the words end with the role, and stand before the name in the article."""
        role = self._fold(self.party.role or "")
        titled = bool(role) and self.words.endswith(role)
        return titled and self.words + self.name in self._fold(self._text)

    def _is_full_name(self) -> bool:
        """Whether the words are the one full form of a name in the article: 米娅·沃克, 沃克."""
        given, _, name = self.words.rpartition(_DOT)
        if not given or name not in self.names or len(name) < _LEAST:
            return False
        text = self._fold(self._text)
        return 0 < text.count(_DOT + name) == text.count(self.words)

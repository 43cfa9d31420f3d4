"""Whom a claim is about: the person of the article that its subject stands for.

A name, a role that one alone holds (市长), a pronoun (他, 我) and a subject left out (船长否认|
遭人绑架) stand for one person, so two claims may be on one matter that share no word for it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, takewhile
from typing import NamedTuple

from claims.lang.base import Phrase
from claims.lang.spotting import spot
from claims.model import Attribution
from claims.relate.article import Article
from claims.relate.claims import Statement

OPENING = 3  # words of a clause among which its subject stands
FAR = 20  # places at which people are spoken of, before a pronoun, among which is the one it means


class Subject(NamedTuple):
    """The person that a claim is about: by the name that stands for that one, and as written."""

    name: str
    form: str


class Persons:
    """The named persons among the speakers of an article, and where the text speaks of them."""

    def __init__(self, article: Article) -> None:
        self._article = article

    def subject(self, statement: Statement) -> Subject | None:
        """The person that the subject of a claim stands for.

        None where no subject is there, or it is no person who speaks in the article.
        """
        verbs, opening = self._article.language.tags.verbs, statement.words[:OPENING]
        words = list(takewhile(lambda word: word.tag not in verbs, opening))
        named = self._named_in(words[0].start, words[-1].end) if words else None
        if named is not None:
            return named
        for role in accumulate(word.form for word in words):
            if role in self._roles:
                return self._of(self._roles[role], role)
        for word in words:
            if word.form in self._own:
                return self._of(statement.attribution.speaker, word.form)
            if word.form in self._others:
                return self._of(self._in_focus(statement.attribution, word.start), word.form)
        return None

    def speaker(self, attribution: Attribution) -> Subject | None:
        """The one who speaks, where that is a named person."""
        return self._of(attribution.speaker, "")

    def _of(self, id: str | None, form: str) -> Subject | None:
        return Subject(self._called[id], form) if id in self._called else None

    def _named_in(self, start: int, end: int) -> Subject | None:
        at = bisect_left(self._starts, start)
        near = takewhile(lambda sight: sight[0] < end, self._sights[at : at + OPENING])
        text = self._article.wording.folded
        named = ((id, text[place : place + size]) for place, id, size in near if size)
        return next((self._of(*one) for one in named), None)

    def _in_focus(self, attribution: Attribution, place: int) -> str | None:
        """The last person spoken of before a place who is none of those through whom it comes.

        In reported speech a person who speaks is meant where the sentence tells of no other: the
        captain said that he had swum. In a quotation that would be I.
        """
        at = bisect_left(self._starts, place)
        before = reversed(self._sights[max(0, at - FAR) : at])
        found = next((one for one in before if one[1] not in attribution.chain), None)
        near = found is not None and found[0] >= self._article.sentence_at(place)
        if attribution.speaker in self._called and not near and not self._is_quoted(attribution):
            return attribution.speaker
        return found[1] if found else None

    def _is_quoted(self, one: Attribution) -> bool:
        around = (self._article.by_id[id] for id in self._article.around(one))
        return any(outer.quote != "indirect" for outer in (one, *around))

    @cached_property
    def _called(self) -> Mapping[str | None, str]:
        """The name of each named person."""
        fold = self._article.language.fold
        return {
            id: fold(one.name)
            for id, one in self._article.speakers.items()
            if one.kind == "person" and not one.anonymous
        }

    @cached_property
    def _roles(self) -> Mapping[str, str]:
        """The roles that one named person alone holds."""
        language = self._article.language
        held: dict[str, set[str]] = {}
        for id in filter(None, self._called):
            for span in self._article.speakers[id].mentions:
                role = language.fold(language.parse(span.text).role)
                if len(role) > 1:
                    held.setdefault(role, set()).add(id)
        return {role: min(ids) for role, ids in held.items() if len(ids) == 1}

    @cached_property
    def _own(self) -> frozenset[str]:
        """Those by which one speaks of oneself: 我, 自己."""
        return self._pronouns(
            lambda told: (told.person == 1 and told.number == "one") or told.sense == "reflexive"
        )

    @cached_property
    def _others(self) -> frozenset[str]:
        """Those that stand for one person told of before: 他, 她."""
        return self._pronouns(
            lambda told: told.person == 3 and told.number == "one" and told.gender in {"m", "f"}
        )

    def _pronouns(self, fits: Callable[[Phrase], bool]) -> frozenset[str]:
        return frozenset(form for form, told in self._article.pronouns.items() if fits(told))

    @cached_property
    def _sights(self) -> Sequence[tuple[int, str, int]]:
        """Where the text names a person, or one speaks: the place, who, the length of the name."""
        fold, speakers = self._article.language.fold, self._article.speakers
        names: dict[str, str] = {}
        spoken: list[tuple[int, str, int]] = []
        for id in filter(None, self._called):
            for name in (speakers[id].name, *speakers[id].aliases):
                if len(name) > 1:
                    names.setdefault(fold(name), id)
            spoken += ((span.start, id, 0) for span in speakers[id].mentions)
        text = self._article.wording.folded
        found = ((start, names[text[start:end]], end - start) for start, end in spot(text, names))
        return sorted([*spoken, *found])

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [place for place, _, _ in self._sights]

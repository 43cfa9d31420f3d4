"""The register of an article's speakers: finds the one a phrase means, or enters a new one.

It never guesses: a name that fits two speakers equally well is given to neither.
"""

from __future__ import annotations

from claims.lang.base import Language, Phrase
from claims.resolve.entities import Entity

SHORTEST = 2  # characters of a part of a name, unless it is a family name
KINDS = {"unnamed": "person", "other": "unknown", "joint": "group", "voice": "document"}
SHELVES = {"outlet": "body", "unknown": "body"}  # what a short name may mean is looked up together
NAMING = frozenset({"person", "body", "outlet", "document", "other"})  # phrases that give a name


class Register:
    """The speakers of one article, in the order in which they were entered."""

    def __init__(self, language: Language, text: str) -> None:
        self.entities: list[Entity] = []
        self._shelves: dict[str, list[Entity]] = {}
        self._unnamed: dict[str, Entity] = {}
        self._people: dict[str, dict[int, Entity]] = {}  # by name, and by where its parts begin
        self._meant: dict[tuple[str, ...], str] = {}
        self._language = language
        self._text = language.fold(text)

    # ------------------------------------------------------------ entering
    def enter(self, phrase: Phrase, written: str, place: int) -> Entity:
        """A new speaker for a phrase."""
        unnamed = phrase.kind == "unnamed"
        shorter = phrase.name and self._language.fold(written).startswith(phrase.name)
        name = phrase.name if not unnamed or shorter else ""
        name = name or written or phrase.role or phrase.head
        entity = Entity(len(self.entities), KINDS.get(phrase.kind, phrase.kind), name)
        entity.anonymous = unnamed
        self.entities.append(entity)
        shelf = "unnamed" if unnamed else SHELVES.get(entity.kind, entity.kind)
        self._shelves.setdefault(shelf, []).append(entity)
        self.add(entity, phrase, written, place)
        return entity

    def add(self, entity: Entity, phrase: Phrase, written: str, place: int) -> None:
        """One more mention of a speaker, with all that its phrase tells."""
        entity.see(place)
        if phrase.kind == "pronoun":
            if phrase.gender != "any" and entity.gender == "any" and phrase.number == "one":
                entity.gender = phrase.gender
            return
        self._call(entity, phrase, written)
        entity.what = entity.what or phrase.what
        entity.sense = entity.sense or self.sense_of(phrase)
        entity.role = entity.role or phrase.role
        entity.body = entity.body or phrase.body
        entity.head = entity.head or phrase.head
        if phrase.number == "many":
            entity.number = "many"
        if phrase.gender != "any":
            entity.gender = phrase.gender

    def _call(self, entity: Entity, phrase: Phrase, written: str) -> None:
        """The names and forms that a mention gives to a speaker."""
        fold = self._language.fold
        for form in filter(None, (written, phrase.name, *phrase.aliases)):
            folded = fold(form)
            entity.aliases.setdefault(form)
            entity.forms.add(folded)
            if entity.anonymous and self._unnamed.setdefault(folded, entity).order < entity.order:
                self._unnamed[folded] = entity
        if phrase.kind in NAMING:
            self._name(entity, self._names_of(phrase))
        person = phrase.kind == "person" == entity.kind and not entity.anonymous
        foreign = phrase.name.isascii() and not entity.name.isascii()
        if person and len(phrase.name) > len(entity.name) and not foreign:
            entity.name = phrase.name

    def _names_of(self, phrase: Phrase) -> set[str]:
        """The folded names in a phrase; of a body with a short country in it the long form too."""
        fold, body = self._language.fold, phrase.body
        names = {fold(name).lower() for name in (phrase.name, *phrase.aliases) if name}
        if phrase.kind == "body" and body and body.senses and phrase.head:
            country = self.sense_of(body)
            names |= {country + phrase.head} if country else set()
        return names

    def _name(self, entity: Entity, names: set[str]) -> None:
        entity.names |= names
        if entity.kind == "person" and not entity.anonymous:
            for key in (key for name in names for key in (name, *self._list_keys(name))):
                self._people.setdefault(key, {})[entity.order] = entity

    def _list_keys(self, name: str) -> set[str]:
        """Keys of which a name shares one with each name that is a part of it, or it of them."""
        return {f"{piece[:1]}…" for piece in self._language.split_name(name)} | {f"…{name[-1:]}"}

    def _called(self, keys: set[str]) -> list[Entity]:
        """The people under some keys, in the order in which they were entered."""
        found: dict[int, Entity] = {}
        for key in keys:
            found.update(self._people.get(key, {}))
        return [found[order] for order in sorted(found)]

    def sense_of(self, phrase: Phrase) -> str:
        """What a phrase for a body means; of several countries the one that the article names."""
        if not phrase.senses:
            return phrase.sense
        if phrase.senses not in self._meant:
            named = [sense for sense in phrase.senses if sense in self._text]
            rows = named if len(phrase.senses) > 1 else phrase.senses
            self._meant[phrase.senses] = rows[0] if len(rows) == 1 else ""
        return self._meant[phrase.senses]

    # ------------------------------------------------------------ finding
    def of(self, shelf: str) -> list[Entity]:
        """The speakers of one sort: person, unnamed, body (outlets too), document, group."""
        return self._shelves.get(shelf, [])

    def unnamed(self, words: str) -> Entity | None:
        """The unnamed speaker entered last that was called by these folded words."""
        return self._unnamed.get(words)

    def named(self, phrase: Phrase) -> list[Entity]:
        """The speakers that a name fits best: equal names first, then a part of one."""
        forms = self._names_of(phrase)
        equal = self._called(forms)
        if equal:
            return equal
        near = self._called({key for form in forms for key in self._list_keys(form)})
        return [e for e in near if any(self._part(f, n) for f in forms for n in e.names)]

    def mistaken(self, phrase: Phrase) -> list[Entity]:
        """Those taken for people by a name in foreign letters, of which a phrase makes a body."""
        bare = [e for e in self._called(self._names_of(phrase)) if not e.role and e.name.isascii()]
        for entity in bare:
            if entity.kind == "person":
                self._shelves["person"].remove(entity)
                self._shelves.setdefault("body", []).append(entity)
            entity.kind, entity.what = phrase.kind, entity.what or phrase.what
        return bare

    def _part(self, form: str, name: str) -> bool:
        """Whether one name is a part of the other, at its beginning or end or between dots."""
        short, long = sorted((form, name), key=len)
        if len(short) < SHORTEST and not self._language.is_surname(short):
            return False
        if any(dot in long for dot in self._language.dots):
            pieces = self._language.split_name(long)
            return short in pieces or long.endswith(short)
        return long.startswith(short) or (long.endswith(short) and len(short) >= SHORTEST)

    def bodies(self, phrase: Phrase) -> list[Entity]:
        """The bodies that a phrase fits best."""
        sense = self.sense_of(phrase)
        rows = self.of("body")
        if sense:
            same = [e for e in rows if e.sense == sense] or (
                self._speaking_for(sense, rows) if phrase.head == "side" else []
            )
            if same:
                return same
        forms = self._names_of(phrase)
        equal = [e for e in rows if forms & e.names]
        if equal or sense:
            return equal
        return [
            e
            for e in rows
            if not e.sense
            and (e.kind != "outlet" or phrase.kind == "outlet")
            and any(self._part_of_body(f, n) for f in forms for n in e.names)
        ] or self._family(phrase, rows)

    def _speaking_for(self, sense: str, rows: list[Entity]) -> list[Entity]:
        """The body of a country that has spoken in the article, for which its side stands."""
        heard = [e for e in rows if e.body is not None and self.sense_of(e.body) == sense]
        return heard[-1:]

    def _family(self, phrase: Phrase, rows: list[Entity]) -> list[Entity]:
        """For a bare word for one kind of body (警方) the bodies of that kind."""
        bare = self._language.fold(phrase.name)
        for family in self._language.families:
            if bare in family:
                return [e for e in rows if any(n.endswith(w) for n in e.names for w in family)]
        return []

    @staticmethod
    def _part_of_body(form: str, name: str) -> bool:
        """Whether one name of a body is a short form of the other: its beginning or its end."""
        short, long = sorted((form, name), key=len)
        return len(short) >= SHORTEST and (long.startswith(short) or long.endswith(short))

    def latest(self, rows: list[Entity], place: int) -> Entity | None:
        """Of several, the one seen last before a place."""
        rows = [e for e in rows if e.last_before(place) >= 0]
        return max(rows, key=lambda e: (e.last_before(place), -e.order), default=None)

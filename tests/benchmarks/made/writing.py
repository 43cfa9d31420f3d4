"""One article on an event, paragraph by paragraph."""

from __future__ import annotations

import random
from collections.abc import Hashable, Sequence
from datetime import date, timedelta

from .events import Event, Member
from .speakers import Body, Speaker, Unnamed
from .tables import Script, code_of, load_table
from .words import Told, Words, fill, join

CLAIMS, REMARKS = 0.4, 0.6  # of sentences: up to here claims, up to here remarks; then plain ones
FURTHER = 0.35  # of what is said goes on to a remark
RELAYED = 0.45  # of the claims of an article that has some told through others


class Writer:
    """Whoever writes one article: in one script, for one outlet, on one day.

    In an article that is `nested`, claims come through others too: an outlet, a document, an
    official who tells what the president said. In one that is not, each is said by its speaker.
    """

    def __init__(
        self, event: Event, script: Script, outlet: Body, day: date, chance: random.Random
    ) -> None:
        self.event, self.script, self.outlet, self.day = event, script, outlet, day
        self.chance, self.code = chance, code_of(script)
        self.rows = load_table(self.code)
        self.plain, self.remarks = (event.choose(s, self.code) for s in ("plain", "remarks"))
        self.known: set[str] = set()
        self.used: set[Hashable] = set()
        self.members, self.source = self._choose_members(), self._choose_source()

    def write(self, size: int, nested: bool) -> list[Words]:
        """The paragraphs of an article of about so many characters."""
        paragraphs, long = [self._lead()], 0
        opening = [self._relay()] if nested else [self._claim()]
        while long < size:
            more = range(self.chance.randint(1, 3))
            sentences = [*opening, *(self._sentence(nested) for _ in more)]
            paragraphs.append(join(sentences, " " if self.code == "en" else ""))
            opening, long = [], sum(len(one.text) + 1 for one in paragraphs)
        return paragraphs

    def title(self) -> str:
        """The headline."""
        return self._fill(self.chance.choice(self.event.rows(self.code)["title"])).text

    # ------------------------------------------------------------ sentences
    def _lead(self) -> Words:
        return self._fill(self.chance.choice(self.event.rows(self.code)["lead"]))

    def _sentence(self, nested: bool) -> Words:
        taken = self.chance.random()
        if taken < CLAIMS:
            return self._relay() if nested and self.chance.random() < RELAYED else self._claim()
        return self._remark() if taken < REMARKS else self._plain()

    def _plain(self) -> Words:
        own = self.event.rows(self.code)["plain"]
        return self._fill(self._choose_new([*own, *self.plain])).raised()

    def _claim(self) -> Words:
        """One says what he holds, or denies what he holds not to be so; each thing once."""
        held = [
            (one.speaker, matter, position)
            for one in self.members
            for matter, positions in one.held.items()
            for position in positions
        ]
        left = [row for row in held if (row[0].id, row[2]) not in self.used]
        if not left:
            return self._remark()
        speaker, matter, position = self.chance.choice(left)
        self.used.add((speaker.id, position))
        return self._say(speaker, matter, position)

    def _say(self, speaker: Speaker, matter: str, position: str) -> Words:
        deny = position.startswith("not:") and self.chance.random() < 0.5
        asked = isinstance(speaker, Unnamed) and speaker.id not in self.known
        sort = "asked" if asked and not deny else "deny" if deny else _sort(speaker)
        pattern = self.chance.choice(self.rows["said"][sort])
        told = Told((speaker.id,), f"{self.event.id}/{matter}", position)
        what = self._hold(position, turned=deny).marked(told)
        if not deny and self.chance.random() < FURTHER:
            what = self._add(what, self._tell_remark())
        return self._fill(pattern, who=self._call(speaker, pattern), what=what).raised()

    def _remark(self) -> Words:
        speaker, what = self.chance.choice(self.members).speaker, self._tell_remark()
        if self.chance.random() < FURTHER:
            what = self._add(what, self._tell_remark())
        pattern = self.chance.choice(self.rows["said"][_sort(speaker)])
        return self._fill(pattern, who=self._call(speaker, pattern), what=what).raised()

    def _tell_remark(self) -> Words:
        return self._fill(self._choose_new(self.remarks))

    def _add(self, what: Words, other: Words) -> Words:
        return fill(self.rows["words"]["further"], what=what, other=other)

    # ------------------------------------------------------------ what comes through others
    def _relay(self) -> Words:
        """A claim that comes through others: an outlet, a document, one who tells of another."""
        chain = self._choose_chain()
        [member] = [one for one in self.event.members if one.speaker is chain[-1]]
        matter = self.chance.choice(sorted(member.held))
        position = self.chance.choice(member.held[matter])
        told = Told(tuple(one.id for one in chain), f"{self.event.id}/{matter}", position)
        inner = self._hold(position).marked(told)
        for pattern, speakers in reversed(self._frames(chain)):
            who, *others = (self._call(one, pattern) for one in speakers)
            inner = self._fill(pattern, who=who, inner=inner, next=others[0] if others else "")
        return join([inner, self.rows["words"]["stop"]]).raised()

    def _frames(self, chain: Sequence[Speaker]) -> list[tuple[str, Sequence[Speaker]]]:
        """The frames that bring in a chain, each with the one or two whom it names."""
        found: list[tuple[str, Sequence[Speaker]]] = []
        at = 0
        while at < len(chain):
            one, *others = chain[at : at + 2]
            pair = one.kind in ("outlet", "document") and others and others[0].kind != "document"
            if pair and self.chance.random() < 0.5:
                found.append((self._choose_frame("quoting"), (one, others[0])))
                at += 2
                continue
            told = at > 0 and one in self.event.heads.values()
            sort = one.kind if one.kind in ("outlet", "document") else "person"
            found.append((self._choose_frame("told" if told else sort), (one,)))
            at += 1
        return found

    def _choose_chain(self) -> tuple[Speaker, ...]:
        """Through whom a claim comes: two at least, of whom the last one holds it.

        Whoever is without a name comes through the outlet that has spoken to him, or speaks here.
        """
        event, source = self.event, self.source
        held = {one.speaker.id for one in event.members if one.held}
        named = [one.speaker for one in self.members if one.held and one.speaker.kind == "person"]
        agency = self.chance.choice([one for one in event.relays if one.id != self.outlet.id])
        document = self.chance.choice(event.documents)
        through = () if source.outlet.id == self.outlet.id else (source.outlet,)
        ways: list[tuple[Speaker, ...]] = [(*through, source)] * 4 if through else []
        for head in (one for one in event.heads.values() if one.id in held):
            ways += [(*through, source, head), (*through, document, source, head)]
        for one in named:
            ways += [(agency, one), (agency, document, one), (document, one)]
        return self.chance.choice(ways or [(agency, source)])

    # ------------------------------------------------------------ words
    def _hold(self, position: str, *, turned: bool = False) -> Words:
        """A position as a clause; `turned` as what one denies who holds that it is not so."""
        sort, _, value = position.partition(":")
        parties = {one.id: one for one in self.event.parties.values()}
        key = {"open": value, "not": "did" if turned else "not"}.get(sort, sort)
        pattern = self.chance.choice(self.event.rows(self.code)[key])
        party = parties.get(value, self.event.town).call(self.script, self.chance, True, False)
        return self._fill(pattern, n=value, party=party)

    def _fill(self, pattern: str, **parts: Words | str) -> Words:
        """A pattern with what it is told, and with what the event and chance give."""
        chance, event = self.chance, self.event
        known: dict[str, Words | str] = {
            "place": event.town.call(self.script, chance, True, False),
            "country": event.country.body.call(self.script, chance, True, False),
            "outlet": self.outlet.call(self.script, chance, True, False),
            "river": event.river.of(self.script),
            "street": event.street.of(self.script),
            "day": self._tell_day(),
            "count": str(chance.randint(12, 90)),
            "few": str(chance.randint(2, 9)),
            "year": str(chance.randint(1951, 2019)),
            **{sort: name.of(self.script) for sort, name in event.things.items()},
        }
        what = parts.get("what", "")
        raised = what.raised() if isinstance(what, Words) else what
        return fill(pattern, **(known | {"What": raised} | parts))

    def _tell_day(self) -> str:
        day = self.day - timedelta(days=self.chance.randint(0, 1))
        return str(self.rows["words"]["days"][day.weekday()])

    def _call(self, speaker: Speaker, pattern: str) -> Words:
        first = speaker.id not in self.known
        self.known.add(speaker.id)
        apposed = "{who}," not in pattern and not pattern.startswith("{What}")
        return speaker.call(self.script, self.chance, first, apposed)

    def _choose_frame(self, sort: str) -> str:
        return str(self.chance.choice(self.rows["nested"][sort]))

    def _choose_new(self, patterns: Sequence[str]) -> str:
        """A pattern that the article has not had yet, while there is one."""
        chosen = self.chance.choice([one for one in patterns if one not in self.used] or patterns)
        self.used.add(chosen)
        return chosen

    def _choose_members(self) -> tuple[Member, ...]:
        """Those who speak in the article themselves; somebody who holds something is among them."""
        free = [
            one for one in self.event.members
            if not isinstance(one.speaker, Unnamed) or one.speaker.outlet.id == self.outlet.id
        ]  # fmt: skip
        self.chance.shuffle(free)
        free.sort(key=lambda one: not one.held)
        first, *others = free
        return (first, *self.chance.sample(others, self.chance.randint(2, 5)))

    def _choose_source(self) -> Unnamed:
        """The one without a name whom the article may cite: one alone, who stays `the official`."""
        unnamed = [one.speaker for one in self.event.members if isinstance(one.speaker, Unnamed)]
        own = [one for one in unnamed if one.outlet.id == self.outlet.id]
        return self.chance.choice(own or unnamed)


def _sort(speaker: Speaker) -> str:
    return speaker.kind if speaker.kind in ("person", "unnamed") else "body"

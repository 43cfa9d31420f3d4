"""Items of the graph told as answers, each once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from claims.graph import Graph
from claims.graph.facts import PARTS
from claims.graph.words import find_whole
from claims.model import Attribution, Claim, Document, Relation, Speaker
from claims.model.world import Held
from claims.query.answers import Article, Hop, Party, Point, Statement

Item = TypeVar("Item", Attribution, Claim, Speaker)


class Teller:
    """Tells of the items of one graph; what was told once is not made again."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._articles: dict[str, Article] = {}
        self._parties: dict[str, Party] = {}
        self._statements: dict[str, Statement] = {}

    def tell_article(self, id: str) -> Article:
        """The article of a document's id."""
        if id not in self._articles:
            page: Document = self.graph.nodes[id]["item"]
            facts = page.model_dump(include=set(Article.model_fields))
            self._articles[id] = Article(**facts)
        return self._articles[id]

    def tell_party(self, id: str | None) -> Party | None:
        """The speaker of an id; None where there is no such speaker."""
        if id not in self._parties:
            one = self._find(id, Speaker)
            if one is None:
                return None
            self._parties[one.id] = self._make_party(one)
        return self._parties[id or ""]

    def tell_statement(self, id: str) -> Statement | None:
        """The attribution of an id, or the one that holds the claim of an id."""
        claim = self._find(id, Claim)
        one = self._find(claim.attribution if claim else id, Attribution)
        if one is None:
            return None
        if one.id not in self._statements:
            self._statements[one.id] = self._make_statement(one)
        return self._statements[one.id]

    def tell_point(self, id: str) -> Point | None:
        """What an end of a relation says: a claim, or all of an attribution."""
        statement = self.tell_statement(id)
        if statement is None:
            return None
        claim = self._find(id, Claim)
        if claim is None and len(statement.claims) == 1:
            [claim] = statement.claims
        if claim is None:
            words = statement.text or statement.passage.text
            return Point(
                words=words, span=statement.passage, statement=statement, held=statement.held
            )
        facts = claim.model_dump(include={"certainty", "negated", "conditional"})
        return Point(
            words=claim.span.text,
            span=claim.span,
            statement=statement,
            claim=claim,
            held=statement.held_of(claim),
            **facts,
        )

    def climb(self, id: str) -> Iterator[Attribution]:
        """An attribution and those around it, the nearest first."""
        seen: set[str] = set()
        one = self._find(id, Attribution)
        while one is not None and one.id not in seen:
            seen.add(one.id)
            yield one
            one = self._find(one.within, Attribution)

    def descend(self, id: str) -> Iterator[tuple[str, bool]]:
        """An attribution and those inside it, as they stand in the text, and which hold others."""
        waiting, seen = [id], {id}
        while waiting:
            one = waiting.pop()
            inside = [
                other
                for _, other, facts in self.graph.out_edges(one, data=True)
                if facts["kind"] == "relays" and other not in seen
            ]
            yield one, bool(inside)
            seen.update(inside)
            waiting += reversed(inside)

    def list_ids(self, kind: str) -> list[str]:
        """The ids of all nodes of a kind, in the order of the dossiers."""
        return [id for id, facts in self.graph.nodes(data=True) if facts["kind"] == kind]

    def _find(self, id: str | None, kind: type[Item]) -> Item | None:
        item = self.graph.nodes[id]["item"] if id and id in self.graph else None
        return item if isinstance(item, kind) else None

    def _name(self, id: str) -> str:
        one = self._find(id, Speaker)
        return one.name if one else ""

    def _make_party(self, one: Speaker) -> Party:
        copied = {"id", "name", "kind", "anonymous", "what", "role", "aliases"}
        return Party(
            **one.model_dump(include=copied),
            affiliation=self._name(one.affiliation or "") or None,
            members=tuple(filter(None, map(self._name, one.members))),
            article=self.graph.nodes[one.id]["document"],
        )

    def _make_statement(self, one: Attribution) -> Statement:
        page: Document = self.graph.nodes[self.graph.nodes[one.id]["document"]]["item"]
        around = self._find(one.within, Attribution)
        copied = {"id", "negated", "quote", "confidence"}
        return Statement(
            **one.model_dump(include=copied),
            article=self.tell_article(page.id),
            speaker=self.tell_party(one.speaker),
            unresolved=tuple(filter(None, map(self.tell_party, one.unresolved))),
            source=one.source,
            cue=one.cue,
            content=one.content,
            text=PARTS.join(span.text for span in one.content),
            passage=find_whole(one, page.text),
            hops=tuple(self._tell_hops(one, page)),
            within=around.id if around else None,
            held=next((told for told in self._list_held(one.id) if told != "asserted"), "asserted"),
            addressee=one.addressee.text if one.addressee else "",
            medium=one.medium or "",
            said_at=one.said_at.text if one.said_at else "",
            said_on=one.said_at.value if one.said_at else "",
            claims=tuple(self._list_claims(one.id)),
        )

    def _list_claims(self, id: str) -> Iterator[Claim]:
        for _, other, facts in self.graph.out_edges(id, data=True):
            claim = self._find(other, Claim) if facts["kind"] == "claims" else None
            if claim:
                yield claim

    def _list_held(self, id: str) -> Iterator[Held]:
        return map(self._find_held, self.climb(id))

    def _find_held(self, one: Attribution) -> Held:
        """How the one who speaks stands to the content, by the words of report."""
        if one.negated:
            return "unsaid"
        told = {claim.held for claim in self._list_claims(one.id)}
        if len(told) == 1:
            return told.pop()
        return "denied" if not told and self._denies_inner(one) else "asserted"

    def _denies_inner(self, one: Attribution) -> bool:
        """Whether the words of report themselves dispute what stands inside: 否认林海说过这话."""
        for _, other, facts in self.graph.out_edges(one.id, data=True):
            relation: Relation | None = facts.get("item")
            if relation and relation.kind == "disputes" and relation.cue in (one.cue, None):
                claim = self._find(other, Claim)
                around = self.climb(claim.attribution if claim else other)
                if any(outer.within == one.id for outer in around):
                    return True
        return False

    def _tell_hops(self, one: Attribution, page: Document) -> Iterator[Hop]:
        """The outlet, and then the chain, each speaker with the attribution that tells of it.

        The chain decides, not what stands around: a dossier may leave a speaker out of it.
        """
        if page.outlet:
            yield Hop(name=page.outlet, kind="outlet")
        around = list(self.climb(one.id))[:0:-1]
        own = one.chain[-1:] == (one.speaker,)
        for id in one.chain[: len(one.chain) - own]:
            told = next((other for other in around if other.speaker == id), None)
            if told:
                around = around[around.index(told) + 1 :]
            if told or id in self.graph:
                yield self._tell_hop(id, told)
        yield self._tell_hop(one.speaker, one)

    def _tell_hop(self, id: str | None, one: Attribution | None) -> Hop:
        party = self.tell_party(id)
        return Hop(
            name=party.name if party else "",
            speaker=party,
            anonymous=party.anonymous if party else False,
            kind=party.kind if party else "unknown",
            attribution=one.id if one else "",
            source=one.source if one else None,
            cue=one.cue if one else None,
            medium=one.medium or "" if one else "",
            held=self._find_held(one) if one else "asserted",
        )

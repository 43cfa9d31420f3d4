"""How the report tells of speakers, statements and disputes, in its own words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from claims.query.answers import Article, Conflict, Dispute, Hop, Party, Statement
from claims.render.cells import clean
from claims.render.report.labels import Labels

Standing = Literal["named", "anonymous", "passed_on", "unknown"]


def find_standing(one: Statement) -> Standing:
    """Whether the one on whose word a statement stands is named.

    `passed_on` is a named speaker whose words come through someone anonymous.
    """
    if one.speaker and one.speaker.anonymous:
        return "anonymous"
    if any(hop.anonymous for hop in one.hops):
        return "passed_on"
    return "named" if one.speaker else "unknown"


def name_statement(one: Statement, labels: Labels) -> str:
    """The speaker's name; those equally good where there are several."""
    if one.speaker:
        return clean(one.speaker.name)
    if one.unresolved:
        names = labels.write("and").join(clean(party.name) for party in one.unresolved)
        return labels.write("either", names=names)
    return labels.write("nobody")


def list_relays(one: Statement) -> tuple[Hop, ...]:
    """The steps before the speaker's own that are someone's saying; the outlet is left out."""
    return tuple(hop for hop in one.hops[:-1] if hop.attribution)


def name_hop(hop: Hop, labels: Labels) -> str:
    """The name of one step of a chain."""
    return clean(hop.name) or labels.write("nobody" if hop.attribution else "no_outlet")


def describe_party(party: Party | None, labels: Labels) -> str:
    """What stands small beneath a name: role, body, members, and that it is anonymous.

    >>> from claims.render.report.labels import load_labels
    >>> one = Party(id="s1", name="一名官员", anonymous=True, what="official")
    >>> describe_party(one, load_labels("zh"))
    '匿名 · 官员'
    """
    if party is None:
        return ""
    facts = [
        labels.write("anonymous") if party.anonymous else "",
        _name_type(party, labels),
        clean(party.affiliation or ""),
        labels.write("and").join(map(clean, party.members)),
    ]
    told = dict.fromkeys(fact for fact in facts if fact and fact != clean(party.name))
    return " · ".join(told)


def _name_type(party: Party, labels: Labels) -> str:
    if party.role:
        return clean(party.role)
    key = f"what_{party.what}"
    return labels.write(key) if labels.has(key) else ""


def name_disputed(one: Dispute, labels: Labels) -> tuple[Statement, ...]:
    """One statement for each speaker who is disputed, in their order."""
    first: dict[str, Statement] = {}
    for said in one.against:
        first.setdefault(name_statement(said, labels), said)
    return tuple(first.values())


def pick_headline(one: Dispute) -> str:
    """The key of the sentence that tells who disputes whom."""
    if one.against:
        return "headline"
    return "headline_target" if one.target else "headline_alone"


def tell_dispute(one: Dispute, labels: Labels) -> str:
    """Who disputes whom, as one sentence.

    >>> from claims.model import Span
    >>> from claims.render.report.labels import load_labels
    >>> here, nothing = Article(id="x"), Span(start=0, end=0, text="")
    >>> port, lin = Party(id="s1", name="港口"), Party(id="s2", name="林海")
    >>> port, lin = (Statement(id=one.id, article=here, passage=nothing, speaker=one)
    ...              for one in (port, lin))
    >>> tell_dispute(Dispute(id="r1", who=port, against=(lin,)), load_labels("zh"))
    '港口 对 林海 的说法提出异议'
    """
    names = (name_statement(said, labels) for said in name_disputed(one, labels))
    return labels.write(
        pick_headline(one),
        who=name_statement(one.who, labels),
        whom=labels.write("and").join(names),
        target=clean(one.target.text) if one.target else "",
    )


def tell_difference(one: Conflict, labels: Labels) -> str:
    """On what two claims differ, and the words by which they do.

    The reason of the dossier is for those who look into the program; this is for readers.
    """
    kind = one.difference.kind if one.difference else "none"
    words = [clean(side) for side in _sides(one) if side]
    told = labels.write(f"difference_{kind}")
    if not words:
        return told
    quoted = labels.write("and").join(labels.write("quotation", text=word) for word in words)
    return labels.write("lead", first=told, second=quoted)


def _sides(one: Conflict) -> Iterable[str]:
    return (one.difference.first, one.difference.second) if one.difference else ()


def tell_shared(one: Conflict, labels: Labels) -> str:
    """The words by which two claims are on one matter."""
    if not one.shared:
        return ""
    words = labels.write("and").join(map(clean, one.shared))
    return labels.write("lead", first=labels.write("shared"), second=words)


def cite_article(page: Article, labels: Labels) -> str:
    """Outlet, date and title of an article; what is not known is said to be so.

    >>> from claims.render.report.labels import load_labels
    >>> cite_article(Article(id="x", outlet="东港日报", title="停航"), load_labels("en"))
    '东港日报, no date, “停航”'
    """
    title = clean(page.title) or clean(page.name)
    parts = [
        clean(page.outlet) or labels.write("no_outlet"),
        clean(page.published.replace("T", " ")) or labels.write("no_date"),
        labels.write("book_title", text=title) if title else "",
    ]
    return labels.write("comma").join(filter(None, parts))

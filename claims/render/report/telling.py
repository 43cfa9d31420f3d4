"""How the report tells of speakers, statements and disputes, in its own words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from claims.model import Document
from claims.query.answers import Article, Conflict, Hop, Party, Point, Statement
from claims.render.cells import clean, cut
from claims.render.report.cards import Card
from claims.render.report.labels import Labels
from claims.render.report.scripts import restore_script
from claims.render.report.together import Against

Standing = Literal["named", "anonymous", "passed_on", "unknown"]
_SHORT = 72  # columns of the disputed words in a list, 36 Chinese characters
_PHRASE = 32  # columns of the phrase that points at them


def tell_disputes(cards: Sequence[Card], labels: Labels) -> str:
    """How many dispute whom; and how often, where someone does so in several places."""
    told, times = labels.write("disputes_n", n=len(cards)), sum(len(card.acts) for card in cards)
    return labels.write("disputes_times", told=told, n=times) if times > len(cards) else told


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
        names = labels.join(clean(party.name) for party in one.unresolved)
        return labels.write("either", names=names)
    return labels.term("nobody")


def list_hops(one: Statement) -> tuple[Hop, ...]:
    """The chain from the outlet to the speaker; who follows on himself is there once.

    >>> from claims.model import Span
    >>> paper, port = Hop(name="东港日报"), Hop(name="港口", attribution="a1")
    >>> again = Hop(name="港口", attribution="a2", medium="微博")
    >>> here = Span(start=0, end=0, text="")
    >>> one = Statement(id="a2", article=Article(id="x"), passage=here, hops=(paper, port, again))
    >>> [hop.name for hop in list_hops(one)]
    ['东港日报', '港口']
    """
    hops: list[Hop] = []
    for hop in one.hops:
        before = hops.pop() if hops and _is_one(hops[-1], hop) else None
        hops.append(_join(before, hop) if before else hop)
    return tuple(hops)


def _is_one(before: Hop, hop: Hop) -> bool:
    if before.speaker and hop.speaker:
        return before.speaker.id == hop.speaker.id
    return bool(hop.name) and before.name == hop.name


def _join(before: Hop, hop: Hop) -> Hop:
    held = before.held if hop.held == "asserted" else hop.held
    return hop.model_copy(update={"held": held, "medium": hop.medium or before.medium})


def list_relays(one: Statement) -> tuple[Hop, ...]:
    """The steps before the speaker's own that are someone's saying; the outlet is left out."""
    return tuple(hop for hop in list_hops(one)[:-1] if hop.attribution)


def name_hop(hop: Hop, labels: Labels) -> str:
    """The name of one step of a chain."""
    return clean(hop.name) or (
        labels.term("nobody") if hop.attribution else labels.write("no_outlet")
    )


def mark_hop(hop: Hop, labels: Labels) -> str:
    """The word for one who denies what comes after, or has not said it; else nothing."""
    return "" if hop.held == "asserted" else labels.term(hop.held)


def mark_held(one: Statement | Point, labels: Labels) -> str:
    """The word for words that are not the speaker's own claim; else nothing.

    It tells who does not hold them where that is one on the way.
    """
    told = _find_holder(one)
    if told is None:
        return "" if one.held == "asserted" else labels.term(one.held)
    return labels.term(f"{told.held}_by", name=name_hop(told, labels))


def tells_held(one: Statement, labels: Labels) -> bool:
    """Whether the article's own words of report are the word for words that are not held."""
    mark = mark_held(one, labels)
    return bool(mark and one.cue and clean(one.cue.text) == mark)


def name_held(name: str, one: Statement | Point, labels: Labels) -> str:
    """A name with the word for words that are not the speaker's own claim."""
    mark = mark_held(one, labels)
    if not mark:
        return name
    if _find_holder(one):
        return labels.write("aside", first=name, second=mark)
    return labels.write("held", name=name, mark=mark)


def _find_holder(one: Statement | Point) -> Hop | None:
    """The one on the way who does not hold the words, where the speaker does."""
    said = one.statement if isinstance(one, Point) else one
    hop = None if one.held == "asserted" else said.find_turned()
    return None if hop is None or hop is said.hops[-1] else hop


def describe_party(party: Party | None, labels: Labels, page: Document | None = None) -> str:
    """What stands small beneath a name: role, body, members, and that it is anonymous.

    Roles are told in the script of the article, `page`.

    >>> from claims.render.report.labels import load_labels
    >>> one = Party(id="s1", name="一名知情者", anonymous=True, what="official")
    >>> describe_party(one, load_labels("zh")), describe_party(one, load_labels("en"))
    ('匿名官员', 'anonymous official')
    """
    if party is None:
        return ""
    role = clean(party.role or "")
    role = restore_script(role, page) if page else role
    type = labels.type(party.what)
    facts = [] if party.anonymous else [role or type]
    facts += [clean(party.affiliation or ""), labels.join(map(clean, party.members))]
    told = [fact for fact in facts if fact not in clean(party.name)]
    if party.anonymous:
        told.insert(0, _tell_unnamed(party, type if labels.lang == "en" else role or type, labels))
    return " · ".join(dict.fromkeys(filter(None, told)))


def _tell_unnamed(party: Party, type: str, labels: Labels) -> str:
    """That one is not named, and of which type, where the name does not tell it."""
    if not type or type in party.name:
        return labels.term("anonymous")
    return labels.term("anonymous_type", type=type)


def name_disputed(one: Card, labels: Labels) -> tuple[Statement, ...]:
    """One statement for each speaker who is disputed, the likeliest first."""
    first: dict[str, Statement] = {}
    for said in (one.said, *one.also):
        first.setdefault(said.speaker.id if said.speaker else name_statement(said, labels), said)
    return tuple(first.values())


def pick_headline(one: Card) -> str:
    """The key of the sentence that tells who disputes whom."""
    return "headline" if one.firm else "headline_perhaps"


def tell_dispute(one: Card, labels: Labels) -> str:
    """Who disputes whom, as one sentence."""
    names = (name_statement(said, labels) for said in name_disputed(one, labels))
    return labels.write(
        pick_headline(one), who=name_statement(one.who, labels), whom=labels.join(names)
    )


def tell_over(one: Card, labels: Labels) -> str:
    """That something is meant, or perhaps meant, and the phrase that says what."""
    over = labels.write("over") if one.firm else labels.term("perhaps")
    return " ".join(filter(None, (over, quote_target(one, labels))))


def quote_target(one: Card, labels: Labels) -> str:
    """The phrase that names what is disputed, in short; nothing where there is none."""
    target = one.main.target
    return labels.quote(cut(clean(target.text), _PHRASE)) if target else ""


def shorten_over(one: Card) -> str:
    """The words that are disputed, in short."""
    return cut(clean(one.over.words), _SHORT)


def tell_difference(one: Conflict | Against, labels: Labels) -> str:
    """On what two claims differ, and the words by which they do.

    The reason of the dossier is for those who look into the program; this is for readers.
    """
    if one.difference is None:
        return labels.write("differ")
    kind = labels.term(one.difference.kind)
    first, second = (
        labels.quote(clean(side)) if side else ""
        for side in (one.difference.first, one.difference.second)
    )
    both = labels.term("against", first=first, second=second) if first and second else ""
    words = both or first or second
    return labels.write("lead", first=kind, second=words) if words else kind


def tell_shared(one: Conflict, labels: Labels) -> str:
    """The words by which two claims are on one matter."""
    if not one.shared:
        return ""
    words = labels.join(map(clean, one.shared))
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


def list_signs(one: Point, labels: Labels) -> Iterable[str]:
    """Certainty, negation and condition of a claim, each as a word."""
    signs = [
        labels.term(one.certainty) if one.certainty else "",
        labels.term("negated") if one.negated else "",
        labels.term("conditional") if one.conditional else "",
    ]
    return filter(None, signs)

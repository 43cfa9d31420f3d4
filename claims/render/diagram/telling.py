"""How speakers, claims and lines are told in the words of a picture."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from claims.lang.words import has_han
from claims.model import Claim, Difference
from claims.query.answers import Conflict, Dispute, Party, Statement
from claims.render.cells import clean
from claims.render.diagram.said import Said
from claims.render.diagram.sheet import Sign
from claims.render.diagram.wording import Wording

_BETWEEN = " · "


def tell_name(statement: Statement, wording: Wording) -> str:
    """Who says it; several where several may, and that no one is named."""
    if statement.speaker:
        return clean(statement.speaker.name) or wording.tell("nobody")
    several = wording.tell("or").join(clean(one.name) for one in statement.unresolved)
    return f"{several}?" if several else wording.tell("nobody")


def tell_small(party: Party | None, wording: Wording) -> str:
    """What stands beneath a name: that it is not one, of which type; else body and role.

    In the order of the language that the role is in.
    """
    if party is None:
        return ""
    told = (party.affiliation, party.role)  # 港务局 · 局长, but mayor · Harlow
    facts = (clean(one) for one in (told if has_han(party.role or "") else told[::-1]) if one)
    place = [one for one in facts if one not in party.name]
    if party.anonymous:
        kind = wording.type(party.what)
        kind = "" if kind and kind in party.name else kind
        unnamed = wording.tell("anonymous_type", type=kind) if kind else wording.tell("anonymous")
        return join_facts((unnamed, *(one for one in place if one != kind)))
    members = wording.list(tuple(clean(one) for one in party.members))
    return _BETWEEN.join(place) or ("" if members == clean(party.name) else members)


def join_facts(facts: Iterable[str]) -> str:
    """Small facts with a dot between them, each once."""
    return _BETWEEN.join(dict.fromkeys(filter(None, facts)))


def pick_sign(party: Party | None) -> Sign:
    """By which outline a speaker is told."""
    if party is None or party.anonymous:
        return "unnamed"
    return "outlet" if party.kind == "outlet" else "named"


def tell_signs(
    claim: Claim | None,
    statement: Statement,
    wording: Wording,
    deniers: Collection[str] = (),
) -> tuple[str, ...]:
    """Who does not stand by it, the certainty, the negation and the condition, each as a word.

    Of the `deniers` arrows tell that they deny it.
    """
    signs = [_tell_held(statement, wording, deniers)]
    if claim:
        signs.append(wording.tell(claim.certainty))
        signs += [wording.tell("negated")] if claim.negated else []
        signs += [wording.tell("conditional")] if claim.conditional else []
    return tuple(filter(None, signs))


def _tell_held(statement: Statement, wording: Wording, deniers: Collection[str]) -> str:
    """That the speaker, or else one on the way, denies it or is said not to have said it."""
    hop = statement.find_turned(deniers)
    if hop is None:
        return ""
    if hop is statement.hops[-1]:
        return wording.tell(hop.held)
    return wording.tell(f"{hop.held}_by", name=clean(hop.name) or wording.tell("nobody"))


def tell_said(said: Said, wording: Wording) -> str:
    """The whole words with who says them, who relays them, and how certain they are."""
    statement = said.statement
    words = wording.tell("tell_words", who=tell_name(statement, wording), words=said.words)
    relays = tuple(clean(one.name) for one in statement.relays)
    via = wording.tell("via", names=wording.list(relays)) if relays else ""
    signs = wording.list(tell_signs(said.claim, statement, wording))
    return "\n".join(filter(None, (words, signs, via)))


def tell_dispute(dispute: Dispute, wording: Wording) -> str:
    """Who disputes whom, in which words, as a sentence; then the passage itself."""
    whom = wording.list(tuple(dict.fromkeys(tell_name(one, wording) for one in dispute.against)))
    facts = {"who": tell_name(dispute.who, wording), "whom": whom or clean(dispute.over)}
    words = wording.quote(clean(dispute.words.text)) if dispute.words else ""
    told = wording.tell("tell_dispute" if words else "tell_dispute_bare", words=words, **facts)
    told = " ".join(filter(None, (told, tell_guess(dispute, wording))))
    return "\n".join((told, clean(dispute.who.passage.text)))


def tell_guess(dispute: Dispute, wording: Wording) -> str:
    """That only nearness tells what is disputed, where it is so."""
    if dispute.strength != "weak":
        return ""
    return wording.tell("noted", words=wording.tell("perhaps"))


def tell_conflict(first: Said, second: Said, conflict: Conflict, wording: Wording) -> str:
    """Which two claims may not both hold, and in what they differ."""
    ends = [
        wording.tell("tell_words", who=tell_name(one.statement, wording), words=one.words)
        for one in (first, second)
    ]
    told = wording.tell("tell_conflict", first=ends[0], second=ends[1])
    words, small = tell_difference([conflict.difference], wording)
    return "\n".join(
        filter(None, (told, f"{words} {small}".strip() if conflict.difference else ""))
    )


def tell_difference(differences: Sequence[Difference | None], wording: Wording) -> tuple[str, str]:
    """That claims may conflict and in what; beneath, the words that say so.

    Of several differences the words of the first, and on each side whether there are others.
    """
    first = differences[0]
    if first is None:
        return wording.tell("conflict"), ""
    found = [one for one in differences if one]
    sides = [
        _tell_side([one.first for one in found], wording),
        _tell_side([one.second for one in found], wording),
    ]
    colon = "：" if wording.lang != "en" else ": "
    told = wording.tell("conflict") + colon + wording.tell(first.kind)
    if all(sides):
        return told, wording.tell("against", first=sides[0], second=sides[1])
    return told, "".join(sides)


def _tell_side(words: Sequence[str], wording: Wording) -> str:
    several = list(dict.fromkeys(clean(one) for one in words if one))
    if not several:
        return ""
    quoted = wording.quote(several[0])
    return wording.tell("and_others", words=quoted) if len(several) > 1 else quoted

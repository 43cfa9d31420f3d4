"""What stands in the cells of a sheet: names, chains, statements, articles."""

from __future__ import annotations

from collections.abc import Iterable

from claims.model.world import Held
from claims.query import Article, Party, Statement

Row = dict[str, object]

HELD: dict[Held, str] = {"asserted": "", "denied": "denied", "unsaid": "not said"}
PERHAPS = "perhaps meant"

_BETWEEN = "; "  # between several things in a cell
_RELAY = " › "


def list_texts(texts: Iterable[str]) -> str:
    """Each text once, in one cell.

    >>> list_texts(["停航", "", "复航", "停航"])
    '停航; 复航'
    """
    return _BETWEEN.join(filter(None, dict.fromkeys(texts)))


def name(party: Party | None) -> str:
    """A speaker's name; empty where no one is named."""
    return party.name if party else ""


def list_names(parties: Iterable[Party | None]) -> str:
    """The names of speakers in one cell."""
    return list_texts(map(name, parties))


def name_holder(one: Statement, held: Held) -> str:
    """The speaker of a claim; marked, where the claim is not held: 何敏 (denied)."""
    mark = HELD[held]
    return f"{name(one.speaker) or '–'} ({mark})" if mark else name(one.speaker) or "–"


def write_relays(one: Statement) -> str:
    """Those who pass a statement on, the outermost first, the article's own outlet left out."""
    return _RELAY.join(hop.name for hop in one.relays if hop.name)


def write_path(one: Statement) -> str:
    """A speaker behind those who pass the words on."""
    return _RELAY.join(filter(None, (write_relays(one), name(one.speaker))))


def tell_article(one: Article) -> Row:
    """Where it stands, for a footnote."""
    return {
        "title": one.title or one.name,
        "outlet": one.outlet,
        "published": one.published,
        "url": one.url,
        "document": one.id,
    }


def tell_statement(one: Statement) -> Row:
    """A statement with its speaker; of several who may have said it, all with a question mark."""
    party = one.speaker
    several = f"{' or '.join(other.name for other in one.unresolved)}?" if one.unresolved else ""
    return {
        "id": one.id,
        "speaker": party.name if party else several,
        "anonymous": party.anonymous if party else None,
        "what": party.what if party else "",
        "role": party.role if party else "",
        "affiliation": party.affiliation if party else "",
        "through": write_relays(one),
        "source": one.source.text if one.source else "",
        "words": one.cue.text if one.cue else "",
        "said": one.text,
        "quote": one.quote,
        "negated": one.negated,
        "held": one.held,
        "certainty": list_texts(claim.certainty for claim in one.claims),
        "addressee": one.addressee,
        "medium": one.medium,
        "said_on": one.said_on,
        "confidence": one.confidence,
        "speaker_id": party.id if party else "",
        **tell_article(one.article),
    }

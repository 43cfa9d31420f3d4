"""What is kept of an article so that it can be gathered, joined and compared with others.

An outline is plain and hangs on its dossier alone, so whoever keeps many articles makes each once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from claims.corpus.copies import take_print
from claims.corpus.laying import Laid, lay_article
from claims.corpus.naming import Bearer, list_bearers, outlet_key, own_key
from claims.corpus.stories import Page, Sketch, sketch_article
from claims.model import Dossier


@dataclass(frozen=True)
class Profile:
    """By what an article is gathered with others, and its speakers are joined with theirs.

    `own` is its outlet and `cited` the outlets through whom each unnamed speaker of it comes, both
    as keys (`own_key`, `outlet_key`).
    """

    sketch: Sketch
    print: bytes
    own: str
    bearers: tuple[Bearer, ...]
    cited: Mapping[str, tuple[str, ...]]

    @property
    def page(self) -> Page:
        """The article itself."""
        return self.sketch.page


@dataclass(frozen=True)
class Outline:
    """A profile, and the claims by which the article is compared with others.

    `related` are the pairs of claims that the article itself relates.
    """

    profile: Profile
    claims: tuple[Laid, ...]
    related: tuple[tuple[str, ...], ...]


def outline_article(dossier: Dossier) -> Outline:
    """What is kept of a dossier.

    >>> from claims import make_dossier, read_text
    >>> page = read_text("大桥周一坍塌。市长王海说，大桥从来不安全。")
    >>> outline = outline_article(make_dossier(page))
    >>> [one.text for one in outline.claims], [one.name for one in outline.profile.bearers]
    (['大桥周一坍塌', '大桥从来不安全'], ['王海'])
    """
    profile = Profile(
        sketch=sketch_article(dossier),
        print=take_print(dossier.document.text),
        own=own_key(dossier.document.outlet),
        bearers=tuple(list_bearers(dossier)),
        cited=_list_cited(dossier),
    )
    return Outline(profile, lay_article(dossier), _list_related(dossier))


def _list_cited(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    """Through whom each unnamed speaker comes; whoever has a name may be an outlet."""
    by_id = {one.id: one for one in dossier.speakers}
    through: dict[str, set[str]] = defaultdict(set)
    for said in dossier.attributions:
        speaker = by_id.get(said.speaker or "")
        if speaker is None or not speaker.anonymous:
            continue
        before = (by_id[id].name for id in said.chain[:-1] if id in by_id)
        through[speaker.id] |= {key for name in before for key in (outlet_key(name), own_key(name))}
    return {id: tuple(sorted(keys - {""})) for id, keys in through.items()}


def _list_related(dossier: Dossier) -> tuple[tuple[str, ...], ...]:
    """The claims that each relation of a dossier joins; for an attribution its first claim."""
    first: dict[str, str] = {}
    for claim in dossier.claims:
        first.setdefault(claim.attribution, claim.id)
    ends = ((one.origin, *one.to) for one in dossier.relations)
    return tuple(tuple(first.get(id, id) for id in told) for told in ends)


# MessagePack, as JSON has no numbers without an end: at least 9.
_WRITE = msgspec.msgpack.Encoder(order="deterministic")
_PROFILE, _CLAIMS = msgspec.msgpack.Decoder(Profile), msgspec.msgpack.Decoder(tuple[Laid, ...])


def write_profile(profile: Profile) -> bytes:
    """A profile as MessagePack, the same bytes for the same profile.

    >>> from claims import make_dossier, read_text
    >>> one = outline_article(make_dossier(read_text("市长王海说，至少9人死亡。")))
    >>> read_profile(write_profile(one.profile)) == one.profile
    True
    >>> read_claims(write_claims(one.claims)) == one.claims
    True
    """
    return _WRITE.encode(profile)


def read_profile(kept: bytes) -> Profile:
    """A profile as it was written; msgspec.ValidationError where it is none."""
    return _PROFILE.decode(kept)


def write_claims(claims: tuple[Laid, ...]) -> bytes:
    """Claims as MessagePack, the same bytes for the same claims."""
    return _WRITE.encode(claims)


def read_claims(kept: bytes) -> tuple[Laid, ...]:
    """Claims as they were written; msgspec.ValidationError where they are none."""
    return _CLAIMS.decode(kept)

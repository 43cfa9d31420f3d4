"""The questions about many articles: what is contested, who clashes, what rests on whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claims.corpus.naming import own_key
from claims.model.corpus import CorpusMatter, CorpusRelation
from claims.query.across.answers import Across, Beside, Contest, Contested, Rest, Stand, Told
from claims.query.across.library import ANY, Library, Sought, sort_told


def find_contested(library: Library, sought: Sought = ANY) -> list[Contested]:
    """The matters on which there is more than one position, the most contested first.

    >>> from claims import make_dossier, read_text
    >>> from claims.corpus import build_corpus
    >>> texts = "警方说，港口仓库爆炸造成3人死亡。", "消防队长林海说，港口仓库爆炸造成9人死亡。"
    >>> library = Library(build_corpus(make_dossier(read_text(text)) for text in texts))
    >>> [[stand.words for stand in one.stands] for one in find_contested(library)]
    [['港口仓库爆炸造成3人死亡', '港口仓库爆炸造成9人死亡']]
    """
    found = (tell_matter(library, one, sought) for one in library.corpus.matters)
    told = [one for one in found if one and len(one.stands) > 1]
    return sorted(told, key=lambda one: (-one.clashes, -len(one.stands), one.id))


def tell_matters(library: Library, ids: Iterable[str]) -> list[Contested]:
    """The matters of some ids, in their order, contested or not; an unknown id is left out."""
    matters = (library.matters.get(id) for id in dict.fromkeys(ids))
    told = (tell_matter(library, one, ANY) for one in matters if one)
    return [one for one in told if one]


def find_contests(library: Library, matters: Iterable[Contested]) -> list[Contest]:
    """What stands between the positions of some matters.

    >>> from claims import make_dossier, read_text
    >>> from claims.corpus import build_corpus
    >>> texts = "警方说，港口仓库爆炸造成3人死亡。", "消防队长林海说，港口仓库爆炸造成9人死亡。"
    >>> library = Library(build_corpus(make_dossier(read_text(text)) for text in texts))
    >>> [contest] = find_contests(library, find_contested(library))
    >>> [(one.difference.first, one.difference.second) for one in contest.clashes]
    [('9人', '3人')]
    """
    matters = list(matters)
    between: dict[str, list[Across]] = {one.id: [] for one in matters}
    for relation in library.corpus.relations:
        id = _find_matter(library, relation)
        told = tell_relation(library, relation) if id in between else None
        if told:
            between[id].append(told)
    return [
        Contest(
            matter=one,
            disputes=tuple(x for x in between[one.id] if x.kind == "disputes"),
            clashes=tuple(x for x in between[one.id] if x.kind == "contradicts"),
        )
        for one in matters
    ]


def _find_matter(library: Library, one: CorpusRelation) -> str:
    """The matter on which something is disputed, or may conflict; nothing where on none."""
    ends = [library.claims.get(id) for id in (one.origin, *one.to[:1])]
    first, last = (end.matter or "" if end else "" for end in (ends[0], ends[-1]))
    return last if one.kind == "disputes" or first == last else ""


def tell_matter(library: Library, matter: CorpusMatter, sought: Sought) -> Contested | None:
    """A matter with its positions; None where none of its claims is wanted."""
    told = sort_told(filter(None, map(library.tell, matter.claims)))
    if not any(library.is_sought(one, sought) for one in told):
        return None
    days = sorted(one.published[:10] for one in told if one.published)
    return Contested(
        id=matter.id,
        title=matter.title,
        topic=matter.topic,
        story=matter.story,
        first=days[0] if days else "",
        last=days[-1] if days else "",
        outlets=_once(one.outlet for one in told),
        stands=tuple(_take_stands(library, told)),
        clashes=len(library.clashes.get(matter.id, ())),
    )


def _take_stands(library: Library, told: Sequence[Told]) -> list[Stand]:
    held: dict[str, list[Told]] = {}
    for one in told:
        held.setdefault(library.claims[one.id].position, []).append(one)
    stands = [_tell_stand(library, claims) for claims in held.values()]
    return sorted(stands, key=lambda one: (-len(one.origins), -len(one.claims), one.claims[0].id))


def _tell_stand(library: Library, claims: Sequence[Told]) -> Stand:
    origins = {one.speaker_id: one for one in claims if one.speaker_id and one.held != "unsaid"}
    return Stand(
        words=library.name_position(claims[0].id),
        claims=tuple(claims),
        origins=_once(one.speaker for one in origins.values()),
        outlets=_once(one.outlet for one in claims),
        unnamed_alone=len(origins) == 1 and all(one.anonymous for one in origins.values()),
    )


def find_clashes(library: Library, sought: Sought = ANY, *, across: bool = True) -> list[Across]:
    """Claims that may conflict, the strong pairs first; `across`: those of two articles alone."""
    pairs = (tell_relation(library, one) for one in library.corpus.relations)
    found = [
        one
        for one in pairs
        if one
        and one.kind == "contradicts"
        and _is_wanted(library, one, sought)
        and not (across and _is_of_one_article(one))
    ]
    return sorted(found, key=lambda one: (one.strength != "strong", one.matter, one.id))


def find_denials(library: Library, sought: Sought = ANY) -> list[Across]:
    """What one article tells and somebody denies, in so many words, in another, by matter.

    >>> from claims import make_dossier, read_text
    >>> from claims.corpus import build_corpus
    >>> texts = "石磊说，市政府早就知道桥墩有裂缝。", "市长王海否认市政府早就知道桥墩有裂缝。"
    >>> library = Library(build_corpus(make_dossier(read_text(text)) for text in texts))
    >>> [(one.who, one.words, one.whom) for one in find_denials(library)]
    [('王海', '否认', '石磊')]
    """
    pairs = (tell_relation(library, one) for one in library.corpus.relations)
    found = [
        one
        for one in pairs
        if one
        and one.kind == "disputes"
        and one.earlier
        and one.later
        and not _is_of_one_article(one)
        and _is_wanted(library, one, sought)
    ]
    return sorted(found, key=lambda one: (one.matter, one.id))


def find_changes(library: Library, sought: Sought = ANY) -> list[Across]:
    """Changes of story: what one speaker said at two times and that may conflict, by speaker.

    Only the strong ones: what is but loosely on one matter tells of no change.
    """
    told = find_clashes(library, sought, across=False)
    found = [one for one in told if one.change and one.strength == "strong"]
    return sorted(found, key=lambda one: (one.who, one.matter, one.id))


def find_between(library: Library, one: str, other: str, sought: Sought = ANY) -> list[Across]:
    """Disputes and clashes between two joined speakers, stated ones first; ids as arguments."""
    both = frozenset((one, other))
    pairs = (
        told
        for relation in library.corpus.relations
        if relation.kind in ("disputes", "contradicts")
        and _ends(library, relation) == both
        and (told := tell_relation(library, relation)) is not None
    )
    found = [told for told in pairs if _is_wanted(library, told, sought)]
    return sorted(found, key=lambda told: (told.basis != "stated", told.strength, told.id))


def find_rests(library: Library, sought: Sought = ANY) -> list[Rest]:
    """On whose word each position rests, the positions that most outlets carry first."""
    found: list[Rest] = []
    for one in library.corpus.origins:
        claims = sort_told(filter(None, map(library.tell, one.claims)))
        if not any(library.is_sought(told, sought) for told in claims):
            continue
        found.append(
            Rest(
                matter=one.matter,
                title=library.matters[one.matter].title,
                words=one.position,
                origin=library.speakers[one.origin].name,
                origin_id=one.origin,
                anonymous=one.anonymous,
                alone=one.alone,
                outlets=_once(told.outlet for told in claims),
                claims=tuple(claims),
            )
        )
    return sorted(
        found, key=lambda one: (-len(one.outlets), -len(one.claims), one.matter, one.origin)
    )


def find_timeline(library: Library, sought: Sought = ANY) -> list[Told]:
    """What is said, by day; narrow it to a speaker to see how that one's story went."""
    return [one for one in library.told(sought) if not one.narrated]


def compare_outlets(
    library: Library, first: str, second: str, sought: Sought = ANY
) -> list[Beside]:
    """The matters that either of two outlets tells of, those that both tell of first.

    An outlet is known by any of its names.
    """
    sides = _list_names(library, first), _list_names(library, second)
    found: list[Beside] = []
    for matter in library.corpus.matters:
        claims = filter(None, map(library.tell, matter.claims))
        told = sort_told(one for one in claims if library.is_sought(one, sought))
        one, other = ([x for x in told if x.outlet in names] for names in sides)
        if one or other:
            found.append(_set_beside(library, matter, one, other))
    return sorted(
        found, key=lambda x: (not (x.first and x.second), -len(x.first + x.second), x.matter)
    )


def _list_names(library: Library, outlet: str) -> set[str]:
    """All names that articles have for one outlet."""
    names = {page.outlet for page in library.corpus.documents}
    return {name for name in names if own_key(name) == own_key(outlet)}


def _set_beside(
    library: Library, matter: CorpusMatter, one: Sequence[Told], other: Sequence[Told]
) -> Beside:
    held = [{library.claims[x.id].position: x.id for x in told} for told in (one, other)]
    both = [library.name_position(id) for key, id in held[0].items() if key in held[1]]
    return Beside(
        matter=matter.id,
        title=matter.title,
        both=tuple(both),
        first=tuple(x for x in one if library.claims[x.id].position not in held[1]),
        second=tuple(x for x in other if library.claims[x.id].position not in held[0]),
    )


def tell_relation(library: Library, one: CorpusRelation) -> Across | None:
    """A relation with what both ends say, the earlier first."""
    ends = [library.tell(id) for id in (one.origin, *one.to[:1])]
    later, earlier = ends[0], ends[-1] if len(ends) > 1 else None
    names = [
        end.speaker if end else _name(library, id)
        for end, id in zip((later, earlier), (one.from_speaker, one.to_speaker), strict=True)
    ]
    same = bool(later and earlier and later.speaker_id and later.speaker_id == earlier.speaker_id)
    return Across(
        id=one.id,
        kind=one.kind,
        matter=(later.matter if later else "") or (earlier.matter if earlier else ""),
        earlier=earlier,
        later=later,
        who=names[0],
        whom=names[1],
        who_id=(later.speaker_id if later else one.from_speaker) or "",
        difference=one.difference,
        shared=one.shared,
        basis=one.basis,
        strength=one.strength,
        reason=one.reason,
        change=same and one.kind == "contradicts" and _is_at_two_times(library, earlier, later),
        words=one.cue.text if one.cue else "",
        over=one.target.text if one.target else "",
    )


def _is_at_two_times(library: Library, earlier: Told | None, later: Told | None) -> bool:
    """Whether two claims are of articles of two days, none of which is a copy of the other."""
    if earlier is None or later is None or not (earlier.published and later.published):
        return False
    first, second = (library.copies.get(one.document) for one in (earlier, later))
    if first is not None and first == second:
        return False
    return earlier.published[:10] != later.published[:10]


def _name(library: Library, id: str | None) -> str:
    speaker = library.speakers.get(id or "")
    return speaker.name if speaker else ""


def _ends(library: Library, one: CorpusRelation) -> frozenset[str]:
    claims = [library.claims.get(id) for id in (one.origin, *one.to[:1])]
    ids = [claim.speaker if claim else None for claim in claims]
    told = (ids[0] or one.from_speaker, (ids[1] if len(ids) > 1 else None) or one.to_speaker)
    return frozenset(id for id in told if id)


def _is_wanted(library: Library, one: Across, sought: Sought) -> bool:
    """Whether one of the two is wanted, and the relation rests on what it should."""
    told = [end for end in (one.earlier, one.later) if end]
    basis = sought.basis is None or one.basis == sought.basis
    return basis and any(library.is_sought(end, sought) for end in told)


def _is_of_one_article(one: Across) -> bool:
    return bool(one.earlier and one.later and one.earlier.document == one.later.document)


def _once(names: Iterable[str] | Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, names)))

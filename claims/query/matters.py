"""What is disputed or may conflict, by what it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from claims.corpus.groups import Groups
from claims.graph import Graph
from claims.query.answers import Conflict, Dispute, Matter, Point, Statement
from claims.query.belonging import Belonging
from claims.query.conflicts import find_conflicts
from claims.query.disputes import find_disputes, find_opponents, list_pairs
from claims.query.sides import take_sides
from claims.query.telling import Teller
from claims.query.wanted import ALL, Wanted

_TITLE_WORDS = 3
_TITLE_LENGTH = 30
_BETWEEN = " · "
_WEIGHTS = {"strong": 2, "weak": 1}


def find_matters(graph: Graph, wanted: Wanted = ALL) -> list[Matter]:
    """Disputes and conflicts in groups that hang together, the most disputed group first.

    They hang together where they are of one claim or statement, where one is of a statement
    that stands inside a disputed one, and where the same two dispute each other. The title is
    made of the words that conflicting claims share, or of what is disputed.

    >>> from claims import make_dossier, read_text
    >>> from claims.graph import build_graph
    >>> article = read_text("市长王海说，大桥安全。工程师李明否认王海的说法。")
    >>> graph = build_graph([make_dossier(article)])
    >>> [[side.origins[0].name for side in one.sides] for one in find_matters(graph)]
    [['王海', '李明']]
    """
    disputes, conflicts = find_disputes(graph, wanted), find_conflicts(graph, wanted)
    groups = _group(graph, disputes, conflicts)
    found: dict[str, tuple[list[Dispute], list[Conflict]]] = {}
    for dispute in disputes:
        found.setdefault(groups.find(dispute.id), ([], []))[0].append(dispute)
    for conflict in conflicts:
        found.setdefault(groups.find(conflict.id), ([], []))[1].append(conflict)
    order = {id: place for place, id in enumerate(graph)}
    belonging = Belonging(graph)
    return sorted((_tell(*parts, order, belonging) for parts in found.values()), key=_rank)


def _rank(one: Matter) -> tuple[int, int, int]:
    """Ends equal where two are equally disputed: they then stay in the order of the articles."""
    strong = sum(conflict.strength == "strong" for conflict in one.conflicts)
    return -len(one.disputes), -strong, -len(one.conflicts)


def _group(graph: Graph, disputes: list[Dispute], conflicts: list[Conflict]) -> Groups:
    """Groups of ids: of relations, and of the statements and claims that they are about."""
    groups, teller = Groups(), Teller(graph)
    opponents = find_opponents(disputes)
    disputed = {one.id for dispute in disputes for one in dispute.against}
    whole = disputed | {point.statement.id for point in _list_points(conflicts) if not point.claim}
    for dispute in disputes:
        for id in (dispute.who.id, *(one.id for one in dispute.against)):
            groups.join(dispute.id, id)
    for conflict in conflicts:
        for point in (conflict.first, conflict.second):
            for id in _list_about(teller, point, whole, disputed):
                groups.join(conflict.id, id)
        for pair in list_pairs(conflict.first.statement, conflict.second.statement):
            for id in opponents.get(pair, ()):
                groups.join(conflict.id, id)
    return groups


def _list_points(conflicts: Iterable[Conflict]) -> Iterator[Point]:
    for one in conflicts:
        yield from (one.first, one.second)


def _list_about(teller: Teller, point: Point, whole: set[str], disputed: set[str]) -> Iterator[str]:
    """What a point is about: its claim, or its statement, and disputed statements around it."""
    statement = point.statement.id
    if point.claim:
        yield point.claim.id
    if not point.claim or statement in whole:
        yield statement
    yield from (one.id for one in teller.climb(statement) if one.id in disputed)


def _tell(
    disputes: list[Dispute],
    conflicts: list[Conflict],
    order: dict[str, int],
    belonging: Belonging,
) -> Matter:
    told = _list_statements(disputes, conflicts)
    statements = sorted({one.id: one for one in told}.values(), key=lambda one: order[one.id])
    return Matter(
        title=_find_title(disputes, conflicts),
        statements=tuple(statements),
        disputes=tuple(disputes),
        conflicts=tuple(conflicts),
        sides=take_sides(statements, disputes, conflicts, belonging),
    )


def _list_statements(disputes: list[Dispute], conflicts: list[Conflict]) -> Iterator[Statement]:
    for one in disputes:
        yield from (one.who, *one.against)
    yield from (point.statement for point in _list_points(conflicts))


def _find_title(disputes: list[Dispute], conflicts: list[Conflict]) -> str:
    shared: Counter[str] = Counter()
    for conflict in conflicts:
        for word in conflict.shared:
            shared[word] += _WEIGHTS[conflict.strength]
    if shared:
        return _BETWEEN.join(word for word, _ in shared.most_common(_TITLE_WORDS))
    [first, *_] = [one.target.text if one.target else one.over for one in disputes] or [""]
    return first if len(first) <= _TITLE_LENGTH else first[: _TITLE_LENGTH - 1] + "…"

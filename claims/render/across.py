"""Why claims and speakers of many articles are taken together, and on which words that rests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from claims.model import Span
from claims.query.across import (
    Across,
    Contested,
    Joined,
    Library,
    Stand,
    Told,
    list_pairs,
)
from claims.render.answers.across import NARRATED, TOPICS, write_who
from claims.render.answers.parts import CERTAINTIES, HELD
from claims.render.cells import clean
from claims.render.conclusions import BASES, WORDINGS
from claims.render.names import NOBODY, count
from claims.render.passages import draw_facts, draw_list, draw_passage

_MOST = 20  # pairs that are listed


def draw_matter(library: Library, one: Contested) -> Text:
    """The positions of a matter, each with those on whose word it rests and where it stands.

    >>> from claims import make_dossier, read_text
    >>> from claims.corpus import build_corpus
    >>> from claims.query.across import explain_matter
    >>> texts = "警方说，港口仓库爆炸造成3人死亡。", "消防队长林海说，港口仓库爆炸造成9人死亡。"
    >>> library = Library(build_corpus(make_dossier(read_text(text)) for text in texts))
    >>> [id] = library.matters
    >>> draw_matter(library, explain_matter(library, id)).plain.splitlines()[1]
    'how many came to harm · 2 claims · 2 positions'
    """
    told = count(sum(len(stand.claims) for stand in one.stands), "claim")
    days = one.first if one.first == one.last else f"{one.first} to {one.last}"
    facts = (TOPICS.get(one.topic, ""), days, told, count(len(one.stands), "position"))
    lines = [
        Text(clean(one.title) or one.id, "bold"),
        Text(" · ".join(filter(None, facts)), "dim"),
        Text(),
        *draw_facts([("id", one.id), ("one matter", _tell_why(one))]),
    ]
    for stand in one.stands:
        lines += [Text(), *_draw_stand(library, stand)]
    pairs = list_pairs(library, one.id)
    if pairs:
        lines += [Text(), Text("what is disputed, or may conflict", "bold")]
        lines += draw_facts((pair.id, _tell_pair(pair)) for pair in pairs[:_MOST])
    if (left := len(pairs) - _MOST) > 0:
        lines.append(Text(f"  and {left} more", "dim"))
    return Text("\n").join(lines)


def _tell_why(one: Contested) -> str:
    """Why claims are on one matter."""
    if told := TOPICS.get(one.topic):
        return f"in articles on one event, all tell {told}"
    return f"in articles on one event, all speak of what few others do: {one.title}"


def _draw_stand(library: Library, one: Stand) -> Iterator[Text]:
    yield Text(clean(one.words), "bold")
    unnamed = {told.speaker for told in one.claims if told.anonymous}
    names = (clean(name) + " (not named)" * (name in unnamed) for name in one.origins)
    yield Text(f"  on the word of {', '.join(names) or NARRATED}")
    for told in one.claims:
        yield Text.assemble("  ", (f"{told.id}  ", "dim"), _tell_claim(library, told))


def _tell_claim(library: Library, one: Told) -> str:
    how = (CERTAINTIES[one.certainty], HELD[one.held], "negated" if one.negated else "")
    marks = "".join(f" [{mark}]" for mark in how if mark)
    return f"{_write_way(library, one)}: {clean(one.text)}{marks}"


def _write_way(library: Library, one: Told) -> str:
    """Where and when a claim stands, and who says it, through whom."""
    return " · ".join(filter(None, (_write_place(library, one), write_who(one))))


def _write_place(library: Library, one: Told) -> str:
    page = library.documents[one.document]
    return " · ".join(filter(None, (clean(page.outlet) or clean(page.name), page.published[:10])))


def _tell_pair(one: Across) -> str:
    names = [clean(end.speaker if end else name) or NARRATED for end, name in _list_ends(one)]
    weak = ", weak" if one.strength == "weak" else ""
    if one.kind == "disputes":
        return f"{names[1]} disputes {names[0]}: {clean(one.reason)}{weak}"
    return f"{' and '.join(names)}: {clean(one.reason)}{weak}"


def _list_ends(one: Across) -> list[tuple[Told | None, str]]:
    """Both ends, the earlier first, each with the name that stands for it."""
    return [(one.earlier, one.whom), (one.later, one.who)]


def draw_joined(one: Joined) -> Text:
    """A joined speaker: all names, why they are taken for one, where, and who may be the same."""
    facts = [
        ("id", one.id),
        ("kind", one.kind),
        ("unnamed", "yes" if one.anonymous else ""),
        ("called", ", ".join(map(clean, one.names))),
        ("Wikidata", one.wikidata or ""),
    ]
    places = (
        (place.id, " · ".join(filter(None, (place.title, place.outlet, place.published[:10]))))
        for place in one.places
    )
    return Text("\n").join(
        [
            Text(clean(one.name), "bold"),
            Text(count(len(one.places), "article"), "dim"),
            Text(),
            *draw_facts(facts),
            Text(),
            Text("why these are one", "bold"),
            *draw_list(one.reasons, "there is nothing to join: it is one article's speaker"),
            Text("in which articles, and under which id there", "bold"),
            *draw_facts(places),
            Text("who else may be the same", "bold"),
            *(draw_facts((other.id, other.name) for other in one.perhaps)),
            *([] if one.perhaps else [Text("  nobody", "dim")]),
        ]
    )


def draw_pair(library: Library, one: Across) -> Text:
    """What both sides say, in their sentences, where and through whom; then how they stand."""
    differs = one.difference.kind if one.difference else ""
    matter = library.matters.get(one.matter)
    lines = [
        Text(" · ".join(filter(None, (WORDINGS[one.kind], differs))), "bold"),
        Text(clean(matter.title) if matter else "on no matter", "dim"),
    ]
    for title, (end, name) in zip(("earlier", "later"), _list_ends(one), strict=True):
        lines += [Text(), Text(title, "bold"), *_draw_end(library, end, name)]
    return Text("\n").join([*lines, Text(), *draw_facts(_tell_relation(one))])


def _draw_end(library: Library, one: Told | None, name: str) -> Iterator[Text]:
    if one is None:
        yield Text(f"  {clean(name) or NOBODY}, in no words that are a claim")
        return
    yield Text(f"  {_write_way(library, one)} · {one.id}", "dim")
    yield from _draw_words(library, one)


def _draw_words(library: Library, one: Told) -> Iterator[Text]:
    span: Span = library.claims[one.id].span
    yield from draw_passage(library.documents[one.document], [("claim", span)])


def _tell_relation(one: Across) -> Iterator[tuple[str, str]]:
    yield "id", one.id
    yield "kind", WORDINGS[one.kind]
    yield "basis", BASES[one.basis]
    yield "matter", one.matter
    yield "shared", ", ".join(one.shared)
    if one.difference:
        yield "differs in", one.difference.kind
        yield "earlier", one.difference.second
        yield "later", one.difference.first
    yield "one speaker", "yes: it may be a change of story" if one.change else ""
    yield "strength", one.strength
    yield "reason", one.reason


def draw_narrated(library: Library, one: Told) -> Text:
    """A sentence that an article tells in its own voice, and what it is compared with."""
    matter = library.matters.get(one.matter)
    facts = [
        ("id", one.id),
        ("speaker", f"{NARRATED}: the words stand in nobody's mouth"),
        ("certainty", one.certainty.replace("_", " ")),
        ("negated", "yes" if one.negated else ""),
        ("matter", f"{clean(matter.title)} ({matter.id})" if matter else "none"),
    ]
    return Text("\n").join(
        [
            Text(clean(one.text), "bold"),
            Text(_write_place(library, one), "dim"),
            Text(),
            *_draw_words(library, one),
            Text(),
            *draw_facts([*facts, *_tell_standing(library, one.id)]),
        ]
    )


def _tell_standing(library: Library, id: str) -> Iterable[tuple[str, str]]:
    """The relations of a claim, each with its other ends."""
    for one in library.corpus.relations:
        if id == one.origin or id in one.to:
            yield WORDINGS[one.kind], one.id

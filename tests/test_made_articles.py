"""Made articles are the same each time, right in the whole, and their truth holds."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from itertools import combinations, groupby
from statistics import mean

import pytest
from benchmarks.made import Made, clash, make_articles

NUMBER = 300


@pytest.fixture(scope="module")
def pages() -> list[Made]:
    return list(make_articles(NUMBER))


def test_they_are_the_same_each_time(pages: list[Made]) -> None:
    assert list(make_articles(40)) == pages[:40]
    others = list(make_articles(40, seed=1))
    assert not {one.text for one in others} & {one.text for one in pages}


def test_they_are_as_they_should_be_in_the_whole(pages: list[Made]) -> None:
    scripts = Counter(one.script for one in pages)
    assert 900 < mean(len(one.text) for one in pages) < 1100
    assert 0.45 < mean(one.nested for one in pages) < 0.55
    assert 0.03 < mean(one.copy_of is not None for one in pages) < 0.07
    assert scripts == {"hans": NUMBER / 2, "hant": NUMBER / 6, "en": NUMBER / 3}
    assert all(one.lang == ("en" if one.script == "en" else "zh") for one in pages)


def test_ids_addresses_and_texts_are_unique(pages: list[Made]) -> None:
    for told in ("id", "url", "text"):
        assert len({getattr(one, told) for one in pages}) == NUMBER


def test_events_have_3_to_40_articles_in_two_years(pages: list[Made]) -> None:
    events = [list(group) for _, group in groupby(pages, key=lambda one: one.event)]
    assert len(events) == len({one.event for one in pages})
    assert all(3 <= len(event) <= 40 for event in events[:-1])
    for event in events:
        days = [one.published for one in event]
        assert days == sorted(days)
        assert date(2031, 1, 1) <= date.fromisoformat(days[0][:10])
        assert date.fromisoformat(days[-1][:10]) < date(2033, 1, 1)


def test_what_is_named_and_said_stands_in_the_text(pages: list[Made]) -> None:
    for page in pages:
        spans = [(one.start, one.end) for one in (*page.named, *page.said)]
        assert all(0 <= start < end <= len(page.text) for start, end in spans)
        named = {one.speaker for one in page.named}
        assert all(set(said.chain) <= named for said in page.said)
        numbers = (one for one in page.said if one.position.startswith("toll:"))
        assert all(one.position[5:] in page.text[one.start : one.end] for one in numbers)


def test_one_speaker_has_several_names(pages: list[Made]) -> None:
    called: dict[str, set[str]] = defaultdict(set)
    scripts: dict[str, set[str]] = defaultdict(set)
    kinds: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        for one in page.named:
            called[one.speaker].add(page.text[one.start : one.end])
            scripts[one.speaker].add(page.script)
            kinds[one.speaker].add(one.kind)
    people = [id for id, kind in kinds.items() if kind == {"person"} and len(scripts[id]) == 3]
    assert all(len(kind) == 1 for kind in kinds.values())
    assert people
    assert all(len(called[id]) > 2 for id in people)
    assert any("（" in name for id in people for name in called[id])


def test_a_copy_follows_what_it_copies(pages: list[Made]) -> None:
    place = {one.id: at for at, one in enumerate(pages)}
    for copy in (one for one in pages if one.copy_of):
        original = pages[place[str(copy.copy_of)]]
        assert place[original.id] < place[copy.id]
        assert (original.event, original.script) == (copy.event, copy.script)
        assert original.copy_of is None
        assert original.outlet != copy.outlet
        assert original.text[:100] in copy.text


def test_nobody_holds_what_excludes_itself_but_others_do(pages: list[Made]) -> None:
    held: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for page in pages:
        for said in page.said:
            held[said.matter][said.chain[-1]].add(said.position)
    for speakers in held.values():
        for positions in speakers.values():
            assert not any(clash(a, b) for a, b in combinations(positions, 2))
    positions = [set().union(*speakers.values()) for speakers in held.values()]
    torn = [any(clash(a, b) for a, b in combinations(told, 2)) for told in positions]
    assert mean(torn) > 0.5


def test_several_outlets_rest_on_one_without_a_name(pages: list[Made]) -> None:
    carried: dict[tuple[str, str], set[str]] = defaultdict(set)
    unnamed = {one.speaker for page in pages for one in page.named if one.kind == "unnamed"}
    for page in pages:
        for said in page.said:
            if said.chain[-1] in unnamed:
                carried[(said.chain[-1], said.position)].add(page.outlet)
    assert sum(len(outlets) > 2 for outlets in carried.values()) > 10

"""The graph: its kinds, its ids, the words of its edges, and how it bears what is not there."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import networkx
import pytest
from dossiers import MADE, Draft, crowd, dangling, denials, harbour, quiet, relayed
from hypothesis import given
from hypothesis import strategies as st

from claims.graph import EDGE_KINDS, NODE_KINDS, Graph, build_graph
from claims.model import Dossier

PLAIN = (str, int, float, bool)


@pytest.fixture
def graph() -> Graph:
    return build_graph([harbour()])


def kinds(graph: Graph) -> Counter[str]:
    return Counter(facts["kind"] for _, _, facts in graph.edges(data=True))


def edges(graph: Graph, kind: str) -> list[tuple[str, str, str]]:
    """The edges of a kind as short ids and words."""
    return [
        (one.rpartition(":")[2], other.rpartition(":")[2], facts["words"])
        for one, other, facts in graph.edges(data=True)
        if facts["kind"] == kind
    ]


# ---------------------------------------------------------------- nodes and edges
def test_nodes_are_the_items_under_their_ids(graph: Graph) -> None:
    dossier = harbour()
    items = [dossier.document, *dossier.speakers, *dossier.attributions, *dossier.claims]
    assert list(graph) == [one.id for one in items]
    assert [facts["item"] for _, facts in graph.nodes(data=True)] == items


def test_every_kind_that_occurs_is_in_the_tables_and_fits_them() -> None:
    graph = build_graph(make() for make in MADE.values())
    assert {facts["kind"] for _, facts in graph.nodes(data=True)} == set(NODE_KINDS)
    for one, other, facts in graph.edges(data=True):
        kind = EDGE_KINDS[facts["kind"]]
        assert graph.nodes[one]["kind"] in kind.origin.split(" or ")
        assert graph.nodes[other]["kind"] in kind.to.split(" or ")


def test_what_is_said_by_whom_through_whom(graph: Graph) -> None:
    assert edges(graph, "publishes")[0][1:] == (
        "a1",
        "东港日报记者石磊8日在微博上援引一名海事官员的话称，港务局长林海告诉他，“航道几乎肯定要停航一个月”",
    )
    assert ("s1", "a1", "东港日报记者石磊8日在微博上援引一名海事官员的话称") in edges(graph, "says")
    assert edges(graph, "relays") == [
        ("a1", "a2", "东港日报记者石磊8日在微博上援引一名海事官员的话称"),
        ("a2", "a3", "援引一名海事官员的话称"),
        ("a4", "a5", "据海潮社报道"),
        ("a7", "a8", "并说"),
    ]
    assert ("a3", "c1", "航道几乎肯定要停航一个月") in edges(graph, "claims")


def test_only_what_the_article_says_itself_is_published_by_it(graph: Graph) -> None:
    told = {to for _, to, _ in edges(graph, "publishes")}
    assert told == {"a1", "a4", "a6", "a7", "a9", "a10", "a11", "a12", "a13", "a14"}


def test_whom_it_is_said_to_and_for_whom(graph: Graph) -> None:
    assert edges(graph, "addresses") == [("a3", "s2", "他"), ("a10", "s6", "海潮社")]
    assert edges(graph, "speaks_for") == [("s5", "s4", "港务局发言人何敏")]


def test_those_who_equally_well_may_have_said_it_are_told(graph: Graph) -> None:
    assert edges(graph, "perhaps_says") == [("s5", "a14", "警告说"), ("s8", "a14", "警告说")]
    assert "a14" not in {to for _, to, _ in edges(graph, "says")}


def test_members_of_a_group() -> None:
    draft = Draft("林海和何敏说，航道周五复航。")
    two = [draft.speaker("林海"), draft.speaker("何敏")]
    draft.speaker("林海和何敏", "林海和何敏", kind="group", members=tuple(two))
    graph = build_graph([draft.dossier()])
    assert edges(graph, "member") == [("s3", "s1", "林海和何敏"), ("s3", "s2", "林海和何敏")]


def test_a_group_that_is_only_understood_rests_on_its_name_or_on_its_members() -> None:
    draft = Draft("林海同何敏会谈。两位领导人都认为，航道周五复航。")
    lin, he = draft.speaker("林海", "林海"), draft.speaker("何敏")
    draft.speaker("两位领导人", kind="group", members=(lin, he))
    draft.speaker("双方", kind="group", members=(lin, he))
    body = draft.speaker("港务局")
    draft.speaker("发言人", affiliation=body)
    graph = build_graph([draft.dossier()])
    assert edges(graph, "member") == [
        ("s3", "s1", "两位领导人"), ("s3", "s2", "两位领导人"),
        ("s4", "s1", "林海"), ("s4", "s2", "何敏"),
    ]  # fmt: skip
    assert edges(graph, "speaks_for") == [("s6", "s5", "")]  # neither is in the text at all


def test_how_a_claim_is_held_is_a_fact_of_its_node() -> None:
    graph = build_graph([denials()])
    told = [facts["held"] for _, facts in graph.nodes(data=True) if facts["kind"] == "claim"]
    assert told == ["asserted", "unsaid", "denied", "denied", "asserted"]


def test_relations_carry_all_that_is_known_of_them(graph: Graph) -> None:
    assert edges(graph, "disputes") == [
        ("a6", "a2", "否认"),
        ("a6", "a5", "否认"),
        ("a9", "a5", "提出异议"),
    ]
    [facts] = [
        facts for _, _, key, facts in graph.edges(keys=True, data=True) if key.endswith(":r3")
    ]
    assert facts["item"] == harbour().relations[2]
    assert (facts["basis"], facts["strength"], facts["shared"]) == (
        "inferred",
        "strong",
        "林海; 停航",
    )
    assert (facts["difference"], facts["first"], facts["second"]) == (
        "certainty", "几乎肯定", "明显的可能",
    )  # fmt: skip


def test_a_relation_without_words_of_its_own_rests_on_those_of_its_first_end(graph: Graph) -> None:
    assert edges(graph, "contradicts")[0] == ("c1", "c3", "航道几乎肯定要停航一个月")


# ---------------------------------------------------------------- what holds of every graph
def test_every_edge_rests_on_words_of_its_document() -> None:
    graph = build_graph(make() for make in MADE.values())
    for _, _, facts in graph.edges(data=True):
        text = graph.nodes[facts["document"]]["item"].text
        assert text[facts["start"] : facts["end"]] == facts["words"]
        assert facts["words"]


def test_facts_are_plain_so_that_any_format_takes_them() -> None:
    graph = build_graph(make() for make in MADE.values())
    told = [facts for _, facts in graph.nodes(data=True)]
    told += [facts for _, _, facts in graph.edges(data=True)]
    for facts in told:
        assert {type(value) for name, value in facts.items() if name != "item"} <= set(PLAIN)
        assert {"kind", "document"} <= facts.keys()
    for _, facts in graph.nodes(data=True):
        assert "label" in facts


@pytest.mark.parametrize("name", MADE)
def test_the_same_dossiers_give_the_same_graph(name: str) -> None:
    one, other = build_graph([MADE[name]()]), build_graph([MADE[name]()])
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(keys=True, data=True)) == list(other.edges(keys=True, data=True))


def test_two_dossiers_of_one_document_are_one() -> None:
    once, twice = build_graph([harbour()]), build_graph([harbour(), harbour()])
    assert list(once.edges(keys=True)) == list(twice.edges(keys=True))
    bare = Dossier(document=harbour().document)
    assert len(build_graph([bare, harbour()])) == 1  # the first is taken


def test_the_same_name_in_two_articles_is_two_speakers() -> None:
    graph = build_graph([harbour(), relayed()])
    named = [id for id, facts in graph.nodes(data=True) if facts.get("name") == "林海"]
    assert len(named) == 2
    parts = list(networkx.weakly_connected_components(graph))
    assert len(parts) == 2


def test_nothing_at_all_is_an_empty_graph() -> None:
    assert len(build_graph([])) == 0
    assert kinds(build_graph([MADE["bare"]()])) == Counter()


def test_ids_that_lead_nowhere_make_no_edge() -> None:
    graph = build_graph([dangling()])
    assert kinds(graph) == {"publishes": 2, "says": 1, "claims": 1, "contradicts": 1}
    assert "nowhere:c4" in graph and not list(graph.in_edges("nowhere:c4"))


def test_a_relation_may_lead_to_an_article_that_comes_later() -> None:
    first, second = harbour(), quiet()
    relation = first.relations[0].model_copy(update={"to": (second.attributions[0].id,)})
    graph = build_graph([first.model_copy(update={"relations": (relation,)}), second])
    told = [facts for _, _, facts in graph.edges(data=True) if facts["kind"] == "disputes"]
    assert [facts["document"] for facts in told] == [first.document.id]


def test_the_graph_grows_no_faster_than_its_dossiers() -> None:
    small, large = build_graph([crowd(10)]), build_graph([crowd(40)])
    assert large.number_of_edges() <= 4 * small.number_of_edges() + 4


@given(st.lists(st.sampled_from(sorted(MADE)), max_size=5))
def test_every_graph_can_be_walked(names: list[str]) -> None:
    graph = build_graph(MADE[name]() for name in names)
    assert {id for id, facts in graph.nodes(data=True) if facts["kind"] == "document"} == {
        MADE[name]().document.id for name in names
    }
    relays = [(u, v) for u, v, facts in graph.edges(data=True) if facts["kind"] == "relays"]
    assert networkx.is_directed_acyclic_graph(networkx.DiGraph(relays))


# ---------------------------------------------------------------- the docs
def tables(root: Path, heading: str) -> list[list[list[str]]]:
    """The rows of each table under a heading of docs/model.md, without the titles."""
    page = (root / "docs" / "model.md").read_text("utf-8")
    section = page.split(f"\n{heading}\n")[1].split("\n#")[0]
    found = re.findall(r"(?:^\|.*\|\n)+", section, re.M)
    return [[line.strip("| ").split(" | ") for line in one.splitlines()[2:]] for one in found]


def test_the_tables_of_kinds_in_the_docs_are_those_of_the_code(root: Path) -> None:
    nodes, facts = tables(root, "### Kinds of nodes")
    [edges] = tables(root, "### Kinds of edges")
    assert nodes == [[f"`{kind}`", line] for kind, line in NODE_KINDS.items()]
    assert edges == [
        [f"`{kind}`", one.origin, one.to, one.line] for kind, one in EDGE_KINDS.items()
    ]
    graph = build_graph([harbour()])
    for kind, told in facts:
        [node] = [node for _, node in graph.nodes(data=True) if node["kind"] == kind][:1]
        named = set(re.findall(r"`(\w+)`", told))
        assert named == node.keys() - {"kind", "label", "document", "item"}

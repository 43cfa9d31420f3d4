"""The questions: who, through whom, who disputes whom, what may conflict, on whose word."""

from __future__ import annotations

import copy
from typing import Any, get_args

import pytest
from dossiers import MADE, Draft, bare, crowd, dangling, denials, harbour, quiet, relayed
from hypothesis import given
from hypothesis import strategies as st

from claims import make_dossier, query, read_text
from claims.errors import NoSpeakerError, SeveralSpeakersError
from claims.graph import Graph, build_graph
from claims.model import Dossier
from claims.model.world import Certainty
from claims.query import (
    Statement,
    Wanted,
    find_chains,
    find_chains_about,
    find_conflicts,
    find_disputes,
    find_matters,
    find_origin,
    find_origins,
    find_speakers,
    find_statements,
    find_supports,
    pick_speakers,
)

QUESTIONS = (
    find_statements, find_speakers, find_disputes, find_conflicts, find_supports, find_origins,
    find_matters,
)  # fmt: skip


@pytest.fixture(scope="module")
def graph() -> Graph:
    return build_graph([harbour()])


def short(*ids: str) -> list[str]:
    return [id.rpartition(":")[2] for id in ids]


def told(graph: Graph, id: str) -> Statement:
    [one] = [one for one in find_statements(graph) if one.id.endswith(f":{id}")]
    return one


def names(parties: Any) -> list[str]:
    return [one.name for one in parties if one]


# ---------------------------------------------------------------- statements
def test_a_statement_is_told_whole(graph: Graph) -> None:
    one = told(graph, "a3")
    assert (one.name, one.text) == ("林海", "航道几乎肯定要停航一个月")
    assert one.article.title == "东港停航风波" and one.article.url == "https://example.org/harbour"
    assert one.speaker and (one.speaker.role, one.speaker.anonymous) == ("局长", False)
    assert one.addressee == "他" and one.quote == "direct"
    assert one.passage.text == "港务局长林海告诉他，“航道几乎肯定要停航一个月"
    assert short(one.within or "") == ["a2"]
    assert [claim.certainty for claim in one.claims] == ["almost_certain"]
    tweet = told(graph, "a1")
    assert (tweet.medium, tweet.said_at, tweet.said_on) == ("微博", "8日", "2030-03-08")


def test_the_hops_lead_from_the_outlet_to_the_speaker(graph: Graph) -> None:
    hops = told(graph, "a3").hops
    assert [hop.name for hop in hops] == ["东港日报", "石磊", "一名海事官员", "林海"]
    assert [hop.anonymous for hop in hops] == [False, False, True, False]
    assert [hop.kind for hop in hops] == ["outlet", "person", "unknown", "person"]
    assert [short(hop.attribution)[0] for hop in hops] == ["", "a1", "a2", "a3"]
    assert hops[0].speaker is None and hops[1].medium == "微博"
    assert [hop.name for hop in told(graph, "a3").relays] == ["石磊", "一名海事官员"]
    assert told(graph, "a3").unnamed and not told(graph, "a10").unnamed


def test_the_names_of_body_and_members_are_told_not_their_ids() -> None:
    draft = Draft("林海和何敏说，航道周五复航。")
    port = draft.speaker("港务局")
    two = [draft.speaker("林海", affiliation=port), draft.speaker("何敏", affiliation="gone")]
    both = draft.speaker("林海和何敏", kind="group", members=(*two, "gone"))
    draft.says(both, "林海和何敏", "说", "航道周五复航")
    draft.says(two[0], "林海", "说", "航道")
    draft.says(two[1], "何敏", "说", "航道")
    parties = [one.speaker for one in find_statements(build_graph([draft.dossier()]))]
    assert [(one.members, one.affiliation) for one in parties if one] == [
        (("林海", "何敏"), None), ((), "港务局"), ((), None),
    ]  # fmt: skip


def test_a_saying_by_no_one_named_and_by_one_of_several(graph: Graph) -> None:
    nobody, several = told(graph, "a13"), told(graph, "a14")
    assert (nobody.speaker, nobody.name, nobody.unresolved) == (None, "", ())
    assert [hop.name for hop in nobody.hops] == ["东港日报", ""]
    assert names(several.unresolved) == ["何敏", "周岚"]


def test_the_chain_of_the_dossier_decides_where_it_leaves_someone_out() -> None:
    draft = Draft("海潮社称，何敏说，林海表示，航道复航。")
    tide, he, lin = (draft.speaker(name) for name in ("海潮社", "何敏", "林海"))
    outer = draft.says(tide, "海潮社", "称", "何敏说，林海表示，航道复航")
    inner = draft.says(he, "何敏", "说", "林海表示，航道复航", within=outer)
    draft.says(lin, "林海", "表示", "航道复航", within=inner, chain=(tide, lin))
    [*_, one] = find_statements(build_graph([draft.dossier()]))
    assert [hop.name for hop in one.hops] == ["海潮社", "林海"]


def test_attributions_that_stand_inside_each_other_end_nowhere() -> None:
    dossier = quiet()
    [one], [lin] = dossier.attributions, dossier.speakers
    around = one.model_copy(update={"id": "x:a2", "within": one.id})
    loop = one.model_copy(update={"within": "x:a2"})
    unnamed = lin.model_copy(update={"anonymous": True})
    facts = {"attributions": (loop, around), "speakers": (unnamed,)}
    graph = build_graph([dossier.model_copy(update=facts)])
    assert len(find_statements(graph)) == 2
    assert [len(one.statements) for one in find_origins(graph)] == [1, 1]
    assert find_matters(graph) == []
    assert len(find_chains(graph, one.id)) == 1


# ---------------------------------------------------------------- what nobody holds
@pytest.mark.parametrize(
    ("id", "held", "hops"),
    [
        ("a1", "denied", ["asserted", "denied"]),  # she denies that he said it
        ("a2", "denied", ["asserted", "denied", "asserted"]),  # so he is not told to hold it
        ("a3", "unsaid", ["asserted", "unsaid"]),
        ("a4", "denied", ["asserted", "denied"]),
        ("a5", "asserted", ["asserted", "asserted"]),
        ("a6", "denied", ["asserted", "asserted", "denied"]),
        ("a7", "asserted", ["asserted", "asserted"]),
    ],
)
def test_how_a_speaker_and_those_on_the_way_stand_to_the_words(
    id: str, held: str, hops: list[str]
) -> None:
    one = told(build_graph([denials()]), id)
    assert one.held == held
    assert [hop.held for hop in one.hops] == hops


def test_whoever_denies_that_another_said_it_does_not_answer_for_it() -> None:
    origin = find_origin(told(build_graph([denials()]), "a2"))
    assert origin and origin.name == "林海"


def test_a_saying_told_by_one_who_is_not_said_to_have_said_it_is_not_said() -> None:
    draft = Draft("海事局没有说林海表示过航道要停航。")
    sea, lin = draft.speaker("海事局"), draft.speaker("林海")
    outer = draft.says(sea, "海事局", "没有说", "林海表示过航道要停航", negated=True)
    draft.claim(draft.says(lin, "林海", "表示过", "航道要停航", within=outer), "航道要停航")
    one = told(build_graph([draft.dossier()]), "a2")
    assert (one.held, [hop.held for hop in one.hops]) == ("unsaid", ["unsaid", "asserted"])


def test_who_disputes_words_in_his_own_reply_does_not_deny_what_he_says_in_it() -> None:
    """Only words of report that dispute what they hold: not a word of dispute in the content."""
    draft = Draft("何敏回应说，林海表示过航道复航，这个消息不实。")
    he, lin = draft.speaker("何敏"), draft.speaker("林海")
    outer = draft.says(he, "何敏", "回应说", "林海表示过航道复航，这个消息不实")
    inner = draft.says(lin, "林海", "表示过", "航道复航", within=outer)
    draft.relates("disputes", outer, inner, cue="不实")
    assert told(build_graph([draft.dossier()]), "a2").held == "asserted"


def test_words_that_are_denied_in_part_are_marked_claim_by_claim() -> None:
    draft = Draft("何敏否认停航，说码头照开。林海说，停航，码头照开。")
    he, lin = draft.speaker("何敏"), draft.speaker("林海")
    both = draft.says(he, "何敏", "否认", "停航，说码头照开")
    said = draft.says(lin, "林海", "说", "停航，码头照开")
    draft.claim(both, "停航", held="denied")
    draft.claim(both, "码头照开")
    closed = draft.claim(said, "停航")
    draft.relates("contradicts", draft.claims[0].id, closed)
    graph = build_graph([draft.dossier()])
    [one] = find_conflicts(graph)
    assert told(graph, "a1").held == "asserted"
    assert (one.first.held, one.second.held) == ("denied", "asserted")


def test_ends_of_conflicts_tell_how_they_are_held() -> None:
    [one] = find_conflicts(build_graph([denials()]))
    assert (one.first.held, one.second.held) == ("denied", "asserted")
    assert one.first.words == one.second.words


def test_a_claim_in_a_claim_and_an_id_of_two_kinds_are_passed_over() -> None:
    dossier = quiet()
    [said], [claim] = dossier.attributions, dossier.claims
    inner = claim.model_copy(update={"id": "x:c2", "attribution": claim.id})
    loop = claim.model_copy(update={"id": "x:c3", "attribution": "x:c3"})
    twice = claim.model_copy(update={"id": said.speaker})  # the id of a speaker
    graph = build_graph([dossier.model_copy(update={"claims": (claim, inner, loop, twice)})])
    teller = query.telling.Teller(graph)
    assert (teller.tell_statement("x:c2"), teller.tell_point("x:c3")) == (None, None)
    assert [one.claims for one in find_statements(graph)] == [(claim,)]


# ---------------------------------------------------------------- chains
def test_a_chain_of_four_ends_with_the_origin() -> None:
    graph = build_graph([relayed()])
    [one] = find_chains(graph, relayed().claims[0].id)
    assert [hop.name for hop in one.hops] == ["海潮网", "海潮社", "东港晚报", "一名渔民", "林海"]
    assert [hop.cue.text if hop.cue else "" for hop in one.hops] == ["", "报道", "称", "说", "表示"]
    origin = find_origin(one)
    assert origin and origin.name == "一名渔民"  # all that follows is known through him


def test_the_chain_of_an_attribution_leads_down_to_what_it_passes_on(graph: Graph) -> None:
    ids = {id.rpartition(":")[2]: id for id in graph}
    assert [short(one.id) for one in find_chains(graph, ids["a1"])] == [["a3"]]
    assert [short(one.id) for one in find_chains(graph, ids["a3"])] == [["a3"]]
    assert [short(one.id) for one in find_chains(graph, ids["c3"])] == [["a8"]]


def test_an_attribution_that_holds_several_has_several_chains() -> None:
    draft = Draft("海潮社称，林海说，航道复航，何敏说，码头照开。")
    tide, lin, he = (draft.speaker(name) for name in ("海潮社", "林海", "何敏"))
    outer = draft.says(tide, "海潮社", "称", "林海说，航道复航，何敏说，码头照开")
    draft.says(lin, "林海", "说", "航道复航", within=outer)
    draft.says(he, "何敏", "说", "码头照开", within=outer)
    graph = build_graph([draft.dossier()])
    assert [one.name for one in find_chains(graph, outer)] == ["林海", "何敏"]


def test_what_has_no_chain_is_a_key_error(graph: Graph) -> None:
    for id in ("gone", harbour().speakers[0].id, harbour().document.id):
        with pytest.raises(KeyError):
            find_chains(graph, id)


def test_words_lead_to_the_innermost_that_say_them(graph: Graph) -> None:
    found = find_chains_about(graph, "停航 一个月")
    assert [short(one.id) for one in found] == [["a3"]]
    assert find_chains_about(graph, "下雪") == []


def test_words_for_what_it_was_said_in_lead_to_what_was_said_there() -> None:
    graph = build_graph([make_dossier(read_text("渡轮公司在推特上说，停航一周。船东说，会复航。"))])
    assert [one.text for one in find_chains_about(graph, "推特")] == ["停航一周"]


@pytest.mark.parametrize(
    ("id", "name"),
    [("a1", "石磊"), ("a3", "一名海事官员"), ("a5", "一名海事官员"), ("a8", "何敏"),
     ("a4", "海潮社"), ("a13", None)],
)  # fmt: skip
def test_on_whose_word_a_statement_stands(graph: Graph, id: str, name: str | None) -> None:
    origin = find_origin(told(graph, id))
    assert (origin.name if origin else None) == name


# ---------------------------------------------------------------- filters
def test_without_a_wish_everything_is_told(graph: Graph) -> None:
    assert len(find_statements(graph)) == len(harbour().attributions)


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Wanted(about="停航"), ["a1", "a2", "a3", "a7", "a8", "a11"]),
        (Wanted(about="停航 渔民"), ["a11"]),
        (Wanted(about="停航 下雪"), []),
        (Wanted(about="渔民　停航"), ["a11"]),
        (Wanted(anonymous=True), ["a2", "a3", "a5", "a9"]),
        (Wanted(certainty="almost_certain"), ["a3"]),
        (Wanted(certainty="wish"), []),
        (Wanted(negated=True), ["a5", "a13"]),
        (Wanted(anonymous=True, negated=True), ["a5"]),
        (Wanted(speakers=frozenset()), []),
        (Wanted(basis="stated", strength="weak"), [f"a{n}" for n in range(1, 15)]),
    ],
)
def test_statements_are_narrowed(graph: Graph, wanted: Wanted, ids: list[str]) -> None:
    assert short(*(one.id for one in find_statements(graph, wanted))) == ids


@pytest.mark.parametrize("about", ["停航一个月", "停航一個月", "停航一個月 航道"])
def test_both_scripts_and_all_widths_are_the_same_words(graph: Graph, about: str) -> None:
    assert find_statements(graph, Wanted(about=about))
    draft = Draft("ＣＮＮ說，ＡＢＣ１２３。")
    draft.says(draft.speaker("ＣＮＮ"), "ＣＮＮ", "說", "ＡＢＣ１２３")
    wide = build_graph([draft.dossier()])
    assert find_statements(wide, Wanted(about="abc123"))
    assert names(pick_speakers(wide, "cnn")) == ["ＣＮＮ"]


def test_a_language_without_a_pack_is_searched_all_the_same() -> None:
    draft = Draft("Lin said the port is closed.", lang="xx")
    draft.says(draft.speaker("Lin"), "Lin", "said", "the port is closed")
    graph = build_graph([draft.dossier()])
    assert find_statements(graph, Wanted(about="PORT closed"))
    assert names(pick_speakers(graph, "lin")) == ["Lin"]


def test_the_certainties_are_those_of_the_model() -> None:
    from claims.cli.commands.options import Basis
    from claims.cli.commands.options import Certainty as Option

    assert [one.value for one in Option] == list(get_args(Certainty))
    assert [one.value for one in Basis] == ["stated", "inferred"]


# ---------------------------------------------------------------- speakers
def test_speakers_with_what_they_said(graph: Graph) -> None:
    found = find_speakers(graph)
    assert names(one.speaker for one in found) == [
        "石磊", "一名海事官员", "林海", "海潮社", "何敏", "林海的秘书", "周岚", "渔业局",
    ]  # fmt: skip
    assert found[-1].speaker is None and short(*(s.id for s in found[-1].statements)) == [
        "a13",
        "a14",
    ]
    assert sum(len(one.statements) for one in found) == 14


def test_of_unnamed_speakers_only_their_own_words(graph: Graph) -> None:
    found = find_speakers(graph, Wanted(anonymous=True))
    assert names(one.speaker for one in found) == ["一名海事官员", "林海的秘书"]
    assert short(*(one.id for one in found[0].statements)) == ["a2", "a5"]


def test_a_speaker_of_two_articles_is_told_in_each() -> None:
    found = find_speakers(build_graph([harbour(), relayed(), quiet()]))
    lin = [one for one in found if one.speaker and one.speaker.name == "林海"]
    assert [one.article.name for one in lin] == ["harbour", "relayed", "quiet"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("林海", "林海"),  # the whole name, though 林海的秘书 holds it too
        ("林海的秘书", "林海的秘书"),
        ("石", "石磊"),
        ("该官员", "一名海事官员"),  # an alias
        ("发言人", "何敏"),  # a role
        ("港务局", "何敏"),  # the body itself says nothing
        ("港務局發言人", "何敏"),
        ("秘书", "林海的秘书"),
        ("s5", "何敏"),
        ("s1", "石磊"),
        (" 石磊 ", "石磊"),
    ],
)
def test_one_speaker_is_meant(graph: Graph, words: str, name: str) -> None:
    assert names(pick_speakers(graph, words)) == [name]


def titled() -> Graph:
    """A harbour master who is called in many ways, and another of the same office."""
    text = (
        "东港港务局长米娅·林海（Mia Linhai，见图）昨日会见西屿港务局长何敏。林海称，航道复航。"
        "局长女士表示，码头照开。何敏说，航道停航。国务秘书何敏（Minister）。"
    )
    draft = Draft(text)
    east = draft.speaker("东港", kind="government", aliases=("东港方面",))
    port = draft.speaker("港务局", kind="government", affiliation=east)
    lin = draft.speaker("林海", "林海", "局长女士", role="局长", affiliation=port)
    he = draft.speaker("何敏", role="局长", affiliation=draft.speaker("西屿港务局"))
    draft.says(lin, "林海", "称", "航道复航", after=text.index("林海称"))
    draft.says(he, "何敏", "说", "航道停航", after=text.index("何敏说"))
    return build_graph([draft.dossier()])


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("港务局局长", "林海"),  # the body and the role
        ("东港局长", "林海"),  # the body above it
        ("东港方面局长", "林海"),
        ("西屿港务局长", "何敏"),  # as the article has it before the name
        ("西屿局长", "何敏"),  # a part of the body, and the role
        ("局长女士", "林海"),  # at a mention
        ("Mia Linhai", "林海"),  # in parentheses behind the name
        ("linhai", "林海"),
        ("见图", "林海"),
        ("米娅·林海", "林海"),
        ("米婭‧林海", "林海"),
    ],
)
def test_what_makes_a_speaker_plain_means_that_one(words: str, name: str) -> None:
    assert names(pick_speakers(titled(), words)) == [name]


def test_an_office_that_two_hold_means_both() -> None:
    with pytest.raises(SeveralSpeakersError) as raised:
        pick_speakers(titled(), "局长")
    assert len(raised.value.matches) == 2


@pytest.mark.parametrize("words", ["卡尔·林海", "卡尔林海", "女", "·林海", "Mia L"])
def test_words_that_only_look_like_a_name_mean_nobody(words: str) -> None:
    with pytest.raises(NoSpeakerError):
        pick_speakers(titled(), words)


def test_of_two_with_one_family_name_the_full_name_is_no_proof() -> None:
    draft = Draft("米娅·林海会见卡尔·林海。林海称，航道复航。")
    draft.says(draft.speaker("林海"), "林海", "称", "航道复航", after=13)
    graph = build_graph([draft.dossier()])
    for words in ("米娅·林海", "卡尔·林海"):
        with pytest.raises(NoSpeakerError):
            pick_speakers(graph, words)


@pytest.mark.parametrize("words", ["下雪", "s99", "", " "])
def test_nobody_is_meant(graph: Graph, words: str) -> None:
    with pytest.raises(NoSpeakerError, match="among the 8 who speak here"):
        pick_speakers(graph, words)


def test_nobody_speaks() -> None:
    with pytest.raises(NoSpeakerError, match="nobody speaks in what was given"):
        pick_speakers(build_graph([bare()]), "林海")
    with pytest.raises(NoSpeakerError, match="the only one who speaks here"):
        pick_speakers(build_graph([quiet()]), "何敏")


def test_several_are_meant(graph: Graph) -> None:
    with pytest.raises(SeveralSpeakersError) as raised:
        pick_speakers(graph, "海")
    assert names(query.telling.Teller(graph).tell_party(id) for id in raised.value.matches) == [
        "一名海事官员", "林海", "海潮社", "林海的秘书",
    ]  # fmt: skip


def test_one_name_in_several_articles_means_all_who_bear_it() -> None:
    graph = build_graph([harbour(), relayed(), quiet()])
    assert len({one.article for one in pick_speakers(graph, "林海")}) == 3
    with pytest.raises(SeveralSpeakersError):
        pick_speakers(graph, "s1")


def test_unnamed_speakers_of_several_articles_are_never_one() -> None:
    first, second = Draft("一名官员说，停航。"), Draft("一名官员说，复航。")
    for draft, words in ((first, "停航"), (second, "复航")):
        one = draft.speaker("一名官员", anonymous=True, what="official")
        draft.says(one, "一名官员", "说", words)
    with pytest.raises(SeveralSpeakersError):
        pick_speakers(build_graph([first.dossier(), second.dossier()]), "一名官员")


def test_what_one_unnamed_speaker_is_called_is_not_taken_for_the_only_one() -> None:
    draft = Draft("官员说，停航。一名海事官员说，复航。")
    for name, words in (("官员", "停航"), ("一名海事官员", "复航")):
        draft.says(draft.speaker(name, anonymous=True, what="official"), name, "说", words)
    graph = build_graph([draft.dossier()])
    with pytest.raises(SeveralSpeakersError):
        pick_speakers(graph, "官员")
    assert names(pick_speakers(graph, "一名海事官员")) == ["一名海事官员"]


def test_an_own_name_goes_before_another_ones_alias() -> None:
    draft = Draft("林海说，停航。何敏说，复航。")
    for name, aliases, words in (("林海", ("老林",), "停航"), ("老林", (), "复航")):
        draft.says(draft.speaker(name, aliases=aliases), name[-1], "说", words, after=0)
    assert names(pick_speakers(build_graph([draft.dossier()]), "老林")) == ["老林"]


def test_statements_of_one_speaker(graph: Graph) -> None:
    ids = frozenset(one.id for one in pick_speakers(graph, "林海"))
    found = find_statements(graph, Wanted(speakers=ids))
    assert short(*(one.id for one in found)) == ["a3", "a8"]


# ---------------------------------------------------------------- disputes
def test_who_disputes_whom_over_what_in_which_words(graph: Graph) -> None:
    first, second = find_disputes(graph)
    assert (first.who.name, first.words and first.words.text) == ("何敏", "否认")
    assert names(one.speaker for one in first.against) == ["一名海事官员", "一名海事官员"]
    assert first.target and first.target.text == "该官员的说法"
    assert first.over == "港务局长林海告诉他，“航道几乎肯定要停航一个月”"
    assert (first.basis, first.strength, first.kind) == ("stated", "strong", "disputes")
    assert (second.who.name, short(*(one.id for one in second.against))) == ("林海的秘书", ["a5"])


def test_a_disputed_claim_is_what_it_is_over() -> None:
    draft = Draft("林海说，航道复航，码头照开。何敏否认码头照开。")
    lin, he = draft.speaker("林海"), draft.speaker("何敏")
    said = draft.says(lin, "林海", "说", "航道复航，码头照开")
    denial = draft.says(he, "何敏", "否认", "码头照开")
    pier = draft.claim(said, "码头照开")
    draft.claim(said, "航道复航")
    draft.relates("disputes", denial, pier, said)
    [one] = find_disputes(build_graph([draft.dossier()]))
    assert one.over == "码头照开"
    assert [statement.id for statement in one.against] == [said]
    assert one.words and one.words.text == "否认"  # no words of their own: those of report


def test_the_likeliest_is_the_first_however_the_graph_is_laid_out() -> None:
    draft = Draft("林海说，停航。林海表示，禁渔。何敏否认。")
    lin, he = draft.speaker("林海"), draft.speaker("何敏")
    stop, ban = draft.says(lin, "林海", "说", "停航"), draft.says(lin, None, "表示", "禁渔")
    denial = draft.says(he, "何敏", "否认")
    draft.relates("supports", denial, stop)
    draft.relates("disputes", denial, ban, stop, cue="否认")
    [one] = find_disputes(build_graph([draft.dossier()]))
    assert [statement.id for statement in one.against] == [ban, stop] and one.over == "禁渔"


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Wanted(about="会谈"), ["r1", "r2"]),
        (Wanted(about="航道"), ["r1"]),
        (Wanted(anonymous=True), ["r1", "r2"]),
        (Wanted(basis="inferred"), []),
        (Wanted(strength="weak"), []),
        (Wanted(negated=True), ["r1", "r2"]),
        (Wanted(certainty="possible"), []),
        (Wanted(certainty="almost_certain"), ["r1"]),  # what 林海 says in the disputed words
    ],
)
def test_disputes_are_narrowed(graph: Graph, wanted: Wanted, ids: list[str]) -> None:
    assert short(*(one.id for one in find_disputes(graph, wanted))) == ids


@pytest.mark.parametrize(
    ("words", "ids"),
    [("何敏", ["r1"]), ("石磊", ["r1"]), ("海潮社", ["r1", "r2"]), ("周岚", []), ("林海", ["r1"])],
)
def test_a_speaker_may_be_on_either_side_or_on_the_way(
    graph: Graph, words: str, ids: list[str]
) -> None:
    speakers = frozenset(one.id for one in pick_speakers(graph, words))
    found = find_disputes(graph, Wanted(speakers=speakers))
    assert short(*(one.id for one in found)) == ids


def test_a_dispute_reaches_what_stands_inside_what_it_is_against() -> None:
    """The words of an unnamed guest two levels down are disputed with those around them."""
    draft = Draft("海潮社称，林海说，一名旅客表示，可能没有停航。何敏否认海潮社的报道。")
    tide, lin, he = (draft.speaker(name) for name in ("海潮社", "林海", "何敏"))
    guest = draft.speaker("一名旅客", anonymous=True)
    outer = draft.says(tide, "海潮社", "称", "林海说，一名旅客表示，可能没有停航")
    inner = draft.says(lin, "林海", "说", "一名旅客表示，可能没有停航", within=outer)
    last = draft.says(guest, "一名旅客", "表示", "可能没有停航", within=inner)
    draft.claim(last, "可能没有停航", certainty="possible", negated=True)
    denial = draft.says(he, "何敏", "否认", "海潮社的报道")
    draft.relates("disputes", denial, outer)
    graph = build_graph([draft.dossier()])
    for wanted in (
        Wanted(speakers=frozenset({guest})), Wanted(certainty="possible"), Wanted(negated=True),
        Wanted(anonymous=True), Wanted(speakers=frozenset({guest}), about="停航"),
    ):  # fmt: skip
        assert len(find_disputes(graph, wanted)) == len(find_matters(graph, wanted)) == 1
    [one] = find_disputes(graph)
    assert [statement.id for statement in one.against] == [outer]
    assert find_disputes(graph, Wanted(certainty="certain")) == []


# ---------------------------------------------------------------- conflicts
def test_what_may_conflict_and_why(graph: Graph) -> None:
    sure, talks, loss = find_conflicts(graph)
    assert {one.kind for one in (sure, talks, loss)} == {"may conflict"}
    assert (sure.first.words, sure.second.words) == ("航道几乎肯定要停航一个月", "停航有明显的可能")
    assert (sure.first.certainty, sure.second.certainty) == ("almost_certain", "probable")
    assert sure.shared == ("林海", "停航") and sure.difference
    assert sure.difference.kind == "certainty" and "how sure" in sure.reason
    assert talks.first.negated and not talks.second.negated
    assert [one.strength for one in (sure, talks, loss)] == ["strong", "strong", "weak"]


def test_conflicts_of_those_who_dispute_each_other_are_told_apart(graph: Graph) -> None:
    assert [one.disputed for one in find_conflicts(graph)] == [True, True, False]


def weaken(dossier: Dossier, *numbers: int) -> Dossier:
    """The same with some relations weak."""
    relations = [
        one.model_copy(update={"strength": "weak"}) if number in numbers else one
        for number, one in enumerate(dossier.relations)
    ]
    return dossier.model_copy(update={"relations": tuple(relations)})


def test_a_dispute_by_nearness_alone_makes_no_two_opponents() -> None:
    graph = build_graph([weaken(harbour(), 0, 1)])
    assert [one.disputed for one in find_conflicts(graph)] == [False, False, False]
    assert [one.strength for one in find_disputes(graph)] == ["weak", "weak"]


def test_whoever_denies_a_relay_does_not_deny_the_one_relayed() -> None:
    """何敏 denies the official who says that 林海 said so; she has no dispute with 林海."""
    dossier = harbour()
    own = dossier.relations[2].model_copy(
        update={"origin": dossier.attributions[10].id, "to": (dossier.attributions[2].id,)}
    )
    graph = build_graph([dossier.model_copy(update={"relations": (*dossier.relations[:2], own)})])
    [one] = find_conflicts(graph)
    assert {one.first.statement.name, one.second.statement.name} == {"周岚", "林海"}
    assert not one.disputed


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Wanted(about="会谈"), ["r4"]),
        (Wanted(anonymous=True), ["r3", "r4"]),
        (Wanted(certainty="probable"), ["r3"]),
        (Wanted(basis="stated"), []),
        (Wanted(basis="inferred", strength="weak"), ["r5"]),
        (Wanted(negated=True), ["r4"]),
    ],
)
def test_conflicts_are_narrowed(graph: Graph, wanted: Wanted, ids: list[str]) -> None:
    assert short(*(one.id for one in find_conflicts(graph, wanted))) == ids


def test_whole_attributions_may_conflict_too() -> None:
    draft = Draft("林海说，航道复航，码头照开。何敏说，停航。")
    said = draft.says(draft.speaker("林海"), "林海", "说", "航道复航，码头照开")
    draft.claim(said, "航道复航")
    draft.claim(said, "码头照开")
    other = draft.says(draft.speaker("何敏"), "何敏", "说", "停航")
    draft.claim(other, "停航", certainty="possible")
    draft.relates("contradicts", said, other)
    [one] = find_conflicts(build_graph([draft.dossier()]))
    assert (one.first.claim, one.first.words) == (None, "航道复航，码头照开")
    assert one.second.claim and one.second.certainty == "possible"  # the only one it holds


def trusting() -> Dossier:
    """A denial that is found as a dispute, and as a conflict over whom to believe."""
    draft = Draft("林海说，停航。何敏说，林海的话不实。")
    said = draft.says(draft.speaker("林海"), "林海", "说", "停航")
    denial = draft.says(draft.speaker("何敏"), "何敏", "说", "林海的话不实")
    stop, false = draft.claim(said, "停航"), draft.claim(denial, "林海的话不实")
    draft.relates("disputes", denial, said, cue="不实", target="林海的话")
    draft.relates("contradicts", stop, false, difference=("trust", "", "不实"))
    return draft.dossier()


def test_a_conflict_over_belief_is_told_once_with_its_dispute() -> None:
    dossier = trusting()
    graph = build_graph([dossier])
    assert find_conflicts(graph) == []
    assert [one.trust for one in find_disputes(graph)] == [(dossier.relations[1].id,)]
    alone = dossier.model_copy(update={"relations": dossier.relations[1:]})
    assert len(find_conflicts(build_graph([alone]))) == 1


def test_what_is_said_alike(graph: Graph) -> None:
    [one] = find_supports(graph)
    assert (one.kind, one.first.statement.name, one.second.statement.name) == (
        "supports", "林海的秘书", "何敏",
    )  # fmt: skip


# ---------------------------------------------------------------- origins
def test_what_rests_on_one_unnamed_speaker(graph: Graph) -> None:
    tweet, talks, secretary = find_origins(graph)
    assert {tweet.speaker.name, talks.speaker.name} == {"一名海事官员"}
    assert short(*(one.id for one in tweet.statements)) == ["a2"]  # what 林海 says is inside it
    assert names(tweet.relays) == ["石磊"] and tweet.outlets == ("东港日报",)
    assert names(tweet.disputed_by) == ["何敏"]
    assert names(talks.disputed_by) == ["何敏", "林海的秘书"]
    assert tweet.alone and talks.alone
    assert not secretary.alone and names(one.speaker for one in secretary.also) == ["何敏"]


def test_however_many_pass_it_on_it_is_one_thing() -> None:
    draft = Draft("海潮社称，一名官员说，停航。晚报称，这名官员说，将停航。")
    tide, evening = draft.speaker("海潮社", kind="outlet"), draft.speaker("晚报", kind="outlet")
    official = draft.speaker("一名官员", anonymous=True, what="official")
    outer = draft.says(tide, "海潮社", "称", "一名官员说，停航")
    one = draft.says(official, "一名官员", "说", "停航", within=outer)
    second = draft.says(evening, "晚报", "称", "这名官员说，将停航")
    other = draft.says(official, "这名官员", "说", "将停航", within=second)
    draft.relates("repeats", one, other)
    [origin] = find_origins(build_graph([draft.dossier()]))
    assert [statement.id for statement in origin.statements] == [one, other]
    assert names(origin.relays) == ["海潮社", "晚报"] and origin.alone


def test_who_perhaps_disputes_it_is_told_apart() -> None:
    tweet, talks, _ = find_origins(build_graph([weaken(harbour(), 0)]))
    assert (tweet.disputed_by, names(tweet.perhaps_disputed_by)) == ((), ["何敏"])
    assert names(talks.disputed_by) == ["林海的秘书"]
    assert names(talks.perhaps_disputed_by) == ["何敏"]


def test_who_disputes_it_firmly_once_is_not_told_as_perhaps() -> None:
    dossier = weaken(harbour(), 0)
    again = harbour().relations[0].model_copy(update={"id": f"{dossier.document.id}:r9"})
    both = dossier.model_copy(update={"relations": (*dossier.relations, again)})
    tweet, *_ = find_origins(build_graph([both]))
    assert names(tweet.disputed_by) == ["何敏"] and tweet.perhaps_disputed_by == ()


def test_a_weak_likeness_leaves_it_alone() -> None:
    dossier = harbour()
    [*rest, support] = dossier.relations
    weak = support.model_copy(update={"strength": "weak"})
    graph = build_graph([dossier.model_copy(update={"relations": (*rest, weak)})])
    assert all(one.alone for one in find_origins(graph))


@pytest.mark.parametrize(
    ("wanted", "count"),
    [(Wanted(about="停航"), 1), (Wanted(certainty="almost_certain"), 1), (Wanted(negated=True), 1),
     (Wanted(about="秘书"), 0)],
)  # fmt: skip
def test_origins_are_narrowed(graph: Graph, wanted: Wanted, count: int) -> None:
    assert len(find_origins(graph, wanted)) == count


# ---------------------------------------------------------------- matters
def test_what_hangs_together_is_one_matter_the_most_disputed_first(graph: Graph) -> None:
    quarrel, loss = find_matters(graph)
    assert short(*(one.id for one in quarrel.disputes)) == ["r1", "r2"]
    assert short(*(one.id for one in quarrel.conflicts)) == ["r3", "r4"]
    assert short(*(one.id for one in quarrel.statements)) == [
        "a2",
        "a3",
        "a5",
        "a6",
        "a8",
        "a9",
        "a10",
    ]
    assert (short(*(one.id for one in loss.conflicts)), loss.disputes) == (["r5"], ())


def test_a_matter_is_called_by_what_is_shared_or_disputed(graph: Graph) -> None:
    assert [one.title for one in find_matters(graph)] == ["林海 · 停航 · 会谈", "损失"]
    [alone, *_] = find_matters(graph, Wanted(basis="stated"))
    assert alone.title == "该官员的说法"


def test_the_sides_of_a_matter_and_on_whose_word_each_is(graph: Graph) -> None:
    quarrel, loss = find_matters(graph)
    assert names(quarrel.sides[0].origins) == ["一名海事官员"]
    assert names(quarrel.sides[1].origins) == ["何敏", "林海的秘书"]
    assert short(*(one.id for one in quarrel.sides[0].statements)) == ["a2", "a3", "a5"]
    assert [names(side.origins) for side in loss.sides] == [["周岚"], ["渔业局"]]


def against(draft: Draft, *speakers: str) -> list[list[str]]:
    """The independent origins on both sides, where all of some speakers contradict one other."""
    other = draft.speaker("周岚")
    reply = draft.claim(draft.says(other, "周岚", "说", "复航"), "复航")
    for id in speakers:
        name = next(one.name for one in draft.speakers if one.id == id)
        said = draft.claim(draft.says(id, name, "说", "停航"), "停航")
        draft.relates("contradicts", reply, said)
    [matter] = find_matters(build_graph([draft.dossier()]))
    return [names(side.origins) for side in matter.sides]


def crowded(*names: str) -> Draft:
    return Draft("".join(f"{name}说，停航。" for name in names) + "周岚说，复航。")


def test_a_body_and_those_who_speak_for_it_are_one_origin() -> None:
    draft = crowded("港务局", "港务局发言人何敏", "何敏的秘书", "林海")
    port = draft.speaker("港务局", kind="government")
    he = draft.speaker("港务局发言人何敏", kind="person", affiliation=port)
    secretary = draft.speaker("何敏的秘书", anonymous=False, affiliation=he)
    lin = draft.speaker("林海", kind="person")
    assert against(draft, secretary, he, port, lin)[1] == ["港务局", "林海"]


def test_one_who_speaks_for_a_body_that_says_nothing_is_an_origin() -> None:
    draft = crowded("何敏", "林海")
    port = draft.speaker("港务局", kind="government")
    he, lin = draft.speaker("何敏", affiliation=port), draft.speaker("林海", affiliation=port)
    assert against(draft, he, lin)[1] == ["何敏", "林海"]


def test_the_secretary_of_one_whose_body_speaks_is_no_origin() -> None:
    draft = crowded("港务局", "何敏的秘书")
    port = draft.speaker("港务局", kind="government")
    he = draft.speaker("何敏", affiliation=port)
    secretary = draft.speaker("何敏的秘书", affiliation=he)
    assert against(draft, secretary, port)[1] == ["港务局"]


def test_a_group_and_one_of_its_members_are_one_origin() -> None:
    draft = crowded("何敏", "双方")
    he, lin = draft.speaker("何敏"), draft.speaker("林海")
    both = draft.speaker("双方", kind="group", members=(he, lin))
    assert against(draft, he, both)[1] == ["双方"]


def test_a_group_whose_members_all_speak_for_themselves_is_no_origin_of_its_own() -> None:
    draft = crowded("何敏", "林海", "双方")
    he, lin = draft.speaker("何敏"), draft.speaker("林海")
    both = draft.speaker("双方", kind="group", members=(he, lin))
    assert against(draft, he, lin, both)[1] == ["何敏", "林海"]


def test_a_part_of_a_government_is_known_by_its_name_a_society_is_not() -> None:
    names = ("东港", "东港航运局", "东港渔会", "东港航运局的何敏")
    draft = crowded(*names)
    city = draft.speaker(names[0], kind="government")
    part = draft.speaker(names[1], kind="government")
    society = draft.speaker(names[2], kind="organisation")
    he = draft.speaker(names[3], affiliation=part)
    assert against(draft, he, city, society)[1] == ["东港", "东港渔会"]


def test_those_who_belong_to_each_other_are_still_one() -> None:
    draft = crowded("港务局", "航道处")
    ids = [f"{draft.document.id}:s{n}" for n in (1, 2)]
    for name, id in (("港务局", ids[1]), ("航道处", ids[0])):
        draft.speaker(name, affiliation=id)
    assert len(against(draft, *ids)[1]) == 1


def test_what_is_said_firmly_takes_sides_before_what_rests_on_nearness() -> None:
    draft = Draft("林海说，停航。何敏说，复航。周岚否认。")
    lin, he, zhou = (draft.speaker(name) for name in ("林海", "何敏", "周岚"))
    stop = draft.claim(draft.says(lin, "林海", "说", "停航"), "停航")
    go = draft.claim(draft.says(he, "何敏", "说", "复航"), "复航")
    denial = draft.says(zhou, "周岚", "否认")
    draft.relates("disputes", denial, go, stop, strength="weak")
    draft.relates("disputes", denial, stop)
    draft.relates("contradicts", stop, go)
    [matter] = find_matters(build_graph([draft.dossier()]))
    assert [names(side.origins) for side in matter.sides] == [["林海"], ["何敏", "周岚"]]


def test_thirty_speakers_are_fifteen_matters() -> None:
    matters = find_matters(build_graph([crowd(30)]))
    assert len(matters) == 15
    assert {len(one.statements) for one in matters} == {2}
    assert matters[0].title == "1号的说法"


def test_conflicts_of_one_long_statement_are_matters_of_their_own() -> None:
    draft = Draft("林海说，航道复航，码头照开。何敏说，停航。周岚说，码头关闭。")
    said = draft.says(draft.speaker("林海"), "林海", "说", "航道复航，码头照开")
    ways = draft.claim(said, "航道复航"), draft.claim(said, "码头照开")
    others = []
    for name, words in (("何敏", "停航"), ("周岚", "码头关闭")):
        one = draft.says(draft.speaker(name), name, "说", words)
        others.append(draft.claim(one, words))
    for way, other in zip(ways, others, strict=True):
        draft.relates("contradicts", way, other, shared=("港口",))
    assert len(find_matters(build_graph([draft.dossier()]))) == 2
    draft.relates("disputes", draft.attributions[1].id, said)  # now the whole is in dispute
    assert len(find_matters(build_graph([draft.dossier()]))) == 1


# ---------------------------------------------------------------- what holds of every question
@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("name", MADE)
def test_every_question_bears_every_dossier(question: Any, name: str) -> None:
    graph = build_graph([MADE[name]()])
    assert question(graph) == question(build_graph([MADE[name]()]))
    assert question(graph, Wanted(about="没有这样的话")) == []


@pytest.mark.parametrize("question", QUESTIONS)
def test_nothing_was_found(question: Any) -> None:
    assert question(build_graph([])) == [] and question(build_graph([bare()])) == []


def test_ids_that_lead_nowhere_are_passed_over() -> None:
    graph = build_graph([dangling()])
    assert len(find_statements(graph)) == 2
    assert find_disputes(graph) == []
    [one] = find_conflicts(graph)
    assert one.first.statement == one.second.statement and not one.disputed
    assert [hop.name for hop in find_statements(graph)[0].hops] == ["林海"]


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_leaves_the_graph_as_it_is(graph: Graph, question: Any) -> None:
    before = copy.deepcopy(list(graph.edges(keys=True, data=True)))
    question(graph)
    assert list(graph.edges(keys=True, data=True)) == before


@given(
    names=st.lists(st.sampled_from(sorted(MADE)), unique=True, max_size=4),
    wanted=st.builds(
        Wanted,
        about=st.sampled_from(["", "停航", "会谈", "说法"]),
        anonymous=st.booleans(),
        certainty=st.sampled_from([None, *get_args(Certainty)]),
        basis=st.sampled_from([None, "stated", "inferred"]),
        negated=st.booleans(),
    ),
)
def test_what_is_wanted_is_a_part_of_all(names: list[str], wanted: Wanted) -> None:
    graph = build_graph(MADE[name]() for name in names)
    for question in (find_statements, find_disputes, find_conflicts, find_supports):
        every = question(graph)  # type: ignore[operator]
        some = question(graph, wanted)  # type: ignore[operator]
        assert [one for one in every if one in some] == some


def test_all_that_the_room_offers_is_told_in_its_front_door() -> None:
    functions = [name for name in query.__all__ if name[0].islower()]
    assert query.__doc__ and [name for name in functions if name not in query.__doc__] == []

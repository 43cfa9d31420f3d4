"""Gold against found: each figure on cases made for it, and all of them beside the reference."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from made_gold import BRIDGE, FERRY, Row, Spoiler, answer, at, bridge, corpus, corpus_answer, ferry

from claims.errors import GoldError
from claims.evaluate import Figures, evaluate, list_errors, pair_dossiers, parse_gold
from claims.model import Dossier


def score(row: Row, dossier: Row | None) -> Figures:
    found = Dossier.model_validate(dossier) if dossier else None
    return evaluate([(parse_gold(row, "made"), found)])


def bare(text: str, cue: str, content: str, source: str | None = None) -> Row:
    """A dossier with one attribution and no speaker."""
    one = {"id": "d:1", "cue": at(text, cue), "content": [at(text, content)]}
    source_span = at(text, source) if source else None
    document = {"id": "d", "lang": "zh", "text": text}
    return {"document": document, "attributions": [one | {"source": source_span}]}


def by_id(dossier: Row, id: str) -> Row:
    one: Row = next(a for a in dossier["attributions"] if a["id"] == f"d:{id}")
    return one


@pytest.mark.parametrize("row", [ferry(), bridge()], ids=lambda row: row["id"])
def test_an_answer_without_a_fault_has_full_figures(row: Row) -> None:
    figures = score(row, answer(row))
    for name, one in figures.scores.items():
        assert one.f == 1.0, name
    for name, rate in figures.rates.items():
        assert rate.rate in (1.0, None), name
    assert list_errors(parse_gold(row, "made"), Dossier.model_validate(answer(row))) == ()


def test_paragraphs_in_between_move_no_figure() -> None:
    row = ferry()
    first, rest = row["text"].split("\n", 1)
    page = f"渡轮消息\n{first}\n图：码头的乘客\n{rest}\n相关阅读：票价表\n"
    assert score(row, answer(row, page)).as_dict() == score(row, answer(row)).as_dict()


def test_what_is_found_outside_the_gold_text_does_not_count() -> None:
    row = bridge()
    page = row["text"] + "编辑说，本文已更新。\n"
    dossier = answer(row, page)
    dossier["attributions"].append(
        {"id": "d:x", "cue": at(page, "说", 2), "content": [at(page, "本文已更新")]}
    )
    assert score(row, dossier).found.f == 1.0  # type: ignore[union-attr]


def test_an_optional_item_counts_neither_for_nor_against() -> None:
    row, dossier = ferry(), answer(ferry())
    dossier["attributions"] = [a for a in dossier["attributions"] if a["id"] != "d:F4"]
    assert score(row, dossier).found == score(row, answer(row)).found


def test_alternatives_of_source_and_chain_are_as_right() -> None:
    row, dossier = ferry(), answer(ferry())
    by_id(dossier, "F1")["source"] = at(FERRY, "渡轮公司周二发表声明")
    by_id(dossier, "F2")["chain"] = ["d:HE"]
    figures = score(row, dossier)
    assert figures.source.rate == figures.chain.rate == figures.chain_deep.rate == 1.0  # type: ignore[union-attr]
    by_id(dossier, "F1")["source"] = at(FERRY, "公司")
    by_id(dossier, "F2")["chain"] = ["d:HE", "d:CO"]
    figures = score(row, dossier)
    assert figures.source.hits == 6 and figures.chain_deep.hits == 0  # type: ignore[union-attr]


def test_under_a_directive_the_one_addressed_may_stand_inside() -> None:
    row, dossier = ferry(), answer(ferry())
    by_id(dossier, "F3")["content"] = [at(FERRY, "乘客提前到港")]
    assert score(row, dossier).content.f == 1.0  # type: ignore[union-attr]
    by_id(dossier, "F8")["content"] = [at(FERRY, "北线")]
    assert score(row, dossier).content.recall.hits == 6  # type: ignore[union-attr]


def test_an_objectless_denial_is_known_by_its_cue() -> None:
    row, dossier = ferry(), answer(ferry())
    by_id(dossier, "F5")["cue"] = at(FERRY, "予以否认")
    assert score(row, dossier).whole.f == 1.0  # type: ignore[union-attr]
    by_id(dossier, "F5")["cue"] = at(FERRY, "官员")
    assert score(row, dossier).found.recall.hits == 6  # type: ignore[union-attr]


def test_speakers_wrongly_joined_are_right_for_one_only() -> None:
    row, dossier = ferry(), answer(ferry())
    for one in dossier["attributions"]:
        if one["speaker"] == "d:SHI":
            one["speaker"] = "d:HE"
    assert score(row, dossier).speaker.hits == 6  # type: ignore[union-attr]


def test_of_a_speaker_split_in_two_the_larger_half_is_right() -> None:
    row, dossier = bridge(), answer(bridge())
    dossier["speakers"].append({"id": "d:BAI2", "name": "白露"})
    by_id(dossier, "B4")["speaker"] = "d:BAI2"
    assert score(row, dossier).speaker.hits == 3  # type: ignore[union-attr]


def test_a_dispute_is_between_speakers_and_extras_cost_precision() -> None:
    row, dossier = bridge(), answer(bridge())
    dossier["relations"] = [
        {"id": "r", "kind": "disputes", "from": "d:B2", "to": ["d:B4"], "basis": "stated"},
        {"id": "q", "kind": "disputes", "from": "d:B2", "to": ["d:B3"], "basis": "stated"},
    ]
    disputes = score(row, dossier).disputes
    assert disputes is not None
    # An article's speakers dispute, whichever of their words is named: the first is right.
    assert (disputes.r, disputes.p) == (1.0, 0.5)


def test_a_clash_counts_one_level_in_or_out() -> None:
    row, dossier = ferry(), answer(ferry())
    dossier["relations"] = [
        {"id": "r", "kind": "contradicts", "from": "d:F6", "to": ["d:F1"], "basis": "inferred"}
    ]
    figure = score(row, dossier).contradictions
    assert figure is not None and figure.f == 1.0


def test_claims_are_matched_one_to_one_and_then_asked() -> None:
    row, dossier = ferry(), answer(ferry())
    dossier["claims"][0]["certainty"] = "possible"
    dossier["claims"][1]["negated"] = False
    dossier["claims"].append({**dossier["claims"][0], "id": "d:again"})
    figures = score(row, dossier)
    assert figures.claims.precision.of == 5 and figures.claims.r == 1.0  # type: ignore[union-attr]
    assert figures.certainty.hits == figures.claim_negated.hits == 3  # type: ignore[union-attr]


def test_an_article_that_no_dossier_holds_is_lost() -> None:
    golds = [parse_gold(ferry(), "a"), parse_gold(bridge(), "b")]
    found = [Dossier.model_validate(answer(bridge()))]
    pairs = list(pair_dossiers(golds, found))
    assert [dossier is None for _, dossier in pairs] == [True, False]
    figures = evaluate(pairs)
    assert figures.articles == 2 and figures.lost == ("ferry",)
    assert figures.found.recall.hits == 4 and figures.found.recall.of == 11  # type: ignore[union-attr]


def test_each_mistake_is_listed() -> None:
    row, dossier = bridge(), answer(bridge())
    by_id(dossier, "B1")["speaker"] = None
    by_id(dossier, "B2")["content"] = [at(BRIDGE, "市政厅")]
    del dossier["relations"][0]
    errors = list_errors(parse_gold(row, "made"), Dossier.model_validate(dossier))
    assert [(one.kind, one.id) for one in errors] == [
        ("part", "B1"),
        ("miss", "B2"),
        ("extra", "d:B2"),
        ("missed dispute", ""),
    ]
    assert errors[0].wrong == ("speaker",)
    assert errors[1].words == "新桥并不安全" and errors[3].words == "工程师协会 → 白露"


def test_a_corpus_row_has_no_speakers_and_takes_source_and_cue_as_one() -> None:
    tide, village = corpus()
    figures = score(tide, bare(tide["text"], "指出", "潮位正在下降", "郁青"))
    assert figures.found is not None and (figures.found.p, figures.found.r) == (1.0, 0.5)
    assert figures.whole is not None and figures.whole.f == 0.0
    assert figures.speaker is None and figures.disputes is None
    figures = score(village, bare(village["text"], "说", "桥要修两年"))
    assert figures.whole is not None and figures.whole.f == 1.0
    assert figures.source is None


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ([], "no JSON object"),
        ({"attributions": []}, "has no text"),
        ({"text": "甲说，乙。"}, "has no attributions"),
        ({"text": "甲说。", "attributions": [{"cue": {"start": 1, "end": 9}}]}, "outside the text"),
        ({"text": "甲说。", "attributions": [{"cue": {"start": 1}}]}, "needs a start and an end"),
        (
            {"text": "甲说。", "attributions": [{"cue": {"start": 0, "end": 1, "text": "说"}}]},
            "attributions[0].cue[0]: the text at 0:1 is not '说'",
        ),
        ({"text": "甲说。", "attributions": ["x"]}, "attributions[0]"),
        ({"text": "甲说。", "attributions": [], "entities": [{"name": "甲"}]}, "entities[0].id"),
        ({"text": "甲说。", "attributions": [], "relations": [{"kind": "disputes"}]}, "from"),
    ],
)
def test_malformed_gold_is_told_in_one_sentence(row: Any, words: str) -> None:
    with pytest.raises(GoldError) as error:
        parse_gold(row, "made.json")
    told = str(error.value)
    assert told.startswith("made.json: ") and words in told and "\n" not in told


# ---------------------------------------------------------------- beside the reference scorer


def write_gold(folder: Path) -> list[Path]:
    files = [folder / "ferry.json", folder / "bridge.json", folder / "corpus.jsonl"]
    for file, row in zip(files, [ferry(), bridge()], strict=False):
        file.write_text(json.dumps(row, ensure_ascii=False), "utf-8")
    files[2].write_text("\n".join(json.dumps(row) for row in corpus()), "utf-8")
    return files


def run_reference(scorer: Path, golds: list[Path], dossiers: list[Row], folder: Path) -> Row:
    found = folder / "found.jsonl"
    found.write_text("\n".join(json.dumps(one) for one in dossiers), "utf-8")
    command = [sys.executable, scorer, *golds, "--pred", found, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def made_dossiers(seed: int) -> list[Row]:
    spoiler = Spoiler(seed)
    first, rest = FERRY.split("\n", 1)
    page = f"渡轮消息\n{first}\n图：码头的乘客\n{rest}" if seed % 2 else FERRY
    right = [answer(ferry(), page), answer(bridge()), *map(corpus_answer, corpus())]
    return [*spoiler.some(map(spoiler.spoil, right), 0.95)]


@pytest.mark.parametrize("seed", range(12))
def test_every_figure_equals_that_of_the_reference(seed: int, shared: Path, tmp_path: Path) -> None:
    scorer = shared / "tools" / "score.py"
    if not scorer.is_file():
        pytest.skip("the reference scorer is not in ../shared/tools")
    files = write_gold(tmp_path)
    dossiers = made_dossiers(seed)
    wanted = run_reference(scorer, files, dossiers, tmp_path)
    golds = [parse_gold(row, "made") for row in [ferry(), bridge(), *corpus()]]
    found = [Dossier.model_validate(one) for one in dossiers]
    got = evaluate(pair_dossiers(golds, found)).as_dict()
    assert {key: sorted(value) for key, value in got.items()} == {
        key: sorted(value) for key, value in wanted.items()
    }
    for key, numbers in wanted.items():
        for part, number in numbers.items():
            mine = got[key][part]
            assert math.isnan(number) if mine is None else abs(mine - number) < 1e-9, (key, part)

"""What follows from the articles of a store is made step by step, and is what all at once gives."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest

from claims.corpus import narrow_corpus
from claims.errors import StoreError
from claims.model import Document, Dossier
from claims.store import deriving, open_store
from claims.track import make_dossier

TEXTS = (
    "港口仓库周一爆炸。市长苗秀岚说，港口仓库爆炸造成12人死亡，伤者已经送往医院。",
    "山区学校周二停课。校长石磊说，大雪压垮了学校的屋顶，学生已经回家。",
    "渡轮公司周三停航。船长罗天佑说，渡轮的发动机出了故障，乘客改乘火车。",
)
MORE = (
    "港口仓库周一爆炸。消防局长邵远称，港口仓库爆炸造成19人死亡，大火已经扑灭。",
    "据海潮社报道，市长苗秀岚（Miao Xiulan）否认港口仓库存放炸药，伤者已经送往医院。",
    "A warehouse in the port exploded on Monday. Mayor Miao Xiulan said 12 people had died.",
    "校长石磊否认学校的屋顶被大雪压垮。一名不愿透露姓名的教师说，屋顶早已开裂。",
    "渡轮公司周三停航。船长罗天佑说，渡轮的发动机没有故障，停航是因为罢工。",
)


def made(text: str, **facts: str) -> Dossier:
    lang = "zh" if ord(text[0]) > 0x3000 else "en"
    told = {"lang": lang, "published": "2031-03-04", "name": text, **facts}
    return make_dossier(Document.of(text, **told))


def fill(db: Path, *texts: str) -> None:
    with open_store(db) as store:
        for text in texts:
            store.add(made(text))


def check(db: Path) -> list[str]:
    with open_store(db, writing=False) as store:
        return store.check()


@pytest.fixture
def worked(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """The articles that are outlined, and the stories that are worked through, from now on."""
    told: dict[str, list[str]] = {"outline": [], "link": []}

    def note(name: str, tell: Callable[[Any], str]) -> None:
        real = getattr(deriving, name)

        def act(task: Any) -> Any:
            told[name].append(tell(task))
            return real(task)

        monkeypatch.setattr(deriving, name, act)

    note("outline", lambda task: task.kept.name[:4])
    note("link", lambda work: work.story.title or str(len(work.outlines)))
    return told


def test_only_what_has_come_is_worked_through(tmp_path: Path, worked: dict[str, list[str]]) -> None:
    fill(tmp_path / "a.db", *TEXTS[:2])
    assert sorted(worked["outline"]) == ["山区学校", "港口仓库"] and len(worked["link"]) == 2
    for told in worked.values():
        told.clear()
    fill(tmp_path / "a.db", TEXTS[2])
    assert worked["outline"] == ["渡轮公司"] and len(worked["link"]) == 1


def test_an_article_that_joins_a_story_has_that_story_worked_through_again(
    tmp_path: Path, worked: dict[str, list[str]]
) -> None:
    fill(tmp_path / "a.db", *TEXTS)
    worked["link"].clear()
    fill(tmp_path / "a.db", MORE[0])
    assert worked["link"] == ["2"]


def test_a_decision_has_no_story_worked_through_again(
    tmp_path: Path, worked: dict[str, list[str]]
) -> None:
    fill(tmp_path / "a.db", *TEXTS)
    worked["link"].clear()
    with open_store(tmp_path / "a.db") as store:
        store.record("same", "石磊", "罗天佑")
    assert worked["link"] == [] and check(tmp_path / "a.db") == []


def test_reindex_works_everything_through_again(
    tmp_path: Path, worked: dict[str, list[str]]
) -> None:
    fill(tmp_path / "a.db", *TEXTS)
    for told in worked.values():
        told.clear()
    with open_store(tmp_path / "a.db") as store:
        store.reindex()
    assert len(worked["outline"]) == len(worked["link"]) == len(TEXTS)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_comes_and_goes_the_tables_are_those_of_all_at_once(
    seed: int, tmp_path: Path
) -> None:
    chance, db = random.Random(seed), tmp_path / "a.db"
    fill(db, *TEXTS)
    texts = [*TEXTS, *MORE]
    for _ in range(6):
        with open_store(db) as store:
            for _ in range(chance.randint(1, 3)):
                _act(chance, store, texts)
        assert check(db) == []


def _act(chance: random.Random, store: Any, texts: list[str]) -> None:
    """Something that a person may do to a store."""
    kept = store.articles()
    text = chance.choice(texts)
    deed = chance.choice(["add", "add", "version", "again", "remove", "same"])
    if deed == "add":
        store.add(made(text))
    elif deed == "version":
        day = f"2031-03-{chance.randint(5, 9):02}"
        store.add(made(f"{text}大桥周五开放。", published=day, name=text))
    elif deed == "again":
        store.add(made(text).changed(relations=()), again=True)
    elif deed == "remove" and len(kept) > 1:
        store.remove(chance.choice(kept).document)
    elif deed == "same":
        ids = [one.id for dossier in store.dossiers() for one in dossier.speakers]
        one, other = chance.sample(ids, 2)
        if one.partition(":")[0] != other.partition(":")[0]:
            with suppress(StoreError):  # they are one, or two, already
                store.record(chance.choice(["same", "different"]), one, other)


@pytest.mark.parametrize("step", ["_gather", "_link_stories", "_put_articles", "_put_speakers"])
def test_what_was_left_in_the_middle_is_taken_up(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = tmp_path / "a.db"
    fill(db, *TEXTS)

    def fail(*_: object) -> None:
        raise KeyError("made to fail")

    with monkeypatch.context() as context:
        context.setattr(deriving, step, fail)
        with pytest.raises(StoreError, match="could not be joined"):
            fill(db, *MORE)
    with open_store(db, writing=False) as store:
        assert store.stale and len(store.corpus().documents) == len(TEXTS) + len(MORE)
    fill(db)
    assert check(db) == []


@pytest.mark.parametrize("step", ["_put_articles", "_put_speakers", "_name_speakers"])
def test_what_was_left_after_an_article_went_is_taken_up(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = tmp_path / "a.db"
    fill(db, *TEXTS, *MORE)

    def fail(*_: object) -> None:
        raise KeyError("made to fail")

    with monkeypatch.context() as context, open_store(db) as store:
        context.setattr(deriving, step, fail)
        store.remove(made(MORE[0]).document.id)
        with pytest.raises(StoreError, match="could not be joined"):
            store.settle()
    fill(db)
    assert check(db) == []


def test_all_that_a_speaker_says_is_told_of_the_joined_one(tmp_path: Path) -> None:
    db = tmp_path / "a.db"
    fill(db, *TEXTS, *MORE, "市长苗秀岚和校长石磊说，大桥安全。", "一份报告称，大桥的桥墩开裂。")
    with open_store(db, writing=False) as store:
        for table in ("attributions", "claims", "chains"):
            told = f"SELECT count(*) FROM {table} AS told JOIN article_speakers AS one"
            lost = f"{told} ON one.id = told.article_speaker WHERE told.speaker IS NOT one.speaker"
            assert store.ask(lost).rows == ((0,),), table
        alone = "SELECT count(*) FROM article_speakers WHERE id = speaker"
        assert store.ask(alone).rows > ((0,),)


def test_an_outline_that_is_damaged_is_told_and_made_anew(tmp_path: Path) -> None:
    db = tmp_path / "a.db"
    fill(db, *TEXTS)
    with closing(sqlite3.connect(db)) as conn, conn:
        conn.execute("UPDATE outlines SET profile = X'00'")
    assert "outlines" in check(db)[0]
    with pytest.raises(StoreError, match="claims reindex"):
        fill(db, *MORE)
    with open_store(db) as store:
        store.reindex()
    assert check(db) == []


def test_what_is_gone_is_not_held(tmp_path: Path) -> None:
    fill(tmp_path / "a.db", *TEXTS, *MORE)
    with open_store(tmp_path / "a.db") as store:
        for one in store.articles():
            store.remove(one.document)
    with closing(sqlite3.connect(tmp_path / "a.db")) as conn:
        for table in deriving.list_tables(conn):
            assert conn.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table


def test_the_corpus_of_some_matters_is_that_part_of_all(tmp_path: Path) -> None:
    fill(tmp_path / "a.db", *TEXTS, *MORE)
    with open_store(tmp_path / "a.db", writing=False) as store:
        whole = store.corpus()
        assert whole.matters
        for matter in whole.matters:
            assert store.corpus([matter.id]) == narrow_corpus(whole, [matter.id])
            part = store.corpus([matter.id], texts=False)
            assert part.matters == (matter,) and not any(one.text for one in part.documents)
            assert {one.matter for one in part.claims} == {matter.id}
            assert {one.document for one in part.claims} == {one.id for one in part.documents}

"""What stories have come to is held in a store: the same comes out, and nothing is done twice."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from claims.corpus import Part, building
from claims.model import Document, Dossier
from claims.store import open_store
from claims.store.deriving import digest_tables
from claims.track import make_dossier

TEXTS = (
    "港口仓库周一爆炸。市长苗秀岚说，港口仓库爆炸造成12人死亡，伤者已经送往医院。",
    "山区学校周二停课。校长石磊说，大雪压垮了学校的屋顶，学生已经回家。",
    "渡轮公司周三停航。船长罗天佑说，渡轮的发动机出了故障，乘客改乘火车。",
)


def made(text: str) -> Dossier:
    return make_dossier(Document.of(text, lang="zh", published="2031-03-04", name=text[:4]))


def fill(db: Path, *texts: str) -> None:
    with open_store(db) as store:
        for text in texts:
            store.add(made(text))


def digest(db: Path) -> dict[str, str]:
    with closing(sqlite3.connect(db)) as conn:
        return dict(digest_tables(conn))


@pytest.fixture
def worked(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The articles of each story that is worked through from now on."""
    told: list[list[str]] = []
    real = building.relate_story

    def relate(dossiers: list[Dossier]) -> Part:
        told.append([one.document.name for one in dossiers])
        return real(dossiers)

    monkeypatch.setattr(building, "relate_story", relate)
    return told


def test_only_stories_with_other_articles_are_worked_through_again(
    tmp_path: Path, worked: list[list[str]]
) -> None:
    fill(tmp_path / "a.db", *TEXTS[:2])
    assert sorted(worked) == [["山区学校"], ["港口仓库"]]
    worked.clear()
    fill(tmp_path / "a.db", TEXTS[2])
    assert worked == [["渡轮公司"]]


def test_what_is_held_gives_what_would_be_made_anew(tmp_path: Path) -> None:
    fill(tmp_path / "a.db", *TEXTS[:2])
    fill(tmp_path / "a.db", TEXTS[2])
    fill(tmp_path / "b.db", *TEXTS)
    assert digest(tmp_path / "a.db") == digest(tmp_path / "b.db")
    with open_store(tmp_path / "a.db", writing=False) as store:
        assert store.check() == []


def test_a_damaged_part_is_made_anew(tmp_path: Path, worked: list[list[str]]) -> None:
    fill(tmp_path / "a.db", *TEXTS[:2])
    with closing(sqlite3.connect(tmp_path / "a.db")) as conn, conn:
        conn.execute("UPDATE parts SET body = X'00' WHERE key = (SELECT min(key) FROM parts)")
    worked.clear()
    fill(tmp_path / "a.db", TEXTS[2])
    assert len(worked) == 2


def test_reindex_works_everything_through_again(tmp_path: Path, worked: list[list[str]]) -> None:
    fill(tmp_path / "a.db", *TEXTS)
    worked.clear()
    with open_store(tmp_path / "a.db") as store:
        store.reindex()
    assert len(worked) == len(TEXTS)


def test_what_is_no_longer_used_is_not_held(tmp_path: Path) -> None:
    fill(tmp_path / "a.db", *TEXTS)
    with open_store(tmp_path / "a.db") as store:
        store.remove(made(TEXTS[0]).document.id)
    with closing(sqlite3.connect(tmp_path / "a.db")) as conn:
        assert conn.execute("SELECT count(*) FROM parts").fetchone() == (2,)

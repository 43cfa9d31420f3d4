"""The store: what goes in stays in, whatever happens; what is derived is the same by any way."""

from __future__ import annotations

import json
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from itertools import permutations
from pathlib import Path
from typing import Any

import corpus_stand_in
import pytest
from dossiers import MADE, denials, harbour
from typer.testing import CliRunner, Result

from claims.cli import app
from claims.corpus import build_corpus
from claims.errors import NoSpeakerError, SeveralSpeakersError, StoreError, UnknownIdError
from claims.model import Document, Dossier
from claims.store import Store, deriving, open_store, schema
from claims.store.acts import decide

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = [sys.executable, str(Path(corpus_stand_in.__file__))]

PORT = "航道停航\n港务局长林海说，航道周五恢复通行。\n渔会主席石磊声称，渔民的损失还没有统计。\n"
LATER = "航道停航\n港务局长林海说，航道下周恢复通行。\n渔会主席石磊声称，渔民的损失还没有统计。\n"
RAID = "空襲之後\n港務局長林海表示，夜裡沒有空襲。\n"
BRIDGE = "一名海事官员说，大桥安全。\n石磊说，大桥安全。\n"


@pytest.fixture(autouse=True)
def stand_in_track(monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles are read by one pattern, whatever the real ones do."""
    monkeypatch.setitem(sys.modules, "claims.track", corpus_stand_in)


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "claims.db"


def made(text: str, **facts: str) -> Dossier:
    return corpus_stand_in.make_dossier(Document.of(text, **{"lang": "zh", **facts}))


def port(**facts: str) -> Dossier:
    told = {"name": "port", "outlet": "东港日报", "published": "2030-03-08", "title": "航道停航"}
    return made(PORT, **{**told, **facts})


def several() -> list[Dossier]:
    """Articles of several kinds: two that agree, one in the other script, one with relations."""
    return [
        port(), made(RAID, name="raid", outlet="海潮網", published="2030-03-07"),
        made(BRIDGE, name="bridge"), harbour(), denials(),
    ]  # fmt: skip


def fill(db: Path, *dossiers: Dossier) -> None:
    with open_store(db) as store:
        for one in dossiers:
            store.add(one)


def look(db: Path) -> Store:
    return open_store(db, writing=False)


def run(*words: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], input=stdin)


def write(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def write_rows(path: Path, *rows: dict[str, str]) -> Path:
    return write(path, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))


def start(*words: object) -> subprocess.Popen[bytes]:
    """The command as a process of its own, with the stand-ins."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen([*PROGRAM, *map(str, words)], env=env, **pipes)  # type: ignore[call-overload,no-any-return]


def dump(db: Path) -> dict[str, list[Any]]:
    """All rows of the derived tables, as they lie there."""
    with closing(sqlite3.connect(db)) as conn:
        return {
            table: sorted(conn.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
            for table in deriving.list_tables(conn)
            if table != "outlines"  # which tells in what order the articles came
        }


def list_speakers(store: Store) -> list[tuple[str, str, str]]:
    """The speakers of all articles, as what people say is told of them."""
    return [(x.document.id, one.id, one.name) for x in store.dossiers() for one in x.speakers]


def dump_truth(db: Path) -> list[Any]:
    with closing(sqlite3.connect(db)) as conn:
        return [conn.execute(f"SELECT * FROM {name}").fetchall() for name in ("dossiers", "acts")]


def change(db: Path, *statements: str) -> None:
    """Meddle with a store behind its back."""
    with closing(sqlite3.connect(db)) as conn:
        for one in statements:
            conn.execute(one)
        conn.commit()


def ask(db: Path, sql: str) -> list[tuple[Any, ...]]:
    with look(db) as store:
        return list(store.ask(sql).rows)


def count_speakers(db: Path, *names: str) -> int:
    """How many speakers have these names."""
    told = ", ".join(f"'{name}'" for name in names)
    [(number,)] = ask(db, f"SELECT count(DISTINCT speaker) FROM names WHERE name IN ({told})")
    return int(number)


# ---------------------------------------------------------------- adding
def test_what_was_added_comes_back_as_it_was(db: Path) -> None:
    fill(db, *several())
    with look(db) as store:
        back = {one.document.id: one.to_json() for one in store.dossiers()}
        assert store.check() == []
    assert back == {one.document.id: one.to_json() for one in several()}


@pytest.mark.parametrize("name", MADE)
def test_any_dossier_can_be_kept(name: str, db: Path) -> None:
    fill(db, MADE[name]())
    with look(db) as store:
        assert store.check() == []
        assert [one.to_json() for one in store.dossiers()] == [MADE[name]().to_json()]


def test_adding_again_changes_nothing_and_says_so(db: Path, tmp_path: Path) -> None:
    articles = [write(tmp_path / f"{name}.txt", text) for name, text in (("a", PORT), ("b", RAID))]
    first = run("add", *articles, "--db", db)
    before = dump_truth(db), dump(db), ask(db, "SELECT * FROM state")
    again = run("add", *articles, "--db", db)
    assert (first.exit_code, first.stdout, again.exit_code, again.stdout) == (0, "", 0, "")
    assert first.stderr == "claims: 2 added, 0 already there\n"
    assert again.stderr == "claims: 0 added, 2 already there\n"
    assert (dump_truth(db), dump(db), ask(db, "SELECT * FROM state")) == before


def test_what_is_there_is_not_extracted_again(
    db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = write(tmp_path / "a.txt", PORT)
    run("add", article, "--db", db)
    monkeypatch.setattr(corpus_stand_in, "make_dossier", None)
    assert run("add", article, "--db", db).stderr == "claims: 0 added, 1 already there\n"
    forced = run("add", article, "--db", db, "--again")
    assert forced.exit_code == 1 and "could not be worked through" in forced.stderr


def test_dossiers_are_added_as_they_were_printed(db: Path, tmp_path: Path) -> None:
    lines = write(tmp_path / "found.jsonl", "".join(one.to_json() + "\n" for one in several()))
    assert run("add", lines, "--db", db).stderr == "claims: 5 added, 0 already there\n"
    with look(db) as store:
        assert [one.to_json() for one in store.dossiers(ids=[port().document.id])] == [
            port().to_json()
        ]
    assert {one for (one,) in ask(db, "SELECT program FROM dossiers")} == {""}


def test_several_at_a_time_give_the_same_store(db: Path, tmp_path: Path) -> None:
    for number in range(6):
        write(tmp_path / f"{number}.txt", f"{PORT}第{number}段。\n")
    alone = tmp_path / "alone.db"
    assert run("add", *sorted(tmp_path.glob("*.txt")), "--db", alone).exit_code == 0
    process = start("add", *sorted(tmp_path.glob("*.txt")), "--db", db, "--jobs", 2)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err.decode()) == (0, "claims: 6 added, 0 already there\n")
    assert dump(db) == dump(alone) and dump_truth(db) == dump_truth(alone)


def test_a_bad_input_stops_no_other(db: Path, tmp_path: Path) -> None:
    done = run("add", tmp_path / "missing.txt", write(tmp_path / "a.txt", PORT), "--db", db)
    assert done.exit_code == 1 and "there is no such file" in done.stderr
    assert done.stderr.endswith("claims: 1 added, 0 already there\n")


def test_no_store_is_made_for_nothing(db: Path, tmp_path: Path) -> None:
    assert run("add", tmp_path / "missing.txt", "--db", db).exit_code == 1
    assert list(tmp_path.iterdir()) == []


def test_an_id_that_is_not_that_of_the_text_is_refused(db: Path) -> None:
    page = Document.of(PORT, lang="zh", name="port").changed(id="feedc0ffee00")
    with pytest.raises(StoreError, match="the id of port is not that of its text"):
        fill(db, Dossier(document=page))


def test_half_a_character_is_refused(db: Path) -> None:
    with pytest.raises(StoreError, match="port has half a character in it"):
        fill(db, Dossier(document=Document.of("停航\ud83d。", lang="zh", name="port")))


def test_what_comes_twice_in_a_dossier_stops_no_other(db: Path) -> None:
    twice = port()
    fill(db, twice.changed(claims=(*twice.claims, *twice.claims)), made(RAID))
    assert ask(db, "SELECT count(*) FROM v_claims") == [(3,)]


def test_a_full_disk_is_told_and_what_was_added_before_is_kept(db: Path) -> None:
    fill(db, port())
    with open_store(db) as store, pytest.raises(StoreError, match="the disk is full"):
        [(pages,)] = store._conn.execute("PRAGMA page_count")
        store._conn.execute(f"PRAGMA max_page_count = {pages}")
        for number in range(500):
            store.add(made(f"{PORT}第{number}段。" * 40, name=str(number)))
    with open_store(db) as store:
        assert "port" in [one.name for one in store.articles()]
    with look(db) as store:
        assert store.check() == []


# ---------------------------------------------------------------- the same by any way
def test_the_derived_tables_are_the_same_in_whatever_order_articles_come(tmp_path: Path) -> None:
    dossiers = [
        port(), port(outlet="海潮网", published="2030-03-09"), made(BRIDGE, name="bridge"),
        made(f"{BRIDGE}石磊说，船已靠岸。", name="ships"),
    ]  # fmt: skip
    found = []
    for number, order in enumerate(permutations(dossiers)):
        fill(tmp_path / f"{number}.db", *order)
        found.append(dump(tmp_path / f"{number}.db"))
    assert all(one == found[0] for one in found)
    assert all(found[0][table] for table in ("articles", "claims", "chains", "relations"))


def test_removing_gives_what_would_have_been_without(db: Path, tmp_path: Path) -> None:
    *first, last = several()
    fill(db, *first, last)
    with open_store(db) as store:
        assert store.remove(last.document.id[:6]) == [last.document.id]
    fill(tmp_path / "other.db", *first)
    assert dump(db) == dump(tmp_path / "other.db")
    with look(db) as store:
        assert store.check() == []


def test_reindex_makes_the_same_again(db: Path) -> None:
    fill(db, *several())
    before = dump(db)
    done = run("reindex", "--db", db)
    assert (done.exit_code, done.stderr) == (0, f"claims: {db}: 5 articles, 0 acts\n")
    assert dump(db) == before


def test_the_corpus_is_read_back_as_it_was_built(db: Path) -> None:
    fill(db, *several())
    with look(db) as store:
        dossiers = list(store.dossiers())
        assert store.corpus() == build_corpus(dossiers)


# ---------------------------------------------------------------- versions and copies
def test_the_same_text_at_another_place_is_one_article(db: Path) -> None:
    with open_store(db) as store:
        outcomes = [
            store.add(port()), store.add(port(outlet="海潮网", published="2030-03-09")),
            store.add(port(url="https://example.org/p")),
        ]  # fmt: skip
        assert outcomes == ["added", "appearance", "appearance"]
        assert len(store.articles()) == 1 and len(store.articles(versions=True)) == 3
    assert ask(db, "SELECT outlet, outlets, date FROM v_articles") == [
        ("东港日报", 2, "2030-03-08")
    ]
    with look(db) as store:
        assert [one.document.outlet for one in store.dossiers(outlet="海潮網")] == ["海潮网"]


@pytest.mark.parametrize("facts", [{"url": "https://example.org/p"}, {"url": "", "name": "port"}])
def test_another_text_at_the_same_place_is_a_new_version(
    facts: dict[str, str], db: Path, tmp_path: Path
) -> None:
    other = {"outlet": "东港日报", "id": "port", "published": "2030-03-08", **facts}
    lines = [
        write_rows(tmp_path / f"{number}.jsonl", {**other, "text": text})
        for number, text in enumerate((PORT, LATER))
    ]
    run("add", lines[0], "--db", db)
    done = run("add", lines[1], "--db", db)
    assert done.stderr.startswith("claims: 0 added, 0 already there, 1 new version\n  ")
    said = {content for (content,) in ask(db, "SELECT content FROM v_statements")}
    assert "航道下周恢复通行" in said and "航道周五恢复通行" not in said
    with look(db) as store:
        assert [one.document.text for one in store.dossiers()] == [LATER.strip("\n")] or [
            one.document.text for one in store.dossiers()
        ] == [LATER]
        assert store.search("周五") == [] and len(store.search("下周")) == 1
        assert [bool(one.followed_by) for one in store.articles(versions=True)] == [True, False]


def test_an_older_text_that_comes_later_is_the_older_version(db: Path) -> None:
    with open_store(db) as store:
        store.add(made(LATER, url="u", published="2030-03-09"))
        assert store.add(made(PORT, url="u", published="2030-03-08")) == "version"
        [counted] = store.articles()
    assert counted.document == made(LATER).document.id


def test_articles_without_a_name_are_no_versions_of_each_other(db: Path) -> None:
    with open_store(db) as store:
        for name in ("", "stdin"):
            assert store.add(made(f"{PORT}{name}", name=name)) == "added"
            assert store.add(made(f"{LATER}{name}", name=name)) == "added"
        assert len(store.articles()) == 4


def test_a_text_that_stands_elsewhere_still_counts(db: Path) -> None:
    fill(db, port(url="u"), port(url="v", outlet="海潮网"), made(LATER, url="u"))
    with look(db) as store:
        assert sorted(one.url for one in store.articles()) == ["u", "v"]


def test_without_its_new_version_the_old_one_counts_again(db: Path) -> None:
    fill(db, made(PORT, url="u"), made(LATER, url="u"))
    with open_store(db) as store:
        store.remove(made(LATER).document.id)
    assert ask(db, "SELECT id FROM articles") == [(made(PORT).document.id,)]


def test_versions_are_listed(db: Path) -> None:
    old, new = made(PORT, url="u", published="2030-03-08"), made(LATER, url="u")
    fill(db, old, new)
    rows = json.loads(run("list", "--db", db, "--versions").stdout)
    assert [(row["id"], row["followed_by"]) for row in rows] == [
        (old.document.id, new.document.id), (new.document.id, None),
    ]  # fmt: skip
    table = run("list", "--db", db, "--versions", "--format", "table").stdout.splitlines()
    assert "followed by" in table[0] and table[1].endswith(new.document.id[:6])


def test_the_difference_of_two_versions_is_told(db: Path) -> None:
    fill(db, port(url="u"), made(LATER, url="u", name="port", published="2030-03-09"), several()[1])
    for name in ("port", "u", "航道停航", port().document.id[:6]):
        done = run("difference", name, "--db", db)
        lines = done.stdout.splitlines()
        assert done.exit_code == 0
        assert [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")] == [
            "-港务局长林海说，航道周五恢复通行。", "+港务局长林海说，航道下周恢复通行。",
        ]  # fmt: skip
        at = lines.index("no longer said:")
        assert lines[at:] == [
            "no longer said:", "  港务局长林海 [说] 航道周五恢复通行",
            "now said:", "  港务局长林海 [说] 航道下周恢复通行",
        ]  # fmt: skip
    [change] = json.loads(run("difference", "port", "--db", db, "--format", "json").stdout)
    assert change["added"][0]["content"] == "航道下周恢复通行"


def test_what_has_no_versions_has_no_difference(db: Path) -> None:
    fill(db, *several())
    for name, words in (("port", "there is only one version"), ("nobody", "there is no article")):
        done = run("difference", name, "--db", db)
        assert done.exit_code == 1 and words in done.stderr and done.stdout == ""


# ---------------------------------------------------------------- newer programs
def test_a_newer_program_takes_the_place_of_an_older_one(db: Path) -> None:
    bare = Dossier(document=port().document)
    with open_store(db) as store:
        assert store.add(bare, "0.9.0") == "added"
        assert store.add(port(), "0.8.0") == "there" and store.add(port(), "0.9.0") == "there"
        assert store.add(port()) == "there"  # nobody knows what made it
        assert list(store.dossiers()) == [bare]
        assert store.add(port(), "0.10.0") == "renewed"
        assert list(store.dossiers()) == [port()]
    assert ask(db, "SELECT number, program FROM dossiers") == [(1, "0.10.0")]
    with look(db) as store:
        assert store.check() == []
    with open_store(db) as store:
        assert store.add(bare, "0.1.0", again=True) == "renewed"


def test_an_older_dossier_of_nobody_knows_what_is_extracted_anew(db: Path, tmp_path: Path) -> None:
    article = write(tmp_path / "port.txt", PORT)
    printed = write(tmp_path / "found.jsonl", run("extract", article, "--format", "jsonl").stdout)
    run("add", printed, "--db", db)
    done = run("add", article, "--db", db)
    assert done.stderr == "claims: 0 added, 0 already there, 1 made anew\n"


def test_acts_survive_when_an_article_is_read_in_another_way(db: Path) -> None:
    """The speakers are found at other places now, so under other ids, but under the same names."""
    fill(db, port(), made(BRIDGE, name="bridge"))
    with open_store(db) as store:
        store.record("same", "港务局长林海", "渔会主席石磊")
    moved = re.sub(r'(:s\d+)"', r'\g<1>9"', port().to_json())
    with open_store(db) as store:
        assert store.add(Dossier.model_validate_json(moved), "99.0") == "renewed"
    assert len(ask(db, "SELECT id FROM article_speakers WHERE id LIKE '%9'")) == 2
    assert count_speakers(db, "港务局长林海", "渔会主席石磊") == 1
    with look(db) as store:
        assert len(store.acts()) == 1 and store.check() == []


# ---------------------------------------------------------------- listing, narrowing, removing
def test_the_list_has_ids_dates_outlets_titles_and_counts(db: Path) -> None:
    fill(db, *several())
    rows = json.loads(run("list", "--db", db).stdout)
    assert [row["published"] for row in rows] == sorted(row["published"] for row in rows)
    [row] = [row for row in rows if row["name"] == "port"]
    assert (row["outlet"], row["title"], row["claims"]) == ("东港日报", "航道停航", 2)
    table = run("list", "--db", db, "--format", "table").stdout.splitlines()
    assert table[0].split() == ["id", "published", "outlet", "title", "claims"]
    assert f"{port().document.id[:6]}  2030-03-08" in "\n".join(table)
    sheet = run("list", "--db", db, "--format", "csv").stdout.splitlines()
    assert sheet[0].startswith("id,published,outlet,title") and len(sheet) == 6


def test_an_empty_store_says_so(db: Path) -> None:
    fill(db)
    done = run("list", "--db", db, "--format", "table")
    told = " ".join(done.stdout.split())  # in lines, as it is long
    assert (done.exit_code, told) == (0, f"there are no articles in {db}; claims add adds some")
    assert run("list", "--db", db).stdout == "[]\n"


def test_the_articles_of_a_speaker_are_known_by_any_part_of_a_name_or_an_id(db: Path) -> None:
    with open_store(db) as store:
        store.add(port())
        store.add(made(BRIDGE, name="bridge"))
        assert store.documents_of("林海") is None  # the derived tables are behind
    with open_store(db, writing=False) as store:
        one, other = port().document.id, made(BRIDGE).document.id
        assert store.documents_of("林海") == [one]
        assert store.documents_of("石") == sorted((one, other))
        assert store.documents_of(f"{other}:a3") == [other]
        assert store.documents_of("no one") is None


def test_dossiers_are_narrowed_and_come_by_date(db: Path) -> None:
    dossiers = [
        made(PORT, outlet="东港日报", published="2030-03-08T09:00"),
        made(RAID, outlet="海潮网", published="2030-03-07"),
        made("A harbour master 说，closed。", lang="en", published="2030-04-01"),
        made(BRIDGE),
    ]
    fill(db, *dossiers)
    ids = [one.document.id for one in dossiers]

    def find(**wanted: Any) -> list[int]:
        with look(db) as store:
            return [ids.index(one.document.id) for one in store.dossiers(**wanted)]

    assert find() == [3, 1, 0, 2]
    assert find(outlet="東港日報") == [0] and find(lang="en") == [2]
    assert find(since="2030-03-08") == [0, 2] and find(until="2030-03-08") == [1, 0]
    assert find(since="2030-03-08", until="2030-03") == [0]
    assert find(ids=[ids[1][:5], ids[3]]) == [3, 1]
    with pytest.raises(UnknownIdError):
        find(ids=["ffff"])


def test_an_unknown_id_is_told_and_the_others_are_removed(db: Path) -> None:
    fill(db, *several())
    done = run("remove", "nope", port().document.id[:6], "--db", db)
    assert done.exit_code == 1
    assert done.stderr.splitlines() == [
        "claims: there is no article 'nope'; `claims list` shows their ids", "claims: 1 removed",
    ]  # fmt: skip
    with open_store(db) as store, pytest.raises(UnknownIdError):
        store.remove("")


# ---------------------------------------------------------------- search
@pytest.mark.parametrize(
    ("words", "names"),
    [("空袭", ["raid"]), ("空襲", ["raid"]), ("损失", ["port"]), ("損失", ["port"]),
     ("恢复通行", ["port"]), ("桥", ["bridge"]), ("橋", ["bridge"]), ("后", ["raid"]),
     ("林海 空袭", ["raid"]), ("通行 空袭", []), ("行", ["port"]), ("局长林海", ["port", "raid"]),
     ("complied", ["ferry"]), ("complies", ["ferry"]), ("FERRIES", ["ferry"]),
     ("G7峰会", ["ferry"]), ("峰会3", ["ferry"]), ("ferr", [])],
)  # fmt: skip
def test_words_are_found_in_either_script_from_one_character_on(
    words: str, names: list[str], db: Path
) -> None:
    ferry = made("The ferry complied. Ａ G7峰会3点开始。", name="ferry", lang="en")
    fill(db, port(), made(RAID, name="raid"), made(BRIDGE, name="bridge"), ferry)
    with look(db) as store:
        assert sorted(one.name for one in store.search(words)) == names


def test_a_hit_shows_where_it_was_found(db: Path) -> None:
    fill(db, made("夜里很静。" * 40 + RAID, title="空襲之後"))
    [hit] = json.loads(run("search", "空袭", "--db", db).stdout)
    assert hit["title"] == "空襲之後" and hit["start"] == 200
    assert hit["snippet"].startswith("…") and "夜里很静。[空襲]之後" in hit["snippet"]
    table = run("search", "空袭", "--db", db, "--format", "table").stdout
    assert "[空襲]之後" in table


def test_a_word_of_the_title_counts_more(db: Path) -> None:
    text = "港务局长林海说，船已靠岸。\n渔民说，海面平静。\n"
    fill(db, made(f"{text}停航。"), made(f"{text}渔船。", title="停航", name="titled"))
    with look(db) as store:
        assert [one.name for one in store.search("停航")] == ["titled", ""]
        assert len(store.search("停航", limit=1)) == 1


def test_no_words_and_no_hits_are_told(db: Path) -> None:
    fill(db, port())
    done = run("search", "！", "--db", db)
    assert done.exit_code == 1 and "there is no word in '！' to look for" in done.stderr
    done = run("search", "大桥", "--db", db, "--format", "table")
    assert (done.exit_code, done.stdout) == (0, "no article has all of these words: 大桥\n")


def test_an_index_of_another_version_is_made_anew(db: Path) -> None:
    fill(db, port())
    change(
        db,
        "UPDATE state SET indexed_by = 'another'",
        "INSERT INTO words(words) VALUES ('delete-all')",
    )
    with look(db) as store, pytest.raises(StoreError, match="claims reindex"):
        store.search("停航")
    fill(db)
    with look(db) as store:
        assert len(store.search("停航")) == 1 and store.check() == []


# ---------------------------------------------------------------- SQL
def test_the_views_tell_who_said_what_through_whom(db: Path) -> None:
    fill(db, harbour(), denials(), made(BRIDGE, name="bridge"))
    sql = "SELECT who, cue, content, outlet, date FROM v_statements WHERE who = '周岚'"
    assert ("周岚", "说", "停航会让渔民损失三成收入", "东港日报", "2030-03-08") in ask(db, sql)
    chain = (
        "SELECT hop, who, anonymous, cue, medium FROM v_chains "
        "WHERE words = '航道几乎肯定要停航一个月' ORDER BY hop"
    )
    assert ask(db, chain) == [
        (0, "东港日报", 0, "", ""), (1, "石磊", 0, "援引一名海事官员的话称", "微博"),
        (2, "一名海事官员", 1, "援引一名海事官员的话称", ""), (3, "林海", 0, "告诉", ""),
    ]  # fmt: skip
    disputes = ask(db, "SELECT who, cue, target, against, over FROM v_disputes WHERE outlet <> ''")
    assert (
        "林海的秘书",
        "提出异议",
        "官员对会谈的描述",
        "一名海事官员",
        "周三的会谈“进行得并不顺利”",
    ) in (disputes)
    conflicts = "SELECT who, words, other_who, difference, first_differs FROM v_contradictions"
    assert ("周岚", "停航会让渔民损失三成收入", "渔业局", "quantity", "三成") in ask(db, conflicts)
    [(articles, statements, names)] = ask(
        db, "SELECT articles, statements, names FROM v_speakers WHERE name = '何敏'"
    )
    assert (articles, statements) == (2, 5) and "港务局发言人何敏" in names.split("; ")
    assert ask(db, "SELECT count(*) FROM v_claims WHERE held = 'denied'") == [(2,)]
    origins = "SELECT who, anonymous, alone FROM v_origins WHERE words = '大桥安全' ORDER BY who"
    assert ask(db, origins) == [("一名海事官员", 1, 0), ("石磊", 0, 0)]
    agreed = "SELECT kind, who, words, other_who FROM v_agreements WHERE basis = 'inferred'"
    assert ask(db, agreed) == [("supports", "石磊", "大桥安全", "一名海事官员")]


def test_the_index_of_words_can_be_asked_too(db: Path) -> None:
    fill(db, *several())
    sql = (
        "SELECT dossiers.title FROM words JOIN dossiers ON number = words.rowid "
        "WHERE words MATCH '\"停航\"' ORDER BY bm25(words, 4.0, 1.0)"
    )
    assert ask(db, sql)[0] == ("航道停航",)


READ_ONLY = "only what reads is run here; give a SELECT"
REFUSED = {
    "DELETE FROM acts": READ_ONLY,
    "INSERT INTO acts (kind, what) VALUES ('same', '')": READ_ONLY,
    "CREATE TEMP TABLE a (b)": READ_ONLY,
    "ATTACH 'other.db' AS other": READ_ONLY,
    "PRAGMA journal_mode = DELETE": READ_ONLY,
    "VACUUM INTO 'other.db'": READ_ONLY,
    "BEGIN": READ_ONLY,
    "drop table absent": READ_ONLY,
    "/* all */ DELETE FROM absent": READ_ONLY,
    "": "the question is empty; give a SELECT",
    " ": "the question is empty; give a SELECT",
    "SELECT load_extension('x')": READ_ONLY,
    "SELECT 1; DELETE FROM acts": "these are several statements; ask one question at a time",
    "SELECT absent FROM v_claims": "no such column: absent",
    "SELEC 1": 'near "SELEC": syntax error',
    "SELECT zeroblob(100000000)": "a value is larger than 10000000 bytes",
    "/* nothing */": "the question is empty",
    ";": "the question is empty",
    "WITH RECURSIVE a(b) AS (SELECT 1 UNION ALL SELECT b + 1 FROM a) SELECT max(b) FROM a": (
        "it took longer than 0.2 seconds; narrow the question, or raise --seconds"
    ),
}  # fmt: skip


@pytest.mark.parametrize("sql", REFUSED)
def test_what_is_no_question_is_refused_in_a_sentence(
    sql: str, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(db, port())
    monkeypatch.chdir(db.parent)
    before = db.read_bytes()
    done = run("sql", sql, "--db", db, "--seconds", 0.2)
    [line] = done.stderr.splitlines()
    assert (done.exit_code, done.stdout) == (1, "") and "Traceback" not in line
    assert line.startswith(f"claims: {db}: ") and REFUSED[sql] in line
    assert db.read_bytes() == before and not (db.parent / "other.db").exists()


def test_a_store_that_can_be_written_to_is_only_read_by_sql(db: Path) -> None:
    with open_store(db) as store:
        with pytest.raises(StoreError, match="only what reads"):
            store.ask("DELETE FROM acts")
        assert store.add(port()) == "added"  # and can be written to again


def test_rows_are_limited_and_the_rest_is_told(db: Path) -> None:
    fill(db, *several())
    sql = "SELECT id FROM v_statements"
    done = run("sql", sql, "--db", db, "--limit", 3)
    assert len(json.loads(done.stdout)) == 3
    assert done.stderr == "claims: there are more than 3 rows; --limit shows more of them\n"
    whole = run("sql", sql, "--db", db)
    assert len(json.loads(whole.stdout)) > 3 and whole.stderr == ""


def test_a_question_without_an_end_gives_its_first_rows(db: Path) -> None:
    fill(db)
    sql = "WITH RECURSIVE a(b) AS (SELECT 1 UNION ALL SELECT b + 1 FROM a) SELECT b FROM a"
    done = run("sql", sql, "--db", db, "--limit", 2)
    assert (done.exit_code, json.loads(done.stdout)) == (0, [{"b": 1}, {"b": 2}])


def test_rows_are_printed_in_three_forms(db: Path) -> None:
    fill(db, port())
    sql = "SELECT 1 AS a, '=停航' AS b, NULL, x'00ff' AS b, 9e999 AS c"
    [row] = json.loads(run("sql", sql, "--db", db).stdout)
    assert row == {"a": 1, "b": "=停航", "NULL": None, "b_2": "00ff", "c": "inf"}
    assert (
        run("sql", sql, "--db", db, "--format", "csv")
        .stdout.splitlines()[1]
        .startswith("1,'=停航,")
    )
    table = run("sql", sql, "--db", db, "--format", "table").stdout.splitlines()
    assert table[0].split() == ["a", "b", "NULL", "b_2", "c"] and "=停航" in table[1]
    nothing = run("sql", "SELECT 1 WHERE 0", "--db", db, "--format", "table")
    assert nothing.stdout == "there are no such rows\n"


@pytest.mark.parametrize(
    "sql",
    ["SELECT * FROM v_statements WHERE who = '林海'",
     "SELECT * FROM v_chains WHERE claim = 'x:c1' ORDER BY hop",
     "SELECT * FROM v_claims WHERE who = '林海'",
     "SELECT speaker FROM names WHERE folded = '林海'",
     "SELECT * FROM v_claims WHERE matter_id = 'M1'"],
)  # fmt: skip
def test_the_usual_questions_go_by_an_index(sql: str, db: Path) -> None:
    fill(db, *several())
    plan = [row[3] for row in ask(db, f"EXPLAIN QUERY PLAN {sql}")]
    assert plan and not [step for step in plan if step.startswith("SCAN")], plan


# ---------------------------------------------------------------- what is behind
def leave_stale(db: Path, *dossiers: Dossier) -> None:
    """As after a kill between the last article and the derived tables."""
    store = open_store(db)
    for one in dossiers:
        store.add(one)
    store.close()


def test_what_a_kill_left_behind_is_told_read_and_mended(db: Path, tmp_path: Path) -> None:
    fill(db, port())
    leave_stale(db, harbour())
    with look(db) as store:
        assert store.stale
        assert len(store.corpus().documents) == 2 and len(store.search("海事")) == 1
        assert [told for told in store.check() if "claims reindex" in told]
    done = run("sql", "SELECT id FROM v_articles", "--db", db)
    assert len(json.loads(done.stdout)) == 1 and "behind the articles" in done.stderr
    assert run("check", "--db", db).exit_code == 1
    run("add", write(tmp_path / "again.jsonl", port().to_json() + "\n"), "--db", db)
    with look(db) as store:
        assert not store.stale and store.check() == []
    assert len(ask(db, "SELECT id FROM v_articles")) == 2


def test_tables_of_another_program_are_made_anew(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(db, port())
    change(
        db, "UPDATE state SET derived_by = '0.0.1'", "DROP VIEW v_origins", "CREATE TABLE old (a)"
    )
    with look(db) as store:
        assert store.stale and len(store.corpus().documents) == 1
    fill(db)
    with look(db) as store:
        assert store.check() == []


def test_what_cannot_be_joined_costs_no_article(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> None:
        raise KeyError("made to fail")

    with monkeypatch.context() as context:
        context.setattr("claims.store.deriving.gather_articles", fail)
        with pytest.raises(StoreError, match="the articles are kept, but could not be joined"):
            fill(db, port())
    fill(db)
    assert len(ask(db, "SELECT id FROM v_articles")) == 1


# ---------------------------------------------------------------- what people say
def test_two_are_the_same_because_a_person_says_so(db: Path) -> None:
    fill(db, *several())
    done = run("same", "林海", "石磊", "--db", db, "--note", "a test", "--given", "2030-05-01")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "claims: 林海 and 石磊 are taken for one from now on (act 1)\n"
    assert count_speakers(db, "林海", "石磊") == 1
    with look(db) as store:
        [act] = store.acts()
        assert (act.kind, act.note, act.given) == ("same", "a test", "2030-05-01")
        assert act.one.called == "林海" and len(act.one.ids) == len(act.one.names) > 1
        assert store.check() == []


def test_no_time_is_kept_that_was_not_given(db: Path) -> None:
    fill(db, *several())
    run("same", "林海", "石磊", "--db", db)
    assert ask(db, "SELECT kind, given, note FROM acts") == [("same", "", "")]


def test_two_are_different_because_a_person_says_so(db: Path) -> None:
    named = made(LATER, name="later")
    fill(db, port(), named)
    assert count_speakers(db, "港务局长林海") == 1
    one, other = port().speakers[0].id, named.speakers[0].id
    done = run("different", one, other, "--db", db)
    assert done.exit_code == 0
    assert done.stderr == f"claims: {one} and {other} are held apart from now on (act 1)\n"
    assert count_speakers(db, "港务局长林海") == 2


def test_what_is_said_later_goes_before(db: Path) -> None:
    fill(db, *several())
    for kind, number in (("same", 1), ("different", 2), ("same", 1)):
        assert run(kind, "林海", "石磊", "--db", db).exit_code == 0
        assert count_speakers(db, "林海", "石磊") == number, kind
    with look(db) as store:
        assert [act.kind for act in store.acts()] == ["same", "different", "same"]


def test_of_two_acts_on_the_same_two_only_the_later_one_is_handed_on(db: Path) -> None:
    fill(db, *several())
    with open_store(db) as store:
        for kind in ("same", "different"):
            store.record(kind, "林海", "石磊")  # type: ignore[arg-type]
        store.record("same", "周岚", "石磊")
        decisions = decide(store.acts(), list_speakers(store))
    assert [one.same for one in decisions] == [False, True]
    assert decisions[0].other & decisions[1].other


def test_a_name_that_several_have_is_refused_and_they_are_listed(db: Path) -> None:
    fill(db, made("一名官员说，停航。", name="a"), made("一名官员说，复航。", name="b"), harbour())
    done = run("same", "一名官员", "林海", "--db", db)
    first, *listed = done.stderr.splitlines()
    assert (done.exit_code, len(listed)) == (2, 2)
    assert first == (
        "claims: '一名官员' may mean any of 2 speakers; give the full name or the id of one"
    )
    ids = [line.split()[0] for line in listed]
    assert ids == [one for (one,) in ask(db, "SELECT id FROM speakers WHERE name = '一名官员'")]
    with open_store(db) as store, pytest.raises(SeveralSpeakersError):
        store.record("same", "一名官员", "林海")
    assert run("same", ids[0], "林海", "--db", db).exit_code == 0
    with look(db) as store:
        assert len(store.acts()) == 1


def test_whom_nobody_is_called_and_who_is_one_already_are_refused(db: Path) -> None:
    fill(db, *several())
    with open_store(db) as store:
        with pytest.raises(NoSpeakerError, match="no speaker here is called '无人'"):
            store.record("same", "无人", "林海")
        with pytest.raises(StoreError, match="are one speaker already"):
            store.record("same", "林海", "林海")
        with pytest.raises(StoreError, match="are one speaker in one article"):
            store.record("different", "何敏", "港务局发言人何敏")
        assert store.acts() == []


@pytest.mark.parametrize("sql", ["DELETE FROM acts", "UPDATE acts SET kind = 'different'"])
def test_the_log_is_only_ever_added_to(sql: str, db: Path) -> None:
    fill(db, *several())
    run("same", "林海", "石磊", "--db", db)
    with pytest.raises(sqlite3.IntegrityError, match="acts are never"):
        change(db, sql)


def test_acts_outlive_the_articles_they_were_told_of(db: Path) -> None:
    dossiers = [port(), made(BRIDGE, name="bridge")]
    fill(db, *dossiers)
    with open_store(db) as store:
        store.record("same", "港务局长林海", "一名海事官员")
        store.remove(dossiers[1].document.id)
    with look(db) as store:
        assert len(store.acts()) == 1 and store.check() == []
    fill(db, dossiers[1])
    assert count_speakers(db, "港务局长林海", "一名海事官员") == 1


# ---------------------------------------------------------------- check, backup
SPOILED = {
    "an edited claim": ("UPDATE claims SET words = 'x'", "claims: not what would be made anew"),
    "a row too few": ("DELETE FROM names WHERE place = 1", "names: not what would be made anew"),
    "a view that is gone": ("DROP VIEW v_claims", "views and indexes: not what"),
    "a word too many": ("INSERT INTO words (rowid, text) VALUES (77, 'x')", "words: not what"),
    "a broken dossier": ("UPDATE dossiers SET body = x'00'", "the dossier of port"),
    "another title": ("UPDATE dossiers SET title = 'x'", "has another title than its dossier"),
    "another id": ("UPDATE dossiers SET document = 'x'", "the id x is not that of its text"),
    "what is behind": ("UPDATE state SET revision = revision + 1", "behind the articles"),
    "a reference to nothing": ("DELETE FROM articles", "refers to what is not in articles"),
    "an act that is none": ("INSERT INTO acts (kind, what) VALUES ('same', '{}')", "an act of the"),
}  # fmt: skip


@pytest.mark.parametrize("name", SPOILED)
def test_check_finds_what_is_wrong(name: str, db: Path) -> None:
    fill(db, port())
    assert run("check", "--db", db).stdout == f"{db} is whole: 1 article, 0 acts\n"
    sql, words = SPOILED[name]
    change(db, sql)
    done = run("check", "--db", db)
    assert (done.exit_code, done.stdout) == (1, "")
    assert words in done.stderr
    assert all(line.startswith(f"claims: {db}: ") for line in done.stderr.splitlines())


def test_reindex_mends_all_but_the_truth(db: Path) -> None:
    fill(db, port())
    for name in ("an edited claim", "a view that is gone", "a word too many"):
        change(db, SPOILED[name][0])
        assert run("reindex", "--db", db).exit_code == 0
        with look(db) as store:
            assert store.check() == [], name


def test_a_backup_is_the_store_at_this_moment(db: Path, tmp_path: Path) -> None:
    fill(db, *several())
    run("same", "林海", "石磊", "--db", db)
    copy = tmp_path / "there" / "copy.db"
    with open_store(db) as store:  # while another process has it open for writing
        store.add(made(BRIDGE + "完。", name="last"))
        done = run("backup", copy, "--db", db)
        assert (done.exit_code, done.stderr) == (0, f"claims: {copy} is written\n")
    assert dump_truth(copy) == dump_truth(db)
    fill(copy)
    assert dump(copy) == dump(db)
    before = copy.read_bytes()
    again = run("backup", copy, "--db", db)
    assert again.exit_code == 1 and "there is a file already" in again.stderr
    assert copy.read_bytes() == before and [one.name for one in copy.parent.iterdir()] == [
        "copy.db"
    ]


# ---------------------------------------------------------------- files that are no store
def make_foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("CREATE TABLE dossiers (number INTEGER)")
        conn.commit()


def make_newer(path: Path) -> None:
    fill(path, port())
    change(path, f"PRAGMA user_version = {schema.newest() + 1}")
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def make_damaged(path: Path) -> None:
    fill(path, *several())
    data = bytearray(path.read_bytes())
    middle = len(data) // 4096 // 2 * 4096
    data[4096:middle] = b"\xa5" * (middle - 4096)
    path.write_bytes(data)


def make_short(path: Path) -> None:
    fill(path, *several())
    path.write_bytes(path.read_bytes()[: 4096 * 5 + 100])


BAD = {
    "a foreign database": (make_foreign, "it is the database of another program"),
    "one of a newer version": (make_newer, "a newer version of claims made it"),
    "a damaged one": (make_damaged, "it is damaged"),
    "one cut short": (make_short, "it is damaged (its end is missing)"),
    "a text": (lambda path: write(path, PORT), "it is no store, but something else"),
    "an empty file": (lambda path: write(path, ""), "it is empty"),
    "a folder": (lambda path: path.mkdir(), "it is a folder"),
}
ON_STORES = [
    ("list",), ("add", "PATH"), ("search", "停航"), ("sql", "SELECT * FROM v_statements"),
    ("check",), ("reindex",), ("remove", "abcd"), ("same", "a", "b"), ("difference", "port"),
    ("backup", "COPY"), ("who",),
]  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_store_is_told_in_a_sentence_and_never_written_to(
    name: str, db: Path, tmp_path: Path
) -> None:
    make, words = BAD[name]
    make(db)
    before = db.read_bytes() if db.is_file() else b""
    places = {"PATH": write(tmp_path / "a.txt", PORT), "COPY": tmp_path / "copy.db"}
    for command in ON_STORES:
        done = run(*(places.get(word, word) for word in command), "--db", db)
        lines = done.stderr.splitlines()
        damaged = name.startswith("a damaged")
        if damaged and command[0] in ("list", "search", "sql", "difference", "backup", "who"):
            assert "Traceback" not in done.output  # what is read may lie where nothing is damaged
        else:
            assert done.exit_code == 1 and lines and lines[0].startswith(f"claims: {db}: "), command
            assert words in lines[0] or damaged, command
            assert len(lines) == 1 or command == ("check",), command
        assert (db.read_bytes() if db.is_file() else b"") == before, command


def test_one_damaged_page_that_nobody_reads_is_seen_before_anything_is_written(
    db: Path, tmp_path: Path
) -> None:
    fill(db, *several())
    [(page,)] = ask(db, "SELECT rootpage FROM sqlite_master WHERE name = 'origins_by_matter'")
    data = bytearray(db.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    db.write_bytes(data)
    assert run("list", "--db", db).exit_code == 0
    for command in (("add", write(tmp_path / "a.txt", "林海说，停航。")), ("same", "林海", "石磊")):
        done = run(*command, "--db", db)
        assert done.exit_code == 1 and f"{db}: it is damaged" in done.stderr
        assert db.read_bytes() == data


@pytest.mark.parametrize("command", [one for one in ON_STORES if one[0] != "add"])
def test_a_store_that_is_not_there_is_told_and_not_made(
    command: tuple[str, ...], db: Path, tmp_path: Path
) -> None:
    done = run(*command, "--db", db)
    assert done.exit_code == 1 and not db.exists()
    assert done.stderr == (
        f"claims: {db}: there is no such store; check the path, or make it with claims add\n"
    )


def test_a_place_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    inside = write(tmp_path / "file", "") / "claims.db"
    done = run("add", write(tmp_path / "a.txt", PORT), "--db", inside)
    assert done.exit_code == 1 and f"{inside}: it cannot be" in done.stderr


@pytest.mark.skipif(os.getuid() == 0, reason="the superuser may write everywhere")
def test_a_store_in_a_folder_that_cannot_be_written_to_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    fill(folder / "claims.db", port())
    folder.chmod(0o500)
    try:
        assert len(json.loads(run("list", "--db", folder / "claims.db").stdout)) == 1
    finally:
        folder.chmod(0o700)


def test_a_store_that_cannot_be_shared_is_read_as_it_lies(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a folder that cannot be written to, where readers have no place to meet."""
    from claims.store import connections

    fill(db, port())
    opened = connections._open

    def refuse(path: Path, mode: str) -> sqlite3.Connection:
        return opened(path if "immutable" in mode else path.with_name("nowhere"), mode)

    monkeypatch.setattr(connections, "_open", refuse)
    with look(db) as store:
        assert len(store.articles()) == 1
    db.with_name(f"{db.name}-wal").write_bytes(b"changes that lie beside it")
    with pytest.raises(StoreError, match="it cannot be opened"):
        look(db)


# ---------------------------------------------------------------- older forms
def add_colour(conn: sqlite3.Connection) -> None:
    conn.execute("ALTER TABLE acts ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'")


def fail_midway(conn: sqlite3.Connection) -> None:
    add_colour(conn)
    raise sqlite3.OperationalError("made to fail")


def test_an_older_form_is_brought_up_to_date_by_the_first_who_writes(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(db, port())
    run("same", "港务局长林海", "渔会主席石磊", "--db", db)
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, add_colour))
    done = run("list", "--db", db)
    assert done.exit_code == 1
    assert "an older version of claims made it; bring it up to date: claims reindex" in done.stderr
    assert run("reindex", "--db", db).exit_code == 0
    assert ask(db, "SELECT number, colour FROM acts") == [(1, "blue")]
    with look(db) as store:
        assert len(store.articles()) == 1
        [(version,)] = store._conn.execute("PRAGMA user_version")
    assert version == schema.newest()


def test_a_step_that_fails_leaves_the_store_as_it_was(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(db, port())
    before = dump_truth(db)
    with monkeypatch.context() as context:
        context.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, fail_midway))
        assert run("reindex", "--db", db).exit_code == 1
    assert dump_truth(db) == before
    with look(db) as store:
        assert store.check() == []


# ---------------------------------------------------------------- kills and companions
CHILD = """
import sys, corpus_stand_in
corpus_stand_in.take_place()
from claims.model import Document
from claims.store import open_store
path, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
with open_store(path) as store:
    for number in range(first, last):
        page = Document.of(f"港务局长林海说，第{number}号航道停航。", lang="zh", name=str(number))
        store.add(corpus_stand_in.make_dossier(page))
        print(page.id, flush=True)
print("settled", flush=True)
"""
MANY = 60


def start_adding(db: Path, first: int = 0, last: int = MANY) -> subprocess.Popen[str]:
    """A process that adds articles, and tells of each when it is kept."""
    return subprocess.Popen(
        [sys.executable, "-c", CHILD, str(db), str(first), str(last)],
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"},
        stdout=subprocess.PIPE,
        text=True,
    )


def kill_after(db: Path, lines: int, wait: float) -> list[str]:
    """The ids that a process told of before it was killed, as soon as it had told of so many."""
    child = start_adding(db)
    assert child.stdout is not None
    told = [child.stdout.readline() for _ in range(lines)]
    time.sleep(wait)
    child.send_signal(signal.SIGKILL)
    rest, _ = child.communicate(timeout=60)
    return [id for id in "".join([*told, rest]).split() if id != "settled"]


def check_after_kill(db: Path, told: list[str], whole: Path) -> None:
    """Nothing that was told of is lost; the next one goes on, and all is as without the kill."""
    if db.exists():
        with look(db) as store:
            kept = {one.document for one in store.articles()}
            assert set(told) <= kept
            assert [one for one in store.check() if "behind" not in one] == []
    child = start_adding(db)
    child.communicate(timeout=120)
    assert child.returncode == 0
    with look(db) as store:
        assert store.check() == [] and not store.stale
    assert dump(db) == dump(whole)
    assert dump_truth(db) == dump_truth(whole)


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that was filled without a kill."""
    db = tmp_path_factory.mktemp("whole") / "claims.db"
    child = start_adding(db)
    child.communicate(timeout=120)
    return db


@pytest.mark.parametrize("lines", [0, 1, 23, MANY - 1, MANY])
def test_a_kill_loses_nothing_that_was_kept(lines: int, tmp_path: Path, whole: Path) -> None:
    db = tmp_path / "claims.db"
    told = kill_after(db, lines, wait=0.02 if lines else 0.3)
    check_after_kill(db, told, whole)


@pytest.mark.soak
def test_a_hundred_kills_lose_nothing_that_was_kept(tmp_path: Path, whole: Path) -> None:
    random_ = random.Random(4)
    for number in range(100):
        db = tmp_path / f"{number}.db"
        told = kill_after(db, random_.randint(0, MANY), random_.random() / 10)
        check_after_kill(db, told, whole)


def test_a_command_that_is_killed_goes_on_where_it_stopped(db: Path, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(MANY):
        write(folder / f"{number:02}.txt", f"{PORT}第{number}段。\n")
    process = start("add", folder, "--db", db)
    kept = 0
    while kept < 3 and process.poll() is None:
        time.sleep(0.01)
        kept = len(ask(db, "SELECT 1 FROM dossiers")) if db.exists() else 0
    process.kill()
    process.communicate(timeout=60)
    kept = len(ask(db, "SELECT 1 FROM dossiers"))
    assert 3 <= kept <= MANY
    done = run("add", folder, "--db", db)
    assert done.stderr == f"claims: {MANY - kept} added, {kept} already there\n"
    assert run("check", "--db", db).exit_code == 0


def test_two_processes_add_at_once(tmp_path: Path, whole: Path) -> None:
    db = tmp_path / "claims.db"
    children = [start_adding(db, 0, 40), start_adding(db, 20, MANY)]
    for child in children:
        out, _ = child.communicate(timeout=120)
        assert child.returncode == 0 and out.endswith("settled\n")
    with look(db) as store:
        assert not store.stale and store.check() == []
    assert dump(db) == dump(whole)


def test_who_waits_too_long_is_told(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from claims.store import connections

    monkeypatch.setattr(connections, "WAIT", 0.1)
    fill(db, port())
    with closing(sqlite3.connect(db, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with open_store(db) as store, pytest.raises(StoreError, match="another process is writing"):
            store.add(made(RAID))
        with look(db) as store:
            assert len(store.articles()) == 1  # who reads does not wait


def test_an_article_that_comes_while_tables_are_made_is_left_to_who_adds_it(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = deriving.gather_articles

    def gather(*given: Any) -> Any:
        monkeypatch.setattr(deriving, "gather_articles", real)
        leave_stale(db, made(RAID))
        return real(*given)

    with open_store(db) as store:
        store.add(port())
        monkeypatch.setattr(deriving, "gather_articles", gather)
        assert not store.settle() and store.stale
    with open_store(db) as store:
        assert store.settle() and len(store.ask("SELECT id FROM v_articles").rows) == 2


# ---------------------------------------------------------------- the commands of many questions
def test_a_store_is_asked_in_place_of_paths(db: Path, tmp_path: Path) -> None:
    fill(db, *several())
    lines = write(tmp_path / "found.jsonl", "".join(one.to_json() + "\n" for one in several()))
    for command in ("who", "disputes", "contradictions", "origins"):
        told, asked = run(command, "--db", db), run(command, lines)
        assert told.exit_code == 0
        rows = [sorted(map(str, json.loads(done.stdout))) for done in (told, asked)]
        assert rows[0] == rows[1], command


def test_the_corpus_of_a_store_is_printed_with_its_texts(db: Path, tmp_path: Path) -> None:
    fill(db, *several())
    lines = write(tmp_path / "found.jsonl", "".join(one.to_json() + "\n" for one in several()))
    told, asked = (
        json.loads(run("export", *source, "--format", "corpus").stdout)
        for source in (("--db", db), (lines,))
    )
    assert told == asked and all(one["text"] for one in told["documents"])

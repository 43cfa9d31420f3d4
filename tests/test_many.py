"""Questions on the command line where there are many articles: which of them, and who is meant."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from claims.cli import app
from claims.cli.meaning import find_outlets
from claims.errors import UnknownIdError
from claims.query.across import Joined, Namesake
from claims.render.across import draw_joined

NEWS = (
    ("tide", "海潮社", "2031-05-02",
     "北城大桥周一坍塌，桥上的卡车落入河中。市长苗秀岚说，坍塌造成12人死亡。"
     "一名救援人员说，坍塌造成30人死亡。"),
    ("harbour", "东港日报", "2031-05-03",
     "北城大桥坍塌后，消防队长杜怀仁表示，坍塌已有30人死亡，卡车已经捞起。"
     "市长苗秀岚否认杜怀仁的说法。"),
    ("times", "Harbour Times", "2031-05-04",
     "The bridge in Beicheng collapsed on Monday. Mayor Miao Xiulan said the collapse killed "
     "12 people. Fire chief Du Huairen denied that."),
)  # fmt: skip
FACTS = ("id", "outlet", "published", "text")
SOURCES = ("paths", "store")
ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def shelves(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The same three articles as dossiers in a file, and in a store."""
    folder = tmp_path_factory.mktemp("news")
    lines = [json.dumps(dict(zip(FACTS, row, strict=True)), ensure_ascii=False) for row in NEWS]
    (folder / "news.jsonl").write_text("\n".join(lines), "utf-8")
    printed = run("extract", folder / "news.jsonl", "--format", "jsonl").stdout
    found = folder / "found.jsonl"
    found.write_text(printed, "utf-8")
    assert run("add", found, "--db", folder / "news.db").exit_code == 0
    return {"paths": [str(found)], "store": ["--db", str(folder / "news.db")]}


@pytest.fixture(params=SOURCES)
def news(request: pytest.FixtureRequest, shelves: dict[str, list[str]]) -> list[str]:
    """What is typed for the three articles."""
    return shelves[request.param]


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], env={"COLUMNS": "80"})


def answers(*words: object) -> list[dict[str, Any]]:
    done = run(*words, "--format", "json")
    assert done.exit_code == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def names(rows: list[dict[str, Any]]) -> list[str]:
    return [row["speaker"]["name"] for row in rows]


# ---------------------------------------------------------------- which articles
ALL = ["苗秀岚", "一名救援人员", "杜怀仁", "苗秀岚", "Miao Xiulan", "Du Huairen"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ([], ALL),
        (["--outlet", "海潮社"], ALL[:2]),
        (["--outlet", "東港日報"], ALL[2:4]),
        (["--outlet", "harbour"], ALL[4:]),
        (["--since", "2031-05-03"], ALL[2:]),
        (["--until", "2031-05-03"], ALL[:4]),
        (["--since", "2031-05-03", "--until", "2031-05-03"], ALL[2:4]),
        (["--lang", "en"], ALL[4:]),
        (["--lang", "zh", "--since", "2031-05-03"], ALL[2:4]),
    ],
)
def test_who_speaks_in_some_of_the_articles(
    words: list[str], found: list[str], news: list[str]
) -> None:
    assert names(answers("who", *news, *words)) == found


@pytest.mark.parametrize(
    ("command", "narrow", "wide", "left"),
    [
        (["chain", "死亡"], ["--outlet", "海潮社"], 3, 2),
        (["disputes"], ["--lang", "en"], 2, 1),
        (["disputes", "--between", "苗秀岚", "杜怀仁"], ["--since", "2031-05-04"], 4, 2),
        (["contradictions"], ["--outlet", "东港日报"], 1, 0),
        (["contradictions", "--across"], ["--until", "2031-05-03", "--outlet", "东港"], 3, 2),
        (["origins"], ["--lang", "en"], 1, 0),
        (["origins", "--across"], ["--outlet", "海潮社"], 3, 2),
        (["compare", "海潮社", "东港日报"], ["--since", "2031-05-04"], 1, 0),
        (["timeline"], ["--lang", "en"], 5, 1),
    ],
)
def test_every_question_goes_to_some_of_the_articles(
    command: list[str], narrow: list[str], wide: int, left: int, news: list[str]
) -> None:
    assert len(answers(*command, *news)) == wide
    assert len(answers(*command, *news, *narrow)) == left


@pytest.mark.parametrize("form", ["csv", "jsonl", "corpus"])
def test_some_of_the_articles_are_exported(form: str, news: list[str]) -> None:
    text = run("export", *news, "--format", form, "--outlet", "东港日报").stdout
    assert "卡车已经捞起" in text and "12人" not in text and "Beicheng" not in text


def test_a_corpus_of_some_articles_keeps_what_a_person_decided(
    shelves: dict[str, list[str]], tmp_path: Path
) -> None:
    db = tmp_path / "own.db"
    assert run("add", *shelves["paths"], "--db", db).exit_code == 0
    assert run("same", "杜怀仁", "一名救援人员", "--db", db).exit_code == 0
    told = json.loads(run("export", "--db", db, "--format", "corpus", "--lang", "zh").stdout)
    [one] = [one for one in told["speakers"] if "杜怀仁" in one["names"]]
    assert "一名救援人员" in one["names"] and "Du Huairen" not in one["names"]


def test_a_report_and_a_picture_are_of_some_articles(news: list[str], tmp_path: Path) -> None:
    words = ["--text-lang", "en", "--lang", "zh"]
    done = run("report", *news, "-o", tmp_path, *words)
    assert done.exit_code == 0 and "杜怀仁" not in (tmp_path / "claims.csv").read_text("utf-8")
    assert run("render", *news, "-o", tmp_path / "a.dot", *words).exit_code == 0
    drawn = (tmp_path / "a.json").read_text("utf-8")
    assert "Miao Xiulan" in drawn and "杜怀仁" not in drawn


@pytest.mark.parametrize("command", ["who", "matters", "export --format csv"])
def test_an_outlet_that_no_article_has_is_told_with_those_that_are(
    command: str, news: list[str]
) -> None:
    done = run(*command.split(), *news, "--outlet", "北岸報")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == (
        "claims: no outlet of these articles is called '北岸報'; they are: "
        "Harbour Times, 东港日报, 海潮社\n"
    )


def test_words_that_several_outlets_have_are_not_guessed() -> None:
    known = ["海湾日报", "东港日报", "Reuters", "路透社", ""]
    assert find_outlets(known, "東港") == ("东港日报",)
    assert find_outlets(known, "路透") == ("Reuters", "路透社")
    with pytest.raises(UnknownIdError, match="several outlets; give one of 东港日报, 海湾日报"):
        find_outlets(known, "日报")


@pytest.mark.parametrize("command", ["who", "disputes", "origins", "chain 死亡", "chain a24"])
def test_where_no_article_is_left_one_sentence_says_so(command: str, news: list[str]) -> None:
    done = run(*command.split(), *news, "--since", "2040-01-01", "--format", "json")
    assert (done.exit_code, done.stdout) == (0, "[]\n")
    assert done.stderr == "claims: no article here fits; leave out an option\n"


def test_where_no_article_is_left_nothing_is_written(news: list[str], tmp_path: Path) -> None:
    for command in (["export"], ["render"]):
        target = tmp_path / ("a.csv" if command == ["export"] else "a.dot")
        done = run(*command, *news, "-o", target, "--since", "2040-01-01")
        assert done.exit_code == 1 and "no article here fits" in done.stderr
        assert not target.exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--since", "May"], "'May' is no day; write it as 2024-05-31"),
        (["--since", "2031-05-04", "--until", "2031-05-03"], "is after --until 2031-05-03"),
        (["--lang", "fr"], "'fr' is not one of 'zh', 'en'"),
    ],
)
@pytest.mark.parametrize("command", ["who", "timeline"])
def test_days_and_languages_that_are_none_are_wrong_usage(
    command: str, words: list[str], told: str
) -> None:
    done = run(command, "x", *words)
    assert done.exit_code == 2 and told in " ".join(done.output.split())


# ---------------------------------------------------------------- two are needed
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["disputes", "--between", "苗秀岚", "--db", "x.db"], "'--db' was taken for the second"),
        (["disputes", "--between", "苗秀岚", "x/"], "'x/' was taken for the second"),
        (["disputes", "x/", "--between", "苗秀岚"], "'--between' requires 2 arguments"),
        (["compare", "海潮社", "--db", "x.db"], "Missing argument 'OTHER'"),
        (["compare", "海潮社", "x/"], "'x/' was taken for the second"),
        (["disputes", "x", "--between", "甲", "乙", "--speaker", "丙"], "it does not go with"),
        (["contradictions", "x", "--across", "--negated"], "it does not go with --across"),
    ],
)
def test_a_missing_second_name_is_wrong_usage(words: list[str], told: str) -> None:
    done = run(*words)
    assert done.exit_code == 2 and told in " ".join(done.output.split())


def test_a_path_is_not_taken_for_the_second_name(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    done = run("disputes", "--between", "苗秀岚", tmp_path / "more", tmp_path)
    assert done.exit_code == 2 and "give two speakers" in done.output


# ---------------------------------------------------------------- inside one, and of several
def test_each_question_tells_where_the_other_pairs_are(
    news: list[str], shelves: dict[str, list[str]]
) -> None:
    [one] = answers("contradictions", *news)
    assert one["first"]["statement"]["article"] == one["second"]["statement"]["article"]
    assert all(
        one["earlier"]["document"] != one["later"]["document"]
        for one in answers("contradictions", *news, "--across")
    )
    inside, across, single = (
        run("contradictions", *news, *words, "--format", "table").stdout
        for words in ([], ["--across"], ["--outlet", "海潮社"])
    )
    told = " ".join(inside.split())
    assert told.endswith("inside one article are shown; --across shows claims of different ones.")
    assert " ".join(across.split()).endswith("leave out --across for pairs inside one.")
    assert "--across" not in single
    none = run("contradictions", *news, "--about", "渡轮", "--format", "table").stdout
    assert "leave out an option" in none and "--across" in none


# ---------------------------------------------------------------- a joined speaker by id
def find_id(name: str, shelves: dict[str, list[str]]) -> str:
    told = json.loads(run("export", *shelves["paths"], "--format", "corpus").stdout)
    [one] = [one for one in told["speakers"] if name in one["names"]]
    id: str = one["id"]
    return id


def test_a_joined_speaker_is_meant_by_the_id(
    news: list[str], shelves: dict[str, list[str]], tmp_path: Path
) -> None:
    mayor, fire = (find_id(name, shelves) for name in ("苗秀岚", "杜怀仁"))
    assert names(answers("who", *news, "--speaker", mayor)) == ["苗秀岚", "苗秀岚", "Miao Xiulan"]
    assert names(answers("who", *news, "--speaker", fire, "--lang", "en")) == ["Du Huairen"]
    assert len(answers("disputes", *news, "--speaker", fire)) == 2
    assert len(answers("contradictions", *news, "--speaker", fire)) == 0
    assert len(answers("timeline", *news, "--speaker", fire)) == 2
    assert answers("disputes", *news, "--between", mayor, fire)
    done = run("render", *news, "--focus", fire, "-o", tmp_path / "a.dot")
    assert done.exit_code == 0


def test_an_id_that_no_joined_speaker_has_is_told(news: list[str]) -> None:
    for command in ("who", "timeline"):
        done = run(command, *news, "--speaker", "S000000000000:s1")
        assert done.exit_code == 1 and "there are 3 joined speakers" in done.stderr


def test_the_beginning_of_an_id_will_do(news: list[str], shelves: dict[str, list[str]]) -> None:
    id = find_id("苗秀岚", shelves)
    article, _, own = id.partition(":")
    short = f"{article[:5]}:{own}"
    assert names(answers("who", *news, "--speaker", short)) == ["苗秀岚", "苗秀岚", "Miao Xiulan"]
    assert len(answers("timeline", *news, "--speaker", short)) == 2


def test_several_joined_speakers_are_listed_and_the_status_is_2(news: list[str]) -> None:
    done = run("timeline", *news, "--speaker", "a")
    first, *listed = done.stderr.splitlines()
    assert (done.exit_code, done.stdout) == (2, "") and "may mean any of 2 speakers" in first
    assert [line.split()[-3:] for line in listed] == [["in", n, "articles"] for n in ("3", "2")]


# ---------------------------------------------------------------- explained
def explain(id: str, news: list[str]) -> str:
    done = run("explain", id, *news)
    assert (done.exit_code, done.stderr) == (0, "")
    return done.stdout


def test_a_matter_is_explained(news: list[str]) -> None:
    [one] = answers("matters", *news)
    text = explain(one["id"], news)
    assert "all tell how many came to harm" in text
    assert "坍塌造成12人死亡\n  on the word of 苗秀岚\n" in text
    assert "一名救援人员 (not named)" in text
    assert "Harbour Times · 2031-05-04 · 苗秀岚: the collapse killed 12 people" in text
    assert "苗秀岚 disputes Du Huairen" in text and "may conflict in quantity" in text
    told = json.loads(explain_as_json(one["id"], news))["item"]
    assert told == one


def explain_as_json(id: str, news: list[str]) -> str:
    return run("explain", id, *news, "--format", "json").stdout


def test_a_joined_speaker_is_explained(news: list[str], shelves: dict[str, list[str]]) -> None:
    text = explain(find_id("苗秀岚", shelves), news)
    assert "市长苗秀岚, 苗秀岚, Mayor Miao Xiulan, Miao Xiulan" in text
    assert "1. both are called 苗秀岚" in text and "names of one sound in one story" in text
    assert [outlet in text for _, outlet, *_ in NEWS] == [True, True, True]
    alone = explain(find_id("一名救援人员", shelves), news)
    assert "unnamed  yes" in alone and "there is nothing to join" in alone
    told = json.loads(explain_as_json(find_id("杜怀仁", shelves), news))["item"]
    assert len(told["places"]) == 2 and told["perhaps"] == []


def test_who_may_be_the_same_is_told() -> None:
    likely = Joined(id="S1:s1", name="林海", perhaps=(Namesake(id="S2:s4", name="Lin Hai"),))
    assert "who else may be the same\n  S2:s4  Lin Hai" in draw_joined(likely).plain


def test_a_pair_of_two_articles_is_explained(news: list[str]) -> None:
    for one in answers("contradictions", *news, "--across"):
        text = explain(one["id"], news)
        for end in (one["earlier"], one["later"]):
            assert f"[claim: {end['text']}]" in text and end["published"] in text
            assert end["outlet"] in text and end["speaker"] in text and end["id"] in text
        assert one["reason"] in text and "no verdict" in text
        assert json.loads(explain_as_json(one["id"], news))["item"] == one


def test_the_table_shows_an_id_that_can_be_explained(news: list[str]) -> None:
    table = run("contradictions", *news, "--across", "--format", "table").stdout
    shown = re.findall(r"\S+~\S+", table)
    assert len(shown) == 3
    for id in (shown[0], re.sub(r"[0-9a-f]+:", "", shown[0])):
        assert explain(id, news).startswith("may conflict · quantity\n")


def test_what_an_article_tells_itself_is_explained(news: list[str]) -> None:
    text = explain("n0", news)
    assert "[claim: 北城大桥周一坍塌，桥上的卡车落入河中]。" in text
    assert "the article itself" in text and "海潮社 · 2031-05-02" in text


@pytest.mark.parametrize(
    ("id", "told"),
    [
        ("M1", "there is one matter; `claims matters PATH` lists them"),
        ("M0000:c9", "there is one matter"),
        ("S0000:s1", "there are 3 joined speakers"),
        ("n9999", "`claims export PATH --format corpus` has them"),
        ("c1~c2", "`claims contradictions PATH --across` lists them"),
        ("c1~(", "there is no item"),
    ],
)
def test_an_id_of_nothing_is_told_with_where_such_ids_stand(
    id: str, told: str, news: list[str]
) -> None:
    done = run("explain", id, *news)
    assert (done.exit_code, done.stdout) == (1, "")
    assert f"there is no item {id!r}: " in done.stderr and told in done.stderr


def test_an_id_that_fits_several_is_not_guessed(news: list[str], tmp_path: Path) -> None:
    rows = (
        {"id": n, "text": f"{n}号码头周五关闭，{n}艘渡轮停开。林海说，渡轮停开{n}天。"}
        for n in "23"
    )
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    (tmp_path / "piers.jsonl").write_text(lines, "utf-8")
    done = run("explain", "n0", tmp_path / "piers.jsonl")
    assert done.exit_code == 1 and "'n0' may mean any of 2; give one of" in done.stderr


# ---------------------------------------------------------------- what is on one matter
def test_questions_of_many_articles_are_narrowed_to_a_matter(tmp_path: Path) -> None:
    found, db = tmp_path / "found.jsonl", tmp_path / "news.db"
    port = ROOT / "docs" / "cluster" / "port.jsonl"
    found.write_text(run("extract", port, "--format", "jsonl").stdout, "utf-8")
    run("add", found, "--db", db)
    for where in ([found], ["--db", db]):
        every = answers("matters", *where)
        assert len(every) > 1
        for one in every:
            assert answers("matters", *where, "--matter", one["id"]) == [one]
        for command in (["contradictions", "--across"], ["timeline"], ["origins", "--across"]):
            whole = answers(*command, *where)
            first = every[0]["id"]
            part = answers(*command, *where, "--matter", first)
            assert part and part == [row for row in whole if row["matter"] == first]


def test_a_matter_that_is_none_and_one_without_across_are_told(
    shelves: dict[str, list[str]],
) -> None:
    done = run("matters", *shelves["store"], "--matter", "Mnone")
    assert (done.exit_code, done.stdout) == (1, "") and "no matter of these" in done.stderr
    for command in ("contradictions", "origins", "disputes"):
        done = run(command, *shelves["store"], "--matter", "M1")
        assert done.exit_code == 2 and "--matter is of many articles" in done.stderr


# ---------------------------------------------------------------- what was said, and how
OPEN = "云岭市市长汪承钧说，爆炸造成至少9人死亡，超过20人受伤，损失不到300万元。"


def test_numbers_without_an_end_are_kept(tmp_path: Path) -> None:
    page, db = tmp_path / "open.txt", tmp_path / "open.db"
    page.write_text(OPEN, "utf-8")
    assert run("add", page, "--db", db).exit_code == 0
    assert run("check", "--db", db).exit_code == 0
    assert names(answers("who", "--db", db)) == ["汪承钧"]


def write_pages(folder: Path, *rows: tuple[str, str]) -> Path:
    """A file of articles, each with its day."""
    lines = [
        json.dumps({"id": str(n), "published": day, "text": text}, ensure_ascii=False)
        for n, (day, text) in enumerate(rows)
    ]
    path = folder / "pages.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    return path


FEW, MANY = (
    f"云岭港仓库爆炸。云岭市市长汪承钧{when}说，云岭港仓库爆炸造成{number}人死亡。"
    for when, number in (("4日", 4), ("5日", 9))
)


@pytest.mark.parametrize(
    ("rows", "changes"),
    [
        ([("2031-03-04", FEW), ("2031-03-05", MANY)], 1),
        ([("2031-03-04", FEW), ("2031-03-04", MANY)], 0),
        ([("", FEW), ("", MANY)], 0),
        ([("2031-03-04", FEW + MANY)], 0),
    ],
    ids=["two days", "one day", "no day", "one article"],
)
def test_a_change_of_story_has_two_days(
    rows: list[tuple[str, str]], changes: int, tmp_path: Path
) -> None:
    assert len(answers("changes", write_pages(tmp_path, *rows))) == changes


def test_what_is_denied_is_marked_in_tables(tmp_path: Path) -> None:
    pages = write_pages(
        tmp_path,
        ("2031-03-04", "工会主席石磊说，市政府早就知道桥墩有裂缝。"),
        ("2031-03-05", "市长王海否认市政府早就知道桥墩有裂缝。"),
    )
    for command in (["matters"], ["origins", "--across"]):
        told = run(*command, pages, "--format", "table").stdout
        assert told.count("denied:") == 1, told
    [one] = answers("disputes", "--across", pages)
    explained = run("explain", one["id"], pages)
    assert explained.exit_code == 0 and "王海" in explained.stdout


def test_of_very_many_pairs_the_first_are_shown_and_the_others_counted(tmp_path: Path) -> None:
    pages = write_pages(
        tmp_path,
        *(
            (
                f"2031-03-{n:02}",
                f"云岭港仓库爆炸。消防队员{n}号队长说，云岭港仓库爆炸造成{n}人死亡。",
            )
            for n in range(10, 26)
        ),
    )
    every = answers("contradictions", "--across", pages)
    told = run("contradictions", "--across", pages, "--format", "table").stdout
    assert len(every) > 60 and f"and {len(every) - 60} more pairs" in told
    assert max(map(len, told.splitlines())) <= 80


def test_origins_and_changes_are_narrowed_to_unnamed_speakers(tmp_path: Path) -> None:
    pages = write_pages(
        tmp_path,
        ("2031-03-04", "云岭港仓库爆炸。一名消防员说，云岭港仓库爆炸造成4人死亡。"),
        ("2031-03-05", MANY),
    )
    every = answers("origins", "--across", pages)
    assert {one["anonymous"] for one in every} == {True, False}
    unnamed = answers("origins", "--across", pages, "--anonymous")
    assert unnamed == [one for one in every if one["anonymous"]]
    pages = write_pages(tmp_path, ("2031-03-04", FEW), ("2031-03-05", MANY))
    assert answers("changes", pages) and not answers("changes", pages, "--anonymous")
    assert answers("changes", pages, "--certainty", "certain")

"""Reading: formats, charsets, pages, languages, leftovers, and everything that can be wrong."""

from __future__ import annotations

import io
import json
import os
import pickle
import socket
import subprocess
import sys
import tomllib
from importlib.resources import files
from pathlib import Path

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import (
    InputError,
    LanguageError,
    NoArticleError,
    NoInputError,
    PackError,
    UnreadableError,
)
from claims.model import Document
from claims.read import (
    Input,
    detect_language,
    find_inputs,
    read_bytes,
    read_documents,
    read_each,
    read_path,
    read_text,
)
from claims.read.asides import find_asides
from claims.read.binary import MAGIC
from claims.read.dates import parse_date
from claims.read.decode import decode_text
from claims.read.formats import tell_format
from claims.read.headlines import find_headline
from claims.read.leftovers import load_leftovers, parse_leftovers
from claims.read.openings import read_opening

PAGES = Path(__file__).parent / "cases" / "pages"

SHORT = "水务局说，水库已经见底。"
LONG = SHORT + "市长何木否认了这一说法，并表示限水令只会持续到八月，届时市政府将公布新的办法。" * 4
TO_TRADITIONAL = opencc.OpenCC("s2t").convert


def read_page(name: str) -> Document:
    [document] = read_path(PAGES / name)
    return document


def the_error(data: bytes, **options: object) -> InputError:
    [error] = read_each(data, where="here", **options)  # type: ignore[arg-type]
    assert isinstance(error, InputError), error
    return error


# --- charsets ---------------------------------------------------------------------------


@pytest.mark.parametrize("declared", [None, "utf-8", "gb2312", "big5", "iso-8859-1", "nonsense"])
@pytest.mark.parametrize(
    "codec",
    ["utf-8", "utf-8-sig", "gbk", "gb18030", "big5", "utf-16", "utf-16-le", "utf-16-be"],
)
@pytest.mark.parametrize("text", [SHORT[:4], SHORT, LONG], ids=["tiny", "short", "long"])
@pytest.mark.parametrize("traditional", [False, True], ids=["simplified", "traditional"])
def test_every_charset_is_read_whatever_was_declared(
    text: str, codec: str, declared: str | None, traditional: bool
) -> None:
    text = TO_TRADITIONAL(text) if traditional else text
    try:
        data = text.encode(codec)
    except UnicodeEncodeError:
        pytest.skip(f"{codec} has no simplified characters")
    assert decode_text(data, where="here", charset=declared) == text


@pytest.mark.parametrize("meta", ["utf-8", "gb2312", "big5", "iso-8859-1", "unicode_escape", ""])
@pytest.mark.parametrize("codec", ["utf-8", "gbk", "gb18030", "utf-16", "utf-16-le"])
def test_a_page_that_declares_the_wrong_charset_is_read(meta: str, codec: str) -> None:
    declaration = f'<meta charset="{meta}">' if meta else ""
    html = f"<html><head>{declaration}<title>水库见底</title></head><p>{SHORT}</p></html>"
    [document] = read_bytes(html.encode(codec))
    assert document.text == f"水库见底\n{SHORT}"


def test_a_traditional_page_in_big5_that_calls_itself_gb2312() -> None:
    html = (PAGES / "news_zh_hant.html").read_text("utf-8")
    [document] = read_bytes(html.encode("big5"))
    assert document == read_bytes(html.encode("utf-8"))[0]
    assert "林遠今天表示" in document.text


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Le maire a déclaré que la réunion était terminée. « L’été »", "cp1252"),
        ("The mayor said “it’s over” — and left.", "cp1252"),
        ("Мэр заявил, что переговоры завершены.", "cp1251"),
        ("市長は会談が終わったと述べた。詳しいことは明らかにしなかった。", "shift_jis"),
        ("시장은 회담이 끝났다고 말했다. 더 이상 밝히지 않았다.", "euc-kr"),
        ("The mayor said it's over.", "utf-16-le"),
        ("碁盤與牆裏的銹，市長說", "cp950"),
        ("𠮷野說，會談結束。", "gb18030"),
    ],
)
def test_other_charsets(text: str, codec: str) -> None:
    assert decode_text(text.encode(codec), where="here") == text


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_a_file_cut_off_within_a_character_is_read(codec: str) -> None:
    assert decode_text(LONG.encode(codec)[:-1], where="here").rstrip("\ufffd") == LONG[:-1]


# --- formats ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<!--1655280063500-->\n[a](b)\n---\n\n<p>他说。</p>", "saved"),
        ("[a](b_(c))\n------\n他说。", "saved"),
        ("<!--1655280063500-->\n<div>他说。</div>", "saved"),
        ("<!DOCTYPE html><p>他说。", "html"),
        ("<?xml version='1.0'?>\n<html/>", "html"),
        ("<!-- a note --><p>他说。", "html"),
        ("他说<p>一</p><p>二</p><p>三</p>", "html"),
        ('{"text": "他说。"}', "jsonl"),
        ('\n{\n "text": 1}', "jsonl"),
        ("{他说}", "text"),
        ("[他说](https://a.example) 会谈结束。", "text"),
        ("3 < 5，他说。", "text"),
        ("<3 他说", "text"),
        ("他说，<p> 是一个标签。", "text"),
    ],
)
def test_formats_are_told_by_content(text: str, kind: str) -> None:
    assert tell_format(text) == kind


@pytest.mark.parametrize("text", ["\n\n他说会谈结束。 \r\n\r\n再见\t\n", "　　他说会谈结束。\x0b"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_plain_text_is_taken_verbatim(text: str, codec: str) -> None:
    [document] = read_bytes(text.encode(codec))
    assert document.text == text == read_text(text).text


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"])))
def test_plain_text_round_trips_and_its_spans_hold(text: str) -> None:
    text = f"他说，会谈已结束。\n{text}\n分享\n"
    document = read_text(text)
    assert document.text == text
    assert all(text[span.start : span.end] == span.text for span in document.asides)
    assert all("\n" not in span.text and span.text.strip() for span in document.asides)
    if tell_format(text) == "text" and not text.startswith("\ufeff"):
        assert read_bytes(text.encode("utf-8"), name="") == (document,)


@given(st.binary(max_size=200))
def test_any_bytes_give_documents_or_errors(data: bytes) -> None:
    for found in read_each(data, where="here"):
        assert isinstance(found, Document | InputError)


@given(st.lists(st.sampled_from(
    ["<p>", "</p>", "<div>", "</div>", "<br>", "<h2>", "</h2>", "他说会谈结束。", "分享", "\n", " ",
     "<!--", "-->", "<figure>", "</b>", "&amp;", "<td>", "<", "Array", "28/01/2022"]
)))  # fmt: skip
def test_any_markup_gives_tidy_lines(pieces: list[str]) -> None:
    for start in ("<html>", "<!--1655280063500-->\n"):
        for found in read_each((start + "".join(pieces)).encode(), where="here"):
            assert isinstance(found, Document | InputError)
            if isinstance(found, Document):
                lines = found.text.split("\n")
                assert all(line == line.strip() and line for line in lines)
                assert {span.text for span in found.asides} <= set(lines)


# --- the format of the seed -------------------------------------------------------------


def test_the_seed(root: Path) -> None:
    [document] = read_path(root / "seeds", known=frozenset({"zh"}))
    assert document.title.startswith("美乌总统新年来二度通话")
    assert document.url.startswith("https://www.rfi.fr/cn/%E6%AC%A7")
    assert document.outlet == "法国国际广播电台"
    assert document.published == "2022-01-28T14:56"
    assert document.retrieved == "2022-01-28T15:45:02Z"
    assert document.lang == "zh"
    assert document.name == "000_422941471d0b9345"
    assert [span.text for span in document.asides] == [document.title]
    assert "Array" not in document.text


def test_the_seed_is_the_text_that_was_annotated(root: Path, shared: Path) -> None:
    gold = json.loads((shared / "gold" / "seed.json").read_text("utf-8"))["text"]
    [document] = read_path(root / "seeds")
    assert document.text == f"{document.title}\n{gold}"


def test_a_saved_page() -> None:
    document = read_page("saved_zh.txt")
    assert document.text.split("\n") == [
        "北方市与南方市签署供水协议（全文） 市长称“分歧仍在”",
        "北方市市长林远周三在签字仪式上说，供水协议将于七月生效。",
        "南方市议员何木则对条款提出异议，称“水价没有写清楚”。",
        "分歧仍在",
        "水务局发言人周青（Qing\xa0Zhou）表示，细则会在月底公布。",
        "她没有回答记者的其他提问。",
        "图为签字仪式现场。",
    ]
    assert [span.text for span in document.asides] == [
        document.title, "分歧仍在", "图为签字仪式现场。",
    ]  # fmt: skip
    assert document.url == "https://www.rfi.fr/cn/a_(b)-%E4%BE%9B%E6%B0%B4"
    assert (document.published, document.retrieved) == ("2022-06-15T09:41", "2022-06-15T08:01:03Z")


@pytest.mark.parametrize(
    ("body", "published"),
    [
        ("<div>28/01/2022 - 14:56</div><p>他说会谈结束。</p>", "2022-01-28T14:56"),
        ("<p>发布时间：2022-01-28 14:56</p><p>他说会谈结束。</p>", "2022-01-28T14:56"),
        ("<span>2022年1月28日 14:56</span><p>他说会谈结束。</p>", "2022-01-28T14:56"),
        ("<p><time datetime='2022-01-28T14:56:00+08:00'>昨天</time></p><p>他说会谈结束。</p>",
         "2022-01-28T14:56:00+08:00"),
        ("<p>他说会谈结束。</p>", ""),
        ("他说会谈结束。\n2022-01-28", "2022-01-28"),
    ],
)  # fmt: skip
def test_the_date_of_a_saved_page(body: str, published: str) -> None:
    [document] = read_bytes(f"[会谈](https://a.example)\n---\n{body}".encode())
    assert document.published == published
    assert document.text == "会谈\n他说会谈结束。"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("2022-01-28 14:56", "2022-01-28T14:56"),
        ("2022/1/28 14:56:07", "2022-01-28T14:56:07"),
        ("2022-01-28T14:56:00Z", "2022-01-28T14:56:00Z"),
        ("2022-01-28T14:56:00.000+0800", "2022-01-28T14:56:00+08:00"),
        ("2022年 1月 28日", "2022-01-28"),
        ("2022年1月28日 星期五 下午2:56", "2022-01-28T14:56"),
        ("發佈於 2022年1月28日14時56分", "2022-01-28T14:56"),
        ("03/04/2022", "2022-04-03"),
        ("01/28/2022", "2022-01-28"),
        ("28.01.2022", "2022-01-28"),
        ("28 January 2022 14:56 GMT", "2022-01-28T14:56Z"),
        ("Fri, 28 Jan 2022 14:56:00 GMT", "2022-01-28T14:56:00Z"),
        ("Published Jan. 28, 2022, 2:56 p.m.", "2022-01-28T14:56"),
        ("2022-13-01", ""),
        ("31/02/2022", ""),
        ("2022-01-28 25:00", ""),
        ("他在2022年1月28日说", ""),
        ("2022年1月28日的会谈", ""),
        ("9" * 500, ""),
    ],
)
def test_dates(line: str, date: str) -> None:
    assert parse_date(line) == date


# --- web pages --------------------------------------------------------------------------


def test_a_chinese_page() -> None:
    document = read_page("news_zh.html")
    lines = document.text.split("\n")
    assert lines[0] == document.title == "北方市议会通过限水令"
    assert lines[1].startswith("北方市议会周三") and lines[-1].endswith("对此作出回应。")
    assert len(lines) == 7
    assert [span.text for span in document.asides] == [document.title, "工商界反应不一"]
    assert document.url == "https://www.rfi.fr/cn/limit-water"
    assert document.outlet == "法国国际广播电台"
    assert document.published == "2022-06-15T09:41:00+02:00"
    assert document.retrieved == ""


def test_a_traditional_page() -> None:
    document = read_page("news_zh_hant.html")
    assert document.title == "港口工會宣布罷工"
    assert document.outlet == "中央通訊社"
    assert document.published == "2022-06-16T08:00:00+08:00"
    assert [span.text for span in document.asides] == [document.title, "（編輯：周青）1110616"]
    assert "首頁" not in document.text


def test_an_english_page() -> None:
    document = read_page("news_en.html")
    assert (document.lang, document.published) == ("en", "2022-06-15")
    assert document.title == "Northport council backs ferry plan"
    assert len(document.text.split("\n")) == 5
    assert "reserved" not in document.text


def test_an_old_page_of_table_cells_and_line_breaks() -> None:
    document = read_page("old_zh.html")
    assert document.published == "2022-06-17T10:05"
    assert [line[:5] for line in document.text.split("\n")] == [
        "北方市新桥", "北方市新桥", "市民何木告", "市政府发言",
    ]  # fmt: skip


@pytest.mark.parametrize("tag", ["div", "span", "blockquote", "font class='ads'"])
def test_a_page_nested_thousands_deep_is_read(tag: str) -> None:
    opened, closed = f"<{tag}>" * 5000, f"</{tag.partition(' ')[0]}>" * 5000
    html = f"<html>{opened}<p>{SHORT}</p>{closed}<p>{SHORT}</p>"
    [document] = read_bytes(html.encode())
    assert document.text.endswith(SHORT)


def test_a_page_nested_too_deep_is_refused() -> None:
    error = the_error(b"<html>" + b"<div>" * 150_000 + SHORT.encode())
    assert str(error) == (
        "here: its HTML is nested 150001 levels deep; save the article as plain text"
    )


# --- JSONL ------------------------------------------------------------------------------


def test_jsonl_goes_on_after_a_broken_line() -> None:
    first, broken, third, bare, array, last = read_documents([PAGES / "lines.jsonl"])
    assert isinstance(first, Document) and isinstance(third, Document)
    assert isinstance(last, Document)
    assert (first.name, first.title, first.outlet) == ("first", "水库见底", "英国广播公司")
    assert (third.name, third.lang, third.outlet) == ("lines-3", "zh", "北方报")
    assert (last.name, last.text) == ("7", "The mayor said it was not true.\r\nHe left.")
    assert [str(one).split("lines.jsonl, ")[1].split(";")[0] for one in (broken, bare, array)] == [
        "line 2: it is broken JSON at character 26 (Unterminated string starting at)",
        "line 5: it has no `text`",
        "line 6: it holds a JSON array, not an object",
    ]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{"text": 5}', "its `text` is a JSON number, not a string"),
        ('{"text": "他说会谈结束", "url": ["a"]}', "its `url` is a JSON array, not a string"),
        ('{"text": ""}', "there is no article in it"),
        ('{"text": "Le maire a dit que la ville est sûre"}', "it is in French (fr)"),
        (r'{"text": "他说会谈\ud800"}', "half of a character"),
        ('{"text": "他说会谈结束", "id": ' + "[" * 50_000, "nested too deep"),
        ('{"text": "他说会谈结束", "id": ' + "9" * 5_000 + "}", "too long a number"),
    ],
)
def test_a_wrong_line_is_told(line: str, says: str) -> None:
    good = '{"text": "他说会谈结束"}'
    data = f"{good}\n{line}\n{good}".encode()
    found = list(read_each(data, where="here", known=frozenset({"zh"})))
    assert len(found) == 3
    assert str(found[1]).startswith("here, line 2: ") and says in str(found[1])


def test_one_object_over_several_lines() -> None:
    [document] = read_bytes('{\n  "id": "x",\n  "text": "他说会谈结束。"\n}'.encode())
    assert document.name == "x"


# --- languages --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (SHORT, "zh"),
        (TO_TRADITIONAL(SHORT), "zh"),
        ("市长林远（Ada Northfield Smith）和 Tom Reed 说，会谈 talks 结束了", "zh"),
        ("在「優の良品」店內，市長說會談已經結束，大家都很高興", "zh"),
        ("The mayor said it was over, and 林远 agreed.", "en"),
        ("市長、辞任を表明", "ja"),
        ("시장은 회담이 끝났다고 말했다", "ko"),
        ("Мэр заявил, что переговоры завершены", "ru"),
        ("Мер заявив, що переговори завершені", "uk"),
        ("وقال الرئيس إن المحادثات انتهت", "ar"),
        ("رئیس جمهور گفت که گفتگوها پایان یافت", "fa"),
        ("Le maire a déclaré que la réunion est terminée", "fr"),
        ("Der Minister sagte, dass die Sitzung zu Ende ist", "de"),
        ("El presidente dijo que no es cierto y lo negó", "es"),
        ("Il sindaco ha detto che non è vero", "it"),
        ("O prefeito disse que não é verdade", "pt"),
        ("Thị trưởng nói rằng điều đó không đúng với những người", "vi"),
        ("נראה שהשיחות הסתיימו", "he"),
        ("qwrt zxcv bnmp", "und"),
        ("Officials blamed wind.", "en"),
        ("José Pérez told the café owners it was safe.", "en"),
        ("Ministers rejected the union's claim.", "en"),
        ("Bonjour Marie", "und"),
        ("2022", "und"),
    ],
)
def test_languages(text: str, code: str) -> None:
    assert detect_language(text) == code


def test_a_language_without_a_pack_is_named() -> None:
    data = "Le maire a déclaré que la réunion est terminée.".encode()
    error = the_error(data, known=frozenset({"zh", "en"}))
    assert isinstance(error, LanguageError)
    assert str(error) == (
        "here: it is in French (fr), which no language pack here knows; "
        "give an article in one of these: English (en), Chinese (zh)"
    )
    assert pickle.loads(pickle.dumps(error)).args == error.args


# --- leftovers --------------------------------------------------------------------------

TABLE = tomllib.loads(files("claims.lang").joinpath("zh", "page.toml").read_text("utf-8"))
EXAMPLES = [(one["kind"], line) for one in TABLE["leftover"] for line in one["examples"]]
LOOKALIKES = [line for one in TABLE["leftover"] for line in one.get("lookalikes", ())]


@pytest.mark.parametrize(("kind", "line"), EXAMPLES)
def test_a_leftover_is_known_in_both_scripts(kind: str, line: str) -> None:
    for written in (line, TO_TRADITIONAL(line), f"  {line} "):
        found = load_leftovers("zh").of(written)
        assert found and found.kind == kind


@pytest.mark.parametrize("line", LOOKALIKES)
def test_a_lookalike_belongs_to_the_article(line: str) -> None:
    assert load_leftovers("zh").of(line) is None
    assert load_leftovers("zh").of(TO_TRADITIONAL(line)) is None


def test_links_after_their_heading_are_asides_until_the_article_goes_on() -> None:
    text = "他说会谈结束。\n延伸閱讀\n南方市限水\n新水庫開工\n她则说，会谈没有结束。\n南方市限水"
    assert [span.text for span in find_asides(text, "zh")] == [
        "延伸閱讀", "南方市限水", "新水庫開工",
    ]  # fmt: skip


def test_a_language_without_a_list_has_no_leftovers() -> None:
    assert load_leftovers("xx").of("分享") is None
    assert load_leftovers("..").of("分享") is None


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ("[[leftover", "p.toml: not a TOML file"),
        ("leftover = 1", "p.toml: it must hold"),
        ("[[leftover]]\nkind = 'a'\npatterns = ['(']\nexamples = ['x']", "leftover 1: not a regul"),
        ("[[leftover]]\nkind = 'a'\npatterns = ['x']", "p.toml: leftover 1: examples"),
    ],
)
def test_a_malformed_list_is_told(toml: str, says: str) -> None:
    with pytest.raises(PackError) as caught:
        parse_leftovers(toml, "p.toml")
    assert says in str(caught.value)


# --- bad input --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "kind", "says"),
    [
        (b"", UnreadableError, "here: it is empty; give a file that holds an article"),
        (b" \n\t\r\n", UnreadableError, "here: it is empty; give"),
        ("\ufeff\n".encode("utf-16-le"), UnreadableError, "here: it is empty"),
        (b"%PDF-1.7\n", UnreadableError, "it is a PDF file, not text; give its text, or"),
        (b"\x89PNG\r\n\x1a\n\x00", UnreadableError, "it is a PNG image, not text; give"),
        (b"PK\x03\x04\x14\x00", UnreadableError, "a ZIP archive or an office document"),
        (b"\x1f\x8b\x08\x00", UnreadableError, "it is a gzip file, not text; unpack it first"),
        (b"\x7fELF\x02\x01", UnreadableError, "it is a program, not text; give a text, HTML"),
        (bytes(range(32)) * 9, UnreadableError, "it is binary, not text"),
        (b"abc\x00\x01\x02\x03" * 9, UnreadableError, "it is binary, not text"),
        (b"\xff\x80\x81\xfe\xff" * 9, UnreadableError, "cannot be read in any known charset"),
        (b"2022-01-28 14:56", NoArticleError, "there is no article in it"),
        (b"<html><body><nav>x</nav></body></html>", NoArticleError, "there is no article in it"),
        ("<p>分享</p><p>微信 微博</p>".encode(), NoArticleError, "there is no article in it"),
        (b"<!--1655280063500-->\n[a](b)\n---\n", NoArticleError, "there is no article in it"),
    ],
)
def test_bytes_that_are_no_article(data: bytes, kind: type[InputError], says: str) -> None:
    error = the_error(data)
    assert type(error) is kind
    assert str(error).startswith("here: ") and says in str(error)


def test_a_page_without_paragraphs() -> None:
    with pytest.raises(NoArticleError):
        read_page("gallery.html")


def test_letters_that_look_like_a_mark_of_a_binary_file_may_begin_a_text() -> None:
    [document] = read_bytes(b"BZh is what the mayor said it was, and RIFF is not.")
    assert document.lang == "en"


def messages(paths: list[str | Path], **options: object) -> list[str]:
    return [str(one) for one in read_documents(paths, **options)]  # type: ignore[arg-type]


def test_folders_are_walked_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/10.html", "a.txt", "c", ".hidden", "b/.x/y.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(SHORT, "utf-8")
    (tmp_path / "b" / "empty").mkdir()
    found = list(find_inputs([tmp_path]))
    assert found == [Input(tmp_path / name) for name in ("a.txt", "b/10.html", "b/2.txt", "c")]
    assert [one.name for one in found if isinstance(one, Input)] == ["a", "10", "2", "c"]


def test_what_lies_beside_articles_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    for name in ("a.py", "b.JS", "c.css", "d.toml", "e.lock", "f.model", "g.txt", "h.js.txt"):
        (tmp_path / name).write_text(SHORT, "utf-8")
    (tmp_path / "shot.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7\n")
    (tmp_path / "folder.js").mkdir()
    (tmp_path / "folder.js" / "i").write_text(SHORT, "utf-8")
    kept = ("folder.js/i", "g.txt", "h.js.txt", "scan.pdf")
    assert list(find_inputs([tmp_path])) == [Input(tmp_path / name) for name in kept]
    given = [tmp_path / "a.py", tmp_path / "shot.png"]
    assert list(find_inputs(given)) == [Input(path) for path in given]


def test_a_folder_of_nothing_but_source_code(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(SHORT, "utf-8")
    [said] = messages([tmp_path])
    assert said.endswith("the folder holds no files to read; give a folder with articles")


def test_an_empty_path_is_not_the_current_folder() -> None:
    assert messages([""]) == ["(no path): the path is empty; give a file, a folder or -"]


@pytest.mark.parametrize("magic", [magic for magic, _, _ in MAGIC])
def test_every_kind_of_binary_file_is_told_with_advice(magic: bytes) -> None:
    assert the_error(magic + b"\x00" * 40).advice


def test_a_bad_input_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_bytes(b"")
    (tmp_path / "2.txt").write_text(SHORT, "utf-8")
    first, second, third = read_documents([tmp_path, tmp_path / "no"])
    assert isinstance(first, UnreadableError) and isinstance(third, NoInputError)
    assert isinstance(second, Document) and second.name == "2"


def test_documents_are_read_only_when_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "1.txt"
    path.write_text(SHORT, "utf-8")
    found = read_documents([path, tmp_path / "2.txt"])
    assert isinstance(next(found), Document)
    (tmp_path / "2.txt").write_text(SHORT, "utf-8")
    assert isinstance(next(found), Document)


def test_standard_input() -> None:
    [document] = read_documents(["-"], stdin=io.BytesIO(SHORT.encode("gbk")))
    assert isinstance(document, Document)
    assert (document.name, document.text) == ("stdin", SHORT)
    assert messages(["-"], stdin=io.BytesIO(b"")) == [
        "standard input: it is empty; give a file that holds an article"
    ]


def test_an_input_that_is_too_large_is_not_read_whole(tmp_path: Path) -> None:
    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            assert 0 < size < 1000
            return b"x" * size

    path = tmp_path / "large.txt"
    path.write_text(SHORT * 99, "utf-8")
    says = "it is larger than 100 bytes; split it, or raise --max-bytes"
    assert messages([path], max_bytes=100) == [f"{path}: {says}"]
    assert messages(["-"], max_bytes=100, stdin=Endless()) == [f"standard input: {says}"]


def test_paths_that_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / ".hidden").touch()
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        here = os.getcwd()
        os.chdir(tmp_path)  # a socket's path may not be long
        try:
            server.bind("socket")
        finally:
            os.chdir(here)
        for name, says in {
            "gone": "there is no such file; check the path",
            "folder": "the folder holds no files to read; give a folder with articles",
            "nowhere": "it is a link to a file that is not there; mend the link",
            "loop": "it is a link that leads back to itself; mend the link",
            "pipe": "it is a pipe, socket or device, not a file; give a file, or send it to "
            "standard input and give -",
            "socket": "it is a pipe, socket or device, not a file; give a file, or send it to "
            "standard input and give -",
        }.items():
            assert messages([tmp_path / name]) == [f"{tmp_path / name}: {says}"]
    assert messages(["a\0b"])[0].endswith("this is no possible path; check the path")
    assert "cannot be read" in messages(["x" * 5000])[0]


def test_a_folder_that_links_to_itself_is_walked_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SHORT, "utf-8")
    (tmp_path / "up").symlink_to(tmp_path)
    assert list(find_inputs([tmp_path])) == [Input(tmp_path / "a.txt")]


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, mode: str = "r") -> None:
        raise PermissionError(13, "Permission denied", str(self))

    path = tmp_path / "a.txt"
    path.write_text(SHORT, "utf-8")
    monkeypatch.setattr(Path, "open", refuse)
    assert messages([tmp_path]) == [f"{path}: you may not read it; change its permissions"]


def test_a_folder_that_may_not_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> list[str]:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "listdir", refuse)
    assert messages([tmp_path]) == [f"{tmp_path}: you may not read it; change its permissions"]


def test_a_file_name_that_is_no_text_can_be_printed(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/\xff\xfe.txt"
    try:
        Path(os.fsdecode(raw)).write_text(SHORT, "utf-8")
    except OSError:
        pytest.skip("this file system takes no such names")
    [document] = read_path(tmp_path)
    assert document.name == "\ufffd\ufffd"
    assert document.model_dump_json()


# --- the room itself --------------------------------------------------------------------


def test_reading_plain_text_imports_no_parser() -> None:
    code = (
        "import sys; from claims.read import read_bytes;"
        f"read_bytes({SHORT.encode()!r});"
        "print(*{'bs4', 'lxml', 'trafilatura', 'readability', 'charset_normalizer'}"
        " & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_a_document_is_the_same_every_time() -> None:
    once, twice = (list(read_documents([PAGES])) for _ in range(2))
    assert [str(one) for one in once] == [str(one) for one in twice]


# ---------------------------------------------------------------- what the first lines tell
REPORT = "市长林文昭说，大桥已经修好，明天上午恢复通行。"


@pytest.mark.parametrize(
    ("opening", "outlet"),
    [
        ("（中央社北岭13日综合外电报导）", "中央通讯社"),
        ("【共同社2月3日电】", "共同社"),
        ("路透香港4月1日 - ", "路透社"),
        ("新华社北岭3月5日电（记者李明远）", "新华社"),
        ("（德国之声中文网）", "德国之声"),
        ("（中通社岛城13日电）", "中通社"),
        ("【本报讯】", ""),
        ("", ""),
    ],
)
def test_an_opening_tells_the_outlet_of_a_text_that_has_no_other(opening: str, outlet: str) -> None:
    document = read_text(opening + REPORT)
    assert (document.outlet, document.published) == (outlet, "")


def test_an_opening_is_in_the_script_of_its_text() -> None:
    text = "（中央社北嶺13日綜合外電報導）市長林文昭說，大橋已經修好，明天上午恢復通行。"
    assert read_text(text).outlet == "中央通訊社"


def test_a_moment_on_a_line_of_its_own_is_the_day_of_the_article() -> None:
    text = f"大桥修好了\n2030-03-29 14:56\n【共同社3月29日电】{REPORT}"
    assert read_text(text).published == "2030-03-29T14:56"


def test_the_year_of_an_opening_is_the_last_before_the_page_was_fetched() -> None:
    told = [
        read_opening(f"{opening}{REPORT}", "zh", "2030-02-10T08:00:00Z").published
        for opening in ("【共同社2月3日电】", "【共同社3月3日电】", "（中通社岛城13日电）")
    ]
    assert told == ["2030-02-03", "2029-03-03", "2030-01-13"]


def test_what_the_page_says_of_itself_counts_more_than_an_opening() -> None:
    page = (
        "<html><head><meta property='og:site_name' content='法广'>"
        "<meta property='article:published_time' content='2030-02-04'></head><body><article>"
        f"<p>【共同社2月3日电】{REPORT}</p></article></body></html>"
    )
    [document] = read_bytes(page.encode())
    assert (document.outlet, document.published) == ("法国国际广播电台", "2030-02-04")


@pytest.mark.parametrize(
    "text",
    [
        "José Pérez said the bridge was safe.",
        "Jürgen Müller paid £5m for the café, « he said ».",
        '<html><head><meta charset="utf-8"></head><body><p>Renée Müller left.</p></body></html>',
    ],
)
def test_accents_in_utf8_stay(text: str) -> None:
    assert decode_text(text.encode(), where="a.txt") == text


HEADED = [
    ("Bridge to stay closed\n\nThe bridge is closed, the mayor said.", "Bridge to stay closed"),
    ("大桥继续封闭\n市长说，大桥已经封闭。", "大桥继续封闭"),
    ("The bridge is closed, the mayor said.\nNobody was hurt.", ""),
    ("From Chairwoman Ines Falk:\n“We will appeal.”", ""),
    ("One\nTwo\nThree", ""),
    ("Mayor denies bridge is unsafe", ""),
    ("\n\n", ""),
]


@pytest.mark.parametrize(("text", "headline"), HEADED)
def test_a_headline_is_set_off_from_what_it_heads(text: str, headline: str) -> None:
    found = find_headline(text)
    assert (found.text if found else "") == headline


def test_a_headline_is_the_title_and_says_nothing() -> None:
    document = read_text(HEADED[0][0])
    assert document.title == HEADED[0][1]
    assert [aside.text for aside in document.asides] == [HEADED[0][1]]

"""The outlet table: hosts, names, and what a malformed table says."""

from __future__ import annotations

import re

import pytest

from claims.errors import PackError
from claims.lang.outlets import load_outlets, outlet_of_host, outlets_named, parse_outlets

ROW = """
[[outlet]]
id = "north"
name = { zh-Hans = "北方报", zh-Hant = "北方報", en = "Northern Post" }
aliases = ["北报"]
hosts = ["north.example"]
"""


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://www.rfi.fr/cn/%E6%AC%A7%E6%B4%B2/x", "rfi"),
        ("rfi.fr", "rfi"),
        ("RFI.FR.", "rfi"),
        ("//www.bbc.com/zhongwen/simp", "bbc"),
        ("https://www.bbc.co.uk:443/news", "bbc"),
        ("https://user@cn.nytimes.com/a?u=rfi.fr", "nyt"),
        ("https://abcnews.go.com/a", "abc-us"),
        ("https://www.abc.net.au/news", "abc-au"),
        ("https://www.cna.com.tw/news/1.aspx", "cna-taiwan"),
        ("https://www.channelnewsasia.com/world", "channel-newsasia"),
        ("https://news.sky.com/story", "sky-news"),
        ("https://zh.cn.nikkei.com/", "nikkei"),
        ("https://notrfi.fr/", None),
        ("https://rfi.fr.example.org/", None),
        ("https://example.org/rfi.fr", None),
        ("http://[broken/", None),
        ("com", None),
        ("", None),
    ],
)
def test_outlet_of_host(url: str, found: str | None) -> None:
    outlet = outlet_of_host(url)
    assert (outlet.id if outlet else None) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("法广", ["rfi"]),
        ("法廣", ["rfi"]),
        ("reuters", ["reuters"]),
        ("美国之音", ["voa"]),
        ("央视", ["cctv"]),
        ("国会山报", ["the-hill"]),
        ("CNA", ["cna-taiwan", "channel-newsasia"]),
        ("ABC", ["abc-us", "abc-au"]),
        ("没有这家报纸", []),
    ],
)
def test_outlets_named(name: str, found: list[str]) -> None:
    assert [outlet.id for outlet in outlets_named(name)] == found


def test_every_outlet_is_found_by_its_own_hosts_and_names() -> None:
    for outlet in load_outlets():
        assert all(outlet_of_host(f"https://www.{host}/x") == outlet for host in outlet.hosts)
        assert all(outlet in outlets_named(name) for name in outlet.names)


def test_the_table_is_tidy() -> None:
    outlets = load_outlets()
    assert len(outlets) >= 120
    for outlet in outlets:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", outlet.id), outlet.id
        assert all(re.fullmatch(r"[a-z0-9.-]+\.[a-z]+", host) for host in outlet.hosts), outlet.id
        assert len(set(outlet.names[3:])) == len(outlet.aliases), outlet.id


def test_full_names_tell_outlets_apart() -> None:
    for pick in ("hans", "hant", "en"):
        names = [getattr(outlet.name, pick) for outlet in load_outlets()]
        assert len(set(names)) == len(names), [n for n in names if names.count(n) > 1]


def test_the_traditional_name_is_the_simplified_one_or_a_local_one() -> None:
    import opencc

    fold = opencc.OpenCC("t2s").convert
    local = {"fox-news"}
    wrong = [o.id for o in load_outlets() if fold(o.name.hant) != fold(o.name.hans)]
    assert set(wrong) <= local


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ("[[outlet", "t.toml: not a TOML file"),
        ("x = 1", "t.toml: it must hold [[outlet]] entries"),
        (ROW + "typo = 1\n", "t.toml: outlet 1 (north): typo"),
        (ROW.replace('hosts = ["north.example"]', "hosts = []"), "outlet 1 (north): hosts"),
        (ROW.replace('zh-Hant = "北方報", ', ""), "outlet 1 (north): name.zh-Hant"),
        (ROW.replace('id = "north"\n', ""), "t.toml: outlet 1: id"),
        (ROW + ROW, "t.toml: id north of north also belongs to north"),
        (ROW + ROW.replace('"north"', '"south"'), "host north.example of south also belongs"),
        ("outlet = [1]", "t.toml: outlet 1"),
    ],
)
def test_a_malformed_table_is_told_by_file_and_entry(toml: str, says: str) -> None:
    with pytest.raises(PackError, match=re.escape(says)):
        parse_outlets(toml, "t.toml")

"""The cost of relating claims beside that of finding and resolving; printed, never asserted.

make bench ARGS="-k relate"
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import TypeVar

import pytest

from claims.find import find_attributions
from claims.find.page import words_of
from claims.lang import load_language
from claims.model import Document
from claims.read import read_documents
from claims.relate import relate_claims
from claims.resolve import resolve_speakers
from claims.track import make_dossier

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
SIZES = (3_000, 10_000, 30_000, 100_000)
T = TypeVar("T")

# Speakers and matters by turns, so that no two paragraphs are the same.
FAMILIES, GIVEN = "骆魏盛蒋顾薛费叶韩杨秦许何吕施张孔曹严华", "文思若长景怀予子墨瑾宁川齐兰亭明远秋"
NAMES = ["".join(name) for name in product(FAMILIES, GIVEN, GIVEN)]
PLACES = [
    f"{side}{thing}"
    for side in ("城北", "城南", "海港", "山城")
    for thing in ("大桥", "隧道", "码头")
]
OWN = (
    "区长{name}说，{place}已经封闭，{count}人受伤，但公交照常行驶。"
    "工程师{other}告诉《山城日报》，{place}没有封闭，伤者有{more}人。"
    "承包商否认这一说法，并指责{other}造谣。"
    "一名官员称，{place}几乎肯定会重建。{name}说，{place}可能重建。"
)


def seeds(size: int) -> str:
    """The seed article again and again."""
    [document] = read_documents([SEEDS])
    assert isinstance(document, Document)
    return (document.text + "\n") * (size // len(document.text) + 1)


def own(size: int) -> str:
    """Paragraphs of claims that dispute each other, with names and places by turns."""
    return "".join(_paragraphs(size))


def _paragraphs(size: int) -> Iterator[str]:
    length, turn = 0, 0
    while length < size:
        text = OWN.format(
            name=NAMES[361 * turn % 32],
            other=NAMES[(5 * turn + 3) % 32],
            place=PLACES[turn % len(PLACES)],
            count=turn + 2,
            more=turn + 9,
        )
        yield text + "\n"
        length, turn = length + len(text) + 1, turn + 1


def many(size: int) -> str:
    """Paragraphs in each of which somebody new is denied."""
    line = "区长{name}说，第{turn}号大桥已经封闭。承包商否认{name}的说法。\n"
    names = (NAMES[(7 * turn) % len(NAMES)] for turn in range(size // 32 + 1))
    return "".join(line.format(name=name, turn=turn) for turn, name in enumerate(names))


def timed(step: Callable[[], T]) -> tuple[T, float]:
    begun = time.perf_counter()
    return step(), time.perf_counter() - begun


def measure(text: str) -> tuple[float, float, int, int, int]:
    """Seconds to find and resolve, seconds to relate; attributions, claims and relations."""
    language, document = load_language("zh"), Document.of(text, lang="zh")
    findings, finding = timed(lambda: find_attributions(document, language))
    (speakers, found), resolving = timed(lambda: resolve_speakers(document, language, findings))
    words = words_of(language.fold(text), language)
    (claims, relations), relating = timed(
        lambda: relate_claims(document, language, words, speakers, found)
    )
    return finding + resolving, relating, len(found), len(claims), len(relations)


@pytest.mark.bench
@pytest.mark.parametrize("make", [seeds, own, many], ids=["seeds", "own", "many"])
def test_relating(make: Callable[[int], str]) -> None:
    """`share` is the time to relate beside that to find and resolve: 1 is as long again."""
    make_dossier(Document.of("外长说，会谈已经结束。", lang="zh"))
    heads = ("characters", "found", "claims", "relations", "find s", "relate s", "share", "chars/s")
    print(f"\n\n{(make.__doc__ or '').splitlines()[0]}")
    print("".join(f"{head:>12}" for head in heads))
    for size in SIZES:
        text = make(size)
        before, spent, found, claims, relations = measure(text)
        cells = (len(text), found, claims, relations, f"{before:.2f}", f"{spent:.2f}")
        share = (f"{spent / before:.2f}", f"{len(text) / spent:.0f}")
        print("".join(f"{cell:>12}" for cell in (*cells, *share)))

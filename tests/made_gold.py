"""Gold articles made for the tests, dossiers that have them right, and a spoiler of those."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from typing import Any

Row = dict[str, Any]

FERRY = (
    "渡轮公司周二发表声明说，船长何远重申，南线航班周三恢复，票价不会上涨。\n"
    "何远敦促乘客提前到港，并警告风浪可能很大。\n"
    "一名港口官员对此予以否认。该官员说，南线航班周三不会恢复。\n"
    "“我们只能等，”渔民石磊说，“谁也不知道要等几天。”\n"
    "据悉，北线照常。\n"
)
BRIDGE = (
    "市政厅发言人白露表示，新桥已经安全。工程师协会反驳说，新桥并不安全。\n"
    "协会还希望市政厅公布数据。白露没有说数据何时公布。\n"
)


def at(text: str, words: str, nth: int = 0) -> Row:
    """The span of the nth occurrence of some words."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return {"start": start, "end": start + len(words), "text": words}


def said(text: str, id: str, speaker: str | None, *spans: Row | None, **more: Any) -> Row:
    """A gold attribution from source, cue and content spans."""
    source, cue, *content = spans
    row = {"id": id, "speaker": speaker, "source": source, "cue": cue, "content": content}
    more.setdefault("chain", [speaker] if speaker else [])
    return row | {"quote": "indirect", "negated": False, "parent": None, "optional": False} | more


def who(id: str, name: str, *aliases: str, anonymous: bool = False) -> Row:
    return {
        "id": id, "name": name, "kind": "person", "aliases": [*aliases], "anonymous": anonymous,
    }  # fmt: skip


def claim(id: str, attribution: str, span: Row, certainty: str = "certain", **more: Any) -> Row:
    row = {"id": id, "attribution": attribution, "span": span, "certainty": certainty}
    return row | {"negated": False, "conditional": False, "optional": False} | more


def ferry() -> Row:
    t = FERRY
    inner = at(t, "南线航班周三恢复，票价不会上涨")
    return {
        "id": "ferry",
        "lang": "zh",
        "text": t,
        "entities": [
            who("CO", "渡轮公司"),
            who("HE", "何远", "船长何远"),
            who("OFF", "港口官员", "一名港口官员", anonymous=True),
            who("SHI", "石磊", "渔民石磊"),
        ],
        "attributions": [
            said(t, "F1", "CO", at(t, "渡轮公司"), at(t, "说"),
                 at(t, "船长何远重申，南线航班周三恢复，票价不会上涨"),
                 source_alternatives=[at(t, "渡轮公司周二发表声明")]),
            said(t, "F2", "HE", at(t, "船长何远"), at(t, "重申"), inner, parent="F1",
                 chain=["CO", "HE"], chain_alternatives=[["HE"]]),
            said(t, "F3", "HE", at(t, "何远", 1), at(t, "敦促"), at(t, "提前到港")),
            said(t, "F4", "HE", None, at(t, "警告"), at(t, "风浪可能很大"), optional=True),
            said(t, "F5", "OFF", at(t, "一名港口官员"), at(t, "否认")),
            said(t, "F6", "OFF", at(t, "该官员"), at(t, "说", 1), at(t, "南线航班周三不会恢复")),
            said(t, "F7", "SHI", at(t, "渔民石磊"), at(t, "说", 2), at(t, "我们只能等"),
                 at(t, "谁也不知道要等几天")),
            said(t, "F8", None, None, at(t, "据悉"), at(t, "北线照常")),
        ],
        "claims": [
            claim("F2.c1", "F2", at(t, "南线航班周三恢复")),
            claim("F2.c2", "F2", at(t, "票价不会上涨"), negated=True),
            claim("F3.c1", "F3", at(t, "提前到港"), "obligation", optional=True),
            claim("F4.c1", "F4", at(t, "风浪可能很大"), "possible"),
            claim("F6.c1", "F6", at(t, "南线航班周三不会恢复"), negated=True),
        ],
        "relations": [
            {"kind": "disputes", "from": "F5", "to": ["F2", "F1"], "core": ["F2"],
             "strength": "strong"},
            {"kind": "contradicts", "from": "F6", "to": ["F2"], "strength": "strong"},
            {"kind": "contradicts", "from": "F7", "to": ["F3"], "strength": "weak"},
        ],
    }  # fmt: skip


def bridge() -> Row:
    t = BRIDGE
    return {
        "id": "bridge",
        "lang": "zh",
        "text": t,
        "entities": [
            who("BAI", "白露", "市政厅发言人白露"),
            who("ENG", "工程师协会", "协会"),
            who("CITY", "市政厅"),
        ],
        "attributions": [
            said(t, "B1", "BAI", at(t, "市政厅发言人白露"), at(t, "表示"), at(t, "新桥已经安全")),
            said(t, "B2", "ENG", at(t, "工程师协会"), at(t, "反驳说"), at(t, "新桥并不安全")),
            said(t, "B3", "ENG", at(t, "协会", 1), at(t, "希望"), at(t, "市政厅公布数据")),
            said(t, "B4", "BAI", at(t, "白露", 1), at(t, "说", 1), at(t, "数据何时公布"),
                 negated=True),
        ],
        "claims": [],
        "relations": [
            {"kind": "disputes", "from": "B2", "to": ["B1"], "strength": "strong"},
            {"kind": "disputes", "from": "B4", "to": ["B3"], "strength": "weak", "optional": True},
            {"kind": "contradicts", "from": "B2", "to": ["B1"], "strength": "strong"},
        ],
    }  # fmt: skip


def corpus() -> list[Row]:
    """Rows with spans only, one of them with source and cue as one."""

    def pair(text: str, words: str, nth: int = 0) -> list[list[int]]:
        span = at(text, words, nth)
        return [[span["start"], span["end"]]]

    first = "研究员郁青指出，潮位正在下降。渔会则称，水位没有变化。"
    second = "村长说，桥要修两年。"
    return [
        {"id": "tide", "lang": "zh", "text": first, "attributions": [
            {"source": pair(first, "研究员郁青"), "cue": pair(first, "指出"),
             "content": pair(first, "潮位正在下降")},
            {"source": pair(first, "渔会"), "cue": pair(first, "称"),
             "content": pair(first, "水位没有变化")},
            {"source": pair(first, "渔会"), "cue": pair(first, "称"), "content": []},
        ]},
        {"id": "village", "lang": "zh", "text": second, "attributions": [
            {"src_cue": pair(second, "村长说"), "content": pair(second, "桥要修两年")},
        ]},
    ]  # fmt: skip


def answer(gold: Row, text: str | None = None) -> Row:
    """The dossier that has all of a gold article right, in another text of it if one is given."""
    text = text or gold["text"]
    moved = shift(gold["text"], text)

    def move(span: Row) -> Row:
        start = moved[span["start"]]
        return {"start": start, "end": start + len(span["text"]), "text": span["text"]}

    return {
        "schema": 1,
        "document": {"id": "d", "lang": "zh", "text": text},
        "speakers": [{**one, "id": f"d:{one['id']}"} for one in gold["entities"]],
        "attributions": [
            {
                "id": f"d:{one['id']}",
                "speaker": one["speaker"] and f"d:{one['speaker']}",
                "source": one["source"] and move(one["source"]),
                "cue": one["cue"] and move(one["cue"]),
                "content": [move(span) for span in one["content"]],
                "negated": one["negated"],
                "chain": [f"d:{id}" for id in one["chain"]],
            }
            for one in gold["attributions"]
        ],
        "claims": [
            {
                "id": f"d:{one['id']}",
                "attribution": f"d:{one['attribution']}",
                "span": move(one["span"]),
                "certainty": one["certainty"],
                "negated": one["negated"],
            }
            for one in gold["claims"]
        ],
        "relations": [
            {
                "id": f"d:r{number}",
                "kind": one["kind"],
                "from": f"d:{one['from']}",
                "to": [f"d:{id}" for id in one.get("core") or one["to"]],
                "basis": "stated",
            }
            for number, one in enumerate(gold["relations"])
        ],
    }


def shift(gold: str, text: str) -> dict[int, int]:
    """Where each character of the gold text stands in a text that has more paragraphs."""
    out, base, start = {}, 0, 0
    for line in gold.split("\n"):
        start = text.index(line, start)
        out.update({base + n: start + n for n in range(len(line))})
        base, start = base + len(line) + 1, start + len(line)
    return out


class Spoiler:
    """Turns right dossiers into wrong ones, the same way for the same seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def often(self, share: float) -> bool:
        return self.chance.random() < share

    def some(self, rows: Iterable[Row], share: float = 0.85) -> Iterator[Row]:
        return (row for row in rows if self.often(share))

    def nudge(self, span: Row, text: str) -> Row:
        start = max(0, span["start"] + self.chance.choice([0, 0, 0, -2, -1, 1, 2]))
        end = min(len(text), max(start, span["end"] + self.chance.choice([0, 0, 0, -2, -1, 1, 3])))
        return {"start": start, "end": end, "text": text[start:end]}

    def spoil(self, dossier: Row) -> Row:
        text = dossier["document"]["text"]
        ids = [one["id"] for one in dossier["speakers"]]
        names = {id: self.chance.choice(ids) if self.often(0.15) else id for id in ids}
        attributions = list(self.some(dossier["attributions"]))
        for one in attributions:
            one["speaker"] = names.get(one["speaker"]) if self.often(0.85) else None
            one["chain"] = [names[id] for id in one["chain"] if self.often(0.9)]
            one["source"] = one["source"] and self.nudge(one["source"], text)
            one["cue"] = self.nudge(one["cue"], text) if self.often(0.9) else None
            one["content"] = [self.nudge(span, text) for span in one["content"]]
            one["negated"] ^= self.often(0.1)
        claims = [
            {**one, "span": self.nudge(one["span"], text), "negated": self.often(0.3)}
            for one in self.some(dossier["claims"])
        ]
        speakers = [
            {**one, "aliases": one["aliases"][:1], "anonymous": self.often(0.3)}
            for one in dossier["speakers"]
        ]
        relations = [*self.some(dossier["relations"]), *self.invent(attributions, claims)]
        return dossier | {
            "speakers": speakers, "attributions": attributions, "claims": claims,
            "relations": relations,
        }  # fmt: skip

    def invent(self, attributions: list[Row], claims: list[Row]) -> Iterator[Row]:
        ends = [one["id"] for one in [*attributions, *claims]] + ["d:nowhere"]
        for number in range(self.chance.randrange(3)):
            kind = self.chance.choice(["disputes", "contradicts"])
            pair = {"from": self.chance.choice(ends), "to": self.chance.choices(ends, k=2)}
            yield {"id": f"x{number}", "kind": kind, "basis": "inferred", **pair}


def corpus_answer(row: Row) -> Row:
    """The dossier of a row with spans only."""

    def span(pairs: list[list[int]] | None) -> Row | None:
        start, end = pairs[0] if pairs else (0, 0)
        return {"start": start, "end": end, "text": row["text"][start:end]} if pairs else None

    found = [
        {"id": f"d:{n}", "speaker": None, "source": span(one.get("source")), "negated": False,
         "cue": span(one.get("cue") or one.get("src_cue")), "chain": [],
         "content": [span(one["content"])] if one["content"] else []}
        for n, one in enumerate(row["attributions"])
    ]  # fmt: skip
    return {
        "schema": 1, "document": {"id": "d", "lang": "zh", "text": row["text"]},
        "speakers": [{"id": "d:s", "name": "某某", "aliases": []}], "attributions": found,
        "claims": [], "relations": [],
    }  # fmt: skip

"""Small dossiers made by hand, for the tests of what is asked of them and drawn from them.

All people and places are invented. A draft takes words and finds their offsets:

    draft = Draft("林海说，航道周五复航。")
    lin = draft.speaker("林海")
    draft.says(lin, "林海", "说", "航道周五复航")
    draft.dossier()
"""

from __future__ import annotations

from typing import Any

from claims.model import (  # fmt: skip
    Addressee,
    Attribution,
    Claim,
    Difference,
    Document,
    Dossier,
    Relation,
    SaidAt,
    Span,
    Speaker,
)


class Draft:
    """A dossier in the making; every method gives the id of what it adds."""

    def __init__(self, text: str, **facts: str) -> None:
        self.document = Document.of(text, **{"lang": "zh", **facts})
        self.speakers: list[Speaker] = []
        self.attributions: list[Attribution] = []
        self.claims: list[Claim] = []
        self.relations: list[Relation] = []

    def span(self, words: str, after: int = 0) -> Span:
        """The first place of the words at or after an offset."""
        start = self.document.text.index(words, after)
        return Span(start=start, end=start + len(words), text=words)

    def speaker(self, name: str, *mentions: str, **facts: Any) -> str:
        id = f"{self.document.id}:s{len(self.speakers) + 1}"
        places = tuple(self.span(words) for words in mentions)
        self.speakers.append(Speaker(id=id, name=name, mentions=places, **facts))
        return id

    def says(
        self,
        speaker: str | None,
        source: str | None,
        cue: str | None,
        *content: str,
        within: str | None = None,
        **facts: Any,
    ) -> str:
        """One attribution; all its words are looked for from the first ones of it on."""
        told = [words for words in (source, cue, *content) if words]
        start = facts.pop("after", min(self.document.text.index(words) for words in told[:1]))
        outer = next((one for one in self.attributions if one.id == within), None)
        chain = (*(outer.chain if outer else ()), *([speaker] if speaker else ()))
        id = f"{self.document.id}:a{len(self.attributions) + 1}"
        if addressee := facts.pop("addressee", None):
            facts["addressee"] = Addressee(text=addressee, speaker=facts.pop("to", None))
        if said_at := facts.pop("said_at", None):
            words, value = said_at
            facts["said_at"] = SaidAt(**self.span(words, start).model_dump(), value=value)
        one = Attribution(
            id=id,
            speaker=speaker,
            source=self.span(source, start) if source else None,
            cue=self.span(cue, start) if cue else None,
            content=tuple(self.span(words, start) for words in content),
            within=within,
            **{"chain": chain, **facts},
        )
        self.attributions.append(one)
        return id

    def claim(self, attribution: str, words: str, **facts: Any) -> str:
        id = f"{self.document.id}:c{len(self.claims) + 1}"
        outer = next(one for one in self.attributions if one.id == attribution)
        start = outer.content[0].start if outer.content else 0
        span = self.span(words, start)
        self.claims.append(Claim(id=id, attribution=attribution, span=span, **facts))
        return id

    def relates(self, kind: str, origin: str, *to: str, **facts: Any) -> str:
        """A relation; `cue` and `target` are words, `difference` is (kind, first, second)."""
        id = f"{self.document.id}:r{len(self.relations) + 1}"
        for name in ("cue", "target"):
            if words := facts.pop(name, None):
                facts[name] = self.span(words)
        if difference := facts.pop("difference", None):
            name, first, second = difference
            facts["difference"] = Difference(kind=name, first=first, second=second)
        basis = "inferred" if kind == "contradicts" else "stated"
        row = {"id": id, "kind": kind, "from": origin, "to": to, "basis": basis, **facts}
        self.relations.append(Relation.model_validate(row))
        return id

    def dossier(self) -> Dossier:
        return Dossier(
            document=self.document,
            speakers=tuple(self.speakers),
            attributions=tuple(self.attributions),
            claims=tuple(self.claims),
            relations=tuple(self.relations),
        )


HARBOUR = (
    "东港日报记者石磊8日在微博上援引一名海事官员的话称，港务局长林海告诉他，"
    "“航道几乎肯定要停航一个月”。\n"
    "据海潮社报道，这名官员说，周三的会谈“进行得并不顺利”。\n"
    "港务局发言人何敏否认了该官员的说法，并说林海只提到停航有明显的可能。\n"
    "林海的秘书也对官员对会谈的描述提出异议。何敏告诉海潮社，会谈富有成效。\n"
    "渔会主席周岚说，停航会让渔民损失三成收入。渔业局则称，损失不到一成。\n"
    "据悉，复航的日期还没有定。警告说，有人在散布谣言。\n"
)


def harbour() -> Dossier:
    """Two disputes against an unnamed official relayed twice, and a dispute over figures.

    Also: an elided source, a saying by no one named, an unresolved speaker, a denial without a
    content, a claim that is negated, one that two routes repeat.
    """
    draft = Draft(
        HARBOUR,
        title="东港停航风波",
        outlet="东港日报",
        url="https://example.org/harbour",
        published="2030-03-08",
        name="harbour",
    )
    shi = draft.speaker("石磊", "东港日报记者石磊", kind="person", role="记者")
    official = draft.speaker(
        "一名海事官员", "一名海事官员", "这名官员", anonymous=True, what="official",
        aliases=("这名官员", "该官员"),
    )  # fmt: skip
    lin = draft.speaker("林海", "港务局长林海", kind="person", role="局长")
    port = draft.speaker("港务局", kind="government", aliases=("港务局方面",))
    he = draft.speaker(
        "何敏", "港务局发言人何敏", kind="person", role="发言人", affiliation=port,
        aliases=("港务局发言人何敏",),
    )  # fmt: skip
    tide = draft.speaker("海潮社", "海潮社", kind="outlet")
    secretary = draft.speaker("林海的秘书", "林海的秘书", anonymous=True, what="spokesperson")
    zhou = draft.speaker("周岚", "渔会主席周岚", kind="person", role="主席")
    fishery = draft.speaker("渔业局", "渔业局", kind="government")

    tweet = draft.says(
        shi, "东港日报记者石磊", "援引一名海事官员的话称",
        "港务局长林海告诉他，“航道几乎肯定要停航一个月”",
        medium="微博", said_at=("8日", "2030-03-08"), confidence=0.9,
    )  # fmt: skip
    passed = draft.says(
        official, "一名海事官员", "援引一名海事官员的话称",
        "港务局长林海告诉他，“航道几乎肯定要停航一个月”", within=tweet, after=0,
    )  # fmt: skip
    sure = draft.says(
        lin, "港务局长林海", "告诉", "航道几乎肯定要停航一个月",
        within=passed, quote="direct", addressee="他", to=official,
    )  # fmt: skip
    report = draft.says(
        tide, "海潮社", "据海潮社报道", "这名官员说，周三的会谈“进行得并不顺利”",
        after=HARBOUR.index("据海潮社"),
    )  # fmt: skip
    badly = draft.says(
        official, "这名官员", "说", "周三的会谈“进行得并不顺利”", within=report, quote="mixed"
    )
    denial = draft.says(he, "港务局发言人何敏", "否认", "该官员的说法")
    corrects = draft.says(
        he, None, "并说", "林海只提到停航有明显的可能", after=HARBOUR.index("并说")
    )
    perhaps = draft.says(
        lin, "林海", "只提到", "停航有明显的可能",
        within=corrects, after=HARBOUR.index("林海只提到"),
    )  # fmt: skip
    objects = draft.says(secretary, "林海的秘书", "提出异议", "官员对会谈的描述")
    well = draft.says(
        he, "何敏", "告诉", "会谈富有成效",
        addressee="海潮社", to=tide, after=HARBOUR.index("何敏告诉"),
    )  # fmt: skip
    loss = draft.says(zhou, "渔会主席周岚", "说", "停航会让渔民损失三成收入")
    less = draft.says(fishery, "渔业局", "称", "损失不到一成")
    hearsay = draft.says(None, None, "据悉", "复航的日期还没有定")
    draft.says(None, None, "警告说", "有人在散布谣言", unresolved=(he, zhou))

    stop = draft.claim(sure, "航道几乎肯定要停航一个月", certainty="almost_certain")
    bad = draft.claim(badly, "周三的会谈“进行得并不顺利”", negated=True)
    may = draft.claim(perhaps, "停航有明显的可能", certainty="probable")
    good = draft.claim(well, "会谈富有成效")
    third = draft.claim(loss, "停航会让渔民损失三成收入")
    tenth = draft.claim(less, "损失不到一成")
    draft.claim(hearsay, "复航的日期还没有定", negated=True)

    draft.relates("disputes", denial, passed, badly, cue="否认", target="该官员的说法")
    draft.relates("disputes", objects, badly, cue="提出异议", target="官员对会谈的描述")
    draft.relates(
        "contradicts", stop, may, shared=("林海", "停航"), strength="strong",
        difference=("certainty", "几乎肯定", "明显的可能"),
        reason="how sure it is differs: '几乎肯定' here, '明显的可能' there",
    )  # fmt: skip
    draft.relates(
        "contradicts", bad, good, shared=("会谈",), strength="strong",
        difference=("evaluation", "并不顺利", "富有成效"),
        reason="the same is judged '并不顺利' here, '富有成效' there",
    )  # fmt: skip
    draft.relates(
        "contradicts", third, tenth, shared=("损失",), strength="weak",
        difference=("quantity", "三成", "不到一成"),
        reason="the figures differ: '三成' here, '不到一成' there",
    )  # fmt: skip
    draft.relates("supports", objects, denial, cue="也")
    return draft.dossier()


def relayed() -> Dossier:
    """A chain of four: an agency, a paper, an unnamed fisherman, and the harbour master."""
    draft = Draft(
        "海潮社报道，东港晚报称，一名渔民说，林海表示，航道周五恢复通行。",
        title="航道或周五恢复",
        outlet="海潮网",
        url="https://example.org/relayed",
        published="2030-03-09T08:00",
        name="relayed",
    )
    facts: list[dict[str, Any]] = [
        {"kind": "outlet"}, {"kind": "outlet"},
        {"anonymous": True, "what": "resident"}, {"kind": "person"},
    ]  # fmt: skip
    names = ("海潮社", "东港晚报", "一名渔民", "林海")
    cues = ("报道", "称", "说", "表示")
    outer: str | None = None
    for name, cue, fact in zip(names, cues, facts, strict=True):
        start = draft.document.text.index(cue) + len(cue) + 1
        content = draft.document.text[start:-1]
        outer = draft.says(draft.speaker(name, name, **fact), name, cue, content, within=outer)
    assert outer
    draft.claim(outer, "航道周五恢复通行")
    return draft.dossier()


def quiet() -> Dossier:
    """One saying, and nothing that anyone disputes."""
    draft = Draft("林海说，航道周五复航。", title="复航", outlet="海潮网", name="quiet")
    lin = draft.speaker("林海", "林海", kind="person")
    draft.claim(draft.says(lin, "林海", "说", "航道周五复航"), "航道周五复航")
    return draft.dossier()


def bare() -> Dossier:
    """An article in which nobody says anything."""
    return Draft("港口今日停航。", title="停航", name="bare").dossier()


def dangling() -> Dossier:
    """Ids that lead nowhere, in every field that holds one."""
    draft = Draft("林海说，航道周五复航。何敏否认。", name="dangling")
    lin = draft.speaker("林海", "林海", affiliation="nowhere:s9", members=("nowhere:s8",))
    first = draft.says(lin, "林海", "说", "航道周五复航", within="nowhere:a7", chain=("gone", lin))
    second = draft.says("nowhere:s6", "何敏", "否认", addressee="他", to="nowhere:s5")
    draft.claim(first, "航道周五复航")
    draft.claims.append(Claim(id="nowhere:c4", attribution="nowhere:a3", span=draft.span("航道")))
    draft.relates("disputes", second, "nowhere:a2", cue="否认")
    draft.relates("disputes", "nowhere:a1", first)
    draft.relates("contradicts", first, "nowhere:c1", first)
    return draft.dossier()


def crowd(size: int = 30) -> Dossier:
    """Many speakers: each second one denies what the one before says."""
    lines = [
        f"渔民{n}号说，{n}号码头今天停航。" if n % 2 else f"渔民{n}号否认{n - 1}号的说法。"
        for n in range(1, size + 1)
    ]
    draft = Draft("".join(lines), title="众说纷纭", outlet="海潮网", name="crowd")
    said: str | None = None
    for n in range(1, size + 1):
        one = draft.speaker(f"渔民{n}号", f"渔民{n}号", kind="person")
        if n % 2:
            said = draft.says(one, f"渔民{n}号", "说", f"{n}号码头今天停航")
            draft.claim(said, f"{n}号码头今天停航")
        else:
            assert said
            denial = draft.says(one, f"渔民{n}号", "否认", f"{n - 1}号的说法")
            draft.relates("disputes", denial, said, cue=f"否认{n - 1}号", target=f"{n - 1}号的说法")
    return draft.dossier()


DENIALS = (
    "港务局发言人何敏否认林海说过航道要停航一个月。渔会主席周岚没有说渔民会得到赔偿。\n"
    "何敏否认码头已经关闭。海事局称，一名官员否认渡轮停开。林海说，码头已经关闭。\n"
)


def denials() -> Dossier:
    """What nobody holds: claims denied, a saying that was not said, one denied by who tells it.

    The second dispute rests on nearness alone. It is not among MADE, which others draw from.
    """
    draft = Draft(DENIALS, title="港口辟谣", outlet="东港日报", name="denials")
    port = draft.speaker("港务局", kind="government")
    he = draft.speaker(
        "何敏", "港务局发言人何敏", kind="person", role="发言人", affiliation=port
    )  # fmt: skip
    lin = draft.speaker("林海", "林海", kind="person")
    zhou = draft.speaker("周岚", "渔会主席周岚", kind="person", role="主席")
    sea = draft.speaker("海事局", "海事局", kind="government")
    official = draft.speaker("一名官员", "一名官员", anonymous=True, what="official")

    denies = draft.says(he, "港务局发言人何敏", "否认", "林海说过航道要停航一个月")
    said = draft.says(lin, "林海", "说过", "航道要停航一个月", within=denies)
    unsaid = draft.says(zhou, "渔会主席周岚", "没有说", "渔民会得到赔偿", negated=True)
    pier = draft.says(he, "何敏", "否认", "码头已经关闭", after=DENIALS.index("何敏否认码头"))
    told = draft.says(sea, "海事局", "称", "一名官员否认渡轮停开")
    ferry = draft.says(official, "一名官员", "否认", "渡轮停开", within=told)
    closed = draft.says(lin, "林海", "说", "码头已经关闭", after=DENIALS.index("林海说，"))

    draft.claim(said, "航道要停航一个月")
    draft.claim(unsaid, "渔民会得到赔偿", held="unsaid")
    shut = draft.claim(pier, "码头已经关闭", held="denied")
    draft.claim(ferry, "渡轮停开", held="denied")
    open_ = draft.claim(closed, "码头已经关闭")
    draft.relates("disputes", denies, said, cue="否认", target="林海说过航道要停航一个月")
    draft.relates("disputes", pier, closed, cue="否认", strength="weak")
    draft.relates("contradicts", shut, open_, difference=("polarity", "否认", ""))
    return draft.dossier()


MADE = {
    "harbour": harbour, "relayed": relayed, "quiet": quiet, "bare": bare,
    "dangling": dangling, "crowd": crowd,
}  # fmt: skip

"""Chinese noun phrases that stand for a speaker, taken apart: title, name, gloss, body, head.

美国白宫国家安全委员会发言人霍恩（Emily Horne） is a person 霍恩, alias Emily Horne, role 发言人,
of the body 美国白宫国家安全委员会.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from claims.lang.base import Phrase
from claims.lang.packs import Entry, Pack, load_pack
from claims.lang.zh.script import fold, segment

QUOTES = re.compile("[“”‘’「」『』《》\"〈〉]")
TITLE = re.compile("《([^》]{2,30})》")
LATIN = re.compile(r"[A-Za-zÀ-ɏЀ-ӿ][A-Za-zÀ-ɏЀ-ӿ0-9 .,'’&·-]*")
JOINTS = re.compile("、|和|与|及|以及|跟|同")
# Where the issuer may end before the noun of what was issued: 白宫|在会谈后发表的|声明.
CUT = re.compile("的|在|于|最新|近日|发[表布出给]|公[布开]|[上本这]?周[一二三四五六日天]|[0-9]|就|对|通过|透过|今|昨|当天|随后|致|给|向|此前|其后|所|周末|早些")
TAIL = re.compile("(?:本人|自己|亲自|方面|等人|等|则|也|都|还|又|均|亦|一行|们|中|里|上|内)$")


@dataclass(frozen=True)
class Nouns:
    """The words of the pack that the parsing of phrases needs, by kind."""

    pack: Pack

    @cached_property
    def role(self) -> Mapping[str, Entry]:
        return self.pack.index("role")

    @cached_property
    def unnamed(self) -> Mapping[str, Entry]:
        rows = self.pack.of("anonymous")
        return {w: e for e in reversed(rows) if e.get("what") != "authority" for w in e.words}

    @cached_property
    def pronoun(self) -> Mapping[str, Entry]:
        return self.pack.index("pronoun")

    @cached_property
    def this(self) -> Mapping[str, Entry]:
        return self.pack.index("demonstrative")

    @cached_property
    def some(self) -> Mapping[str, Entry]:
        return self.pack.index("indefinite")

    @cached_property
    def side(self) -> Mapping[str, Entry]:
        return self.pack.index("side")

    @cached_property
    def voice(self) -> Mapping[str, Entry]:
        return self.pack.index("statement")

    @cached_property
    def document(self) -> Mapping[str, Entry]:
        return self.pack.index("document")

    @cached_property
    def suffix(self) -> Mapping[str, Entry]:
        return self.pack.index("suffix")

    @cached_property
    def generic(self) -> Mapping[str, Entry]:
        return self.pack.index("generic")

    @cached_property
    def body(self) -> Mapping[str, Entry]:
        found = self.pack.index("body")
        for entry in self.pack.of("body"):
            for name in entry.get("en", ()):
                found.setdefault(name, entry)
        return found

    @cached_property
    def country(self) -> Mapping[str, Entry]:
        return self.pack.index("country")

    @cached_property
    def short(self) -> Mapping[str, tuple[str, ...]]:
        """Countries by their one character: 美方, 俄方; several may share it (乌, 马)."""
        found: dict[str, tuple[str, ...]] = {}
        for entry in self.pack.of("country"):
            short = entry.get("short")
            if short:
                found[short] = (*found.get(short, ()), entry.words[0])
        return found

    @cached_property
    def capital(self) -> Mapping[str, Entry]:
        return {c: e for e in self.pack.of("country") for c in e.get("capital", ())}

    @cached_property
    def place(self) -> frozenset[str]:
        kinds = ("country", "region", "city", "area")
        return frozenset(w for kind in kinds for e in self.pack.of(kind) for w in e.words)

    @cached_property
    def joint_heads(self) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        rows = self.pack.of("joint")
        numbers = frozenset(n for e in rows for n in e.get("numbers", ()))
        heads = frozenset(h for e in rows for h in e.get("heads", ()))
        return numbers, heads, frozenset(w for e in rows for w in e.words)

    @cached_property
    def gloss_note(self) -> Mapping[str, Entry]:
        return self.pack.index("gloss_word")

    @cached_property
    def surnames(self) -> frozenset[str]:
        return frozenset(w for e in self.pack.of("surname") for w in e.words)

    @cached_property
    def pairable(self) -> frozenset[str]:
        return frozenset(w for e in self.pack.of("pairable") for w in e.words)

    @cached_property
    def common_surnames(self) -> frozenset[str]:
        rows = self.pack.of("surname")
        common = (e for e in rows if e.get("common") and e.get("script") == "han")
        return frozenset(w for e in common for w in e.words)

    @cached_property
    def dots(self) -> frozenset[str]:
        return frozenset(w for e in self.pack.of("dot") for w in e.words)

    @cached_property
    def prefix(self) -> Mapping[str, Entry]:
        return self.pack.index("role_prefix")

    @cached_property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        return tuple(tuple(p) for e in self.pack.of("gloss") for p in e.get("pairs", ()))


@lru_cache(maxsize=1)
def nouns() -> Nouns:
    """The nouns of the Chinese pack, loaded once."""
    return Nouns(load_pack("zh"))


def longest_head(text: str, table: Mapping[str, object]) -> str:
    """The longest listed word that the text begins with; empty if none."""
    for size in range(min(len(text), 12), 0, -1):
        if text[:size] in table:
            return text[:size]
    return ""


def longest_tail(text: str, table: Mapping[str, object]) -> str:
    """The longest listed word that the text ends with; empty if none."""
    for size in range(min(len(text), 12), 0, -1):
        if text[-size:] in table:
            return text[-size:]
    return ""


def parse_phrase(text: str) -> Phrase:
    """The phrase taken apart; names keep the characters of the text, all else is folded.

    >>> phrase = parse_phrase("美国白宫国家安全委员会发言人霍恩（Emily Horne）")
    >>> phrase.kind, phrase.name, phrase.aliases, phrase.role, phrase.body.name
    ('person', '霍恩', ('Emily Horne',), '发言人', '美国白宫国家安全委员会')
    >>> parse_phrase("这位乌克兰官员").back, parse_phrase("两名知情人士").number
    (True, 'many')
    """
    titled = TITLE.fullmatch(text.strip())
    if titled:
        return _work(titled.group(1))
    inner = re.search("[「“『《]([^「“『《」”』》]{2,20})[」”』》]$", text)
    if inner and inner.start() and (known := _whole(inner.group(1), fold(inner.group(1)))):
        return known
    plain = QUOTES.sub("", text).strip(" ,，、:：·‧")
    core, glosses = _without_glosses(plain)
    return _with_aliases(_parse(core.strip(" ,，、:：的")), core.rstrip(" ,，、:：的"), glosses)


def _work(title: str) -> Phrase:
    """What stands in 《》: an outlet where its name ends like one, else a document."""
    folded = fold(title)
    known = _whole(title, folded)
    if known is not None:
        return known
    tail = longest_tail(folded, nouns().suffix)
    outlet = tail and nouns().suffix[tail].get("kind") == "outlet"
    return Phrase("outlet" if outlet or folded.endswith("新闻") else "document", title, head=tail)


def _without_glosses(text: str) -> tuple[str, list[tuple[int, str]]]:
    """The text without its brackets, and what stood in them with the place where it stood."""
    found: list[tuple[int, str]] = []
    for opener, closer in nouns().pairs:
        while (a := text.find(opener)) >= 0 and (b := text.find(closer, a)) > a:
            found.append((a, text[a + 1 : b].strip()))
            text = text[:a] + text[b + 1 :]
    return text, found


def _with_aliases(phrase: Phrase, text: str, glosses: list[tuple[int, str]]) -> Phrase:
    """The phrase with the aliases that its glosses give: to its end, or to its body.

    `text` is the phrase without its glosses, into which their places count.
    """
    for at, gloss in glosses:
        alias = _alias_of(gloss)
        if not alias:
            continue
        if at >= len(text) or phrase.body is None:
            phrase = replace(phrase, aliases=(*phrase.aliases, *alias))
        else:
            phrase = replace(phrase, body=replace(phrase.body, aliases=alias))
    return phrase


def _alias_of(gloss: str) -> tuple[str, ...]:
    """The other names that stand in a gloss; none where it tells an age, a party, a picture."""
    folded = fold(gloss)
    word = longest_head(folded, nouns().gloss_note)
    if word and nouns().gloss_note[word].get("alias"):
        rest = QUOTES.sub("", gloss[len(word) :]).strip(" :：，,")
        return (rest,) if rest else ()
    found = []
    for part in re.split("[,，;；、/]", gloss):
        lead = longest_head(fold(part.strip()), nouns().gloss_note)
        name = part.strip()[len(lead) :].strip(" :：") if lead else part.strip()
        if LATIN.fullmatch(name) and len(name) > 1:
            found.append(name)
    return tuple(found)


def _parse(text: str) -> Phrase:
    """A phrase without glosses, by the first of these readings that fits."""
    folded = fold(text)
    if folded.endswith("们") and len(folded) > 3 and folded not in nouns().pronoun:
        return replace(_parse(text[:-1]), number="many")
    for reading in (_pronoun, _whole, _joint, _pointing, _indefinite, _voice, _side, _titled, _bare_head, _body):
        phrase = reading(text, folded)
        if phrase is not None:
            return phrase
    return _name_or_other(text, folded)


def _pronoun(text: str, folded: str) -> Phrase | None:
    for form in (folded, TAIL.sub("", folded)):
        entry = nouns().pronoun.get(form)
        if entry:
            return Phrase(
                "pronoun", form, number=entry.get("number"), gender=entry.get("gender"),
                person=entry.get("person"), sense=entry.get("sense"),
            )  # fmt: skip
    return None


def _whole(text: str, folded: str) -> Phrase | None:
    """A body, a country or an outlet that the lexicons list."""
    n = nouns()
    entry = n.body.get(text) or n.body.get(folded)
    if entry:
        kind = "outlet" if entry.get("kind") == "outlet" else "body"
        return Phrase(kind, text, aliases=_known(entry), sense=entry.words[0], what=entry.get("kind"))
    country = n.country.get(folded) or n.capital.get(folded)
    if country:
        return Phrase("body", text, aliases=(), sense=country.words[0], what="government")
    return None


def _known(entry: Entry) -> tuple[str, ...]:
    return tuple(entry.get("en", ()))[:1]


def _joint(text: str, folded: str) -> Phrase | None:
    numbers, heads, wholes = nouns().joint_heads
    if folded in wholes:
        return Phrase("joint", text, number="many", sense="pair")
    number = longest_head(folded, dict.fromkeys(numbers))
    head = folded[len(number) :]
    if number and head in heads and (number[-1] not in "名位" or _leads(head)):
        return Phrase("joint", text, head=head, number="many", sense="pair")
    for match in JOINTS.finditer(folded):
        left, right = text[: match.start()], text[match.end() :]
        if "的" in right[:-1] or not left or not right or match.start() < 2 or len(right) < 2:
            continue
        a, b = _parse(left), _parse(right)
        if a.kind in ("person", "body", "outlet") and b.kind in ("person", "body", "outlet", "joint"):
            parts = (a, *(b.parts if b.kind == "joint" else (b,)))
            if all(_sure(part) for part in parts) and not (a.kind != "person" and b.kind == "person"):
                return Phrase("joint", text, number="many", parts=parts)
    return None


def _leads(head: str) -> bool:
    """Whether the head is an office that one person holds, so that two of them are a known pair."""
    return head in nouns().pairable


def _sure(phrase: Phrase) -> bool:
    """Whether a part of a joint speaker is more than a guess."""
    return bool(phrase.role or phrase.sense or phrase.kind != "person" or len(phrase.name) >= 2)


def _pointing(text: str, folded: str) -> Phrase | None:
    word = longest_head(folded, nouns().this)
    rest = text[len(word) :]
    if not word or not rest or (len(word) == 1 and word in "本斯有"):
        return None
    many = nouns().this[word].get("number") == "many"
    bare = fold(rest)
    if bare in nouns().suffix:
        kind = nouns().suffix[bare].get("kind")
        inner = Phrase("outlet" if kind == "outlet" else "body", rest, head=bare, what=kind)
    else:
        inner = _parse(rest)
    return replace(inner, back=True, new=False, number="many" if many else inner.number, words=_words(rest))


def _indefinite(text: str, folded: str) -> Phrase | None:
    """一名官员; 美国国务院一名官员; 两名不愿具名的知情人士."""
    some = nouns().some
    for start in range(len(folded)):
        word = longest_head(folded[start:], some)
        if not word or (word in ("有", "各", "众", "诸") and start):
            continue
        rest = text[start + len(word) :].lstrip("的")
        head = _head(fold(rest))
        if not rest or not (head or start == 0):
            continue
        entry = some[word]
        number = entry.get("number") if entry.get("number") != "any" else "one"
        before = text[:start].strip("的，, ")
        body = _affiliation(before) if before else _modifier(rest, head)
        inner = _titled(rest, fold(rest))
        if inner is not None and inner.name and inner.kind == "person" and len(inner.name) > 1:
            return inner
        return Phrase(
            "unnamed", text, head=head or fold(rest), what=_what(head), body=body, words=_words(rest),
            number="one" if number == "one" else "many", new=True, another=bool(entry.get("another")),
            role=head,
        )  # fmt: skip
    return None


def _head(folded: str) -> str:
    """The noun at the end that says what kind of unnamed speaker this is."""
    return longest_tail(folded, nouns().unnamed) or longest_tail(folded, nouns().role)


def _what(head: str) -> str:
    entry = nouns().unnamed.get(head)
    if entry:
        return str(entry.get("what"))
    role = nouns().role.get(head)
    return {"office": "official", "press": "reporter"}.get(role.get("rank"), "person") if role else ""


def _modifier(rest: str, head: str) -> Phrase | None:
    """The body or country that stands before a head: 乌克兰|官员."""
    before = rest[: len(rest) - len(head)] if head else ""
    before = before.rstrip("的高级资深政府前")
    if len(before) < 2:
        return None
    found = _whole(before, fold(before)) or _body(before, fold(before))
    if found is None:
        word = longest_head(fold(before), nouns().country)
        found = _whole(before[: len(word)], word) if word else None
    return found


def _words(text: str) -> frozenset[str]:
    """The content words of a phrase, by which a later one can point back to it."""
    folded = fold(text)
    found = {w for w in nouns().country if w in folded}
    return frozenset(found | {folded[i : i + 2] for i in range(len(folded) - 1)})


def _voice(text: str, folded: str) -> Phrase | None:
    """白宫声明; 乌总统府的声明: a statement and whose it is. Reports and polls stand for themselves."""
    tail = longest_tail(folded, nouns().voice)
    paper = longest_tail(folded, nouns().document)
    if not tail and not paper:
        return None
    before = text[: len(text) - max(len(tail), len(paper))].rstrip("的")
    issuer = _issuer(before)
    if paper in n_figures() and issuer is not None and issuer.kind in ("body", "outlet"):
        return Phrase("voice", text, head=paper, body=issuer)
    if len(paper) >= len(tail):
        return Phrase("document", text, head=paper, body=issuer, words=_words(text))
    return Phrase("voice", text, head=tail, body=issuer)


@lru_cache(maxsize=1)
def n_figures() -> frozenset[str]:
    """Figures and statistics, for which the body that gives them out speaks."""
    return frozenset(w for e in load_pack("zh").of("figures") for w in e.words)


def _issuer(before: str) -> Phrase | None:
    """The body or person at the beginning of 白宫在会谈后发表的 (声明)."""
    if len(before) < 1:
        return None
    folded = fold(before)
    cuts = [len(before), *(m.start() for m in reversed(list(CUT.finditer(folded))))]
    for cut in cuts:
        form = before[:cut].rstrip("的")
        if len(form) < 1 or (len(form) == 1 and fold(form) not in nouns().pronoun):
            continue
        phrase = _parse(form)
        if phrase.kind in ("body", "outlet", "pronoun", "joint", "unnamed") or (phrase.kind == "person" and (phrase.role or cut < len(before) or is_personal(fold(form)))):
            return phrase
    return None


def _side(text: str, folded: str) -> Phrase | None:
    """美方, 白宫方面, 以色列政府: the body or country itself."""
    n = nouns()
    if len(folded) == 2 and folded[1] == "方" and folded[0] in n.short:
        return _whole_short(text)
    tail = longest_tail(folded, {w: 1 for w in ("方面", "一方", "方", "政府", "当局", "官方", "政府方面")})
    rest = text[: len(text) - len(tail)]
    if tail and rest:
        whole = _whole(rest, fold(rest)) or (
            _whole_short(rest) if len(rest) == 1 else None
        )
        if whole:
            return replace(whole, name=text)
        inner = _parse(rest) if tail in ("方面", "一方") else None
        if inner and inner.kind in ("body", "outlet"):
            return replace(inner, name=inner.name)
    return None


def _whole_short(text: str) -> Phrase | None:
    names = nouns().short.get(fold(text[:1]), ())
    head = "side" if len(text) > 1 else ""
    return Phrase("body", text, sense=names[0], senses=names, what="government", head=head) if names else None


def _titled(text: str, folded: str) -> Phrase | None:
    """A phrase with an office or trade in it: before the name, after it, or with no name."""
    best: tuple[int, int] | None = None
    for start in range(len(folded)):
        word = longest_head(folded[start:], nouns().role)
        if word and (best is None or start + len(word) >= best[1]):
            if best is None or start >= best[1] or start + len(word) > best[1]:
                best = (start, start + len(word)) if best is None or start >= best[1] else (best[0], max(best[1], start + len(word)))
    if best is None:
        return None
    start, end = best
    tail = max(longest_tail(folded, nouns().generic), longest_tail(folded, nouns().body), key=len)
    if len(tail) >= len(folded) - start:  # 总统|府 is a body, not an office
        return None
    before, role, after = text[:start].rstrip("的"), folded[start:end], text[end:].lstrip("、，, ")
    if after and _looks_like_name(after):
        return Phrase("person", after, role=role, body=_affiliation(before))
    if after:
        return None
    return _untitled(text, before, role)


def _untitled(text: str, before: str, role: str) -> Phrase:
    """An office at the end: with a name before it (拜登总统), or with none (美国总统)."""
    name, body = _split_name(before)
    rank = nouns().role[role].get("rank") if role in nouns().role else ""
    if name and (rank in ("office", "courtesy", "trade")) and not text.endswith("的" + role):
        return Phrase("person", name, role="" if rank == "courtesy" else role, body=body)
    if role in nouns().unnamed or rank != "office":
        return Phrase("unnamed", text, head=role, what=_what(role), role=role, words=_words(text),
                      body=_affiliation(before), number=_plural(role))  # fmt: skip
    return Phrase("person", "", role=role, body=_affiliation(before), head=role, words=_words(text))


def _plural(head: str) -> str:
    entry = nouns().unnamed.get(head)
    return "many" if entry and entry.get("plural") else "one"


def _affiliation(before: str) -> Phrase | None:
    before = before.strip("的、 ，,").removeprefix("来自").removeprefix("來自")
    if len(before) < 2 and fold(before) not in nouns().short:
        return None
    if len(before) == 1:
        return _whole_short(before)
    found = _whole(before, fold(before)) or _side(before, fold(before)) or _body(before, fold(before))
    return found or Phrase("other", before)


def _split_name(before: str) -> tuple[str, Phrase | None]:
    """A name at the end of what stands before a title, and the body before the name."""
    folded = fold(before)
    if not folded or folded in nouns().place or folded in nouns().body or folded in nouns().short:
        return "", None
    if _body(before, folded) is not None or longest_tail(folded, nouns().role):
        return "", None
    place = longest_head(folded, dict.fromkeys(nouns().place))
    name = before[len(place) :]
    if _looks_like_name(name) and (is_personal(fold(name)) or fold(name) in nouns().surnames):
        return name, _whole(before[: len(place)], place) if place else None
    return "", None


def is_personal(folded: str) -> bool:
    """Whether the characters can be a person's name and not a common noun.

    >>> is_personal("林文昭"), is_personal("方法")
    (True, False)
    """
    if LATIN.fullmatch(folded):
        return True
    pieces = re.split("[" + re.escape("".join(nouns().dots)) + "-]", folded)
    if len(pieces) > 1:
        return all(p and (LATIN.fullmatch(p) or len(p) < 8 and all(c in name_characters() for c in p)) for p in pieces)
    if (folded[:1] in nouns().surnames and 2 <= len(folded) <= 3) or (folded[:2] in nouns().surnames and len(folded) <= 4):
        return not _common(folded)
    if all(c in nouns_transliteration() for c in folded):
        return len(folded) > 1 and not _common(folded)
    return len(folded) > 1 and all(word.tag.startswith("nr") for word in segment(folded))


def _common(folded: str) -> bool:
    """Whether the characters are one everyday word: 方法, 高级."""
    words = segment(folded)
    return len(words) == 1 and not words[0].tag.startswith(("nr", "nz", "x", "eng", "ns"))


@lru_cache(maxsize=1)
def name_characters() -> frozenset[str]:
    """The characters of given names and of foreign names written by sound."""
    pack = load_pack("zh")
    kinds = ("given", "transliteration", "surname")
    return frozenset(c for kind in kinds for e in pack.of(kind) for w in e.words for c in w)


@lru_cache(maxsize=1)
def nouns_transliteration() -> frozenset[str]:
    """The characters that foreign names are written with."""
    return frozenset(c for e in load_pack("zh").of("transliteration") for w in e.words for c in w)


def _looks_like_name(text: str) -> bool:
    folded = fold(text)
    if not 1 <= len(folded) <= 24 or any(c in "的了在是，。！？；：（）" for c in folded):
        return False
    n = nouns()
    return folded not in n.place and not (longest_tail(folded, n.suffix) and len(folded) > 4)


def _bare_head(text: str, folded: str) -> Phrase | None:
    """消息人士, 专家, 西方外交官: unnamed, and neither new nor pointing back."""
    head = longest_tail(folded, nouns().unnamed)
    if not head:
        return None
    return Phrase("unnamed", text, head=head, what=_what(head), role=head, words=_words(text),
                  body=_modifier(text, head), number=_plural(head))  # fmt: skip


def _body(text: str, folded: str) -> Phrase | None:
    n = nouns()
    if folded in n.generic:
        return Phrase("body", text, head=folded, what="government")
    if folded[1:] in n.generic and folded[0] in n.short:  # 乌|总统府
        return Phrase("body", text, head=folded[1:], what="government", body=_whole_short(text[0]))
    for size in range(min(len(folded) - 1, 12), 0, -1):  # 法国|外交部, 朝鲜|《劳动新闻》
        tail = folded[-size:]
        if tail in n.generic:
            place = _whole(text[:-size], folded[:-size])
            return Phrase("body", text, head=tail, what="government", body=place)
        if tail in n.body and folded[:-size] in n.place:
            entry = n.body[tail]
            kind = "outlet" if entry.get("kind") == "outlet" else "body"
            return Phrase(kind, text, sense=entry.words[0], what=entry.get("kind"))
    known = longest_tail(folded, n.body)
    if len(known) >= 4 or (len(known) == 3 and folded[: -len(known)] in n.place):  # 非政府组织|国际特赦组织
        entry = n.body[known]
        kind = "outlet" if entry.get("kind") == "outlet" else "body"
        return Phrase(kind, text[-len(known) :], sense=entry.words[0], what=entry.get("kind"))
    tail = longest_tail(folded, n.suffix)
    if tail and (len(folded) > len(tail) or n.suffix[tail].get("alone")):
        kind = n.suffix[tail].get("kind")
        return Phrase("outlet" if kind == "outlet" else "body", text, head=tail, what=kind)
    return None


def _name_or_other(text: str, folded: str) -> Phrase:
    n = nouns()
    place = longest_head(folded, dict.fromkeys(nouns().place))
    rest = text[len(place) :]
    if place and rest and is_personal(fold(rest)) and len(rest) >= 2:
        return Phrase("person", rest, body=_whole(place, place))
    if _looks_like_name(text) and (is_personal(folded) or LATIN.fullmatch(folded)):
        return Phrase("person", text)
    at = folded.rfind("的") + 1
    if at > 1 and is_personal(folded[at:]):  # 民间观察的|林文昭
        return Phrase("person", text[at:], body=_affiliation(text[: at - 1]))
    if at > 1 and len(text) - at > 1:  # 总部设在法国的|民间观察
        inner = _parse(text[at:])
        if inner.kind in ("body", "outlet", "person"):
            return inner
    country = longest_tail(folded, n.country)
    if len(country) > 1:  # 邻国|多明尼加共和国
        return replace(_whole(text[-len(country) :], country) or Phrase("other", text), name=text[-len(country) :])
    side = folded[:-1] if folded.endswith("方") else ""
    if len(side) == 1:  # 署方, 校方
        return Phrase("body", text, head=side, what="side", back=True)
    return Phrase("other", text, words=_words(text))

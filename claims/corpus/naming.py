"""The names of a dossier's speaker in forms in which those of two articles can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from claims.corpus.sounds import PARTS
from claims.lang import Language, Phrase, load_language
from claims.lang.packs import load_words
from claims.lang.words import has_han
from claims.lang.world import find_body, find_country, find_ministry, find_office, find_state
from claims.model import Dossier, Speaker
from claims.model.world import SpeakerKind

Sort = Literal["person", "body", "unnamed"]
BODIES = ("body", "outlet")
_GLOSS = re.compile(r"\s*[（(][^（）()]*[）)]")
OF_BODIES = frozenset({"secretary_general", "director_general", "chair", "high_representative"})
LOCAL = ("市", "省", "州", "县", "区")
LEAST = 2  # characters of a name that tells somebody


@dataclass(frozen=True)
class Bearer:
    """One speaker of one dossier, as it is compared with those of others.

    `keys` name a body or outlet whole: two that share one are one. `fulls` are whole names of a
    person, in Chinese characters and in Latin letters, `lasts` the last parts of all names,
    `offices` what the person alone holds at a time, `sides` the bodies and countries spoken for.
    """

    id: str
    document: str
    name: str
    kind: SpeakerKind
    anonymous: bool
    what: str | None
    sort: Sort
    keys: frozenset[str] = frozenset()
    fulls: frozenset[str] = frozenset()
    lasts: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()


def list_bearers(dossier: Dossier) -> Iterator[Bearer]:
    """The speakers of a dossier that another article may have too.

    Those who speak together (the mayor and the governor) are joined by their members.
    """
    by_id = {one.id: one for one in dossier.speakers}
    for one in dossier.speakers:
        if one.members or one.kind == "document":
            continue
        yield _lay(dossier, one, by_id)


def _lay(dossier: Dossier, one: Speaker, by_id: Mapping[str, Speaker]) -> Bearer:
    every = dict.fromkeys((one.name, *one.aliases, *_mentions(one)))
    called = tuple(name for name in every if name == one.name or _calls(name, one))
    phrases = [parse_name(name) for name in called]
    base = Bearer(
        one.id, dossier.document.id, one.name, one.kind, one.anonymous, one.what, "unnamed",
        names=called,
    )  # fmt: skip
    if one.anonymous:
        return replace(base, sides=frozenset(_sides_of(parse_name(one.name), one, by_id)))
    main = parse_name(one.name)
    if main.kind == "other" and find_body(main.name):
        return replace(base, sort="body", keys=frozenset({f"body:{find_body(main.name)}"}))
    if one.kind == "person" and main.kind not in BODIES:
        return _lay_person(base, one, phrases, by_id)
    keys = _choose_keys(main, phrases)
    sort: Sort = "body" if keys else "unnamed"
    return replace(base, sort=sort, keys=keys)


def _choose_keys(main: Phrase, phrases: Iterable[Phrase]) -> frozenset[str]:
    """What a body is known by: under its main name, else under the one that its others agree on."""
    own = frozenset(body_keys(main))
    more = frozenset(key for phrase in phrases for key in body_keys(phrase))
    firm = frozenset(key for key in more if not key.startswith("name:"))
    known = own - {key for key in own if key.startswith("name:")} or firm
    return (known if len(known) == 1 else frozenset()) | own


def _lay_person(
    base: Bearer, one: Speaker, phrases: Iterable[Phrase], by_id: Mapping[str, Speaker]
) -> Bearer:
    told = list(phrases)
    sides = {side for phrase in told for side in _sides_of(phrase, one, by_id)}
    people = [phrase for phrase in told if phrase.kind == "person" and phrase.name]
    names = {_plain(name) for phrase in people for name in (phrase.name, *phrase.aliases)}
    main = parse_name(one.name)
    names |= {_plain(one.name)} if main.kind == "person" and main.name else set()
    names = {name for name in names if len(name) >= LEAST}
    roles = {phrase.role for phrase in told if phrase.role} | {one.role or ""}
    offices = {office for role in roles if (office := _find_office(role))}
    places = sorted(side for side in sides if side.startswith("country:"))
    held = {
        f"{side}/{office}"
        for office in offices
        for side in (sides if office in OF_BODIES else places)
    }
    named = bool(names) and (one.name != (one.role or "") or not one.role)
    return replace(
        base,
        sort="person" if named or held else "unnamed",
        fulls=frozenset(name for name in names if is_full(name)),
        lasts=frozenset(map(last_part, names)),
        offices=frozenset(held),
        sides=frozenset(sides),
    )


def _sides_of(phrase: Phrase, one: Speaker, by_id: Mapping[str, Speaker]) -> Iterator[str]:
    """The bodies that someone speaks for, and countries, that of a body's name too."""
    body = by_id.get(one.affiliation or "")
    for told in (phrase.body, parse_name(body.name) if body else None):
        for key in body_keys(told) if told else ():
            yield key
            country = _country_before(key.partition(":")[2]) if key.startswith("name:") else ""
            if country:
                yield f"country:{country}"


def _find_office(role: str) -> str:
    """The office in a role that may have words before it: 外交与安全政策高级代表."""
    folded = _language(role).fold(role)
    starts = range(len(folded)) if has_han(folded) else (0,)
    return next((office for at in starts if (office := find_office(folded[at:]))), "")


def body_keys(phrase: Phrase) -> Iterator[str]:
    """Under what a body is known everywhere: its listed name, its country, or whose ministry it is.

    >>> list(body_keys(parse_name("以軍"))), list(body_keys(parse_name("Gaza Health Ministry")))
    (['body:Israel Defense Forces'], ['country:Palestine/health'])
    """
    if phrase.kind not in BODIES or phrase.back:
        return
    if (key := _ministry_key(phrase.name)) and not find_body(phrase.name):
        yield key.removesuffix("/government")  # the government of a country is the country
        return
    for name in dict.fromkeys(filter(None, (phrase.sense, phrase.name))):
        listed = find_body(name)
        if listed:
            yield _ministry_key(listed) or f"body:{listed}"
            return
        if country := find_country(name):
            yield f"country:{country}"
            return
    if phrase.kind == "outlet":
        yield f"outlet:{phrase.sense or phrase.name}"
        return
    if not find_ministry(phrase.name)[0] and _is_name(phrase.name):
        yield f"name:{phrase.name.lower()}"


def _is_name(name: str) -> bool:
    """Whether words can be the name of a body: no common noun in Latin letters."""
    return len(name) > LEAST and (has_han(name) or any(map(str.isupper, name)))


def _ministry_key(name: str) -> str:
    """Whose ministry a name means, if it means one and tells whose."""
    ministry, before = find_ministry(name)
    country = _country_in(before) if ministry else ""
    return f"country:{country}/{ministry}" if country else ""


def outlet_key(name: str) -> str:
    """Under what an outlet is known everywhere; nothing for who is none.

    >>> outlet_key("华尔街日报") == outlet_key("Wall Street Journal"), outlet_key("市长")
    (True, '')
    """
    phrase = parse_name(name)
    return next(body_keys(phrase), "") if phrase.kind == "outlet" else ""


def own_key(outlet: str) -> str:
    """The same of what an article says its outlet is, which need be listed nowhere.

    >>> own_key("海潮社"), own_key("路透社") == outlet_key("Reuters")
    ('name:海潮社', True)
    """
    name = _plain(outlet)
    return outlet_key(outlet) or (f"name:{name}" if name else "")


def _country_in(words: str) -> str:
    """The country that words before a ministry name last: 哈马斯掌控的巴勒斯坦|卫生部.

    A city or a part of a country has ministries and police of its own.
    """
    if not has_han(words):
        pieces = words.split()
        tails = (" ".join(pieces[at:]) for at in range(len(pieces)))
        return next((found for tail in tails if (found := find_state(tail))), "")
    if words.endswith(LOCAL):
        return ""
    ends = range(len(words), 0, -1)
    spans = ((at, end) for end in ends for at in range(max(0, end - 6), end))
    return next((f for at, end in spans if end - at > 1 and (f := find_state(words[at:end]))), "")


def _country_before(name: str) -> str:
    """The country with which a name begins: 巴勒斯坦|权力机构."""
    sizes = range(min(len(name), 6), 1, -1) if has_han(name) else ()
    return next((found for size in sizes if (found := find_country(name[:size]))), "")


@lru_cache(maxsize=50_000)
def parse_name(name: str) -> Phrase:
    """A name as the pack of its script takes it apart."""
    language = _language(name)
    return language.parse(language.fold(name))


def _language(name: str) -> Language:
    return load_language("zh" if has_han(name) else "en")


def is_full(name: str) -> bool:
    """Whether a name has more than a family name: 乔·拜登, Joe Biden, 林文昭.

    >>> is_full("乔·拜登"), is_full("拜登"), is_full("林文昭"), is_full("Biden")
    (True, False, True, False)
    """
    if len(PARTS.split(name)) > 1:
        return True
    if not has_han(name) or set(name) <= load_words("zh", "transliteration"):
        return False  # 马克龙: by its first character it could be a Chinese name
    is_surname = _language(name).is_surname
    return len(name) > 1 and any(is_surname(name[:size]) for size in (1, 2))


def last_part(name: str) -> str:
    """The part of a name by which someone is mostly called.

    >>> last_part("乔·拜登"), last_part("Joe Biden"), last_part("林文昭")
    ('拜登', 'biden', '林文昭')
    """
    return PARTS.split(name)[-1].lower()


def _plain(name: str) -> str:
    """A name without gloss and title, in the form in which names are matched."""
    bare = _GLOSS.sub("", name)
    if has_han(bare):
        bare = _language(bare).fold(bare)
    elif (told := parse_name(bare)).kind == "person" and told.name:
        bare = told.name
    return " ".join(bare.split()).strip(" .,").lower()


def _mentions(one: Speaker) -> Iterator[str]:
    yield from (span.text for span in one.mentions)


def _calls(name: str, one: Speaker) -> bool:
    """Whether words call a speaker by a name: no pronoun, no phrase that points back, no gloss of
    another in the middle of them (哈馬斯（Hamas）管理的衛生部), no one who speaks for the speaker.
    """
    if _is_inner_gloss(name, one):
        return False
    phrase = parse_name(name)
    if one.anonymous or one.kind != "person":
        return phrase.kind not in ("pronoun", "document", "voice") and not phrase.back
    return phrase.kind in ("person", "other", "body") and not phrase.back


def _is_inner_gloss(name: str, one: Speaker) -> bool:
    """Whether a name is the gloss of another, in the middle of what the speaker is called."""
    if has_han(name):
        return False
    around = [text for text in (one.name, *one.aliases, *_mentions(one)) if has_han(text)]
    inside = [text for text in around if name in text]
    return bool(inside) and not any(text.rstrip("）)").endswith(name) for text in inside)

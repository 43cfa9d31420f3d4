"""The names of a dossier's speaker in forms in which those of two articles can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from claims.corpus.calling import (
    BODIES,
    LEAST,
    ends_with,
    is_cut_off,
    language_of,
    list_names,
    parse_name,
    plain_name,
    speaks_for_another,
)
from claims.corpus.sounds import PARTS
from claims.lang import Phrase
from claims.lang.edges import WordSet
from claims.lang.packs import load_words
from claims.lang.words import has_han
from claims.lang.world import (
    find_bare_ministry,
    find_body,
    find_capital,
    find_country,
    find_ministry,
    find_ministry_of,
    find_office,
    find_state,
    is_local,
    is_of_bodies,
)
from claims.model import Dossier, Speaker
from claims.model.world import SpeakerKind

__all__ = [
    "Bearer", "body_keys", "find_family", "is_chinese", "is_full", "last_part", "list_bearers",
    "outlet_key", "own_key", "parse_name", "sounds_foreign",
]  # fmt: skip

Sort = Literal["person", "body", "unnamed"]


@dataclass(frozen=True)
class Bearer:
    """One speaker of one dossier, as it is compared with those of others.

    `keys` name a body or outlet whole: two that share one are one. `fulls` are whole names of a
    person, in Chinese characters and in Latin letters, `lasts` the last parts of all names, of
    names cut off too, `families` family names of one character with the title behind them,
    `offices` what the person alone holds at a time, `sides` the bodies and countries spoken for.
    `part` is the ministry that a body is where nothing tells whose, `leader` the one by whose name
    a government is called.
    """

    id: str
    document: str
    name: str
    kind: SpeakerKind
    anonymous: bool
    what: str | None
    role: str
    sort: Sort
    keys: frozenset[str] = frozenset()
    fulls: frozenset[str] = frozenset()
    lasts: frozenset[str] = frozenset()
    families: frozenset[tuple[str, str]] = frozenset()
    offices: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()
    part: str = ""
    leader: str = ""


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
    called = list_names(one)
    phrases = [parse_name(name) for name in called]
    name = called[0] if called else one.name
    base = Bearer(
        one.id, dossier.document.id, name, one.kind, one.anonymous, one.what, one.role or "",
        "unnamed", names=called,
    )  # fmt: skip
    main = parse_name(base.name)
    if speaks_for_another(base.name):
        return replace(base, sides=frozenset(_sides_of(main, one, by_id)))
    if one.anonymous and not _is_glossed(base, one):
        return replace(base, sides=frozenset(_sides_of(main, one, by_id)))
    if main.kind == "other" and (keys := frozenset(body_keys(main))):
        return replace(base, sort="body", keys=keys)
    if one.kind == "person" and main.kind not in BODIES:
        return _lay_person(base, one, phrases, by_id)
    keys = _choose_keys(main, phrases)
    if keys:
        return replace(base, sort="body", keys=keys, leader=_find_leader(main))
    return replace(base, part=find_bare_ministry(main.name))


def _is_glossed(base: Bearer, one: Speaker) -> bool:
    """Whether a gloss behind the words for someone gives a whole name: the dean (Ann Lee)."""
    return any(
        phrase.kind == "person" and is_full(phrase.name) and parse_name(base.name).kind != "person"
        for alias in one.aliases
        if ends_with(base.name, alias) and not has_han(alias)
        for phrase in [parse_name(alias)]
    )


def _find_leader(main: Phrase) -> str:
    """By whose name a government is called: 内塔尼亚胡|政府, the Biden|administration."""
    ministry, before = find_ministry(main.name)
    return last_part(before) if ministry == "government" and len(before) >= LEAST else ""


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
    names = {plain_name(name) for phrase in people for name in (phrase.name, *phrase.aliases)}
    main = parse_name(base.name)
    names |= {plain_name(base.name)} if main.kind == "person" and main.name else set()
    families = {(phrase.name, phrase.role) for phrase in people if len(phrase.name) < LEAST}
    names = {name for name in names if len(name) >= LEAST}
    every = {name for name in map(plain_name, (one.name, *one.aliases)) if len(name) >= LEAST}
    cut = {name for name in every if is_cut_off(name, names)}
    roles = {phrase.role for phrase in told if phrase.role} | {one.role or ""}
    offices = {office for role in roles if (office := _find_office(role, base.names))}
    places = sorted(side for side in sides if side.startswith("country:"))
    held = {
        f"{side}/{office}"
        for office in offices
        for side in (sides if is_of_bodies(office) else places)
    }
    named = bool(names or families) and (one.name != (one.role or "") or not one.role)
    return replace(
        base,
        sort="person" if named or held else "unnamed",
        fulls=frozenset(name for name in names - cut if is_full(name)),
        lasts=frozenset(map(last_part, names | {name for name in cut if not is_full(name)})),
        families=frozenset(families),
        offices=frozenset(held),
        sides=frozenset(sides),
    )


def _sides_of(phrase: Phrase, one: Speaker, by_id: Mapping[str, Speaker]) -> Iterator[str]:
    """The bodies that someone speaks for, and countries, that of a body's name too."""
    body = by_id.get(one.affiliation or "")
    for told in (phrase.body, parse_name(body.name) if body else None):
        keys = list(body_keys(told)) if told else []
        yield from keys
        if told and not any(map(_is_listed, keys)):
            yield from _known_before(told.name)


def _is_listed(key: str) -> bool:
    return not key.startswith("name:")


def _find_office(role: str, called: Iterable[str] = ()) -> str:
    """The office in a role that may have words before it, in the role or in what someone is
    called: 外交与安全政策|高级代表, EU foreign policy|chief.
    """
    folded = language_of(role).fold(role)
    starts = range(len(folded)) if has_han(folded) else (0,)
    if found := next((office for at in starts if (office := find_office(folded[at:]))), ""):
        return found
    before = (name.rpartition(role)[0].split() for name in called if role and not has_han(name))
    tails = (" ".join([*words[at:], role]) for words in before for at in range(len(words)))
    return next((office for tail in tails if (office := find_office(tail))), "")


def body_keys(phrase: Phrase) -> Iterator[str]:
    """Under what a body is known everywhere: its listed name, its country, or whose ministry it is.

    >>> list(body_keys(parse_name("以軍"))), list(body_keys(parse_name("Gaza Health Ministry")))
    (['body:Israel Defense Forces'], ['country:Palestine/health'])
    """
    if phrase.kind not in (*BODIES, "other") or phrase.back:
        return
    if (key := _ministry_key(phrase.name)) and not find_body(phrase.name):
        yield key.removesuffix("/government")  # the government of a country is the country
        return
    for name in dict.fromkeys(filter(None, (*_without_article(phrase.name), phrase.sense))):
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
    if phrase.kind == "body" and _is_name(phrase.name) and not _is_common(phrase.name):
        yield f"name:{phrase.name.lower()}"


def _is_common(name: str) -> bool:
    """Whether words name a ministry, and neither whose it is nor who leads it."""
    ministry, before = find_ministry(name)
    return bool(ministry) and (ministry != "government" or len(before) < LEAST)


def _is_name(name: str) -> bool:
    """Whether words can be the name of a body: no common noun in Latin letters."""
    return len(name) > LEAST and (has_han(name) or any(map(str.isupper, name)))


def _ministry_key(name: str) -> str:
    """Whose ministry a name means, if it means one and tells whose."""
    ministry, before = find_ministry(name)
    country = _country_in(before) if ministry else ""
    if not ministry:
        ministry, behind = find_ministry_of(name)
        country = _country_of(behind) if ministry else ""
    if country:
        return f"country:{country}/{ministry}"
    capital = find_capital(before) if is_local(ministry) else ""
    return f"capital:{capital}/{ministry}" if capital else ""


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
    name = plain_name(outlet)
    return outlet_key(outlet) or (f"name:{name}" if name else "")


def _country_in(words: str) -> str:
    """The country that words before a ministry name last: 哈马斯掌控的巴勒斯坦|卫生部.

    A city or a part of a country has ministries and police of its own.
    """
    if not has_han(words):
        pieces = _without_genitive(words).split()
        tails = (" ".join(pieces[at:]) for at in range(len(pieces)))
        return next((found for tail in tails if (found := find_state(tail))), "")
    if words.endswith(tuple(load_words("zh", "part_of_country"))):
        return ""
    if len(words) == 1:
        return find_country(words)  # 俄|国防部
    ends = range(len(words), 0, -1)
    spans = ((at, end) for end in ends for at in range(max(0, end - 6), end))
    return next((f for at, end in spans if end - at > 1 and (f := find_state(words[at:end]))), "")


def _country_of(words: str) -> str:
    """The country that words behind a ministry name, and nothing but it: of the|Philippines."""
    articles = language_of(words).articles
    _, *rest = words.split() or [""]
    return find_state(" ".join(rest[1:] if rest and rest[0] in articles else rest))


def _without_article(name: str) -> Iterator[str]:
    """A name, and the same without its article: The|Wall Street Journal."""
    yield name
    article, _, rest = name.partition(" ")
    if article.lower() in language_of(name).articles:
        yield rest


def _without_genitive(words: str) -> str:
    """Words without a genitive at their end: Gaza|'s."""
    genitives = sorted(language_of(words).genitives, key=len, reverse=True)
    told = next((one for one in genitives if words.endswith(one)), "")
    return words.removesuffix(told)


def _known_before(name: str) -> Iterator[str]:
    """The country or listed body with which a name begins: 巴勒斯坦|救援队, 欧盟|外交政策."""
    for size in range(min(len(name), 6), 1, -1) if has_han(name) else ():
        if country := find_country(name[:size]):
            yield f"country:{country}"
            return
        if body := find_body(name[:size]):
            yield f"body:{body}"
            return


def is_full(name: str) -> bool:
    """Whether a name has more than a family name: 乔·拜登, Joe Biden, 林文昭.

    >>> is_full("乔·拜登"), is_full("拜登"), is_full("林文昭"), is_full("Biden")
    (True, False, True, False)
    """
    return len(PARTS.split(name)) > 1 or is_chinese(name)


def is_chinese(name: str) -> bool:
    """Whether a name may be a whole Chinese one, family name first: not all of it writes sounds.

    >>> is_chinese("林文昭"), is_chinese("巴尔曼"), is_chinese("乔·拜登")
    (True, False, False)
    """
    return bool(find_family(name))


def find_family(name: str) -> str:
    """The family name of a whole Chinese name; nothing for others.

    >>> find_family("林文昭"), find_family("欧阳文靖"), find_family("巴尔曼")
    ('林', '欧阳', '')
    """
    if not has_han(name) or len(PARTS.split(name)) > 1 or set(name) <= _sounds():
        return ""
    is_surname = language_of(name).is_surname
    return next((name[:n] for n in (2, 1) if len(name) > n and is_surname(name[:n])), "")


def sounds_foreign(name: str) -> bool:
    """Whether at least half of a name's characters mostly write the sounds of foreign names.

    >>> sounds_foreign("马克龙"), sounds_foreign("苗秀岚")
    (True, False)
    """
    return 2 * sum(char in _sounds() for char in name) >= len(name)


def _sounds() -> WordSet:
    return load_words("zh", "transliteration")


def last_part(name: str) -> str:
    """The part of a name by which someone is mostly called.

    >>> last_part("乔·拜登"), last_part("Joe Biden"), last_part("林文昭")
    ('拜登', 'biden', '林文昭')
    """
    return PARTS.split(name)[-1].lower()

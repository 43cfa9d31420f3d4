"""A speaker's phrase taken apart: name, titles, body, head, whether it is new or points back."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from claims.lang.base import Phrase
from claims.lang.en.bodies import (
    read_apposed,
    read_body,
    read_country,
    read_employer,
    read_listed,
    read_side,
)
from claims.lang.en.folding import fold
from claims.lang.en.glosses import without_glosses
from claims.lang.en.heads import content_words, read_head, read_issued, type_of, unnamed
from claims.lang.en.naming import gender_of, is_capital, looks_like_name, split_suffix
from claims.lang.en.nouns import bare_titles, head_in, is_in_title, nouns, singular, tail_in
from claims.lang.en.parts import AND, split_parts
from claims.lang.en.trades import is_given, is_surname, name_behind_place, read_trade, role_of
from claims.lang.packs import Entry

EDGES = ' \t\n,;:.!?-–—"“”«»*•'
LONGEST = 500  # characters of a phrase that can name a speaker
PARTS = 8192  # phrases inside phrases that are likely to be asked for again
NAMED = ("person", "body", "outlet")
BODIES = ("body", "outlet")
LOCAL = ("resident", "public", "authority")  # types of those who are of a place

_CUT = re.compile(
    r"[,;]?\s(?:who|whom|whose|which|that|where|when|speaking|citing|quoting|including|whether"
    r"|both of whom|all of whom|one of whom)\b.*$",
    re.DOTALL,
)
_OWNER = re.compile(r"^(.+?)(?:['’]s|(?<=s)['’])\s+(.+)$", re.DOTALL)
_LINK = re.compile(
    r"\s(close to|familiar with|briefed on|with (?:\w+ )?knowledge of|aware of"
    r"|of|for|at|from|with|in|on|to|by|near)\s"
)
_AT = re.compile(r"\s(?:at|from|for|with)\s")
_KNOWING = re.compile(r"close|familiar|briefed|aware|with .*knowledge")
_DOING = re.compile(r"\s(?:\w+ed|living|working)$")
_SELF = re.compile(r"\s(?:him|her|it|them)sel(?:f|ves)$", re.IGNORECASE)
_INITIALS = re.compile(r"(?:\b[A-Z]\.)+[A-Z]$")
_OWN = {
    "his": ("one", "m"), "her": ("one", "f"), "their": ("many", "any"), "its": ("one", "n"),
    "my": ("one", "any"), "our": ("many", "any"), "your": ("any", "any"),
}  # fmt: skip


def parse_phrase(text: str) -> Phrase:
    """The phrase taken apart; names keep their letters.

    >>> phrase = parse_phrase("Norwegian Foreign Minister Anna Berro (AB)")
    >>> phrase.kind, phrase.name, phrase.role, phrase.body.name
    ('person', 'Anna Berro', 'Foreign Minister', 'Norway')
    >>> parse_phrase("the official").back, parse_phrase("two people familiar with the talks").number
    (True, 'many')
    """
    core, aliases = without_glosses(fold(text).strip())
    phrase = _parse(core) if len(core) <= LONGEST else Phrase("other", core)
    if aliases and phrase.kind in NAMED:
        phrase = replace(phrase, aliases=tuple(dict.fromkeys((*phrase.aliases, *aliases))))
    return phrase


@lru_cache(maxsize=PARTS)
def _parse(text: str) -> Phrase:
    """A phrase without glosses, by the first reading that fits; a part is asked for many times."""
    core = text.strip(EDGES)
    text = f"{core}." if f"{core}." in text and _INITIALS.search(core) else core
    if text.endswith(("'s", "’s")):
        text = text[:-2]
    for reading in READINGS if text.split() else ():
        phrase = reading(text)
        if phrase is not None:
            return phrase
    return Phrase("other", text, words=content_words(text))


# ---------------------------------------------------------------- whole forms
def _read_pronoun(text: str) -> Phrase | None:
    bare = _SELF.sub("", text)
    for form in (text.lower(), bare.lower()):
        if entry := nouns().pronoun.get(form):
            traits = {name: entry.get(name) for name in ("number", "gender", "person", "sense")}
            return Phrase("pronoun", form, **traits)
    return _parse(bare) if bare != text else None


# ---------------------------------------------------------------- several parts
def _read_cut(text: str) -> Phrase | None:
    """Without the clause that hangs on it: the man|who called police."""
    cut = _CUT.sub("", text)
    return _parse(cut) if cut != text and len(cut) > 1 else None


def _read_appositive(text: str) -> Phrase | None:
    """Hugh Hill, a doctor at the clinic; a spokesman for the mayor, Ann Lee."""
    if "," not in text:
        return None
    left, right = (part.strip() for part in text.split(",", 1))
    if not left or not right:
        return None
    first = _parse(left)
    if re.match(r"\d", right) or right.lower() in ("jr.", "jr", "sr.", "sr", "ii", "iii"):
        rest = right.split(",", 1)[1].strip() if "," in right else ""
        return _with_office(first, _parse(rest)) if rest else first
    if first.kind == "person" and first.name:
        second = _parse(right)
        if second.kind == "joint" and is_capital(right):
            return None  # a list of names
        second = _parse(right.split(",")[0]) if is_capital(right) else second
        if second.kind == "person" and second.name and not second.role:
            return None  # a list of two names
        return _with_office(first, second)
    second = _parse(right)
    if first.kind in BODIES and second.kind == "joint":
        return None
    anonymous = first.kind == "unnamed" or (first.kind == "person" and not first.name)
    if anonymous and second.kind == "person" and second.name:
        return replace(
            second, role=second.role or first.role or first.head, body=second.body or first.body
        )
    if first.kind in BODIES and second.kind not in NAMED:
        return first
    return first if first.kind != "other" and " and " not in right else None


def _with_office(named: Phrase, told: Phrase) -> Phrase:
    """A name with the office, trade and body that its apposition tells."""
    if told.kind not in ("person", "unnamed", "voice", "other"):
        return named
    return replace(named, role=named.role or told.role, body=named.body or told.body)


def _read_joint(text: str) -> Phrase | None:
    """Ann Lee and Owen Hale; the two leaders."""
    n, low = nouns(), text.lower()
    if low in n.pair:
        return Phrase("joint", text, number="many", sense="pair")
    words = low.split()
    number = head_in(words, n.joint_numbers)
    if number and " ".join(words[number:]) in n.joint_heads:
        return Phrase("joint", text, head=" ".join(words[number:]), number="many", sense="pair")
    pieces = split_parts(text)
    if len(pieces) < 2:
        return None
    parts = [_parse(piece) for piece in pieces]
    sure = all(part.kind in NAMED and (part.name or part.role) for part in parts)
    named = any(part.kind == "person" and part.name for part in parts)
    mixed = named and all(_can_join(part) for part in parts)
    return Phrase("joint", text, number="many", parts=tuple(parts)) if sure or mixed else None


def _can_join(part: Phrase) -> bool:
    """Whether a part speaks beside a person: Lee and|his wife."""
    told = part.new or part.body is not None or part.number == "many"
    return part.kind in ("person", "pronoun") or (part.kind == "unnamed" and told)


# ---------------------------------------------------------------- known and new speakers
def _read_pointing(text: str) -> Phrase | None:
    """this official, those experts: named before."""
    words = text.split()
    size = head_in(text.lower().split(), nouns().demonstrative)
    if not size or size == len(words):
        return None
    inner = _parse(" ".join(words[size:]))
    entry = nouns().demonstrative[" ".join(words[:size]).lower()]
    number = entry.get("number") if entry.get("number") in ("one", "many") else inner.number
    return replace(inner, back=True, new=False, number=number)


def _read_indefinite(text: str) -> Phrase | None:
    """an official; two people familiar with the talks; another aide."""
    words = text.split()
    size = head_in(text.lower().split(), nouns().indefinite)
    if not size or size == len(words):
        return None
    entry = nouns().indefinite[" ".join(words[:size]).lower()]
    inner = _parse(_DOING.sub("", " ".join(words[size:])) or " ".join(words[size:]))
    if inner.kind in NAMED and inner.name and inner.kind != "body":
        return inner
    if inner.kind in ("voice", "document"):
        return inner
    head = inner.head or singular(_LINK.split(text)[0].split()[-1].lower())
    number = inner.number if entry.get("number") == "any" else entry.get("number") or "one"
    if inner.kind == "body" and inner.name and is_capital(inner.name):
        return inner
    return Phrase(
        "unnamed", text, role=inner.role or head, body=inner.body, head=head,
        what=inner.what if inner.kind == "unnamed" else type_of(head), words=content_words(text),
        number=number, gender=inner.gender, new=True, another=bool(entry.get("another")),
    )  # fmt: skip


def _read_definite(text: str) -> Phrase | None:
    """the official, the ministry: the one before; the prime minister: an office."""
    if text[:4].lower() != "the " or len(text) < 6:
        return None
    inner = _parse(text[4:])
    if inner.kind == "unnamed" and not inner.new:
        return replace(inner, name=text, back=inner.body is None)
    if inner.kind == "body" and inner.name.islower():
        return replace(inner, back=inner.body is None)
    if inner.kind == "document" and inner.name.lower() == inner.head:
        return replace(inner, back=True)
    return inner


# ---------------------------------------------------------------- owners and links
def _read_owned(text: str) -> Phrase | None:
    """his lawyer, Lee's campaign, the ministry's report."""
    words = text.split()
    own = _OWN.get(words[0].lower()) if len(words) > 1 else None
    if own:
        owner = Phrase("pronoun", words[0].lower(), number=own[0], gender=own[1])
        return _belongs(text, owner, " ".join(words[1:]))
    match = _OWNER.match(text)
    link = _LINK.search(match.group(1)) if match else None
    if match is None or (link and link.group(1) != "of"):
        return None  # a statement from|Lee's campaign
    return _belongs(text, _parse(match.group(1)), match.group(2))


def _belongs(text: str, owner: Phrase, owned: str) -> Phrase | None:
    inner = _parse(owned)
    if inner.kind == "person" and inner.name:
        return replace(inner, body=inner.body or owner)
    if inner.kind in ("voice", "document", "unnamed"):
        return replace(inner, name=text, body=owner if owner.kind != "other" else inner.body)
    if inner.kind == "person":
        return replace(inner, body=inner.body or owner, words=content_words(text))
    if inner.kind == "body":
        return replace(inner, name=text if inner.name.islower() else inner.name, body=owner)
    if owned.lower() in nouns().side and owner.kind != "other":
        return Phrase("body", text, head=owned.lower(), what="organisation", body=owner)
    return Phrase("other", text, body=owner, words=content_words(text))


def _read_linked(text: str) -> Phrase | None:
    """spokesman for the ministry, head of the union, a statement from the company."""
    links = _LINK.finditer(text)
    match = next((link for link in links if not is_in_title(text, link.start())), None)
    if match is None:
        return None
    left, right = text[: match.start()], text[match.end() :]
    low = left.lower().split()
    if not low or (is_capital(text[match.end() - 1 :].strip()[:1]) and _names_body(left)):
        return None
    first = _parse(left)
    name = name_behind_place(right)
    if name and first.role and not (first.kind == "person" and first.name):
        called, aliases = split_suffix(name)
        return Phrase(
            "person", called, aliases, role=first.role, body=first.body, gender=gender_of(name)
        )
    if first.kind == "other":
        first = _parse(_DOING.sub("", left))  # people|involved in the talks
    by_place = match.group(1) in ("at", "in", "from", "near")
    if first.kind == "person" and not first.name:
        body = first.body or _known(right, place=by_place or match.group(1) == "of")
        return replace(first, body=body, words=content_words(text))
    if first.kind == "unnamed":
        of_place = match.group(1) == "of" and first.what in LOCAL
        body = first.body or _known(right, place=by_place or of_place)
        what = "source" if _KNOWING.match(match.group(1)) else first.what
        return replace(
            first, name=text, body=body, what=what, back=first.back and body is None,
            words=content_words(text),
        )  # fmt: skip
    if first.kind in ("voice", "document"):
        issuer = _parse(right) if match.group(1) in ("from", "by", "of") else first.body
        sure = issuer is not None and issuer.kind in (*NAMED, "pronoun", "unnamed", "joint")
        return replace(first, name=text, body=issuer if sure else first.body)
    if (
        first.kind == "person"
        and first.name
        and match.group(1) in ("of", "from", "with", "at", "in")
    ):
        return replace(first, body=first.body or _known(right))
    if first.kind == "body" and first.name.islower():
        return replace(first, name=text, body=first.body or _known(right))
    return None


def _names_body(left: str) -> bool:
    """Whether the name of a body goes on: Department|of Justice."""
    last = left.rsplit(maxsplit=1)[-1]
    return is_capital(last) and (last in nouns().suffix or last.lower() in nouns().generic)


def _known(text: str, place: bool = False) -> Phrase | None:
    """A body or a person that a phrase names; nothing of another phrase."""
    phrase = _parse(AND.split(text)[0])
    if place and phrase.kind == "person" and phrase.name and not phrase.role:
        return Phrase("body", phrase.name)  # the mayor of|Harlow
    if phrase.kind in (*NAMED, "pronoun"):
        return phrase
    further = _AT.search(text)  # professor of law|at the university
    return _known(text[further.end() :], place) if further else None


# ---------------------------------------------------------------- titles and heads
def _read_prefixed(text: str) -> Phrase | None:
    """A name behind where one is from: Kenyan-born|Ann Lee."""
    words = text.split()
    tail = words[0].rpartition("-")[2] if "-" in words[0] else ""
    if tail not in nouns().hyphenated or len(words) < 2 or not is_capital(words[1]):
        return None
    return _parse(" ".join(words[1:]))


def _read_titled(text: str) -> Phrase | None:
    """Russian President Ivan Petrov; former spokeswoman Ann Lee; the prime minister."""
    words = bare_titles(text.split())
    low = [word.lower() for word in words]
    n = nouns()
    for end in range(len(words), 0, -1):
        size = tail_in(low[:end], n.role)
        if not size:
            continue
        before, role, after = words[: end - size], words[end - size : end], words[end:]
        entry = n.role[" ".join(low[end - size : end])]
        if after and looks_like_name(after):
            if is_given(role, before, after):
                continue
            gender = entry.get("gender") or gender_of(after)
            name, aliases = split_suffix(after)
            return Phrase(
                "person", name, aliases, role=role_of(role, entry), body=read_employer(before),
                gender=gender,
            )  # fmt: skip
        if not after and not is_surname(before, role, entry):
            return _office(text, before, role, entry)
    return None


def _office(text: str, before: list[str], role: list[str], entry: Entry) -> Phrase | None:
    """An office without its holder, or a trade: then someone unnamed."""
    form = " ".join(role).lower()
    if entry.get("rank") == "courtesy" or entry.get("title"):
        return None
    body = read_employer(before)
    if form in nouns().unnamed or entry.get("rank") != "office":
        return unnamed(text, form, body, gender=entry.get("gender") or "any")
    return Phrase(
        "person", role=" ".join(role), body=body, head=form, words=content_words(text),
        gender=entry.get("gender") or "any",
    )  # fmt: skip


# ---------------------------------------------------------------- bodies and names
def _read_name(text: str) -> Phrase | None:
    words = text.split()
    if not looks_like_name(words):
        return None
    name, aliases = split_suffix(words)
    return Phrase("person", name, aliases, gender=gender_of(words))


READINGS: tuple[Callable[[str], Phrase | None], ...] = (
    _read_pronoun,
    read_listed,
    _read_cut,
    _read_appositive,
    _read_joint,
    _read_pointing,
    _read_indefinite,
    _read_owned,
    _read_linked,
    _read_definite,
    _read_prefixed,
    _read_titled,
    read_apposed,
    read_side,
    read_trade,
    read_issued,
    read_head,
    read_body,
    read_country,
    _read_name,
)


def is_title(text: str) -> bool:
    """Whether a text is nothing but titles, bodies and places: French President.

    >>> is_title("the prime minister"), is_title("yesterday at the airport")
    (True, False)
    """
    phrase = parse_phrase(text)
    return bool((phrase.role and not phrase.name) or phrase.kind in BODIES)

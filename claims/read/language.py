"""Which language a text is in: by its script, then by letters or small words of its own."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_SAMPLE = 20_000
_KANA_OF_JAPANESE = 0.1
_SMALL_WORDS = 0.06
_MIXED = 0.1
_OWN_LETTERS = 0.003
UNKNOWN = "und"


@dataclass(frozen=True)
class _Script:
    """One script: its letters, what one of them counts, and the languages written in it."""

    letters: re.Pattern[str]
    weight: float
    usual: str
    own: tuple[tuple[str, re.Pattern[str]], ...]


@dataclass(frozen=True)
class _Table:
    names: dict[str, str]
    scripts: dict[str, _Script]
    words: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def _table() -> _Table:
    data = tomllib.loads(files("claims.read").joinpath("languages.toml").read_text("utf-8"))
    scripts = {}
    for name, script in data["scripts"].items():
        language = data["languages"].get(name, {})
        own = tuple(
            (code, re.compile(f"[{letters}]", re.I))
            for code, letters in language.get("letters", {}).items()
        )
        letters = re.compile(f"[{script['ranges']}]")
        scripts[name] = _Script(letters, script["weight"], language.get("usual", ""), own)
    words = {code: frozenset(line.split()) for code, line in data["words"].items()}
    return _Table(data["names"], scripts, words)


def detect_language(text: str) -> str:
    """The ISO 639-1 code of a text's language, `und` where nothing tells.

    >>> detect_language("白宫发言人史密斯（Jordan Smith）说会谈结束了")
    'zh'
    >>> detect_language("Le président a déclaré que la réunion est terminée.")
    'fr'
    """
    sample = text[:_SAMPLE]
    weights = Counter(
        {
            name: len(script.letters.findall(sample)) * script.weight
            for name, script in _table().scripts.items()
        }
    )
    script, weight = weights.most_common(1)[0]
    if not weight:
        return UNKNOWN
    if weights["kana"] and script in ("han", "kana"):
        return _chinese_or_japanese(sample)
    if script == "latin":
        found = _by_small_words(sample)
        mixed = found == UNKNOWN and weights["han"] > _MIXED * weight
        return _chinese_or_japanese(sample) if mixed else found
    return _by_own_letters(sample, _table().scripts[script])


def _chinese_or_japanese(sample: str) -> str:
    """Chinese may quote a word in kana; Japanese cannot do without."""
    scripts = _table().scripts
    kana = len(scripts["kana"].letters.findall(sample))
    han = len(scripts["han"].letters.findall(sample))
    return "ja" if kana > _KANA_OF_JAPANESE * (kana + han) else "zh"


def _by_own_letters(sample: str, script: _Script) -> str:
    least = _OWN_LETTERS * len(script.letters.findall(sample))
    for code, letters in script.own:
        if len(letters.findall(sample)) > least:
            return code
    return script.usual


_WORD = re.compile(r"[^\W\d_]+")
_OWNED = re.compile(r"(?<=[^\W\d_])['’]s\b")  # whose it is, in English


def _by_small_words(sample: str) -> str:
    words = [word.lower() for word in _WORD.findall(_OWNED.sub("", sample))]
    shares = Counter(
        {code: sum(word in small for word in words) for code, small in _table().words.items()}
    )
    (best, hits), (_, next_hits) = shares.most_common(2)
    if hits <= _SMALL_WORDS * len(words) or hits == next_hits:
        return UNKNOWN
    return best


def name_language(code: str) -> str:
    """A language in English words, with its code.

    >>> name_language("fr"), name_language("und"), name_language("xx")
    ('French (fr)', 'an unknown language', 'xx')
    """
    if code == UNKNOWN:
        return "an unknown language"
    name = _table().names.get(code)
    return f"{name} ({code})" if name else code


def count_letters(text: str) -> int:
    """How many letters a text has, ideographs among them; digits and marks are none.

    >>> count_letters("2022-01-28 白宫 (AP)")
    4
    """
    return sum(map(str.isalpha, text[:_SAMPLE]))

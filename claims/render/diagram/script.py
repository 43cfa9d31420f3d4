"""In which language and script the words of a picture are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.lang.zh.folding import fold
from claims.query.answers import Article, Statement
from claims.render.cells import find_han
from claims.render.vocabulary import Lang

_ENOUGH = 80  # characters of a statement that tell a script
_SHARE = 20  # one traditional character among so many makes a text traditional


def choose_lang(
    wanted: Lang | None, articles: Sequence[Article], statements: Iterable[Statement]
) -> Lang:
    """That which is wanted, else that of most articles; Chinese in the script of most."""
    lang = wanted or _common(articles)
    if lang == "en":
        return "en"
    texts: dict[str, str] = {}
    for one in statements:
        texts[one.article.id] = texts.get(one.article.id, "") + one.passage.text[:_ENOUGH]
    traditional = sum(map(is_traditional, texts.values()))
    return "zh-hant" if 2 * traditional > len(texts) else "zh"


def find_script(texts: Iterable[str]) -> Lang:
    """Chinese in the script of most of the texts together; English where no character is in them.

    >>> find_script(["發言人說"]), find_script(["发言人说"]), find_script(["the port’s gate"])
    ('zh-hant', 'zh', 'en')
    """
    text = "".join(texts)
    if not find_han(text):
        return "en"
    return "zh-hant" if is_traditional(text) else "zh"


def _common(articles: Sequence[Article]) -> Lang:
    chinese = [one.lang.startswith("zh") or not one.lang for one in articles]
    return "zh" if 2 * sum(chinese) >= len(chinese) else "en"


def is_traditional(text: str) -> bool:
    """Whether a Chinese text is in traditional characters.

    >>> is_traditional("發言人說，會談結束。"), is_traditional("发言人说，会谈结束。")
    (True, False)
    """
    han = find_han(text)
    changed = sum(a != b for a, b in zip(han, fold(han), strict=True))
    return changed * _SHARE > len(han)

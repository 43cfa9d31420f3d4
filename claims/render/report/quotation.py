"""A statement as it is copied: with its chain, its sentence, its outlet, date and address."""

from __future__ import annotations

from collections.abc import Iterator

from claims.model import Document
from claims.query.answers import Article, Statement
from claims.render.cells import clean
from claims.render.report.labels import Labels
from claims.render.report.sentences import mark_sentence
from claims.render.report.tame import tame_address
from claims.render.report.telling import cite_article, name_hop, name_statement

ARROW = " ← "


def write_quotation(one: Statement, page: Document, labels: Labels) -> str:
    """The first lines that the copy button puts on the clipboard; `write_source` has the last.

    The sentence of the article comes with it, so that no words go about without their chain.

    >>> from claims.model import Span
    >>> from claims.query.answers import Article, Party
    >>> from claims.render.report.labels import load_labels
    >>> page = Document.of("港口说，今日停航。", lang="zh")
    >>> one = Statement(id="a2", article=Article(id=page.id, outlet="东港日报"), text="今日停航",
    ...                 speaker=Party(id="s0", name="港口"), passage=Span.of(page.text, 0, 8))
    >>> print(write_quotation(one, page, load_labels("zh")))
    港口：今日停航
    原话：港口说，今日停航。
    """
    return "\n".join(filter(None, _write_lines(one, page, labels)))


def write_source(page: Article, labels: Labels) -> str:
    """Where a quotation is from: outlet, date, title, address; one for all of an article.

    >>> from claims.render.report.labels import load_labels
    >>> print(write_source(Article(id="x", outlet="东港日报", url="https://a.example"),
    ...                    load_labels("zh")))
    出处：东港日报，日期不明
    https://a.example
    """
    lines = (_lead("source_line", cite_article(page, labels), labels), tame_address(page.url))
    return "\n".join(filter(None, lines))


def write_chain(one: Statement, labels: Labels) -> str:
    """The chain in one line, from the outlet to the speaker; empty without a relay."""
    names = [name_hop(hop, labels) for hop in one.hops]
    return ARROW.join(names) if len(names) > 1 else ""


def _write_lines(one: Statement, page: Document, labels: Labels) -> Iterator[str]:
    name = name_statement(one, labels)
    if one.unnamed and one.speaker and one.speaker.anonymous:
        name = labels.write("aside", first=name, second=labels.write("anonymous"))
    if one.text:
        words = clean(one.text)
        quoted = labels.write("quotation", text=words) if one.quote == "direct" else words
        yield labels.write("lead", first=name, second=quoted)
    else:
        yield name
    yield _lead("quoted_chain", write_chain(one, labels), labels)
    sentence = clean("".join(words.text for words in mark_sentence(page, one)))
    yield _lead("original", sentence, labels)


def _lead(key: str, words: str, labels: Labels) -> str:
    return labels.write("lead", first=labels.write(key), second=words) if words else ""

"""A statement as it is copied: with its chain, its sentence, its outlet, date and address."""

from __future__ import annotations

from collections.abc import Iterator

from claims.model import Document
from claims.query.answers import Article, Hop, Statement
from claims.render.cells import clean, read_address
from claims.render.report.labels import Labels
from claims.render.report.sentences import mark_sentence
from claims.render.report.tame import tame_address
from claims.render.report.telling import (
    cite_article,
    list_hops,
    mark_hop,
    name_held,
    name_hop,
    name_statement,
)

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
    lines = (
        _lead("source_line", cite_article(page, labels), labels),
        read_address(tame_address(page.url)),
    )
    return "\n".join(filter(None, lines))


def write_chain(one: Statement, labels: Labels) -> str:
    """The chain in one line, from the outlet to the speaker; empty without a relay.

    Who denies what comes after, or has not said it, bears the word for it.
    """
    names = [_name_step(hop, labels) for hop in list_hops(one)]
    return ARROW.join(names) if len(names) > 1 else ""


def _name_step(hop: Hop, labels: Labels) -> str:
    name, mark = name_hop(hop, labels), mark_hop(hop, labels)
    return labels.write("held", name=name, mark=mark) if mark else name


def _write_lines(one: Statement, page: Document, labels: Labels) -> Iterator[str]:
    words = clean(one.text)
    quoted = labels.quote(words) if one.quote == "direct" else words
    lead = _write_lead(one, labels)
    yield labels.write("lead", first=lead, second=quoted) if words else lead
    yield _lead("quoted_chain", write_chain(one, labels), labels)
    sentence = clean("".join(words.text for words in mark_sentence(page, [one])))
    yield _lead("original", sentence, labels)


def _write_lead(one: Statement, labels: Labels) -> str:
    """Who says it, in which words of report: without these a denial would read as its contrary.

    Words of report that hold the speaker's name (据林海说) are left out.
    """
    name = name_statement(one, labels)
    if one.speaker and one.speaker.anonymous:
        name = labels.write("aside", first=name, second=labels.term("anonymous"))
    cue = clean(one.cue.text) if one.cue and not _holds_source(one) and one.speaker else ""
    told = cue and labels.lang != "en" and any(map(_is_turned, one.hops[-1:]))
    name = name if told else name_held(name, one, labels)
    return labels.write("said", name=name, cue=cue) if cue else name


def _is_turned(hop: Hop) -> bool:
    return hop.held != "asserted"


def _holds_source(one: Statement) -> bool:
    cue, source = one.cue, one.source
    return bool(cue and source and source.start < cue.end and cue.start < source.end)


def _lead(key: str, words: str, labels: Labels) -> str:
    return labels.write("lead", first=labels.write(key), second=words) if words else ""

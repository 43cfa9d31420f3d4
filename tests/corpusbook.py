"""Cases as data: a few articles, and what must be known of all of them together.

    [[case]]
    name = "an army by its short names"
    articles = [
      { text = "以军说，哨所已经撤空。" },
      { text = "The IDF said the outpost was empty." },
    ]
    one = [["1:以军", "2:IDF"]]

`1:以军` is 以军 in the first article: a speaker by any name that the article's dossier has, or a
claim by its words, with `以军#2` for the second occurrence. The head of
`cases/corpus/speakers.toml` tells all keys.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from casebook import CASES, NTH, locate, trim

from claims.corpus import Decision, build_corpus
from claims.lang.words import has_han
from claims.model import Document, Dossier, Speaker
from claims.model.corpus import Corpus, CorpusClaim, CorpusRelation, CorpusSpeaker
from claims.track import make_dossier

Row = Mapping[str, Any]
ARTICLE = {"text", "date", "outlet"}
ROWS = {
    "reasons": {"who", "words"},
    "matters": {"topic", "claims"},
    "conflicts": {"first", "second", "kind", "words", "strength", "reason"},
    "supports": {"first", "second", "reason"},
    "repeats": {"first", "second", "reason"},
    "origins": {"of", "who", "articles", "anonymous", "alone"},
    "decisions": {"same", "different"},
}
PLAIN = ("one", "apart", "perhaps", "stories", "copies", "unrelated", "narrated")
KINDS = {"conflicts": "contradicts", "supports": "supports", "repeats": "repeats"}


@dataclass(frozen=True)
class Case:
    """Some articles with what must be found; what is None is not looked at."""

    name: str
    articles: Sequence[Row]
    one: Sequence[Sequence[str]] | None = None
    apart: Sequence[Sequence[str]] | None = None
    perhaps: Sequence[Sequence[str]] | None = None
    reasons: Sequence[Row] | None = None
    stories: Sequence[Sequence[int]] | None = None
    copies: Sequence[Sequence[int]] | None = None
    matters: Sequence[Row] | None = None
    unrelated: Sequence[Sequence[str]] | None = None
    narrated: Sequence[str] | None = None
    conflicts: Sequence[Row] | None = None
    supports: Sequence[Row] | None = None
    repeats: Sequence[Row] | None = None
    origins: Sequence[Row] | None = None
    decisions: Sequence[Row] = ()
    why: str = ""
    wanted: Mapping[str, Sequence[Any]] = field(init=False)

    def __post_init__(self) -> None:
        given = {key: getattr(self, key) for key in (*PLAIN, *ROWS) if key != "decisions"}
        wanted = {key: rows for key, rows in given.items() if rows is not None}
        keys = {"articles": ARTICLE, **ROWS}
        rows = {"articles": self.articles, "decisions": self.decisions, **wanted}
        for kind, known in keys.items():
            unknown = {key for row in rows.get(kind, ()) for key in row} - known
            assert not unknown, f"{self.name}: no such key of {kind}: {unknown}"
        assert wanted, f"{self.name}: nothing is asked"
        object.__setattr__(self, "wanted", wanted)

    def read(self) -> list[Dossier]:
        """The dossiers of the articles."""
        return [make_dossier(read_article(row)) for row in self.articles]


def read_article(row: Row) -> Document:
    """An article of a case as a document."""
    return Document.of(
        row["text"],
        lang="zh" if has_han(row["text"]) else "en",
        published=row.get("date", ""),
        outlet=row.get("outlet", ""),
    )


def load_cases(name: str) -> list[Case]:
    """The cases of one file of `cases/corpus`."""
    tables = tomllib.loads((CASES / "corpus" / f"{name}.toml").read_text("utf-8"))
    return [Case(**table) for table in tables["case"]]


def differences(case: Case) -> list[str]:
    """All that is found otherwise than the case has it; nothing where all is right."""
    return list(_differences(case, Book(case.read(), case.decisions)))


def _differences(case: Case, book: Book) -> Iterator[str]:
    compare: Mapping[str, Callable[[Sequence[Any]], Iterator[str]]] = {
        "one": book.compare_one,
        "apart": book.compare_apart,
        "perhaps": book.compare_perhaps,
        "reasons": book.compare_reasons,
        "stories": book.compare_stories,
        "copies": book.compare_copies,
        "matters": book.compare_matters,
        "unrelated": book.compare_unrelated,
        "narrated": book.compare_narrated,
        "origins": book.compare_origins,
    }
    for kind, rows in case.wanted.items():
        if kind in KINDS:
            yield from book.compare_pairs(KINDS[kind], rows)
        else:
            yield from compare[kind](rows)


class Book:
    """A corpus, looked up by the pieces of the texts of its articles."""

    def __init__(self, dossiers: Sequence[Dossier], decisions: Sequence[Row] = ()) -> None:
        self.dossiers = dossiers
        self.number = {one.document.id: place for place, one in enumerate(dossiers, 1)}
        told = tuple(self.decide(row) for row in decisions)
        self.corpus: Corpus = build_corpus(dossiers, told)
        self.claims = {one.id: one for one in self.corpus.claims}
        self.speakers = {one.id: one for one in self.corpus.speakers}
        self.of = {id: one for one in self.corpus.speakers for id in one.dossier_speakers}

    # ------------------------------------------------------------ pieces
    def article(self, piece: str) -> tuple[Dossier, str]:
        number, _, words = piece.partition(":")
        return self.dossiers[int(number) - 1], words

    def bearer(self, piece: str) -> Speaker:
        """The speaker of an article that a piece names: by the name itself, else by another."""
        dossier, words = self.article(piece)
        hit = NTH.fullmatch(words)
        name, nth = (hit["piece"], int(hit["nth"])) if hit else (words, 1)
        plain = [one for one in dossier.speakers if one.name == name]
        found = plain or [one for one in dossier.speakers if name in one.aliases]
        assert len(found) >= nth, f"no speaker {piece!r}: {[one.name for one in dossier.speakers]}"
        return found[nth - 1]

    def speaker(self, piece: str) -> CorpusSpeaker:
        found = self.of.get(self.bearer(piece).id)
        assert found is not None, f"no speaker of the corpus is {piece!r}"
        return found

    def claim(self, piece: str) -> CorpusClaim:
        """The claim that stands at a piece; the last one, which is of who is nearest to it."""
        dossier, words = self.article(piece)
        text, id = dossier.document.text, dossier.document.id
        place = trim(text, *locate(text, words))
        own = [one for one in self.corpus.claims if one.document == id]
        found = [one for one in own if trim(text, one.span.start, one.span.end) == place]
        assert found, f"no claim {piece!r}: {[one.span.text for one in own]}"
        return found[-1]

    def decide(self, row: Row) -> Decision:
        """A decision on the first speaker of a row and the others."""
        same = "same" in row
        first, *more = row["same" if same else "different"]
        other = frozenset(self.bearer(piece).id for piece in more)
        return Decision(same, frozenset({self.bearer(first).id}), other)

    def show(self, one: CorpusClaim) -> str:
        return f"{self.number[one.document]}:{one.span.text}"

    # ------------------------------------------------------------ speakers
    def compare_one(self, rows: Sequence[Sequence[str]]) -> Iterator[str]:
        for row in rows:
            if len({self.speaker(piece).id for piece in row}) > 1:
                yield f"not one speaker: {row}"

    def compare_apart(self, rows: Sequence[Sequence[str]]) -> Iterator[str]:
        for row in rows:
            for a, b in combinations(row, 2):
                if self.speaker(a).id == self.speaker(b).id:
                    yield f"one speaker: {a} and {b} ({', '.join(self.speaker(a).reasons)})"

    def compare_perhaps(self, rows: Sequence[Sequence[str]]) -> Iterator[str]:
        """The first of a row may be each of the others, and each of them the first."""
        for first, *more in rows:
            others = {self.speaker(piece).id for piece in more}
            if set(self.speaker(first).perhaps) != others:
                names = [self.speakers[id].name for id in self.speaker(first).perhaps]
                yield f"{first} is perhaps {names}, not {more}"
            for piece in more:
                if self.speaker(first).id not in self.speaker(piece).perhaps:
                    yield f"{piece} is not perhaps {first}"

    def compare_reasons(self, rows: Sequence[Row]) -> Iterator[str]:
        for row in rows:
            found = self.speaker(row["who"]).reasons
            if not any(row["words"] in reason for reason in found):
                yield f"{row['who']} is not one because {row['words']!r} but {found}"

    # ------------------------------------------------------------ stories
    def compare_stories(self, rows: Sequence[Sequence[int]]) -> Iterator[str]:
        found = [sorted(self.number[id] for id in one.documents) for one in self.corpus.stories]
        if sorted(found) != sorted(map(sorted, rows)):
            yield f"stories are {sorted(found)}"

    def compare_copies(self, rows: Sequence[Sequence[int]]) -> Iterator[str]:
        groups = [group for one in self.corpus.stories for group in one.copies]
        found = [sorted(self.number[id] for id in group) for group in groups]
        if sorted(found) != sorted(map(sorted, rows)):
            yield f"copies are {sorted(found)}"

    # ------------------------------------------------------------ matters
    def compare_matters(self, rows: Sequence[Row]) -> Iterator[str]:
        by_id = {one.id: one for one in self.corpus.matters}
        for row in rows:
            found = {self.claim(piece).matter for piece in row["claims"]}
            if len(found) > 1 or None in found:
                places = {piece: self.claim(piece).matter for piece in row["claims"]}
                yield f"not on one matter: {places}"
                continue
            topic = by_id[str(found.pop())].topic
            if topic != row.get("topic", topic):
                yield f"{row['claims'][0]} is on {topic!r}, not {row['topic']!r}"

    def compare_unrelated(self, rows: Sequence[Sequence[str]]) -> Iterator[str]:
        for row in rows:
            for a, b in combinations(row, 2):
                one, other = self.claim(a).matter, self.claim(b).matter
                if one is not None and one == other:
                    yield f"on one matter: {a} and {b}"

    def compare_narrated(self, rows: Sequence[str]) -> Iterator[str]:
        """All that articles tell in their own voice; nobody has said it."""
        wanted = {self.claim(piece).id for piece in rows}
        found = {one.id for one in self.corpus.claims if one.narrated}
        for id in sorted(wanted ^ found):
            yield f"{'not told' if id in wanted else 'told'}: {self.show(self.claims[id])}"
        for id in sorted(found):
            one = self.claims[id]
            if one.speaker is not None or one.attribution is not None or one.chain:
                yield f"told by somebody: {self.show(one)}"

    # ------------------------------------------------------------ pairs of claims
    def compare_pairs(self, kind: str, rows: Sequence[Row]) -> Iterator[str]:
        """All pairs of a kind whose two ends are claims of two articles."""
        left = [one for one in self.corpus.relations if one.kind == kind and self.is_across(one)]
        for row in rows:
            ends = {self.claim(row[end]).id for end in ("first", "second")}
            found = next((one for one in left if {one.origin, *one.to} == ends), None)
            if found is None:
                yield f"no {kind}: {row['first']!r} and {row['second']!r}"
            else:
                left.remove(found)
                told = f"{row['first']!r} and {row['second']!r}"
                yield from (f"{told}: {line}" for line in self.unlike(row, found))
        for one in left:
            ends = [self.show(self.claims[id]) for id in (*one.to, one.origin)]
            yield f"a {kind} too much: {' / '.join(ends)} ({one.reason})"

    def is_across(self, one: CorpusRelation) -> bool:
        ends = [self.claims[id].document for id in (one.origin, *one.to) if id in self.claims]
        return len(set(ends)) > 1

    def unlike(self, row: Row, one: CorpusRelation) -> Iterator[str]:
        apart = one.difference
        words = sorted([apart.first, apart.second]) if apart else []
        found = {"kind": apart.kind if apart else "", "words": words, "strength": one.strength}
        for key, value in found.items():
            wanted = sorted(row[key]) if key == "words" and key in row else row.get(key)
            if key in row and wanted != value:
                yield f"{key} is {value!r}, not {row[key]!r}"
        if row.get("reason", "") not in one.reason:
            yield f"reason is {one.reason!r}, not {row['reason']!r}"

    # ------------------------------------------------------------ origins
    def compare_origins(self, rows: Sequence[Row]) -> Iterator[str]:
        """All on whose word the position of a claim rests; a row for each."""
        for of in dict.fromkeys(row["of"] for row in rows):
            claim = self.claim(of)
            left = [
                one
                for one in self.corpus.origins
                if one.matter == claim.matter
                and any(self.claims[id].position == claim.position for id in one.claims)
            ]
            for row in (row for row in rows if row["of"] == of):
                found = next((one for one in left if self.is_word_of(one.origin, row)), None)
                if found is None:
                    yield f"{of} does not rest on {row['who']}"
                    continue
                left.remove(found)
                told = {
                    "articles": sorted(self.number[id] for id in found.documents),
                    "anonymous": found.anonymous,
                    "alone": found.alone,
                }
                for key, value in told.items():
                    if key in row and row[key] != value:
                        yield f"{of}, {row['who']}: {key} is {value!r}, not {row[key]!r}"
            for one in left:
                yield f"{of} rests on {self.speakers[one.origin].name} too"

    def is_word_of(self, id: str, row: Row) -> bool:
        return self.speaker(row["who"]).id == id

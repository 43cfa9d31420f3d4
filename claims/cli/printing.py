"""What the commands print on standard output."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from claims.cli.streams import Voice, put
from claims.model import Attribution, Claim, Dossier, Speaker
from claims.render.cells import wrap

if TYPE_CHECKING:
    from rich.text import Text

    from claims.cli.lookup import Item
    from claims.evaluate import Figures, Gold, Mistake, Ratio
    from claims.model import Frozen
    from claims.query.across import Library

_WIDTH = 100  # where neither a terminal nor COLUMNS says how wide
_NAMED = 3  # ids in a sentence


def print_dossiers(dossiers: Iterable[Dossier], shape: str) -> None:
    """Dossiers as a table, as JSON lines, each when it is done, or as one array at the end."""
    if shape == "json":
        put("[" + ",\n".join(one.to_json() for one in dossiers) + "]\n")
    elif shape == "jsonl":
        for one in dossiers:
            put(one.to_json() + "\n")
    else:
        from claims.render.table import draw_article

        for number, one in enumerate(dossiers):
            put("\n" * bool(number) + paint(draw_article(one, find_width())))


def print_item(dossier: Dossier, item: Item, *, as_json: bool) -> None:
    """One item with all that is known about how it was found, or on which words it rests."""
    if as_json:
        data = item.model_dump_json(by_alias=True)
        put(f'{{"document":"{dossier.document.id}","item":{data}}}\n')
        return
    from claims.render.conclusions import draw_claim, draw_relation
    from claims.render.explanation import draw_attribution, draw_speaker

    if isinstance(item, Attribution):
        put(paint(draw_attribution(dossier, item)))
    elif isinstance(item, Speaker):
        put(paint(draw_speaker(dossier, item)))
    elif isinstance(item, Claim):
        put(paint(draw_claim(dossier, item)))
    else:
        put(paint(draw_relation(dossier, item)))


def print_gathered(library: Library, id: str, *, as_json: bool) -> None:
    """What is of many articles, by its whole id: as words, or as its noun."""
    from claims.query.across import explain_matter, explain_pair, explain_speaker
    from claims.render.across import draw_joined, draw_matter, draw_narrated, draw_pair

    drawn: Text | None = None
    item: Frozen | None = None
    if matter := explain_matter(library, id):
        item, drawn = matter, draw_matter(library, matter)
    elif speaker := explain_speaker(library, id):
        item, drawn = speaker, draw_joined(speaker)
    elif pair := explain_pair(library, id):
        item, drawn = pair, draw_pair(library, pair)
    elif told := library.tell(id):
        item, drawn = told, draw_narrated(library, told)
    if item and drawn:
        put(f'{{"item":{item.model_dump_json()}}}\n' if as_json else paint(drawn))


def print_figures(
    pairs: list[tuple[Gold, Dossier | None]], voice: Voice, *, as_json: bool, errors: bool
) -> None:
    """The figures, and before them, if wanted, each mistake."""
    from claims.evaluate import evaluate, list_errors

    figures = evaluate(pairs)
    listed = [one for pair in pairs for one in list_errors(*pair)] if errors else []
    if figures.lost:
        voice.say(f"no dossier holds the text of {_some(figures.lost)}")
    if as_json:
        extra = {"errors": [asdict(one) for one in listed]} if errors else {}
        put(json.dumps(figures.as_dict() | extra, ensure_ascii=False) + "\n")
        return
    put("".join(f"{line}\n" for line in [*map(_line, listed), *_rows(figures)]))


def _some(ids: tuple[str, ...]) -> str:
    """The first ids, and how many more there are."""
    more = f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else ""
    return ", ".join(ids[:_NAMED]) + more


def _line(one: Mistake) -> str:
    wrong = f"  ({', '.join(one.wrong)})" if one.wrong else ""
    words = " ".join(one.words.split())
    words = words if len(words) <= 60 else words[:59] + "…"
    return f"{one.kind:5}  {one.article}  {one.id}  {one.cue or '-'} | {words}{wrong}"


def _rows(figures: Figures) -> Iterator[str]:
    yield f"{figures.articles} article" + "s" * (figures.articles != 1)
    yield f"{'':15}{'P':>7}{'R':>7}{'F':>7}{'of':>8}"
    for name, score in figures.scores.items():
        numbers = "".join(map(_number, (score.p, score.r, score.f)))
        yield f"{name:15}{numbers}{score.recall.of:>8}"
    if figures.rates:
        yield f"{'':15}{'':14}{'rate':>7}{'of':>8}"
    for name, ratio in figures.rates.items():
        yield _rate_row(name, ratio)


def _rate_row(name: str, ratio: Ratio) -> str:
    return f"{name:15}{'':14}{_number(ratio.rate)}{ratio.of:>8}"


def _number(value: float | None) -> str:
    return f"{'–':>7}" if value is None else f"{value:>7.3f}"


def find_width() -> int:
    """How many columns there are: of the terminal, or as COLUMNS says."""
    return max(40, shutil.get_terminal_size((_WIDTH, 24)).columns)


def fill(sentence: str) -> str:
    """A sentence in lines that fit, each with its end."""
    return "".join(f"{line}\n" for line in wrap(sentence, find_width()))


def paint(text: Text) -> str:
    """The text with its styles where standard output shows them, plain elsewhere."""
    from rich.console import Console

    console = Console(file=sys.stdout, width=find_width(), highlight=False)
    with console.capture() as captured:
        console.print(text, soft_wrap=True)
    return captured.get()

"""A pipeline of one pattern, so that the command line is tested apart from what it calls.

Run as a program it is `claims` with this pipeline in place of the real one.
"""

from __future__ import annotations

import re
import sys

from claims.model import Attribution, Candidate, Document, Dossier, SaidAt, Span, Speaker, Why

SAID = re.compile(r"(?P<source>\w+?)(?P<cue>表示|声称|说)，(?P<content>[^。\n]+)")


def make_dossier(document: Document) -> Dossier:
    """Every `X说，Y` of a document; a speaker whose name has 官员 is unnamed."""
    if "崩溃" in document.text:
        raise RuntimeError("made to fail")
    speakers: dict[str, Speaker] = {}
    found = []
    for hit in SAID.finditer(document.text):
        spans = {
            name: Span.of(document.text, *hit.span(name)) for name in ("source", "cue", "content")
        }
        name = spans["source"].text
        known = speakers.get(name)
        mentions = (*(known.mentions if known else ()), spans["source"])
        speakers[name] = Speaker(
            id=f"{document.id}:s{mentions[0].start}",
            name=name,
            kind="person",
            anonymous="官员" in name,
            what="official" if "官员" in name else None,
            mentions=mentions,
        )
        found.append(
            Attribution(
                id=f"{document.id}:a{hit.start('cue')}",
                speaker=speakers[name].id,
                chain=(speakers[name].id,),
                source=spans["source"],
                cue=spans["cue"],
                content=(spans["content"],),
                confidence=0.9,
                made_by="stand-in",
                why=Why(
                    steps=(f"the words {spans['cue'].text} report",),
                    considered=(Candidate(what="no report at all", weight=0.1),),
                ),
            )
        )
    return Dossier(document=document, speakers=tuple(speakers.values()), attributions=tuple(found))


def nested() -> Dossier:
    """A dossier made by hand: relays, an unnamed speaker, an elided one, medium and time."""
    text = (
        "东港航运管理局与西屿渔业合作联合总社各执一词\n"
        "《海潮报》8日援引一名东港官员的话报道，局长林海在电视讲话中说，航道当天上午已经全部恢复通行，"
        "并警告渔船不得靠近。\n"
        "据悉，渔民没有说船只受损。\n"
        "合作总社否认此事。\n"
    )

    def at(words: str, nth: int = 0) -> Span:
        start = -1
        for _ in range(nth + 1):
            start = text.index(words, start + 1)
        return Span.of(text, start, start + len(words))

    d = "feedc0ffee00"
    when = at("8日")
    speakers = (
        Speaker(id=f"{d}:s24", name="海潮报", kind="outlet"),
        Speaker(id=f"{d}:s32", name="一名东港官员", kind="person", anonymous=True, what="official"),
        Speaker(id=f"{d}:s44", name="林海", kind="person", role="局长", aliases=("局长林海",)),
        Speaker(id=f"{d}:s99", name="西屿渔业合作联合总社", kind="organisation"),
    )
    outlet, official, head, union = (one.id for one in speakers)
    report = at("航道当天上午已经全部恢复通行，并警告渔船不得靠近")
    whole = Span.of(text, at("局长林海").start, report.end)
    attributions = (
        Attribution(
            id=f"{d}:a29",
            speaker=outlet,
            chain=(outlet,),
            source=at("《海潮报》"),
            cue=at("援引一名东港官员的话报道"),
            content=(whole,),
            said_at=SaidAt(**when.model_dump(), value="2024-03-08"),
        ),
        Attribution(
            id=f"{d}:a31",
            speaker=official,
            within=f"{d}:a29",
            chain=(outlet, official),
            source=at("一名东港官员"),
            cue=at("援引一名东港官员的话报道"),
            content=(whole,),
        ),
        Attribution(
            id=f"{d}:a55",
            speaker=head,
            within=f"{d}:a31",
            chain=(outlet, official, head),
            source=at("局长林海"),
            cue=at("说"),
            content=(report,),
            medium="电视讲话",
        ),
        Attribution(
            id=f"{d}:a73",
            speaker=head,
            within=f"{d}:a31",
            chain=(outlet, official, head),
            cue=at("警告"),
            content=(at("渔船不得靠近"),),
        ),
        Attribution(id=f"{d}:a88", cue=at("据悉"), content=(at("渔民没有说船只受损"),)),
        Attribution(
            id=f"{d}:a91",
            cue=at("说", 1),
            unresolved=(official, union),
            negated=True,
            source=at("渔民"),
            content=(at("船只受损"),),
        ),
        Attribution(id=f"{d}:a99", speaker=union, chain=(union,), cue=at("否认"), source=None),
    )
    title, _, _ = text.partition("\n")
    page = Document(
        id=d, lang="zh", text=text, title=title, outlet="海潮报", published="2024-03-09T08:30"
    )
    return Dossier(document=page, speakers=speakers, attributions=attributions)


if __name__ in ("__main__", "__mp_main__"):
    sys.modules["claims.track"] = sys.modules[__name__]

if __name__ == "__main__":
    from claims.cli import main

    main()

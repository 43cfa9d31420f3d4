"""The opening of an agency's report: WASHINGTON (AP) —; LONDON, June 5 (Reuters) -."""

from __future__ import annotations

import re

from claims.lang.base import Dateline
from claims.lang.en.nouns import nouns
from claims.lang.en.times import MONTHS

_PLACE = r"[A-Z][A-Z.'’/-]+(?: [A-Z][A-Z.'’/-]+){0,3}"
_REGION = r"(?:, [A-Z][\w.]+(?: [A-Z]\w+)?)??"
_DAY = r"(?P<month>[A-Z][a-z]{2,8})\.? (?P<day>\d{1,2})(?:, \d{4})?"
_AGENCY = r" ?[(\[](?P<outlet>[A-Z][\w .’'/-]{1,40})[)\]]"
_DASH = r"\s*(?:—|–|-)+\s+"
_OPENING = re.compile(rf"\s*(?P<place>{_PLACE}{_REGION})(?:, {_DAY})?(?:{_AGENCY})?{_DASH}")
# Without a place an opening names its agency: June 5 (Reuters) -
_PLACELESS = re.compile(rf"\s*(?P<place>)(?:{_DAY})?{_AGENCY}{_DASH}")


def read_dateline(line: str) -> Dateline | None:
    """The opening of a folded line that begins with an agency's dateline.

    >>> read_dateline("PORT HALE, June 5 (Reuters) - The ferry sank.")
    Dateline(end=30, outlet=(19, 26), month=6, day=5)
    """
    opening = _OPENING.match(line) or _PLACELESS.match(line)
    if opening is None or not (opening["outlet"] or opening["day"] or _opens(opening, line)):
        return None
    outlet = opening.span("outlet") if opening["outlet"] else (0, 0)
    named = (opening["month"] or " ")[:3]
    month = next((i for i, name in enumerate(MONTHS, 1) if name.startswith(named)), 0)
    return Dateline(opening.end(), outlet, month, int(opening["day"] or 0) if month else 0)


def _opens(opening: re.Match[str], line: str) -> bool:
    """Whether capitals and a dash open a sentence and name no body: not NATO - which said no -."""
    known, name = nouns(), opening["place"]
    starts = not line[opening.end() : opening.end() + 1].islower()
    return starts and name not in known.body and name not in known.country

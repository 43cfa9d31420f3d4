"""The words of folded English text and their parts of speech.

Words are cut by rule. Which parts of speech a word can have and what its lemma is, LemmInflect
knows; which one it has here, its neighbours tell.
"""

from __future__ import annotations

import re
from functools import lru_cache

import lemminflect

from claims.lang.edges import WordSet
from claims.lang.keeping import keep_read
from claims.lang.packs import load_words
from claims.lang.words import Word

SHORT = 200  # characters of a phrase that is likely to be asked for again
NAME, NOUN, VERB, ADJECTIVE, ADVERB, NUMBER, TIME = "nr", "n", "v", "a", "d", "m", "t"
PREPOSITION, PRONOUN, CONJUNCTION, PARTICLE, MARK = "p", "r", "c", "u", "w"

_TOKEN = re.compile(
    r"""
    (?:[A-Z]\.){2,}                                # U.S., J.K.
  | [A-Z]-(?:[A-Z]\.){1,3}|[A-Z]-[A-Z][a-z]{1,4}\. # D-N.Y., R-Fla.
  | (?:[ap]\.m\.)                                  # a.m.
  | (?:[A-Z]{1,2}(?=[$€£¥]))?[$€£¥]?\d+(?:[.,]\d+)*(?:%|[a-z]{1,2}\b)?  # 1,200 US$5 50% 5th
  | [^\W\d_]+(?:[-'’&][^\W_]+)*                    # words, hyphens and apostrophes inside
  | \.{2,}|--+                                     # ... --
  | \S
    """,
    re.VERBOSE,
)
_MONEY = re.compile(r"[A-Z]{0,2}[$€£¥]\d")
_CLITIC = re.compile(r"(?i)(n't|'(?:s|re|ve|ll|d|m))$")


class _Classes:
    """The closed classes, each word with its part of speech."""

    def __init__(self) -> None:
        self.tag: dict[str, str] = {}
        for kind, tag in (
            ("article", PARTICLE), ("preposition", PREPOSITION), ("conjunction", CONJUNCTION),
            ("pronoun", PRONOUN), ("pronominal", PRONOUN), ("auxiliary", VERB), ("modal", VERB),
            ("adverb", ADVERB), ("number", NUMBER), ("time", TIME),
        ):  # fmt: skip
            for word in load_words("en", kind):
                self.tag.setdefault(word, tag)
        self.articles = load_words("en", "article")
        self.subjects = load_words("en", "subject")
        self.before_verb = load_words("en", "modal", "infinitive")
        self.auxiliaries = load_words("en", "auxiliary")
        self.abbreviations = load_words("en", "abbreviation")
        self.particles = load_words("en", "particle")
        self.linkers = load_words("en", "linker")
        self.openers = load_words("en", "article", "pronoun", "conjunction", "pronominal", "adverb")
        self.nouns = load_words("en", "role", "role_prefix", "anonymous", "generic", "statement")
        self.given = load_words("en", "given")
        self.places = load_words("en", "country", "region", "city")
        self.titles: dict[str, list[list[str]]] = {}
        for words in map(str.split, load_words("en", "role", "role_prefix", "anonymous")):
            if len(words) > 1:
                self.titles.setdefault(words[0], []).append(words)
        self.bodies = load_words("en", "suffix") | {
            word.title() for word in load_words("en", "generic")
        }


@lru_cache(maxsize=1)
def classes() -> _Classes:
    """The closed classes, loaded once."""
    return _Classes()


@lru_cache(maxsize=65536)
def parts_of_speech(form: str) -> frozenset[str]:
    """The parts of speech that a word in small letters can have.

    >>> sorted(parts_of_speech("claims")), sorted(parts_of_speech("quickly"))
    (['n', 'v'], ['d'])
    """
    upos = lemminflect.getAllLemmas(form)
    return frozenset(_UPOS[one] for one in upos if one in _UPOS)


_UPOS = {"NOUN": NOUN, "VERB": VERB, "ADJ": ADJECTIVE, "ADV": ADVERB, "AUX": VERB}


class _Token:
    """A piece of text that is to become a word."""

    __slots__ = ("end", "first", "form", "raw", "start", "tag")

    def __init__(self, start: int, end: int, raw: str, first: bool) -> None:
        self.start, self.end, self.raw, self.first = start, end, raw, first
        self.form, self.tag = raw.lower(), ""


NUMBER_SIGN = "no."
_DIGIT_NEXT = re.compile(r"\s?\d")
_HOUR = re.compile(r"[ap]\.m\.")
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
# What follows the end of a sentence: the end of the line, or a capital.
_NEXT = re.compile(r"[\"'”’)]?(?:[ \t]*(?:$|\n)|[ \t]+[\"'“‘(]?([A-Z][a-z]*)\b(?![.']))")
_STOPS = frozenset(".!?:…")
_OPENING = frozenset("“‘\"'«([—–-•*")


def _tokens(text: str) -> list[_Token]:
    """The pieces of a text; `first` those that begin a sentence, where a capital tells nothing."""
    known = classes().abbreviations
    found: list[_Token] = []
    reach, first = 0, True
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < reach:
            continue
        raw = match.group()
        if found and "\n" in text[found[-1].end : start]:
            first = True
        if raw[-1].isalpha() and text.startswith(".", end) and _is_shortened(text, raw, end, known):
            end += 1
            raw = text[start:end]
        ends = raw[-1] == "." and len(raw) > 1 and raw[0].isalpha() and _ends_too(text, raw, end)
        if ends:  # the one mark shortens a word and ends the sentence: at 6 p.m. He left.
            end -= 1
        reach = end
        clitic = _CLITIC.search(raw) if "'" in raw and len(raw) > 2 else None
        if clitic and clitic.start():
            cut = start + clitic.start()
            found.append(_Token(start, cut, text[start:cut], first))
            found.append(_Token(cut, end, text[cut:end], False))
            first = False
            continue
        found.append(_Token(start, end, raw, first))
        if ends:
            found[-1].raw, found[-1].form = raw[:-1], raw[:-1].lower()
            if match.end() > end:
                found.append(_Token(end, end + 1, ".", False))
                reach, raw = end + 1, "."
        if raw in _STOPS or (raw[0] == "." and len(raw) > 1):
            first = True
        elif not (raw in _OPENING and (first or raw in '“‘"—–•*')):
            first = False
        elif raw in '“‘"•*':
            first = True
    return found


def _is_shortened(text: str, raw: str, end: int, known: WordSet) -> bool:
    """Whether the mark at a place belongs to the word before it: Mr., No. 5, the J of J. K."""
    low = raw.lower() + "."
    if low == NUMBER_SIGN:
        return bool(_DIGIT_NEXT.match(text, end + 1))
    return low in known or (len(raw) == 1 and raw.isupper() and raw != "I")


def _ends_too(text: str, raw: str, end: int) -> bool:
    """Whether the mark of a shortened word ends its sentence as well: at 6 p.m. He left.

    None of a title does, and initials keep theirs: the U.S.
    """
    known = classes()
    low = raw.lower()
    if low in known.nouns or low == NUMBER_SIGN or _INITIALS.fullmatch(raw):
        return False
    after = _NEXT.match(text, end)
    if after is None:
        return False
    word = after.group(1) or ""
    if _HOUR.fullmatch(low):  # 3 p.m. Lee left; not 3 p.m. Monday, 3 p.m. GMT
        return not word.isupper() and word.lower() not in known.tag.keys() - known.openers
    return not word or word.lower() in known.openers


def segment(text: str) -> tuple[Word, ...]:
    """The words of a folded text, names of several words as one, all but names in small letters.

    >>> [(word.form, word.tag) for word in segment("Police chief Ann Lee said it didn't rain.")]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('police', 'n'), ('chief', 'n'), ('Ann Lee', 'nr'), ('said', 'v'), ('it', 'r'), ('did', 'v'),
     ("n't", 'd'), ('rain', 'v'), ('.', 'w')]
    """
    return _words(text)


def _cut(text: str) -> tuple[Word, ...]:
    tokens = _tokens(text)
    inside = {t.raw for t in tokens if not t.first and t.raw[0].isupper()}
    titles = _titles(tokens)
    for i, token in enumerate(tokens):
        token.tag = NOUN if i in titles else _tag(tokens, i, inside)
        if token.tag == NAME:
            token.form = token.raw
    return tuple(_named(text, tokens))


def _titles(tokens: list[_Token]) -> set[int]:
    """The words of titles of several words, which are no names: Secretary|of|State."""
    found: set[int] = set()
    titles = classes().titles
    for i, token in enumerate(tokens):
        for words in titles.get(token.form, ()):
            if [one.form for one in tokens[i : i + len(words)]] == words:
                found.update(j for j in range(i, i + len(words)) if len(tokens[j].form) > 3)
    return found


def _tag(tokens: list[_Token], i: int, inside: set[str]) -> str:
    token, known = tokens[i], classes()
    raw, low = token.raw, token.form
    if raw[0].isdigit() or (len(raw) > 1 and _MONEY.match(raw)):
        return NUMBER
    if not raw[0].isalnum() and low not in known.tag:
        return MARK
    capital = raw[0].isupper()
    if capital and low != "i" and _is_name(tokens, i, inside):
        return NAME
    if low in known.tag:
        return known.tag[low]
    parts = parts_of_speech(low)
    if not parts:
        parts = parts_of_speech(low.rsplit("-", 1)[-1]) if "-" in low else parts
    if not parts:
        return ADVERB if low.endswith("ly") else NOUN
    if len(parts) == 1:
        return next(iter(parts))
    before = next((t for t in reversed(tokens[max(0, i - 3) : i]) if not _is_passed(t)), None)
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return _choose(parts, low, before, after, known)


def _is_passed(token: _Token) -> bool:
    """Whether a word can stand between an auxiliary or subject and its verb: not, quickly."""
    return token.form in ("not", "n't", "never", "also") or (
        token.tag == ADVERB and token.form.endswith("ly")
    )


def _choose(
    parts: frozenset[str], low: str, before: _Token | None, after: _Token | None, known: _Classes
) -> str:
    """The part of speech of a word that can have several, by the words beside it."""
    ing = low.endswith("ing")
    past = VERB in parts and not ing and not low.endswith("s") and is_inflected(low)
    order: tuple[str, ...] = ()
    if before is None or before.tag == MARK:
        order = (VERB,) if past and NOUN not in parts else ()
    elif before.form in known.before_verb:
        order = (VERB,)
    elif before.form in known.articles or before.tag == ADJECTIVE:
        order = (ADJECTIVE, NOUN) if past or ing else (NOUN, ADJECTIVE)
    elif before.form in known.auxiliaries:
        order = (VERB, ADJECTIVE) if past or ing else (ADJECTIVE, VERB)
    elif before.form in known.subjects:
        order = (VERB,)
    elif before.tag == PREPOSITION:
        order = (VERB, NOUN) if ing else (NOUN, ADJECTIVE)
    elif before.tag in (NAME, NOUN, PRONOUN):
        opens = after is not None and (
            after.form in ("that", ":")
            or after.form in known.articles
            or after.form in known.subjects
            or after.raw in _OPENING
        )
        order = (VERB,) if past or opens else (NOUN,) if low.endswith("s") else ()
    usual: tuple[str, ...] = (NOUN, ADJECTIVE, ADVERB, VERB)
    if past or ing:
        usual = (VERB, *usual)
    return next((one for one in (*order, *usual) if one in parts), NOUN)


@lru_cache(maxsize=65536)
def is_inflected(form: str) -> bool:
    """Whether a word is another form of its verb than the plain one.

    >>> is_inflected("fell"), is_inflected("fall")
    (True, False)
    """
    lemmas = lemminflect.getAllLemmas(form, upos="VERB").get("VERB", ())
    return any(one != form for one in lemmas)


def _is_name(tokens: list[_Token], i: int, inside: set[str]) -> bool:
    """Whether a word with a capital is a name, and not the first of a sentence or a title."""
    token, known = tokens[i], classes()
    low = token.form
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if low in known.tag:
        named = token.raw in known.given and not token.first
        return named and after is not None and after.raw[0].isupper()  # Will|Tanner
    if after and f"{token.raw} {after.raw}" in known.places:
        return True  # New|York
    if low in known.nouns and not (i and tokens[i - 1].tag == NAME and not tokens[i - 1].first):
        return False
    if not token.first:
        return True
    if token.raw in inside:
        return True
    if not parts_of_speech(low):
        return True
    return bool(
        after
        and after.raw[0].isupper()
        and after.form not in known.tag
        and after.form not in known.nouns
    )


def _named(text: str, tokens: list[_Token]) -> list[Word]:
    """The words, with the tokens of one name as one."""
    words: list[Word] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        last = i
        if token.tag == NAME:
            last = _end_of_name(text, tokens, i)
        if last > i:
            start, end = token.start, tokens[last].end
            words.append(Word(start, end, text[start:end], NAME))
        else:
            words.append(Word(token.start, token.end, token.form, token.tag))
        i = last + 1
    return words


def _end_of_name(text: str, tokens: list[_Token], i: int) -> int:
    """The last token of the name that begins with one."""
    known, last = classes(), i
    while last + 1 < len(tokens):
        j = last + 1
        if text[tokens[last].end : tokens[j].start] != " ":
            break
        if tokens[j].tag == NAME or (
            len(tokens[j].raw) == 2 and tokens[j].raw[1] == "." and tokens[j].raw[0].isupper()
        ):
            last = j
            continue
        joins = tokens[j].form in known.particles or (
            tokens[j].form in known.linkers
            and tokens[last].raw in known.bodies
            and not (tokens[last].raw.endswith(".") and tokens[j].tag == CONJUNCTION)
        )
        k = j + 1
        while k < len(tokens) and joins and tokens[k].form in known.linkers | known.particles:
            k += 1
        if (
            joins
            and k < len(tokens)
            and tokens[k].tag == NAME
            and text[tokens[k - 1].end : tokens[k].start] == " "
        ):
            last = k
            continue
        break
    return last


@lru_cache(maxsize=65536)
def lemma(form: str) -> str:
    """The form in the dictionary of a word in small letters; of a name the name.

    >>> lemma("said"), lemma("officials"), lemma("Ann Lee")
    ('say', 'official', 'Ann Lee')
    """
    found = lemminflect.getAllLemmas(form) if form.islower() else {}
    rows = [found[upos][0] for upos in ("VERB", "NOUN", "ADJ") if upos in found]
    return str(rows[0]) if rows else form


_words = keep_read(_cut, SHORT)

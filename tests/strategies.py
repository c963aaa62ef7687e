"""Strategies: drafts as a drafter could write them, and what could become of them.

Every draft is one that bill text can say: numbered by the scheme of its instrument, its
title first, its recitals with WHEREAS, its enacting clause with a colon at the end.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from hypothesis import settings
from hypothesis import strategies as st
from msgspec.structs import replace

from ordain.markup.labels import labelled
from ordain.model.draft import Draft, Front
from ordain.model.house import House
from ordain.model.numbering import LabelStyle, Level, Scheme
from ordain.model.provision import Provision
from ordain.notation.signs import CONTROL
from ordain.readers.house import read_house
from tests.literate import sound

# For laws whose every example is a chain of drafts or a Word file, and costs a hundred times a text: fewer say as much.
fewer = settings(max_examples=max(20, settings().max_examples // 5))

Provisions = tuple[Provision, ...]
Path = tuple[int, ...]

# The schemes of four councils and of a mayor's orders, by instrument.
SCHEMES: dict[str, Scheme] = {
    "ordinance": (
        (Level.SECTION, LabelStyle("SECTION {1}.")),
        (Level.CODE, LabelStyle("§ {code}")),
        (Level.SUBSECTION, LabelStyle("({A})")),
        (Level.PARAGRAPH, LabelStyle("({1})")),
        (Level.SUBPARAGRAPH, LabelStyle("({a})")),
        (Level.ITEM, LabelStyle("({i})")),
    ),
    "code": (
        (Level.SECTION, LabelStyle("Sec. {1}.", first="Section {1}.")),
        (Level.SUBSECTION, LabelStyle("({a})")),
        (Level.PARAGRAPH, LabelStyle("({1})")),
        (Level.SUBPARAGRAPH, LabelStyle("({A})")),
        (Level.ITEM, LabelStyle("({i})")),
    ),
    "act": (
        (Level.SECTION, LabelStyle("Section {1}.")),
        (Level.SUBSECTION, LabelStyle("{A}.")),
        (Level.PARAGRAPH, LabelStyle("{1}.")),
        (Level.SUBPARAGRAPH, LabelStyle("{a}.")),
        (Level.ITEM, LabelStyle("{i}.")),
    ),
    "executive-order": (
        (Level.SECTION, LabelStyle("{I}.")),
        (Level.SUBSECTION, LabelStyle("{A}.")),
        (Level.PARAGRAPH, LabelStyle("{1}.")),
    ),
}


@cache
def house() -> House:
    """Return the sound house of the cases, with the schemes of many."""
    return replace(read_house(sound("house.yaml"), "house.yaml", "springfield"), numbering=tuple(SCHEMES.items()))


_PHRASE = (
    "the City a department shall report every use of property to another government within three business days "
    "except as required by law Mayor may not disclose 14th $400,000 16% 9-6-1-2 (B)(2) and; or: records. WHEREAS §"
)
_WORDS = _PHRASE.split()

# What law text holds rarely and a program stumbles over: blanks that do not break, line and
# paragraph separators, quotes, braces, brackets, letters of two columns or of two marks,
# letters beyond the first plane, marks that turn the direction.
_RARE = ("\u00a0", "\u2028", "\u2029", "“", "”", "’", "'", '"', "{", "}", "{#", "{from=", "[+", "-]", "(i)", "I.", "(a)",
         "SECTION 1.", "条例", "e\u0301", "ñ", "𝒜", "👩‍👧", "\u200f", "\u202e", "\ufeff", "\t", "\\", "#", ":", "---", "–",
         "________")  # fmt: skip


def clean(text: str) -> str:
    """Return a text that can be the whole of a paragraph: no control character, no braces of ours."""
    text = CONTROL.sub("", text.replace("\n", " "))
    return re.sub(r"\{(?=\s*(?:#|from=))", "(", text).strip()


# Stands between two words that stand close.
_CLOSE = "~"

_WORD = st.one_of(
    st.sampled_from(_WORDS),
    st.sampled_from((*_WORDS, *_RARE, _CLOSE, _CLOSE, _CLOSE)),
    st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=4),
)

# Long ones are told from each other by their words, so that what moved, split or joined is found.
TEXTS = st.one_of(
    st.lists(_WORD, min_size=1, max_size=8), st.lists(st.sampled_from(_WORDS), min_size=10, max_size=24)
).map(lambda words: clean(" ".join(words).replace(f" {_CLOSE} ", "")) or "Reserved.")

IDS = st.builds(str.__add__, st.sampled_from("abz"), st.text(alphabet="ab-9", max_size=31))

# Front matter may say anything but control characters.
_SAID = st.one_of(TEXTS, st.text(max_size=20)).map(lambda text: CONTROL.sub("", text))
_REASONS = st.dictionaries(IDS, _SAID.filter(bool), max_size=2).map(lambda reasons: tuple(reasons.items()))


def fronts(instrument: str) -> st.SearchStrategy[Front]:
    """Return front matter of any words."""
    said = st.none() | _SAID
    return st.builds(
        Front,
        house=st.just("springfield"),
        instrument=st.just(instrument),
        bill=said,
        council=said,
        enactment=said,
        version=said,
        base=said,
        date=st.none() | st.dates(),
        title=said,
        sponsors=st.none() | st.lists(_SAID, max_size=3).map(tuple),
        author=said,
        illustrative=st.booleans(),
        rationale=_REASONS,
        dropped=_REASONS,
        waivers=_REASONS,
    )


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Return a draft that bill text can say."""
    instrument = draw(st.sampled_from(sorted(SCHEMES)))
    scheme = SCHEMES[instrument]
    title = draw(st.lists(TEXTS, max_size=1))
    recitals = draw(st.lists(TEXTS, max_size=3))
    # Without a title and recitals, the first line would be the title.
    enacting = draw(st.lists(TEXTS, max_size=1)) if title or recitals else []
    provisions = (
        *(_unlabelled(draw, Level.TITLE, _plain(text, scheme), scheme) for text in title),
        *(_unlabelled(draw, Level.RECITAL, clean(f"WHEREAS, {text}"), scheme) for text in recitals),
        *(_unlabelled(draw, Level.ENACTING, _plain(text, scheme) + ":", scheme) for text in enacting),
        *draw(_sections(scheme, at_least=0 if title or recitals else 1)),
    )
    return Draft(front=draw(fronts(instrument)), provisions=named(draw, relabelled(provisions, scheme)))


@st.composite
def edited(draw: st.DrawFn, draft: Draft) -> Draft:
    """Return what one to five edits make of a draft: words, provisions and their order; numbers follow."""
    scheme = SCHEMES[draft.front.instrument]
    provisions = draft.provisions
    for edit in draw(st.lists(st.sampled_from(_EDITS), min_size=1, max_size=5)):
        places = list(_labelled_places(provisions))
        provisions = edit(draw, provisions, draw(st.sampled_from(places)), scheme) if places else provisions
    if not provisions:
        provisions = draw(_sections(scheme, at_least=1))
    if draw(st.booleans()):
        provisions = tuple(map(_nameless, provisions))
    front = draw(st.just(draft.front) | fronts(draft.front.instrument))
    return replace(draft, front=front, provisions=relabelled(provisions, scheme))


# What slips in while somebody types, and what a program stumbles over.
_SLIPS = (*_RARE, "-", "- ", ": ", ",", "}", "[", "]", "&a ", "*a", "!x ", "|", ">", "%", "@", "`", "?", "null", "\n", "\n  ",
          "\n---\n", "\n...\n", "  ", "\r", "\x07", "\x85", "\u0093", "(1) ", "§ ", "{#a}", "{#a from=b,c}", "{from=")  # fmt: skip


@st.composite
def spoiled(draw: st.DrawFn, text: str) -> str:
    """Return a text in which one to three slips were made: signs put in, taken out, or put in their place."""
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.sampled_from([start, start, min(len(text), start + 1), min(len(text), start + 12)]))
        text = text[:start] + draw(st.sampled_from(_SLIPS)) + text[end:]
    return text


PAIRS = drafts().flatmap(
    lambda draft: st.tuples(st.just(draft), st.one_of(edited(draft), edited(draft), edited(draft), drafts()))
)


def relabelled(provisions: Provisions, scheme: Scheme) -> Provisions:
    """Return the provisions numbered anew, each level from 1 in its parent."""
    styles = dict(scheme)
    counted: dict[Level, int] = {}
    out = []
    for provision in provisions:
        counted[provision.level] = counted.get(provision.level, 0) + 1
        style = styles.get(provision.level)
        label = provision.label
        if style is not None and provision.level is not Level.CODE:
            label = style.label(counted[provision.level])
        out.append(replace(provision, label=label, children=relabelled(provision.children, scheme)))
    return tuple(out)


def named(draw: st.DrawFn, provisions: Provisions) -> Provisions:
    """Return the provisions with ids, each used once, and sources; some with neither."""
    count = sum(1 for _ in Draft(front=Front(house=""), provisions=provisions).walk())
    names = iter(
        draw(st.lists(st.none() | IDS, min_size=count, max_size=count, unique_by=lambda name: name or object()))
    )
    return tuple(_with_names(provision, names, draw) for provision in provisions)


def _with_names(provision: Provision, names: Iterator[str | None], draw: st.DrawFn) -> Provision:
    name = next(names)
    sources = draw(st.lists(IDS, min_size=1, max_size=2).map(tuple)) if draw(st.integers(0, 3)) == 0 else ()
    children = tuple(_with_names(child, names, draw) for child in provision.children)
    return replace(provision, id=name, sources=sources, children=children)


def _nameless(provision: Provision) -> Provision:
    return replace(provision, id=None, sources=(), children=tuple(map(_nameless, provision.children)))


def _plain(text: str, scheme: Scheme, ending: str = "") -> str:
    """Return a text that no label opens and that is no recital; it ends in a colon only where it may."""
    if text.startswith("WHEREAS") or labelled(text, scheme, {}) is not None:
        text = f"On {text}"
    return text + ending if text.endswith(":") else text


def _further(draw: st.DrawFn, scheme: Scheme) -> Provisions:
    """Return further paragraphs, mostly none."""
    texts = draw(st.lists(TEXTS, max_size=2)) if draw(st.integers(0, 4)) == 0 else []
    return tuple(Provision(level=Level.FURTHER, text=_plain(text, scheme, ending=".")) for text in texts)


def _unlabelled(draw: st.DrawFn, level: Level, text: str, scheme: Scheme) -> Provision:
    return Provision(level=level, text=text, children=_further(draw, scheme))


@st.composite
def _sections(draw: st.DrawFn, scheme: Scheme, at_least: int) -> Provisions:
    count = draw(st.integers(at_least, 4))
    return tuple(draw(_provisions(scheme, 0)) for _ in range(count))


# Of the last level a list may be long, so that (i) comes as the ninth letter too; a list of
# nine whose items have lists of their own is not to be told from one of eight.
_LONG = 11
_SHORT = 3


@st.composite
def _provisions(draw: st.DrawFn, scheme: Scheme, rank: int) -> Provision:
    """Return a provision of the level number `rank` of a scheme, with what stands inside it."""
    level, style = scheme[rank]
    inner = draw(st.integers(rank + 1, len(scheme))) if draw(st.booleans()) else len(scheme)
    children: Provisions = ()
    if inner < len(scheme):
        leaves = draw(st.integers(0, 9)) == 0
        count = draw(st.integers(1, _LONG if leaves else _SHORT))
        below = _leaf(scheme, inner) if leaves else _provisions(scheme, inner)
        children = tuple(draw(below) for _ in range(count))
    return _labelled(draw, level, style, (*_further(draw, scheme), *children))


@st.composite
def _leaf(draw: st.DrawFn, scheme: Scheme, rank: int) -> Provision:
    return _labelled(draw, *scheme[rank], ())


def _labelled(draw: st.DrawFn, level: Level, style: LabelStyle, children: Provisions) -> Provision:
    text = draw(st.one_of(TEXTS, TEXTS, TEXTS, st.just("")))
    if level is Level.CODE:
        # A section of the code is told from a mention of it by its heading.
        label = draw(st.sampled_from(["§ 9-6-1-2", "§ 5-5-20.", "§ ________", "§1"]))
        return Provision(level=level, label=label, text=f"REPORTS. {text}".strip(), children=children)
    return Provision(level=level, label=style.label(1), text=text, children=children)


def _labelled_places(provisions: Provisions, above: Path = ()) -> Iterator[Path]:
    for at, provision in enumerate(provisions):
        if provision.label and provision.level is not Level.CODE:
            yield (*above, at)
        yield from _labelled_places(provision.children, (*above, at))


def _at(provisions: Provisions, path: Path) -> Provision:
    provision = provisions[path[0]]
    return _at(provision.children, path[1:]) if path[1:] else provision


def _put(provisions: Provisions, path: Path, instead: Callable[[Provision], Provisions]) -> Provisions:
    """Return the provisions with others instead of the one that `path` leads to."""
    at = path[0]
    here = provisions[at]
    if path[1:]:
        new: Provisions = (replace(here, children=_put(here.children, path[1:], instead)),)
    else:
        new = instead(here)
    return (*provisions[:at], *new, *provisions[at + 1 :])


_Edit = Callable[[st.DrawFn, Provisions, Path, Scheme], Provisions]


def _alter(draw: st.DrawFn, provisions: Provisions, path: Path, _: Scheme) -> Provisions:
    words = _at(provisions, path).text.split(" ")
    start = draw(st.integers(0, len(words)))
    end = draw(st.integers(start, min(len(words), start + 3)))
    text = clean(" ".join([*words[:start], draw(TEXTS), *words[end:]]))
    return _put(provisions, path, lambda it: (replace(it, text=text),))


def _insert(draw: st.DrawFn, provisions: Provisions, path: Path, _: Scheme) -> Provisions:
    text = draw(TEXTS)
    return _put(provisions, path, lambda it: (it, Provision(level=it.level, label=it.label, text=text)))


def _remove(_draw: st.DrawFn, provisions: Provisions, path: Path, _: Scheme) -> Provisions:
    return _put(provisions, path, lambda _: ())


def _move(draw: st.DrawFn, provisions: Provisions, path: Path, _: Scheme) -> Provisions:
    moved = _at(provisions, path)
    left = _put(provisions, path, lambda _: ())
    places = [place for place in _labelled_places(left) if _at(left, place).level is moved.level]
    if not places:
        return provisions
    return _put(left, draw(st.sampled_from(places)), lambda it: (it, moved) if draw(st.booleans()) else (moved, it))


def _split(draw: st.DrawFn, provisions: Provisions, path: Path, _: Scheme) -> Provisions:
    text = _at(provisions, path).text
    cut = draw(st.integers(len(text) // 3, len(text)))
    first, second = clean(text[:cut]), clean(text[cut:])
    rest = Provision(level=_at(provisions, path).level, label="(", text=second)
    return _put(
        provisions, path, lambda it: (replace(it, text=first, children=()), replace(rest, children=it.children))
    )


def _join(_draw: st.DrawFn, provisions: Provisions, path: Path, _: Scheme) -> Provisions:
    siblings = _at(provisions, path[:-1]).children if path[:-1] else provisions
    if path[-1] + 1 >= len(siblings):
        return provisions
    second = siblings[path[-1] + 1]
    if second.level is not siblings[path[-1]].level:
        return provisions
    left = _put(provisions, (*path[:-1], path[-1] + 1), lambda _: ())
    return _put(
        left,
        path,
        lambda it: (replace(it, text=clean(f"{it.text} {second.text}"), children=second.children or it.children),),
    )


_EDITS: tuple[_Edit, ...] = (_alter, _insert, _remove, _move, _move, _split, _split, _join, _join)

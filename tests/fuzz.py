"""Redline damaged Word files, many thousands of them: `python -m tests.fuzz`, or `make fuzz`.

Each case damages one or both files of a pair of the shared corpus: bytes of the zip, parts,
relationships, or the XML inside.  A redline must then be written, or refused with a reason;
any other exception, and any case of more than ten seconds, is told with the files that
cause it, which are left in `build/fuzz/`.
"""

import argparse
import io
import os
import re
import signal
import sys
import traceback
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random  # noqa: TID251 - seeded, so that a case can be had again
from typing import Never

from lxml import etree

from ordain.errors import OrdainError
from ordain.word.parts.names import Element, local
from ordain.workflow.redline import Options, redline_of, write_docx
from ordain.workflow.sources import WordSource
from tests.word.plainly import How, faults, plainly

Parts = dict[str, bytes]
Damage = Callable[[Parts, Random], None]

ROOT = Path(__file__).parent.parent
OUT = ROOT / "build" / "fuzz"
CORPUS = Path(os.environ.get("ORDAIN_SHARED", ROOT.parent / "shared")) / "corpus"

# Seconds for one case; whole files of this size take one second.
LIMIT = 10
LARGEST = 45_000

VALUES = ("", "x", "-1", "0", "1", "99999999999999999999", "2147483648", "1.5", "NaN", "²", "٣", " 7 ", "1" * 5000, "true",
          "../../../etc/passwd", "rId999", "\U0001f600", "none", "default")  # fmt: skip
TAGS = ("p", "r", "t", "tbl", "tr", "tc", "pPr", "rPr", "ins", "del", "sdt", "sdtContent", "hyperlink", "sectPr", "body",
        "footnoteReference", "fldChar", "numPr", "moveFrom", "moveTo", "pPrChange", "bookmarkStart", "tblGrid",
        "txbxContent", "delText", "instrText", "fldSimple", "rPrChange", "br", "smartTag")  # fmt: skip
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class HungError(Exception):
    """A case that took too long."""


def main() -> int:
    """Run as many cases as asked for; return 1 where any failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="run this case alone, and show its failure")
    asked = parser.parse_args()
    pairs = _pairs()
    if not pairs:
        sys.exit(f"there is no corpus in {CORPUS}")
    OUT.mkdir(parents=True, exist_ok=True)
    outcomes: Counter[str] = Counter()
    failures: Counter[str] = Counter()
    for case in range(asked.cases) if asked.only is None else [asked.only]:
        files = damaged(pairs, Random(f"{asked.seed} {case}"))  # noqa: S311 - no secret hangs on it
        failure = tried(*files, outcomes)
        if failure is not None:
            failures[failure] += 1
            if failures[failure] == 1:
                for name, content in zip(("old", "new"), files, strict=True):
                    (OUT / f"{asked.seed}-{case}-{name}.docx").write_bytes(content)
                print(f"{asked.seed}-{case}: {failure}", flush=True)  # noqa: T201 - a program for people
    for what, count in [*outcomes.most_common(), *failures.most_common()]:
        print(f"{count:6} {what}")  # noqa: T201 - the same
    return 1 if failures else 0


def tried(old: bytes, new: bytes, outcomes: "Counter[str]") -> str | None:
    """Redline two files, count what came of it, and return what went wrong, in a line."""
    try:
        with _alarm(LIMIT), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            made = write_docx(redline_of(WordSource(old, "old.docx"), WordSource(new, "new.docx")), Options())
    except OrdainError as error:
        said = str(error)
        outcomes["redline refused" if "would not give" in said else "input refused"] += 1
        return None if len(said) > 30 else f"a refusal without a reason: {said}"
    except HungError:
        return f"more than {LIMIT} s: {_where()}"
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        return f"{type(error).__name__} in {_where()}: {str(error)[:80]}"
    outcomes["written"] += 1
    try:
        wrong = [fault for fault in faults(made) if fault not in (*faults(old), *faults(new))]
        wrong += ["accepted"] if _words(made, "accept") != _words(new, "accept") else []
        wrong += ["rejected"] if _words(made, "reject") != _words(old, "reject") else []
    except Exception as error:  # noqa: BLE001 - the plain reading is no judge of what it cannot read
        outcomes[f"written, and not read by the test: {type(error).__name__}"] += 1
        return None
    return f"a wrong file: {wrong[0]}" if wrong else None


def _words(content: bytes, how: How) -> list[str]:
    """Return the words of each paragraph that has some; styles, and names of shapes, are none of them in a box either."""
    said = [line[3] for line in plainly(content, how) if line[0] == "paragraph"]
    assert all(isinstance(line, tuple) for line in said)
    texts = ["".join(text for text, _ in line).strip() for line in said if isinstance(line, tuple)]
    return [_NAMED.sub("", text) for text in texts if text]


_NAMED = re.compile(r"\('(?:paragraph|tblStyle|rStyle)', (?:\"[^\"]*\"|'[^']*'|None)|-old\d+")


def _where() -> str:
    frames = [it for it in traceback.extract_tb(sys.exc_info()[2]) if "/ordain/" in it.filename]
    return " < ".join(f"{Path(it.filename).name}:{it.name}" for it in reversed(frames[-3:]))


@contextmanager
def _alarm(seconds: int) -> Iterator[None]:
    def ring(_signal: int, _frame: object) -> Never:
        raise HungError

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _pairs() -> list[tuple[bytes, bytes]]:
    olds = sorted(CORPUS.glob("*/*/old.docx"))
    found = [(old.read_bytes(), old.with_name("new.docx").read_bytes()) for old in olds]
    return [pair for pair in found if max(map(len, pair)) < LARGEST]


def damaged(pairs: "list[tuple[bytes, bytes]]", random: Random) -> tuple[bytes, bytes]:
    """Return a pair of which one file or both were damaged."""
    old, new = random.choice(pairs)
    which = random.choice(("old", "new", "both", "same"))
    if which == "same":
        seed = random.random()
        return _hurt(old, Random(seed)), _hurt(new, Random(seed))  # noqa: S311 - the same
    return (
        _hurt(old, random) if which in ("old", "both") else old,
        _hurt(new, random) if which in ("new", "both") else new,
    )


def _hurt(content: bytes, random: Random) -> bytes:
    kind = random.random()
    if kind < 0.08:
        return _flipped(content, random)
    if kind < 0.11:
        return content[: random.randrange(len(content))]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(random.choice((1, 1, 1, 2, 5))):
        random.choice((*_OF_PARTS, *_OF_XML * 4))(parts, random)
    return _packed(parts, twice=random.random() < 0.01)


def _packed(parts: Parts, *, twice: bool) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, content in parts.items():
            archive.writestr(name, content)
        if twice and parts:
            archive.writestr(next(iter(parts)), b"")
    return out.getvalue()


def _flipped(content: bytes, random: Random) -> bytes:
    out = bytearray(content)
    for _ in range(random.choice((1, 3, 30))):
        out[random.randrange(len(out))] ^= 1 << random.randrange(8)
    return bytes(out)


def _part(parts: Parts, random: Random) -> str:
    """Return the name of a part, the document more often than others."""
    told = [name for name in parts if name.endswith((".xml", ".rels"))] or list(parts)
    likely = [name for name in told if name in ("word/document.xml", "word/footnotes.xml", "word/numbering.xml")]
    return random.choice(likely) if likely and random.random() < 0.6 else random.choice(told)


def _drop_part(parts: Parts, random: Random) -> None:
    parts.pop(_part(parts, random))
    parts.setdefault("left", b"")


def _empty_part(parts: Parts, random: Random) -> None:
    parts[_part(parts, random)] = random.choice((b"", b"\0", b"<a/>", b"<?xml version='1.0'?>", b"\xff\xfe", b"PK"))


def _swap_parts(parts: Parts, random: Random) -> None:
    one, other = _part(parts, random), _part(parts, random)
    parts[one], parts[other] = parts[other], parts[one]


def _copy_part(parts: Parts, random: Random) -> None:
    parts[random.choice(("word/copy.xml", "../out.xml", "/abs.xml", "word\\x.xml", "WORD/DOCUMENT.XML"))] = parts[
        _part(parts, random)
    ]


def _declare_entities(parts: Parts, random: Random) -> None:
    name = _part(parts, random)
    body = parts[name].split(b"?>", 1)[-1]
    parts[name] = (
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">'
        b'<!ENTITY c SYSTEM "file:///etc/passwd">]>' + body
    )


def _flip_in_part(parts: Parts, random: Random) -> None:
    name = _part(parts, random)
    if parts[name]:
        parts[name] = _flipped(parts[name], random)


def _in_xml(change: "Callable[[Element, Random], None]") -> Damage:
    """Return the damage that changes a part's tree; a part that is no XML stays as it is."""

    def damage(parts: Parts, random: Random) -> None:
        name = _part(parts, random)
        try:
            root = etree.fromstring(parts[name], etree.XMLParser(huge_tree=True, resolve_entities=False))
        except etree.XMLSyntaxError:
            return
        change(root, random)
        parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    return damage


def _some(root: Element, random: Random) -> Element:
    return random.choice([it for it in root.iter() if isinstance(it.tag, str)])


def _drop_attribute(root: Element, random: Random) -> None:
    having = [it for it in root.iter() if isinstance(it.tag, str) and it.attrib]
    if having:
        element = random.choice(having)
        del element.attrib[random.choice(sorted(map(str, element.attrib)))]


def _set_attribute(root: Element, random: Random) -> None:
    having = [it for it in root.iter() if isinstance(it.tag, str) and it.attrib]
    if having:
        element = random.choice(having)
        element.set(random.choice(sorted(map(str, element.attrib))), random.choice(VALUES))


def _drop_element(root: Element, random: Random) -> None:
    element = _some(root, random)
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _copy_element(root: Element, random: Random) -> None:
    element, target = _some(root, random), _some(root, random)
    if random.random() < 0.5:
        target = element
    if target.getparent() is not None:
        target.addnext(etree.fromstring(etree.tostring(element, with_tail=False)))


def _move_element(root: Element, random: Random) -> None:
    element, target = _some(root, random), _some(root, random)
    parent = element.getparent()
    if parent is not None and element not in (target, *target.iterancestors()):
        parent.remove(element)
        target.insert(random.randrange(len(target) + 1), element)


def _unwrap_element(root: Element, random: Random) -> None:
    element = _some(root, random)
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(element)


def _wrap_element(root: Element, random: Random) -> None:
    element = _some(root, random)
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    outer = inner = etree.Element(f"{{{W}}}{random.choice((*TAGS, local(element)))}", nsmap={"w": W})
    for _ in range(random.choice((0, 0, 1, 30, 230, 3000))):
        inner = etree.SubElement(inner, inner.tag)
    parent.insert(at, outer)
    inner.append(element)


def _rename_element(root: Element, random: Random) -> None:
    element = _some(root, random)
    space, closed, _ = str(element.tag).rpartition("}")
    element.tag = space + closed + random.choice(TAGS)


def _add_element(root: Element, random: Random) -> None:
    target = _some(root, random)
    fresh = etree.Element(f"{{{W}}}{random.choice(TAGS)}", nsmap={"w": W})
    for name in ("id", "val", "fldCharType", "author", "date"):
        if random.random() < 0.4:
            fresh.set(f"{{{W}}}{name}", random.choice((*VALUES, "begin", "end", "separate")))
    target.insert(random.randrange(len(target) + 1), fresh)


def _set_text(root: Element, random: Random) -> None:
    _some(root, random).text = random.choice(("", " ", "words", "\t\n", "\u200f\u05d0", "\U0001f600", "x" * 100_000))


def _add_comment(root: Element, random: Random) -> None:
    odd = random.choice((etree.Comment("odd"), etree.ProcessingInstruction("odd", "x")))
    target = _some(root, random)
    target.insert(random.randrange(len(target) + 1), odd)


_OF_PARTS: tuple[Damage, ...] = (_drop_part, _empty_part, _swap_parts, _copy_part, _declare_entities, _flip_in_part)
_OF_XML: tuple[Damage, ...] = tuple(
    _in_xml(change)
    for change in (
        _drop_attribute, _set_attribute, _set_attribute, _drop_element, _copy_element, _move_element,
        _unwrap_element, _wrap_element, _rename_element, _add_element, _set_text, _add_comment,
    )
)  # fmt: skip

if __name__ == "__main__":
    sys.exit(main())

"""Compute the digest of a redline again, from the marks of each output alone.

Nothing here shares code with the writers but the digest itself: a mark that is altered
must show.
"""

import io
import json
import re
import zipfile

from lxml import etree

from ordain.compare.digest import digest_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CHANGES = "{urn:ordain:changes}"

Found = list[tuple[int, str, str, str]]


def from_json(content: str) -> str:
    changes = json.loads(content)["changes"]
    return digest_of((it["number"], it["kind"], _marked(it, "struck"), _marked(it, "added")) for it in changes)


def _marked(change: dict[str, object], mark: str) -> str:
    segments = change["segments"]
    assert isinstance(segments, list)
    return "".join(text for its, text in segments if its == mark)


def from_docx(content: bytes) -> str:
    """Join the words of the revisions that the file's own record lists for each change."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        record = etree.fromstring(archive.read("customXml/ordain-changes.xml"))
        body = etree.fromstring(archive.read("word/document.xml"))
    written = {
        mark.get(f"{W}id", ""): (tag, _letters(mark)) for tag in ("ins", "del") for mark in body.iter(f"{W}{tag}")
    }
    found: Found = []
    for change in record.iter(f"{CHANGES}change"):
        words = [written[key] for key in change.get("words", "").split()]
        struck, added = ("".join(text for its, text in words if its == tag) for tag in ("del", "ins"))
        found.append((int(change.get("number", "0")), change.get("kind", ""), struck, added))
    return digest_of(found)


def _letters(mark: etree._Element) -> str:
    signs = {f"{W}tab": "\t", f"{W}br": "\n"}
    wanted = (f"{W}t", f"{W}delText", *signs)
    return "".join(signs.get(str(part.tag)) or part.text or "" for part in mark.iter(*wanted))


_CHANGE = re.compile(r" \{[^{}]*change=(\d+):(\w+)(?: edits=([\d,]+))?(?: follows=([\d,]+))?\}$")
_GROUPS = re.compile(r"(\[\+|\[-)(.*?)(\+\]|-\])")
_LABEL = re.compile(r"(?:(?:SECTION|Section|Sec\.) \d+\.|\([0-9A-Za-z]+\)|(?!Sec\.)[0-9A-Za-z]{1,5}\.|§ \S+)(?= |$)")


def from_text(content: str) -> str:
    """Join what stands between the marks of each line that names a change, without its label."""
    found: dict[tuple[int, int], tuple[int, str, str, str]] = {}
    for at, line in enumerate(content.split("\n")):
        match = _CHANGE.search(line)
        if match is None:
            continue
        number, kind = int(match[1]), match[2]
        struck, added = _words(line[: match.start()], match[3], match[4], moved=kind == "moved")
        key = (number, 0 if kind == "moved" else at)  # a move stands in two lines, and is one change
        _, _, before, behind = found.get(key, (number, kind, "", ""))
        found[key] = (number, kind, before + struck, behind + added)
    return digest_of(sorted(found.values(), key=lambda it: it[0]))


def _words(line: str, edits: str | None, follows: str | None, *, moved: bool) -> tuple[str, str]:
    """Return the struck and added words behind the label but references that follow; of a moved line, the edits."""
    groups = [(match[1] == "[+", match[2], match.start()) for match in _GROUPS.finditer(line)]
    left_out = {int(at) for at in (follows or "").split(",") if at}
    if moved:
        wanted = {int(at) for at in (edits or "").split(",") if at}
        kept = [(added, text) for at, (added, text, _) in enumerate(groups, start=1) if at in wanted]
    else:
        first = _label_end(line)
        kept = [
            (added, text)
            for at, (added, text, start) in enumerate(groups, start=1)
            if start >= first and text != "¶" and at not in left_out
        ]
    return "".join(t for a, t in kept if not a), "".join(t for a, t in kept if a)


def _label_end(line: str) -> int:
    """Return where the words begin: behind the first blank that stands outside every mark and ends a label."""
    old = new = ""
    at = 0
    while at < len(line):
        match = _GROUPS.match(line, at)
        if match:
            if match[1] == "[+":
                new += match[2]
            else:
                old += match[2]
            at = match.end()
            continue
        if line[at] == " " and all(not side or _LABEL.fullmatch(side) for side in (old, new)) and (old or new):
            return at + 1
        old, new, at = old + line[at], new + line[at], at + 1
    return 0

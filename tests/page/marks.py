"""Compute the digest of a page again, from the marks in its elements alone.

Nothing here shares code with the page but the digest itself.
"""

from lxml import html

from ordain.compare.digest import digest_of

# The bill as the script shows it, and as it was written out.
_SHOWN = "//*[@id='redline' or @id='written']"


def digest_from(page: str) -> str:
    """Return the digest of the changes that the elements of a page show."""
    found = []
    for row in html.document_fromstring(page).xpath(f"{_SHOWN}//*[@data-kind]"):
        if row.get("data-move") == "from":
            continue
        found.append((int(row.get("data-number")), row.get("data-kind"), _marked(row, "del"), _marked(row, "ins")))
    return digest_of(sorted(found, key=lambda it: it[0]))


def words_of(page: str) -> list[tuple[str, str, str]]:
    """Return every run of words of the bill with its mark, paragraph by paragraph."""
    out = []
    for paragraph in html.document_fromstring(page).xpath(f"{_SHOWN}//*[@lang='en']"):
        if not _is(paragraph, "why"):
            out += [(mark, weight, text) for mark, weight, text in _runs(paragraph)]
    return out


def _marked(row: html.HtmlElement, tag: str) -> str:
    return "".join(
        _text(mark)
        for mark in row.iter(tag)
        if not _is(mark, "end")
        and mark.get("data-weight") != "numbering"
        and not any(_is(parent, "label") for parent in mark.iterancestors())
    )


def _runs(element: html.HtmlElement, mark: str = "", weight: str = "") -> list[tuple[str, str, str]]:
    out = [(mark, weight, element.text or "")]
    for child in element:
        if not (child.tag == "i" or _is(child, "bracket")):
            marked = child.tag in ("ins", "del")
            out += _runs(child, str(child.tag) if marked else mark, child.get("data-weight", "") if marked else weight)
        out.append((mark, weight, child.tail or ""))
    joined: list[tuple[str, str, str]] = []
    for its in out:
        if joined and joined[-1][:2] == its[:2]:
            joined[-1] = (its[0], its[1], joined[-1][2] + its[2])
        elif its[2]:
            joined.append(its)
    return joined


def _text(element: html.HtmlElement) -> str:
    out = element.text or ""
    for child in element:
        if _is(child, "control"):
            out += chr(int((child.text or "").removeprefix("[U+").removesuffix("]"), 16))
        elif not (child.tag == "i" or _is(child, "bracket")):
            out += _text(child)
        out += child.tail or ""
    return out


def _is(element: html.HtmlElement, name: str) -> bool:
    return name in (element.get("class") or "").split()

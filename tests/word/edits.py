"""What people do to a print in Word, as it changes the markup: for tests that read prints back."""

import copy

from ordain.word.parts.names import SPACE, Element, local, make, w
from ordain.word.parts.package import Package, open_package


class Editor:
    """A print that is open in Word; paragraphs are found by the words that they open with."""

    def __init__(self, content: bytes, file: str = "edited.docx") -> None:
        self.package: Package = open_package(content, file)
        body = self.package.tree(self.package.main).find(w("body"))
        assert body is not None
        self.body: Element = body

    def saved(self) -> bytes:
        return self.package.to_bytes()

    def at(self, opening: str) -> Element:
        [found] = [it for it in self.body.iterfind(w("p")) if text_of(it).startswith(opening)]
        return found

    def replace(self, opening: str, old: str, new: str) -> None:
        """Change words inside a paragraph: its bookmark stays."""
        for words in self.at(opening).iter(w("t")):
            words.text = (words.text or "").replace(old, new)

    def retype(self, opening: str, text: str) -> None:
        """Select a paragraph and type it anew: the bookmark is lost."""
        paragraph = self.at(opening)
        for child in [child for child in paragraph if local(child) != "pPr"]:
            paragraph.remove(child)
        paragraph.append(run(text))

    def insert_behind(self, opening: str, text: str, style: str | None = None) -> Element:
        """Press Enter at the end of a paragraph, and type."""
        before = self.at(opening)
        paragraph = make("p")
        properties = before.find(w("pPr"))
        if properties is not None:
            paragraph.append(copy.deepcopy(properties))
        if style is not None:
            paragraph[0][0].set(w("val"), style)
        paragraph.append(run(text))
        before.addnext(paragraph)
        return paragraph

    def type_before(self, opening: str, text: str) -> None:
        """Press Enter at the start of a paragraph, and type in the empty line above: the bookmark begins there."""
        below = self.at(opening)
        paragraph = make("p")
        properties = below.find(w("pPr"))
        if properties is not None:
            paragraph.append(copy.deepcopy(properties))
        paragraph.extend(below.findall(w("bookmarkStart")))
        paragraph.append(run(text))
        below.addprevious(paragraph)

    def split(self, opening: str, at: str) -> None:
        """Press Enter inside a paragraph of one run, before the words `at`: the bookmark ends behind it."""
        first = self.at(opening)
        second = copy.deepcopy(first)
        words = next(it for it in first.iter(w("t")) if at in (it.text or ""))
        place = list(first.iter(w("t"))).index(words)
        before, _, after = (words.text or "").partition(at)
        words.text = before
        for child in [
            *first.findall(w("bookmarkEnd")),
            *[it.getparent() for it in list(first.iter(w("t")))[place + 1 :]],
        ]:
            assert child is not None
            first.remove(child)
        for child in [
            *second.findall(w("bookmarkStart")),
            *[it.getparent() for it in list(second.iter(w("t")))[:place]],
        ]:
            assert child is not None
            second.remove(child)
        next(second.iter(w("t"))).text = at + after
        first.addnext(second)

    def join(self, opening: str, following: str) -> None:
        """Press Delete at the end of a paragraph."""
        first, second = self.at(opening), self.at(following)
        first.append(run(" "))
        first.extend([child for child in second if local(child) != "pPr"])
        self.body.remove(second)

    def delete(self, opening: str) -> None:
        self.body.remove(self.at(opening))

    def move(self, opening: str, behind: str) -> None:
        """Cut a paragraph and paste it behind another: the bookmark goes along."""
        self.at(behind).addnext(self.at(opening))


def run(text: str) -> Element:
    words = make("t")
    words.text = text
    words.set(SPACE, "preserve")
    return make("r", children=[words])


def text_of(paragraph: Element) -> str:
    return "".join(words.text or "" for words in paragraph.iter(w("t")))

"""XML that is written as text says what elements would, in files of any prefix."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from ordain.word import accept, reject
from ordain.word.parts.names import W, local, make, w
from ordain.word.parts.written import as_text, escaped, hold, lay, serialized
from tests.word.shown import shown
from tests.word.specimens import redline, with_parts, word_file

MAIN = "word/document.xml"

# Whatever XML may hold.
letters = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("&<>\"'\t\n\r?"), max_size=20)


@given(letters, letters)
def test_text_is_read_back_as_it_was_given(value: str, text: str) -> None:
    story = make("body")
    lay(story, [hold("t", {"author": value}, [escaped(text)]), make("p"), hold("r", None, [make("tab"), "<w:br/>"])])
    one, two, three = etree.fromstring(serialized(story))
    assert (one.get(w("author")), one.text or "") == (value, text)
    assert [local(two), *map(local, three)] == ["p", "tab", "br"]


@given(letters, letters)
def test_text_is_written_as_elements_are(value: str, text: str) -> None:
    element = make("t", {"author": value})
    element.text = text or None
    spelled = etree.tostring(element, encoding="unicode").replace(f' xmlns:w="{W}"', "")
    assert hold("t", {"author": value}, [escaped(text)] if text else []) == spelled


def test_no_namespace_can_hold_the_sign_behind_text() -> None:
    with pytest.raises(etree.XMLSyntaxError, match="not a valid URI"):
        etree.fromstring('<x xmlns:y="urn:?&gt;"/>')


def test_what_is_not_only_words_is_no_text() -> None:
    plain = etree.fromstring(f'<w:rPr xmlns:w="{W}" xmlns:x="urn:x"><w:b w:val="0"/></w:rPr>')
    assert as_text(plain) == '<w:rPr><w:b w:val="0"/></w:rPr>'
    for other in ("<x:b/>", '<w:b x:val="0"/>', f'<y:b xmlns:y="{W}"/>'):
        assert as_text(etree.fromstring(f'<w:rPr xmlns:w="{W}" xmlns:x="urn:x">{other}</w:rPr>')) is None


def named_otherwise(content: bytes, *, conflicting: bool) -> bytes:
    """Return a Word file whose document names WordprocessingML `q`, and perhaps something else `w`."""
    for sign in (b"<w:", b"</w:", b" w:"):
        content = with_parts(content, {MAIN: (sign, sign.replace(b"w", b"q"))})
    declared = b'xmlns:w="urn:other" xmlns:q="' if conflicting else b'xmlns:q="'
    return with_parts(content, {MAIN: (b'xmlns:w="', declared)})


@pytest.mark.parametrize("conflicting", [False, True])
def test_a_file_that_names_wordprocessingml_otherwise(*, conflicting: bool) -> None:
    sides = [word_file("The clerk keeps the record.", last) for last in ("It is public.", "It is never public.")]
    others = [named_otherwise(side, conflicting=conflicting) for side in sides]
    for old, new in ((sides[0], others[1]), (others[0], sides[1]), others):
        made = redline(old, new).to_bytes()
        assert shown(accept(made)) == shown(sides[1])
        assert shown(reject(made)) == shown(sides[0])

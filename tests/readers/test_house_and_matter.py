"""A house and a matter are read whole, and a version is added without touching what people wrote."""

import datetime as dt

import pytest

from ordain.errors import OrdainError
from ordain.model.house import MarkStyle, Stage
from ordain.model.matter import Version
from ordain.model.numbering import LabelStyle, Level
from ordain.readers.house import read_house
from ordain.readers.matter import read_matter, with_version
from tests.literate import rest, sound

_SOUND = sound("house.yaml")


def _house(text: str) -> str:
    return text + rest(_SOUND, text)


def test_a_house_is_read() -> None:
    house = read_house(_SOUND, "house.yaml", "springfield")
    assert (house.name, house.city, house.council) == ("springfield", "Springfield", None)
    assert house.instruments == (("ordinance", "ORDINANCE"),)
    assert house.scheme("ordinance")[1] == (Level.SUBSECTION, LabelStyle("({A})"))
    assert house.bill_marks().struck == MarkStyle(open="[-", close="-]", decoration="strike")
    assert house.stage("as-amended") == Stage(name="as-amended", label="As amended", after=("introduced", "as-amended"))
    assert (house.layout.line_numbers, house.layout.margins) == (False, (72.0, 72.0, 72.0, 72.0))
    assert [line.text for line in house.layout.heading] == ["CITY OF SPRINGFIELD", "BILL NO. {bill}"]


def test_the_first_provision_may_have_a_label_of_its_own() -> None:
    text = _house('numbering:\n  ordinance: {section: {pattern: "Sec. {1}.", first: "Section {1}."}}\n')
    assert read_house(text, "house.yaml", "x").scheme("ordinance") == (
        (Level.SECTION, LabelStyle("Sec. {1}.", "Section {1}.")),
    )


def test_a_color_is_written_in_six_figures() -> None:
    marks = 'marks:\n  bill:\n    added: {{open: a, close: b, decoration: bold, color: "{}"}}\n'
    marks += "    struck: {{open: c, close: d, decoration: none}}\n"
    house = read_house(_house(marks.format("#B00020")), "house.yaml", "x")
    assert house.bill_marks().added.color == "#B00020"
    with pytest.raises(OrdainError, match="'#B0002' is no color"):
        read_house(_house(marks.format("#B0002")), "house.yaml", "x")


def test_a_matter_is_read() -> None:
    matter = read_matter(sound("matter.yaml"), "matter.yaml")
    assert (matter.name, matter.house, matter.order) == ("Use of City property", "springfield", "order.yaml")
    assert matter.versions == (Version(file="1-introduced.txt", stage="introduced", date=dt.date(2026, 1, 5)),)


def test_a_matter_may_have_no_version_yet() -> None:
    assert read_matter("name: A\nhouse: b\nversions:\n", "matter.yaml").versions == ()


_NEXT = Version(file="2-as-amended.txt", stage="as-amended", date=dt.date(2026, 3, 2), base="1-introduced.txt")
_ENTRY = "  - {file: 2-as-amended.txt, stage: as-amended, base: 1-introduced.txt, date: 2026-03-02}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name: A\n", f"name: A\nversions:\n{_ENTRY}\n"),
        ("name: A\nversions: []  # none yet\n", f"name: A\nversions:\n{_ENTRY}\n"),
        ("versions:\n  - {file: 1.txt}  # first\nnotes: []\n", f"versions:\n  - {{file: 1.txt}}  # first\n{_ENTRY}\nnotes: []\n"),
        ("versions:\n  # the chain\n  - {file: 1.txt}\n\n# the end\n", f"versions:\n  # the chain\n  - {{file: 1.txt}}\n\n# the end\n{_ENTRY}\n"),
    ],
)  # fmt: skip
def test_a_version_is_added_at_the_end_of_the_list(old: str, new: str) -> None:
    assert with_version(old, _NEXT) == new


def test_a_version_without_date_and_base_says_so() -> None:
    added = with_version("name: A\n", Version(file="1.txt", stage="introduced"))
    assert added.endswith("  - {file: 1.txt, stage: introduced, base: null, date: null}\n")

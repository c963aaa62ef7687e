"""A house answers for what it does not say with what ordinances have."""

from msgspec.structs import replace

from ordain.model.house import DEFAULT_SCHEME, Marks, MarkStyle
from ordain.model.numbering import LabelStyle, Level
from tests.strategies import house


def test_an_instrument_without_a_name_is_printed_in_capitals() -> None:
    assert house().instrument_name("ordinance") == "ORDINANCE"
    assert house().instrument_name("motion") == "MOTION"


def test_an_instrument_without_a_scheme_is_numbered_like_an_ordinance() -> None:
    scheme = ((Level.SECTION, LabelStyle("{I}.")),)
    numbered = replace(house(), numbering=(("ordinance", scheme),))
    assert numbered.scheme("resolution") == scheme
    assert replace(house(), numbering=()).scheme("resolution") == DEFAULT_SCHEME


def test_a_level_without_marks_has_those_of_the_first() -> None:
    other = Marks(
        added=MarkStyle(open="<", close=">", decoration="bold"),
        struck=MarkStyle(open="(", close=")", decoration="none"),
    )
    [bill] = [marks for _, marks in house().marks]
    assert house().bill_marks("law") == bill
    assert replace(house(), marks=(("law", other), *house().marks)).bill_marks("law") == other


def test_a_stage_is_found_by_its_name() -> None:
    stage = house().stage("introduced")
    assert stage is not None
    assert stage.label == "Introduced"
    assert house().stage("vetoed") is None
    assert house().stage(None) is None

"""The typefaces that come with the program have the letters of the law, and may be given away."""

import pytest

from ordain.print.faces import FOLDER, family_of, letters_of
from tests.houses import shipped_houses


@pytest.mark.parametrize("family", ["Liberation Sans", "Liberation Serif"])
def test_a_family_has_the_letters_of_a_bill(family: str) -> None:
    assert set(map(ord, "AZaz09ñéüç§¶“”‘’–—½°·…()[]{}<>#$%&*_/\\")) <= letters_of(family)
    assert not {0x2011, 0x6761, 0x1F600, 0xFFFF} & letters_of(family)


def test_every_house_has_a_typeface() -> None:
    assert {family_of(house.layout.font) for house in shipped_houses().values()} == {
        "Liberation Sans",
        "Liberation Serif",
    }


def test_only_the_faces_that_are_used_are_shipped_and_their_licence_with_them() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == [
        "LiberationSans-Bold.ttf",
        "LiberationSans-Regular.ttf",
        "LiberationSerif-Bold.ttf",
        "LiberationSerif-Regular.ttf",
        "OFL.txt",
    ]
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FOLDER / "OFL.txt").read_text(encoding="utf-8")

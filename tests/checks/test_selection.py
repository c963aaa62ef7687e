"""Which rules are asked for, and what is said of a code that is none."""

import pytest

from ordain.checks.selection import Selection, selection
from ordain.errors import OrdainError


@pytest.mark.parametrize(
    ("select", "ignore", "held"),
    [
        ((), (), {"D001", "D014", "M001"}),
        (("D",), (), {"D001", "D014"}),
        (("D001", "M"), (), {"D001", "M001"}),
        ((), ("D",), {"M001"}),
        (("D",), ("D001",), {"D014"}),
        (("D001",), ("D",), {"D001"}),
        (("D",), ("D",), set()),
        (("D01",), (), {"D014"}),
    ],
)
def test_of_two_prefixes_the_longer_decides(select: tuple[str, ...], ignore: tuple[str, ...], held: set[str]) -> None:
    assert {code for code in ("D001", "D014", "M001") if Selection(select, ignore).holds(code)} == held


def test_what_cannot_be_read_is_always_said() -> None:
    assert Selection(("D001",)).holds("E001")


def test_a_prefix_may_be_a_list() -> None:
    assert selection(["D001, D002", "M"], [""]) == Selection(("D001", "D002", "M"))


@pytest.mark.parametrize(
    ("prefix", "said"),
    [
        ("D14", "no rule has a code that begins with 'D14'; did you mean 'D014'?"),
        ("E001", "no rule has a code that begins with 'E001'; did you mean 'W001'?"),
    ],
)
def test_a_prefix_that_no_code_has_is_an_error(prefix: str, said: str) -> None:
    for given in ((prefix,), ()), ((), (prefix,)):
        with pytest.raises(OrdainError) as raised:
            selection(*given)
        assert str(raised.value.problems[0]) == said

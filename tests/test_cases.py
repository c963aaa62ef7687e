"""What a user is told of every fault that a user can cause: the cases are Markdown that a drafter can read."""

import functools
from pathlib import Path

import pytest

from ordain.drafting.render import draft_ordinance
from ordain.errors import OrdainError
from ordain.markup.parse import parse
from ordain.model.house import House
from ordain.readers.house import read_house
from ordain.readers.matter import read_matter
from ordain.readers.order import read_order
from ordain.workflow.files import read_text
from tests.literate import Case, cases, errors, sound

_CASES = [pytest.param(case, id=f"{path.stem}: {case.heading}") for path in errors() for case in cases(path)]


@pytest.mark.parametrize("case", _CASES)
def test_a_user_is_told_what_is_wrong_and_where_and_how_to_mend_it(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    name = case.file.name
    Path(name).write_bytes(case.file.content(sound(name) if case.file.note == "rest" else ""))
    if case.error is None:
        _read(name)
        return
    with pytest.raises(OrdainError) as raised:
        _read(name)
    assert "\n".join(str(problem) for problem in raised.value.problems) == case.error


def test_every_case_file_has_cases() -> None:
    assert {path.stem for path in errors()} == {"bill-text", "houses-and-templates", "orders", "yaml"}


def _read(name: str) -> None:
    text = read_text(Path(name))
    match Path(name).suffix:
        case ".txt":
            parse(text, {"springfield": _house()}, name)
        case ".j2":
            order = read_order(sound("order.yaml"), "order.yaml")
            draft_ordinance(order, _house(), {name: text}, "templates/springfield")
        case _:
            {"order.yaml": read_order, "matter.yaml": read_matter, "house.yaml": _read_house}[name](text, name)


def _read_house(text: str, file: str) -> House:
    return read_house(text, file, "springfield")


@functools.cache
def _house() -> House:
    return _read_house(sound("house.yaml"), "house.yaml")

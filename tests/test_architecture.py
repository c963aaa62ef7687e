"""The size and the opening of every module."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "ordain"
MODULES = sorted(SOURCE.rglob("*.py"))

# What is longer has more than one idea.
_LONGEST = 400


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(SOURCE)))
def test_a_module_opens_with_a_sentence_and_is_not_long(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "say in the first line what the module is"
    assert text.count("\n") <= _LONGEST, "split it where its ideas part"

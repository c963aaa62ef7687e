import pytest

from tests.amend.typed import Typed, printed_lines, said, typed

_BILL, _PRINT, _CASES = typed()


@pytest.mark.parametrize("case", [pytest.param(case, id=case.heading) for case in _CASES])
def test_a_typed_sheet_does_what_it_says_or_is_refused_with_the_reason(case: Typed) -> None:
    assert said(_BILL, case.sheet) == (case.kind, case.outcome)


def test_the_print_is_that_of_the_bill() -> None:
    assert printed_lines(_BILL) == _PRINT


def test_there_are_forty_cases_that_fit_and_forty_that_are_refused() -> None:
    kinds = [case.kind for case in _CASES]
    assert kinds.count("diff") >= 40
    assert kinds.count("error") >= 40

"""Every provision of every text of a chain is followed."""

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from ordain.chain.threads import threads
from ordain.model.unit import Unit
from ordain.text.tokens import tokenize
from tests.strategies import drafts, edited, fewer

if TYPE_CHECKING:
    from ordain.model.draft import Draft

CLERK = "The Clerk keeps the record of every hearing of the Council."
MAYOR = "The Mayor shows the budget to whoever asks for it in writing."
POLICE = "The police wear a badge with a number that can be read."


def _text(*texts: str) -> tuple[Unit, ...]:
    return tuple(Unit(tokens=tokenize(text)) for text in texts)


def test_no_texts_have_no_threads() -> None:
    assert threads(()) == ()


def test_a_provision_that_comes_and_one_that_goes_have_gaps() -> None:
    chain = (_text(CLERK, MAYOR), _text(CLERK, MAYOR, POLICE), _text(POLICE, CLERK))
    assert threads(chain) == (((), (2,), (0,)), ((0,), (0,), (1,)), ((1,), (1,), ()))


def test_what_is_split_and_joined_again_is_one_thread_each() -> None:
    whole, parts = _text(f"{CLERK} {MAYOR}"), _text(CLERK, MAYOR)
    assert threads((whole, parts)) == (((0,), (0, 1)),)
    assert threads((parts, whole)) == (((0,), (0,)), ((1,), (0,)))


@fewer
@given(st.data())
def test_no_provision_is_lost(data: st.DataObject) -> None:
    first = data.draw(drafts())
    chain: list[Draft] = [first, data.draw(edited(first))]
    chain.append(data.draw(edited(chain[-1])))
    units = [draft.units() for draft in chain]
    found = threads(units)
    for version, its in enumerate(units):
        assert {at for thread in found for at in thread[version]} == set(range(len(its)))

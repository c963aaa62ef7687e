"""The force of every change of a redline, and of no more than binds somebody."""

from ordain.compare import compare
from ordain.force.redlines import signals
from ordain.model.force import Aspect, Direction, Signal
from ordain.model.numbering import Level
from ordain.model.unit import Unit
from ordain.text.tokens import tokenize
from ordain.workflow.houses import vocabulary

CLERK = "The Clerk shall keep the record of every hearing of the Council."
MAYOR = "The Mayor may show the budget to whoever asks for it in writing."


def _unit(text: str, level: Level = Level.SECTION, label: str = "") -> Unit:
    return Unit(tokens=tokenize(text), level=level, label=label)


def _signals(old: tuple[Unit, ...], new: tuple[Unit, ...]) -> list[tuple[str, list[Signal]]]:
    redline = compare(old, new)
    found = signals(redline, vocabulary())
    return [(entry.kind, list(found[entry.number])) for entry in redline.entries()]


def test_a_duty_that_became_a_power_is_told_in_words() -> None:
    [(_, [signal])] = _signals((_unit(CLERK),), (_unit(CLERK.replace("shall", "may")),))
    assert (signal.aspect, signal.direction, signal.said) == (Aspect.DUTY, Direction.LOOSER, "'shall' became 'may'")


def test_what_binds_nobody_has_no_force() -> None:
    for level in (Level.TITLE, Level.RECITAL, Level.ENACTING):
        old, new = _unit(CLERK, level), _unit(CLERK.replace("shall", "may"), level)
        assert _signals((old,), (new,)) == [("altered", [])]


def test_of_a_provision_that_came_or_went_its_duties_are_told() -> None:
    [(kind, [signal])] = _signals((), (_unit(CLERK),))
    assert (kind, signal.direction, signal.said) == ("inserted", Direction.STRICTER, "'shall' was added")
    [(kind, [signal])] = _signals((_unit(CLERK),), ())
    assert (kind, signal.direction, signal.said) == ("removed", Direction.LOOSER, "'shall' was struck")


def test_what_is_split_or_joined_is_read_as_one() -> None:
    whole = (_unit(f"{CLERK} {MAYOR}"),)
    parts = (_unit(CLERK), _unit(MAYOR.replace("may", "shall")))
    assert [[it.said for it in found] for _, found in _signals(whole, parts)] == [["'may' became 'shall'"]] * 2
    assert [[it.said for it in found] for _, found in _signals(parts, whole)] == [["'shall' became 'may'"]] * 2


def test_numbering_and_typography_have_no_force() -> None:
    assert _signals((_unit(CLERK, label="(A)"),), (_unit(CLERK, label="(B)"),)) == [("renumbered", [])]
    quoted = _unit(CLERK.replace("hearing", '"hearing"')), _unit(CLERK.replace("hearing", "“hearing”"))
    assert _signals(quoted[:1], quoted[1:]) == [("altered", [])]

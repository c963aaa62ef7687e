"""Who must do what, through a chain of texts."""

from ordain.chain.ledger import Row, ledger
from ordain.markup.parse import parse
from ordain.model.draft import Draft
from ordain.workflow.houses import vocabulary
from tests.strategies import house

DUTY = "REPORTS. The Clerk shall report to the Mayor within ten days."


def _draft(*lines: str) -> Draft:
    text = "\n".join(["---", "house: springfield", "---", "An ordinance.", *lines])
    return parse(text, {"springfield": house()}, "bill.txt")


def _rows(demands: dict[str, str], *drafts: Draft) -> tuple[Row, ...]:
    chain = [draft.units() for draft in drafts]
    return ledger(demands, chain, lambda version, at: chain[version][at].sources, vocabulary())


def _said(row: Row) -> list[str | None]:
    """Return what the order and each version lay on whom; "as before" where it is the same."""
    return [
        None
        if it is None
        else "as before"
        if it.is_same
        else " / ".join(f"{norm.actor.text if norm.actor else ''} {norm.duty.value}" for norm in it.norms)
        for it in (row.order, *row.versions)
    ]


def test_a_provision_is_followed_from_the_order_to_the_last_version() -> None:
    sources = "{#reports from=reports}"
    [row] = _rows(
        {"reports": "The Clerk shall report to the Mayor."},
        _draft(f"SECTION 1. {DUTY} {sources}"),
        _draft(f"SECTION 1. {DUTY} {sources}"),
        _draft(f"SECTION 1. {DUTY.replace('shall', 'may')} {sources}"),
    )
    assert row.heading == "REPORTS"
    assert _said(row) == ["The Clerk shall", "The Clerk shall", "as before", "The Clerk may"]
    first, _, last = (it for it in row.versions if it is not None)
    assert [it.said for it in first.signals] == ["'within ten days' was added"]
    assert [it.said for it in last.signals if it.aspect.value == "duty"] == ["'shall' became 'may'"]
    assert [it.text for it in first.norms[0].times] == ["within ten days"]


def test_what_binds_nobody_has_no_row() -> None:
    draft = _draft("WHEREAS, the Mayor may act; and", 'SECTION 1. "Clerk" means the clerk of the City.')
    assert _rows({}, draft) == ()


def test_what_came_later_is_not_held_against_the_whole_of_the_order() -> None:
    demand = {"reports": "The Clerk shall report to the Mayor."}
    first = _draft("SECTION 1. FEES. The fee is ten dollars.")
    second = _draft("SECTION 1. FEES. The fee is ten dollars.", f"SECTION 2. {DUTY} {{#reports from=reports}}")
    [row] = _rows(demand, first, second)
    assert _said(row) == ["The Clerk shall", None, "The Clerk shall"]
    assert row.versions[1] is not None
    assert row.versions[1].signals == ()


def test_what_no_version_holds_comes_last() -> None:
    rows = _rows({"signs": "The City shall post signs.", "recital": "The City is old."}, _draft(f"SECTION 1. {DUTY}"))
    assert [_said(row) for row in rows] == [[None, "The Clerk shall"], ["The City shall", None]]


def test_a_duty_that_ends_in_a_colon_goes_on_with_its_items() -> None:
    [row] = _rows(
        {},
        _draft(
            "SECTION 1. CONTENTS.",
            "  (A) A report shall state:",
            "    (1) the date; and",
            "    (2) the place.",
            "SECTION 2. LIST. The list is as follows:",
            "  (A) the Clerk.",
        ),
    )
    assert row.heading == "CONTENTS"
    assert row.versions[0] is not None
    [norm] = row.versions[0].norms
    assert norm.act is not None
    assert norm.act.text == "state: (1) the date; and (2) the place"


def test_a_caption_in_small_letters_is_a_heading() -> None:
    rows = _rows(
        {},
        _draft(
            "SECTION 1. Duty to report.",
            "  (A) The Clerk shall report.",
            "  (B) Late reports. The Clerk may report late.",
            "SECTION 2. The Mayor shall show the budget to whoever asks for it.",
        ),
    )
    assert [row.heading for row in rows] == ["Duty to report", "Late reports", ""]


def test_a_split_provision_has_all_its_parts() -> None:
    clerk, mayor = "The Clerk shall keep the record of each hearing.", "The Mayor may show the budget to whoever asks."
    [row] = _rows(
        {}, _draft(f"SECTION 1. {clerk} {mayor}"), _draft("SECTION 1. DUTIES.", f"(A) {clerk}", f"(B) {mayor}")
    )[:1]
    last = row.versions[-1]
    assert last is not None
    assert [norm.duty.value for norm in last.norms] == ["shall", "may"]

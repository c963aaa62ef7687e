"""Write the measured tables of `docs/force.md`: `python -m tests.force.write_page`."""

from collections.abc import Iterable
from pathlib import Path

from ordain.workflow.houses import vocabulary
from tests.force.measured import Measured, Row, heldout, measure
from tests.force.mutations import mutations, paraphrases

PAGE = Path(__file__).parent.parent.parent / "docs" / "force.md"

_BEGIN, _END = "<!-- measured: begin -->\n", "<!-- measured: end -->\n"

_HEAD = "| aspect | edits | recalled | right direction | other aspects told |\n|---|---:|---:|---:|---:|\n"


def page() -> str:
    """Return the page with the tables as they are measured now."""
    text = PAGE.read_text(encoding="utf-8")
    before, rest = text.split(_BEGIN)
    _, after = rest.split(_END)
    return f"{before}{_BEGIN}{tables()}{_END}{after}"


def tables() -> str:
    """Return the tables of both sets."""
    own = measure(mutations(), paraphrases(), vocabulary())
    others = measure(*heldout(), vocabulary())
    return (
        f"\n### Our half\n\n{_table(own)}\n### The half of other laws, after its misses were seen\n\n{_table(others)}\n"
    )


def _table(measured: Measured) -> str:
    rows = [(aspect.value, row) for aspect, row in measured.rows.items()]
    lines = [_line(name, row) for name, row in [*rows, ("all", _sum(row for _, row in rows))]]
    alarms = f"False alarms: {measured.alarms} of {measured.paraphrases} edits that change nothing"
    return f"{_HEAD}{''.join(lines)}\n{alarms} ({measured.alarms / measured.paraphrases:.1%}).\n"


def _line(name: str, row: Row) -> str:
    return f"| {name} | {row.number} | {row.found} | {row.directed} | {row.other} |\n"


def _sum(rows: Iterable[Row]) -> Row:
    total = Row()
    for row in rows:
        total.number += row.number
        total.found += row.found
        total.directed += row.directed
        total.other += row.other
    return total


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()

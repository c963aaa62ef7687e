"""Reports: two worked examples, and any that a command could make."""

from hypothesis import strategies as st

from ordain.model.report import Cell, Column, Heading, Json, Paragraph, Part, Report, Table, Tone

_DUTY = "Each department head shall report to the Mayor every request for the use of City property."

# Few columns, every tone, a cell of two lines, one that is empty, signs that markup would obey.
COVERAGE = Report(
    name="coverage",
    title="What of the order is in the bill",
    facts={"matter": "safer-community", "dropped": 1},
    parts=(
        Paragraph("Each provision of the order, and what became of it."),
        Table(
            key="provisions",
            title="Provisions of the order",
            columns=(Column("id", "Provision"), Column("state", "State", 0.5), Column("where", "Where, and why")),
            rows=(
                (Cell("facility-reports"), Cell("codified", Tone.GOOD), Cell("Section 3(A)\nSection 4")),
                (Cell("signs", Tone.STRONG), Cell("weakened", Tone.BAD), Cell(_DUTY, value={"score": 0.8})),
                (Cell("training"), Cell("not codified", Tone.QUIET), Cell()),
                (Cell("<b>&amp;"), Cell('" onload="x'), Cell("</style><script>alert('x')</script>")),
            ),
        ),
        Heading("Added without source"),
        Table(key="added", columns=(Column("id", "Provision"), Column("words", "Words")), rows=()),
    ),
)

# More columns than stand upright.
LEDGER = Report(
    name="ledger",
    title="Ledger",
    parts=(
        Table(
            key="rows",
            columns=tuple(Column(f"version{at}", f"Version {at}") for at in range(1, 7)),
            rows=tuple((Cell(f"Section {at}"), *[Cell(_DUTY)] * 5) for at in range(1, 9)),
        ),
    ),
)

_text = st.text(st.characters(codec="utf-8") | st.sampled_from(" \n\x1b<&\xad"), max_size=60)
_name = st.text(st.characters(codec="utf-8", categories=["L", "N"]), min_size=1, max_size=30)
_values: st.SearchStrategy[Json] = st.none() | st.integers() | st.lists(st.booleans(), max_size=2)
_cells = st.builds(Cell, _text, st.sampled_from(Tone), _values)


@st.composite
def tables(draw: st.DrawFn, key: str = "rows") -> Table:
    """Return a table of any shape."""
    count = draw(st.integers(1, 9))
    shares = st.floats(0.1, 4.0)
    columns = tuple(Column(f"column{at}", draw(_name), draw(shares)) for at in range(count))
    rows = draw(st.lists(st.tuples(*[_cells] * count), max_size=4))
    return Table(key=key, columns=columns, rows=tuple(rows), title=draw(_text))


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Return a report of any parts."""
    parts: list[Part] = [
        draw(st.builds(Heading, _name) | st.builds(Paragraph, _text) | tables(f"table{at}"))
        for at in range(draw(st.integers(0, 4)))
    ]
    facts = draw(st.dictionaries(st.sampled_from(["matter", "versions"]), _values))
    return Report(name=draw(_name), title=draw(_name), parts=tuple(parts), facts=facts)

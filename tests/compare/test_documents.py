"""What Word files have and drafts have not: tables, notes, headers, formulas under a number, names of paragraphs."""

from ordain.compare import Redline, compare
from ordain.compare.anchors import matched
from ordain.compare.changes import kind_of
from ordain.model.unit import Form, Row, Story, Unit
from ordain.text.tokens import Opaque, Token, tokenize


def unit(text: str, *, hint: str = "", story: Story = Story.BODY, place: str = "") -> Unit:
    return Unit(tokens=tokenize(text), hint=hint, story=story, place=place)


def table(*rows: str, shape: object = ()) -> Unit:
    """Return a table whose rows are given as `cell | cell`."""
    held = tuple(Row(tuple((unit(cell),) for cell in row.split(" | ")), (len(row.split(" | ")), shape)) for row in rows)
    tokens = tuple(token for row in held for cell in row.cells for its in cell for token in its.tokens)
    return Unit(tokens=tokens, form=Form.TABLE, rows=held)


def told(redline: Redline) -> list[tuple[str, str, str]]:
    return [(entry.kind, entry.struck, entry.added) for entry in redline.entries()]


def held(old: list[Unit], new: list[Unit]) -> Redline:
    """Return the comparison; both laws must hold of it."""
    redline = compare(old, new)
    body = [it for it in new if it.story is Story.BODY]
    assert list(redline.accepted())[: len(body)] == body
    assert list(redline.rejected())[: len(old)] == [it for it in old if it.story is Story.BODY]
    return redline


class TestTables:
    FEES = ("Permit | ten dollars", "Copy | one dollar")

    def test_a_changed_cell_is_marked_in_its_cell(self) -> None:
        redline = held([table(*self.FEES)], [table("Permit | twelve dollars", "Copy | one dollar")])
        assert told(redline) == [("altered", "ten", "twelve")]

    def test_a_row_comes_and_goes_whole(self) -> None:
        redline = held([table(*self.FEES)], [table(self.FEES[0], "Appeal | fifty dollars a day", self.FEES[1])])
        assert told(redline) == [("altered", "", "Appealfifty dollars a day")]
        [block] = redline.blocks
        assert [row.mark.value for row in block.rows] == ["kept", "added", "kept"]

    def test_rows_that_span_otherwise_are_struck_and_set_anew(self) -> None:
        redline = held([table(*self.FEES)], [table(*self.FEES, shape="merged")])
        [block] = redline.blocks
        assert [row.mark.value for row in block.rows] == ["struck", "struck", "added", "added"]

    def test_a_row_of_one_word_keeps_its_place(self) -> None:
        [block] = held([table("Fee", "ten", "End")], [table("Fee", "twelve", "End")]).blocks
        assert [row.mark.value for row in block.rows] == ["kept", "kept", "kept"]

    def test_a_table_of_other_words_keeps_its_place_and_shape(self) -> None:
        assert told(held([table("Nested")], [table("Another")])) == [("altered", "Nested", "Another")]
        assert sorted(told(held([table("Nested")], [table("Two | cells")]))) == [
            ("inserted", "", "Twocells"),
            ("removed", "Nested", ""),
        ]

    def test_a_table_is_no_paragraph_with_its_words(self) -> None:
        redline = held([unit("Permit ten dollars")], [table("Permit | ten dollars")])
        assert sorted(kind for kind, _, _ in told(redline)) == ["inserted", "removed"]

    def test_a_table_that_moved_is_struck_and_set_anew(self) -> None:
        texts = [
            unit("The clerk keeps the record of the council."),
            unit("The mayor signs every bill within ten days."),
        ]
        redline = held([table(*self.FEES), *texts], [*texts, table(*self.FEES)])
        assert sorted(kind for kind, _, _ in told(redline)) == ["inserted", "removed"]


class TestNotes:
    def document(self, text: str, note: str) -> list[Unit]:
        reference: tuple[Token, ...] = (Opaque("footnoteReference", "†", ("footnote 1",)),)
        body = Unit(tokens=(*tokenize(text), *reference))
        return [body, unit(note, story=Story.FOOTNOTE, place="footnote 1")]

    def test_a_note_that_stays_is_compared_for_itself(self) -> None:
        old, new = matched(
            self.document("The fee is due.", "See section ten of the act."),
            self.document("The fee is due.", "See section twelve of the act."),
        )
        assert told(compare(old, new)) == [("altered", "ten", "twelve")]

    def test_a_note_of_other_words_is_another_note(self) -> None:
        old, new = matched(
            self.document("The fee is due.", "Repealed."), self.document("The fee is due.", "Adopted in May by vote.")
        )
        assert told(compare(old, new)) == [("altered", "†", "†")]


class TestHeaders:
    def test_headers_are_known_by_what_they_say(self) -> None:
        first = unit("Part one", story=Story.HEADER, place="header 0 default")
        second = unit("Part two", story=Story.HEADER, place="header 1 default")
        alone = unit("Part two", story=Story.HEADER, place="header 0 default")
        old, new = matched([first, second], [alone])
        assert [it.place for it in old] == ["header 0 default old", "header 0 default"]
        assert [block.kind for block in compare(old, new).heading] == ["kept", "removed"]

    def test_a_box_in_a_header_is_compared_for_itself(self) -> None:
        def letterhead(words: str) -> list[Unit]:
            drawing = Unit(
                tokens=(Opaque("drawing", places=("text box 1",)),), story=Story.HEADER, place="header 0 default"
            )
            return [drawing, unit(words, story=Story.BOX, place="text box 1")]

        old, new = matched(letterhead("Office of the Mayor"), letterhead("Office of the Council"))
        assert [block.kind for block in compare(old, new).heading] == ["kept", "altered"]


class TestWhoBecameWhom:
    def test_a_formula_follows_its_neighbors_to_a_new_number(self) -> None:
        old = [unit(f"Section {at}. Reserved") for at in range(1, 5)]
        new = [unit("Section 1. Short title of this act."), *(unit(f"Section {at}. Reserved") for at in range(2, 6))]
        changes = [kind_of(change) for _, change in compare(old, new).changes]
        assert changes == ["inserted", "renumbered", "renumbered", "renumbered", "renumbered"]

    def test_hints_that_agree_pair_what_words_would_not(self) -> None:
        texts = [f"The {what} keeps the {what} record." for what in ("clerk", "mayor", "council", "board", "court")]
        same = [unit(text, hint=str(at)) for at, text in enumerate(texts)]
        for hint, expected in (("", False), ("x", True)):
            old = [*same, unit("Fees for each permit are ten dollars a year.", hint=hint), unit("It stops.", hint="y")]
            new = [
                *same,
                unit("Another opening.", hint="y"),
                unit("More.", hint="z"),
                unit("Fees for each license are set by the board.", hint=hint),
            ]
            assert ("altered" in [kind for kind, _, _ in told(compare(old, new))]) is expected

    def test_hints_that_disagree_are_not_believed(self) -> None:
        texts = [f"The {what} keeps the {what} record." for what in ("clerk", "mayor", "council", "board", "court")]
        old = [unit(text, hint=str(at)) for at, text in enumerate(texts)]
        new = [unit(text, hint=str(at + 1)) for at, text in enumerate(texts)]
        assert told(compare(old, new)) == []

"""A problem is shown with its line, and the caret stands under what is wrong."""

from ordain.errors import OrdainError, Place, Problem, nearest, quoted, refuse


def _shown(excerpt: str, column: int | None, width: int = 1) -> list[str]:
    return str(Problem("wrong", "mend it", Place("a.txt", 7, column, excerpt, width))).split("\n")


def test_a_problem_without_a_place_is_its_sentence() -> None:
    assert str(Problem("wrong")) == "wrong"
    assert str(Problem("wrong", "mend it")) == "wrong; mend it"


def test_a_place_without_a_line_names_the_file() -> None:
    assert str(Problem("wrong", place=Place("a.txt"))) == "a.txt: wrong"


def test_a_line_without_a_column_is_shown_without_a_caret() -> None:
    assert _shown("some text", None) == ["a.txt:7: wrong; mend it", "    7 | some text"]


def test_the_caret_is_as_wide_as_the_thing() -> None:
    assert _shown("some text", 6, 4)[1:] == ["    7 | some text", "      |      ^^^^"]


def test_of_a_long_line_the_stretch_round_the_place_is_shown() -> None:
    line = "word " * 100 + "wrong" + " word" * 100
    [_, shown, caret] = _shown(line, 501, 5)
    assert shown.startswith("    7 | …word word")
    assert shown.endswith("word…")
    assert shown[caret.index("^") : caret.rindex("^") + 1] == "wrong"
    assert len(shown) <= 8 + 102


def test_of_a_long_line_the_start_is_shown_where_the_place_is_there() -> None:
    [_, shown, caret] = _shown("wrong " + "word " * 100, 1, 5)
    assert shown[caret.index("^") : caret.rindex("^") + 1] == "wrong"
    assert shown.startswith("    7 | wrong word")


def test_what_is_wider_than_the_stretch_is_marked_to_its_end() -> None:
    [_, shown, caret] = _shown("x" * 300, 1, 300)
    assert len(caret) == len(shown) - 1


def test_the_caret_allows_for_letters_of_two_columns_and_for_marks() -> None:
    assert _shown("条例 x", 4)[2] == "      |      ^"
    assert _shown("e\u0301 x", 4)[2] == "      |   ^"


def test_nothing_is_shown_that_a_terminal_would_obey() -> None:
    assert _shown("a\x1b[31m\u202eb\tc\u2028d", 1)[1] == "    7 | a?[31m?b c d"
    assert str(Problem("'a\x1b[31m' is wrong")) == "'a?[31m' is wrong"


def test_a_long_value_is_cut() -> None:
    assert quoted("x" * 60) == f"'{'x' * 60}'"
    assert quoted("x" * 61) == f"'{'x' * 60}…'"


def test_a_word_far_from_all_others_is_answered_with_all() -> None:
    assert nearest("xyz", ["b", "a"]) == "known are: a, b"


def test_an_error_holds_every_problem() -> None:
    error = OrdainError(Problem("one"), Problem("two"))
    assert ([problem.message for problem in error.problems], str(error)) == (["one", "two"], "one\ntwo")
    assert refuse("one", "mend it").problems == (Problem("one", "mend it"),)

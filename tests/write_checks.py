"""Write `docs/checks.md` from what the rules say of themselves: `python -m tests.write_checks`."""

from pathlib import Path

from ordain.checks import unreadable, waiver_code, waiver_unused
from ordain.checks.catalog import DRAFT_RULES, MATTER_RULES, ORDER_RULES, RULES, WAIVER_RULES, explain

PAGE = Path(__file__).parent.parent / "docs" / "checks.md"

_HEAD = f"""\
# The rules of `ordain check`

<!-- Written by `make docs` from the docstrings of the rules; a change by hand is lost. -->

A rule says code, place, what is wrong, and how to mend it.
It finds words by rules that can be read here, and understands nothing: what it finds is to be judged by a drafter, and what it does not find may be wrong all the same.
`ordain check --explain D007` prints the section of a rule; [the cases](../tests/cases/checks.md) show of each rule, word for word, what it finds and what it lets stand.

- **Chosen**: `--select D,M001` runs only the rules whose codes begin so, `--ignore D007` leaves out; of two prefixes that fit a code the longer decides, of two alike the ignored one.
  A prefix that no code has is an error.
- **Waived**: a finding that is to stand is waived in the front matter of the draft, by its code and with the reason.
  It is still shown, and no longer counts for the exit status.

  ```yaml
  waivers:
    D014: quoted from the order
  ```

  A waiver of a code that no rule has is {waiver_code.CODE}, one that waives nothing is {waiver_unused.CODE}.
- **A matter**: `ordain check FOLDER` runs the rules of orders on its order, those of drafts on every version, and those of matters on all of them together.
  What cannot be read is {unreadable.CODE}.
"""  # noqa: S608 - a page, and no query


def checks_page() -> str:
    """Return the page: a table of all rules, and a section for each."""
    rows = [f"| [{code}](#{_anchor(code)}) | {_of(code)} | {_title(code)} |" for code in RULES]
    table = "\n".join(["| code | of | finds |", "|---|---|---|", *rows])
    return "\n".join([_HEAD, table, "", *(_section(code) for code in RULES)])


def _of(code: str) -> str:
    kinds = {"a draft": (*DRAFT_RULES, *WAIVER_RULES), "an order": ORDER_RULES, "a matter": MATTER_RULES}
    return next((kind for kind, rules in kinds.items() if code in [rule.CODE for rule in rules]), "a file")


def _title(code: str) -> str:
    return explain(code).split("\n")[0].removeprefix(f"{code}: ").removesuffix(".")


def _anchor(code: str) -> str:
    heading = f"{code}: {_title(code)}".lower()
    return "".join(sign for sign in heading if sign.isalnum() or sign in "_ -").replace(" ", "-")


def _section(code: str) -> str:
    body = explain(code).split("\n", 1)[1].strip()
    return f"## {code}: {_title(code)}\n\n{body}\n"


def main() -> None:
    """Write the page."""
    PAGE.write_text(checks_page(), encoding="utf-8")


if __name__ == "__main__":
    main()

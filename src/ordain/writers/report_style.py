"""How the page of a report looks: on a screen, on a phone, in the dark, and in print."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ordain.model.report import Report, Table

# What a column needs of the screen, in the size of the letters; where a table gets less
# than that for each of its columns, its rows become blocks.
_NEEDED = 10

# About so many signs of a table stand on one line, the room between columns among them.
_SIGNS = 120
_AROUND = 6


def stylesheet(report: "Report") -> str:
    """Return the whole style of the page: what all reports share, and the columns of this one."""
    rules = [_SHARED]
    rules += [_widths(at, table) for at, table in enumerate(report.tables, start=1)]
    rules += [_blocks(count) for count in sorted({len(table.columns) for table in report.tables})]
    rules += [_PRINT]
    rules += [_LANDSCAPE] if report.sideways else []
    return "\n" + "\n".join(rules)


def _widths(number: int, table: "Table") -> str:
    widths = table.widths(_SIGNS, _AROUND)
    return "\n".join(
        f".table-{number} col:nth-child({at}) {{ width: {width / sum(widths):.1%}; }}"
        for at, width in enumerate(widths, start=1)
    )


def _blocks(count: int) -> str:
    """Return the rules that make a block of each row of a table with so many columns.

    The titles of the columns are hidden from the eye alone; each cell repeats its own.
    """
    return f"""\
@media screen and (max-width: {count * _NEEDED}rem) {{
  {_in(count, "", "caption", "tbody", "tr", "th", "td")} {{ display: block; overflow-wrap: anywhere; }}
  {_in(count, "thead")} {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }}
  {_in(count, "tbody tr")} {{ border-top: 2px solid var(--ink); padding: 0.75rem 0 1.5rem; }}
  {_in(count, "tbody th", "tbody td")} {{ border: 0; padding: 0.375rem 0; }}
  {_in(count, "tbody th")} {{ font-size: 1.0625rem; }}
  {_in(count, "td[data-title]::before")} {{ content: attr(data-title); }}
}}"""


def _in(count: int, *selectors: str) -> str:
    return ", ".join(f".columns-{count} {selector}".rstrip() for selector in selectors)


# Every pair of a text's color and its ground has a contrast of 4.5 to 1 or more, light and dark.
_SHARED = """\
:root {
  color-scheme: light dark;
  --page: #ffffff; --ink: #1c1b19; --soft: #5c5954; --rule: #cfcac0; --band: #f5f3ee;
  --good: #1c5c2e; --bad: #9a1f14;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #191a1c; --ink: #e9e6e1; --soft: #b0aca5; --rule: #45464a; --band: #242629;
    --good: #8fd3a0; --bad: #ffaba1;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--page); color: var(--ink); overflow-wrap: break-word;
  font: 1.0625rem/1.6 Georgia, "Times New Roman", "Liberation Serif", serif;
}
main { max-width: 80rem; margin: 0 auto; padding: clamp(1.5rem, 5vw, 4.5rem) clamp(1rem, 5vw, 4rem); }
h1 {
  margin: 0 0 2rem; padding-bottom: 1.25rem; border-bottom: 3px double var(--ink);
  font-size: clamp(1.5rem, 4vw, 2.125rem); font-weight: normal; line-height: 1.25; text-wrap: balance;
}
h2 { margin: 3.5rem 0 1rem; font-size: 1.375rem; font-weight: normal; line-height: 1.3; }
p { max-width: 42rem; margin: 0 0 1rem; }
table {
  width: 100%; margin: 2rem 0 3rem; border-collapse: collapse; border-bottom: 1px solid var(--ink);
  font: 0.9375rem/1.5 system-ui, "Segoe UI", Roboto, Arial, "Liberation Sans", sans-serif;
}
caption {
  padding: 0 0 0.75rem; color: var(--ink); text-align: left;
  font: italic 1.0625rem/1.4 Georgia, "Times New Roman", "Liberation Serif", serif;
}
th, td { padding: 0.75rem 1rem; text-align: left; vertical-align: top; }
thead th {
  border-top: 1px solid var(--ink); border-bottom: 1px solid var(--ink); background: var(--band);
  font-size: 0.875rem; font-weight: 600; vertical-align: bottom;
}
tbody th, tbody td { border-bottom: 1px solid var(--rule); }
tbody th { font-weight: 600; }
td::before { display: block; color: var(--soft); font-size: 0.8125rem; font-weight: normal; }
.unbroken { overflow-wrap: anywhere; }
.strong { font-weight: 600; }
.quiet { color: var(--soft); font-weight: normal; }
.good { color: var(--good); }
.bad { color: var(--bad); }"""

_PRINT = """\
@page { size: portrait; margin: 18mm 16mm; @bottom-center { content: counter(page); font: 9pt sans-serif; } }
@media print {
  :root { --page: #fff; --ink: #000; --soft: #000; --rule: #999; --band: #fff; --good: #000; --bad: #000; }
  body { font-size: 10.5pt; line-height: 1.4; }
  main { max-width: none; padding: 0; }
  h1 { font-size: 18pt; margin-bottom: 6mm; padding-bottom: 3mm; }
  h2 { font-size: 13pt; margin: 8mm 0 3mm; }
  h2, caption { break-after: avoid; }
  p { max-width: none; orphans: 3; widows: 3; }
  table { margin: 4mm 0 8mm; font-size: 9pt; line-height: 1.35; }
  caption { font-size: 10.5pt; padding-bottom: 2mm; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  th, td { padding: 1.5mm 2mm; }
  thead th { font-size: 9pt; border-bottom: 1.5pt solid #000; }
  .bad { font-weight: 600; }
  .quiet { font-style: italic; }
}"""
_LANDSCAPE = "@page { size: landscape; }"

"""A new city is a new folder and no code."""

from pathlib import Path

from ordain.word import reject
from ordain.word.printing.compose import compose
from ordain.workflow.draft import first_draft, next_version
from ordain.workflow.files import read_text, write_files
from ordain.workflow.houses import houses
from ordain.workflow.redline import Options, redline_of, write, write_docx
from ordain.workflow.sources import TextSource, load
from tests.word.shown import shown

HOUSE = """\
city: Carmel
instruments: {ordinance: Ordinance, executive-order: Executive Order}
formulas:
  ordinance: "Be it ordained by the Common Council of the City of Carmel, Indiana, that:"
numbering:
  ordinance: {section: "Section {1}.", subsection: "{a}.", paragraph: "{i}."}
  executive-order: {section: "{I}."}
marks:
  bill:
    added: {open: "<<", close: ">>", decoration: bold, color: "#c00000"}
    struck: {open: "((", close: "))", decoration: strike, color: "#0000c0"}
legend: ["<<new>> ((deleted))"]
stages:
  - {name: version-a, label: Version A}
  - {name: version-b, label: Version B, after: [version-a]}
layout:
  width: 612
  height: 792
  margins: [72, 72, 72, 72]
  font: Times New Roman
  size: 11
  spacing: 2
  line-numbers: true
  indent: 24
  heading:
    - {text: "Ordinance No. {bill}", size: 14, bold: true, align: center}
  footer: ["{version} · {page}"]
"""

ORDER_TEMPLATE = """\
---
house: {{ house.name }}
instrument: executive-order
illustrative: true
---
{{ order.subject | capital }}.
I order:
{% for provision in order.provisions %}
{{ loop.index | roman }}. {{ sentence(provision) }} {#{{ provision.id }}}
{% endfor %}
"""

TEMPLATE = """\
---
house: {{ house.name }}
version: version-a
illustrative: true
---
An ordinance about {{ order.subject }}.
{{ formulas.ordinance }}
{% for provision in order.provisions %}
Section {{ loop.index }}. {{ sentence(provision) }} {#{{ provision.id }} from={{ provision.id }}}
{% endfor %}
Section {{ order.provisions | length + 1 }}. This ordinance shall be in full force after its passage. {#force}
"""

ORDER = """\
issuer: A Mayor
city: Carmel
house: carmel
number: null
title: null
subject: parking lots
date: null
provisions:
  - id: lots
    heading: Lots
    actor: {name: a City department, commanded: true}
    modal: shall
    act: lock
    object: every parking lot of the City at night
    deadline: {number: 30, unit: calendar day, after: the date of this order}
    codify: section
    source: {kind: none}
"""


def test_one_folder_drafts_prints_and_redlines(tmp_path: Path) -> None:
    house, matter = tmp_path / "templates" / "carmel", tmp_path / "lots"
    write_files(
        {
            house / "house.yaml": HOUSE.encode(),
            house / "order.txt.j2": ORDER_TEMPLATE.encode(),
            house / "ordinance.txt.j2": TEMPLATE.encode(),
            matter / "order.yaml": ORDER.encode(),
            matter / "matter.yaml": b"name: Lots\nhouse: carmel\n",
        },
        force=False,
    )
    known = houses(matter)
    write_files(first_draft(matter, known), force=True)
    second = next_version(matter, known, "version-b")
    first = matter / "1-version-a.txt"
    assert "Section 1. A City department shall lock every parking lot of the City at night within 30 calendar days" in (
        read_text(first)
    )
    path, content = next(iter(second.items()))
    path.write_bytes(content.replace(b"shall lock", b"may lock"))
    old, new = load(first, known), load(path, known)
    it = redline_of(old, new)
    assert "((shall))<<may>>" in write(it, Path("x.txt"), Options()).decode()
    assert isinstance(old, TextSource)
    assert shown(reject(write_docx(it, Options()))) == shown(compose(old.draft, old.house))
    order = redline_of(load(matter / "order.yaml", known), new)
    assert [entry.kind for entry in order.redline.entries()][-1] == "inserted"

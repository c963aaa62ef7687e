"""Text from an order or a Word file never becomes markup or script, in whatever field it stands."""

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from ordain.chain.coverage import Added, Coverage, Covered, Reason, Sourced
from ordain.chain.sites import Demand, Link, Way
from ordain.chain.states import State
from ordain.compare import compare
from ordain.compare.digest import digest
from ordain.model.force import Aspect, Direction, Signal
from ordain.model.house import Marks, MarkStyle
from ordain.model.numbering import Level
from ordain.model.unit import Story, Unit
from ordain.model.vocabulary import Vocabulary
from ordain.page.render import write_page
from ordain.page.review import Edition, Review, Turn
from ordain.page.signs import signs
from ordain.text.tokens import tokenize
from tests.oracles import oracle
from tests.page.browser import Desk, state
from tests.page.marks import digest_from

_BAD = (
    "</script><script>alert(1)</script></style><style>*{display:none}</style>"
    "<img src=x onerror=alert(2)>\"'><svg onload=alert(3)><!-- ]]> {{ 7 * 7 }} {% raw %} &lt;b&gt; \\ `${alert(4)}`"
    "\u2028\u2029\u202eevil\u202c\u0000\u0007\u00ad\ufeff javascript:alert(5)"
)


def _unit(at: int, words: str, level: Level = Level.SECTION) -> Unit:
    text = f"HEADING{at} {_BAD.upper()}. {words} {_BAD} {at}"
    return Unit(tokens=tokenize(text), id=f"id{at}", label=f"{at}. {_BAD}", address=f"Section {at} {_BAD}", level=level)


def _review() -> Review:
    heads = [Unit(tokens=tokenize(f"{_BAD} {side}"), story=Story.HEADING, address=_BAD) for side in ("old", "new")]
    old = [heads[0], *(_unit(at, "shall") for at in range(1, 7))]
    new = [heads[1], _unit(2, "may"), _unit(3, "shall"), _unit(1, "shall not"), _unit(7, "must"), _unit(5, "shall")]
    redline = compare(old, new)
    signal = Signal(Aspect.DUTY, _BAD, Direction.LOOSER, _BAD, _BAD)
    demands = [Demand(id=_BAD, heading=_BAD, text=_BAD), Demand(id="b", heading="", text=_BAD, is_recital=True)]
    coverage = Coverage(
        (
            Covered(demands[0], (State.CODIFIED,), at=(0,), shown=(_BAD,)),
            Covered(demands[1], (State.DROPPED,), reasons=(Reason(_BAD),)),
        ),
        (Sourced(new[1], (Link(_BAD, Way.SAID),)), *(Added(unit) for unit in new[2:])),
    )
    style = MarkStyle(open=_BAD, close=_BAD, decoration="underline", color=_BAD)
    return Review(
        key=_BAD,
        title=_BAD,
        city=_BAD,
        bill=_BAD,
        sponsors=(_BAD,),
        illustrative=True,
        editions=(
            Edition(name=_BAD, file=_BAD, digest=_BAD, date=_BAD),
            Edition(name=f"{_BAD} new", file=_BAD, digest=f"{_BAD} new", date=_BAD, coverage=coverage),
        ),
        turns=(
            Turn(
                old=0,
                new=1,
                redline=redline,
                forces={number: (signal,) for number, _ in redline.changes},
                reasons={number: _BAD for number, _ in redline.changes},
                uncompared=(_BAD,),
            ),
        ),
        marks=Marks(added=style, struck=style),
        vocabulary=Vocabulary(),
    )


class TestInABrowser:
    pytestmark = oracle

    def test_no_script_runs_and_no_markup_comes_of_any_field(self, desk: Desk, tmp_path: Path) -> None:
        review = _review()
        path = tmp_path / "hostile.html"
        path.write_text(write_page(review), encoding="utf-8", newline="")
        page, seen = desk.open(path)
        for view in ("inline", "side", "new", "old"):
            page.evaluate(f"() => {{ set({{view: '{view}', hidden: []}}); change({{brackets: true}}) }}")
        for panel in ("find", "filter", "decisions", "settings", "help"):
            page.click(f"#open-{panel}")
            page.keyboard.press("Escape")
        page.get_by_role("button", name="Español").click()
        page.evaluate(
            "() => { set({view: 'inline'}); for (const box of redline.querySelectorAll(FOLDED)) unfold(box) }"
        )
        assert seen.addresses == [path.as_uri()]
        assert seen.complaints == []
        count = "['script', 'style', 'img', 'svg', '[onerror]', '[onload]', '[style]'].map((its) => document.querySelectorAll(its).length)"
        assert state(page, count) == [3, 1, 0, 0, 0, 0, 0]
        assert digest_from(page.content()) == digest(review.last.redline.entries())
        turned = "[...document.querySelectorAll('body *')].filter((its) => its.tagName !== 'SCRIPT' && its.children.length === 0 && /[\\u202e\\u2028\\0]/.test(its.textContent))"
        assert state(page, f"{turned}.map((its) => its.outerHTML.slice(0, 200))") == []


def test_the_page_as_written_has_no_script_but_its_own_and_no_sign_that_turns_a_line_round() -> None:
    page = write_page(_review())
    assert len(re.findall("<script", page)) == 3
    assert len(re.findall("<style", page)) == 1
    assert "<img" not in page.replace("&lt;img", "")
    markup = re.sub('<script type="application/json".*?</script>', "", page, flags=re.DOTALL)
    assert not re.search("[\u2028\u2029\u202e\u202c\x00\x07\ufeff]", markup)


def test_the_policy_stands_in_the_page_and_no_element_loads_anything() -> None:
    page = write_page(_review())
    assert "content=\"default-src 'none'; script-src 'sha256-" in page.replace("&#39;", "'")
    attributes = [(name, value) for its in html.document_fromstring(page).iter() for name, value in its.attrib.items()]
    assert {name for name, _ in attributes if name.startswith("on")} == set()
    assert {name for name, _ in attributes} & {
        "src",
        "style",
        "srcset",
        "action",
        "background",
        "poster",
        "data",
    } == set()
    assert all(value.startswith("#") for name, value in attributes if name == "href")


@given(st.text(max_size=40))
def test_words_as_markup_hold_no_sign_that_opens_an_element(text: str) -> None:
    markup = signs(text)
    plain = re.sub(r'<span class="control">\[U\+[0-9A-F]{4,6}\]</span>', "", markup)
    assert "<" not in plain
    assert ">" not in plain
    assert '"' not in plain

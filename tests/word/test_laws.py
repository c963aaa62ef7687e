"""Law 2: what a Word redline says when it is read back, by our own reading and by LibreOffice."""

from hypothesis import Phase, given, settings

from ordain.compare.digest import digest
from ordain.model.draft import Draft
from ordain.word import accept, reject
from ordain.word.printing.compose import compose
from ordain.workflow.redline import Options, as_docx, redline_of, write_docx
from ordain.workflow.sources import TextSource
from tests import recomputed
from tests.oracles import oracle
from tests.oracles.office import How, Office
from tests.strategies import PAIRS, house
from tests.word.shown import shown

Pair = tuple[Draft, Draft]


# An example makes four prints, and a print takes a tenth of a second.
FEWER = settings(max_examples=settings().max_examples // 3)


@FEWER
@given(PAIRS)
def test_a_redline_read_back_gives_both_prints_and_its_own_digest(pair: Pair) -> None:
    old, new = (TextSource(draft, house()) for draft in pair)
    content, it = as_docx(redline_of(old, new), Options())
    assert shown(accept(content)) == shown(compose(new.draft, new.house))
    assert shown(reject(content)) == shown(compose(old.draft, old.house))
    assert recomputed.from_docx(content) == digest(it.redline.entries())


class TestJudges:
    """LibreOffice reads the same redlines, all in one session."""

    pytestmark = oracle

    @given(pair=PAIRS)
    @settings(max_examples=40, derandomize=True, database=None, phases=[Phase.generate], deadline=None)
    def test_the_office_accepts_to_the_new_print_and_rejects_to_the_old_one(self, office: Office, pair: Pair) -> None:
        old, new = (TextSource(draft, house()) for draft in pair)
        content = write_docx(redline_of(old, new), Options())
        judgments: tuple[tuple[How, TextSource], ...] = (("accept", new), ("reject", old))
        for how, side in judgments:
            wanted = office.resolve(compose(side.draft, side.house), "keep")
            assert office.resolve(content, how).paragraphs == wanted.paragraphs

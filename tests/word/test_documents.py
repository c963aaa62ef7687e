"""Random Word files and random alterations of them: a redline gives back both, and is written as Word wants it."""

from hypothesis import HealthCheck, Phase, example, given, settings

from ordain.errors import OrdainError
from ordain.word import accept, reject
from ordain.word.parts.names import REVISIONS, w
from ordain.word.parts.package import open_package, story_parts
from ordain.workflow.redline import Options, redline_of, write_docx
from ordain.workflow.sources import WordSource
from tests.oracles import oracle
from tests.oracles.validator import Validator
from tests.word.alterations import Pair, pairs, seeded
from tests.word.plainly import faults, plainly

# Of so many pairs one may be refused.
RARELY = 50

patient = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def test_a_redline_gives_back_both_files_and_is_well_made() -> None:
    tried = refused = 0

    @given(pairs)
    @example(seeded(6102))
    @patient
    def holds(pair: Pair) -> None:
        nonlocal tried, refused
        tried += 1
        try:
            made = redline(pair)
        except OrdainError:
            refused += 1
            return
        assert faults(made) == []
        assert plainly(made, "accept") == plainly(pair.new)
        assert plainly(made, "reject") == plainly(pair.old)

    holds()
    assert refused * RARELY <= tried


@given(pairs)
@patient
def test_all_changes_resolve_as_each_of_them_does(pair: Pair) -> None:
    try:
        made = redline(pair)
    except OrdainError:
        return
    package = open_package(made)
    ids = {
        mark.get(w("id"), "") for part in story_parts(package) for mark in package.tree(part).iter(*map(w, REVISIONS))
    }
    assert accept(made) == accept(made, ids=ids)
    assert reject(made) == reject(made, ids=ids)


class TestJudges:
    """Microsoft's own library holds the files against the schema."""

    pytestmark = oracle

    @given(pair=pairs)
    @settings(patient, max_examples=40, derandomize=True, database=None, phases=[Phase.generate], deadline=None)
    def test_the_validator_finds_nothing_in_a_redline(self, validator: Validator, pair: Pair) -> None:
        known = {*validator.errors(pair.old), *validator.errors(pair.new)}
        assert not known
        try:
            made = redline(pair)
        except OrdainError:
            return
        assert not validator.errors(made)


def redline(pair: Pair) -> bytes:
    return write_docx(redline_of(WordSource(pair.old, "old.docx"), WordSource(pair.new, "new.docx")), Options())

"""What the first screen says."""

from hypothesis import given

from ordain.compare import compare
from ordain.compare.weight import weight_of
from ordain.force.between import force
from ordain.model.draft import Draft
from ordain.model.force import Aspect, Direction, Signal
from ordain.model.vocabulary import Vocabulary
from ordain.page.effect import effects_of
from ordain.page.encode import encode
from ordain.page.fingerprint import fingerprints
from ordain.page.first import Group, first
from ordain.page.passages import parts
from ordain.page.place import Spot
from ordain.page.render import write_page
from ordain.page.review import Edition, Review, Turn
from ordain.page.words import opened, told
from ordain.text.segments import Weight
from tests.strategies import drafts, fewer


def _turn(old: Draft, new: Draft, forces: dict[int, tuple[Signal, ...]] | None = None) -> Turn:
    return Turn(old=0, new=1, redline=compare(old.units(), new.units()), forces=forces or {})


def _review(*texts: Draft) -> Review:
    turns = tuple(
        Turn(old=old, new=new, redline=compare(texts[old].units(), texts[new].units()))
        for new in range(len(texts))
        for old in range(new)
    )
    editions = tuple(Edition(name=f"Version {at}", file=f"{at}.txt", digest=str(at)) for at in range(len(texts)))
    return Review(key="k", title="T", editions=editions, turns=turns, vocabulary=Vocabulary())


@given(drafts(), drafts())
def test_every_change_of_wording_or_place_is_named_and_no_other(old: Draft, new: Draft) -> None:
    turn = _turn(old, new)
    named = {item.number for item in first(turn, Vocabulary()).items}
    told_of = (Weight.WORDING, Weight.PLACE)
    assert named == {number for number, change in turn.redline.changes if weight_of(change) in told_of}


@given(drafts(), drafts())
def test_every_block_of_the_redline_is_a_passage_of_one_part(old: Draft, new: Draft) -> None:
    redline = compare(old.units(), new.units())
    held = [passage for part in parts(redline) for passage in part.passages]
    assert [passage.unit for passage in held] == [block.unit for block in redline.blocks]


@given(drafts(), drafts())
def test_fingerprints_are_distinct(old: Draft, new: Draft) -> None:
    found = fingerprints(compare(old.units(), new.units()).entries())
    assert len(set(found.values())) == len(found)


@given(drafts())
def test_a_draft_and_itself_have_nothing_on_the_first_screen(draft: Draft) -> None:
    seen = first(_turn(draft, draft), Vocabulary())
    assert seen.counts == ()
    assert seen.items == ()


def test_a_weaker_duty_is_told_with_who_and_from_what_to_what(review: Review) -> None:
    turn = next(turn for turn in review.turns if (turn.old, turn.new) == (1, 2))
    items = first(turn, review.vocabulary).items
    item = next(it for it in items if it.group is Group.WEAKER and it.spot.address == "Section 11")
    assert item.spot == Spot("Section 11", "REQUESTS FOR FEDERAL RECORDS")
    assert opened(told(item.sayings[0], "en")).startswith("City Attorney: duty weakened, “shall” became “may”")


def test_a_duty_that_came_or_went_is_told_with_its_act(review: Review) -> None:
    sides = "The clerk shall file it.", "The clerk shall file it. The clerk shall tell the Mayor of it within two days."
    for turned, lead in ((False, "duty added"), (True, "duty taken away")):
        old, new = reversed(sides) if turned else sides
        sayings = effects_of(force(old, new, review.vocabulary), (old, new), review.vocabulary)
        assert f"{lead}, “shall tell the Mayor of it”" in " ".join(told(saying, "en") for saying in sayings)


def test_recitals_bind_nobody(review: Review) -> None:
    for turn in review.turns:
        bound = [item for item in first(turn, review.vocabulary).items if item.group is Group.WEAKER]
        assert not [item for item in bound if item.spot.address.startswith("Recital")]


def test_a_new_number_leaves_the_fingerprint_of_a_change_as_it_is(review: Review) -> None:
    found = {}
    for turn in review.turns:
        names = fingerprints(turn.redline.entries())
        for entry in turn.redline.entries():
            if (
                (entry.new or entry.old)
                and entry.kind == "altered"
                and entry.new
                and entry.new.id == "def-nonpublic-area"
            ):
                found[turn.old, turn.new] = (entry.number, names[entry.number])
    assert found[2, 4][0] != found[3, 4][0]
    assert found[2, 4][1] == found[3, 4][1]


def test_a_signal_without_direction_and_with_one_side_is_not_told() -> None:
    signal = Signal(Aspect.SCOPE, "scope.term", Direction.UNKNOWN, None, "data")
    assert first(Turn(old=0, new=1, redline=compare((), ()), forces={1: (signal,)}), Vocabulary()).items == ()


def test_the_page_of_the_worked_matter_keeps_to_its_size(review: Review) -> None:
    texts = 0
    for at in range(len(review.editions)):
        turn = next(turn for turn in review.turns if at in (turn.old, turn.new))
        units = turn.redline.accepted() if turn.new == at else turn.redline.rejected()
        texts += sum(len(unit.line.encode()) for unit in units)
    assert len(write_page(review).encode()) <= 5 * texts + 200_000


@fewer
@given(drafts(), drafts())
def test_the_same_texts_give_the_same_bytes_and_no_address(old: Draft, new: Draft) -> None:
    page = write_page(_review(old, new))
    assert page == write_page(_review(old, new))
    assert "http:" not in page
    assert "https:" not in page


@given(drafts())
def test_the_data_have_no_sign_that_could_begin_markup(draft: Draft) -> None:
    data = encode(_review(draft, draft), "es")
    assert not set("<>&\u2028\u2029") & set(data)

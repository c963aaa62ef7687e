"""What is read in a sentence: who must do what, by when, unless what."""

from fractions import Fraction

import pytest

from ordain.model.duty import Duty
from ordain.model.force import Aspect
from ordain.model.vocabulary import Kind, Vocabulary
from ordain.norms.lengths import Length
from ordain.norms.norm import Norm
from ordain.norms.reading import read
from ordain.norms.sentences import sentences
from ordain.workflow.houses import vocabulary


def norm(text: str) -> Norm:
    """Return the only norm of a text."""
    (found,) = read(text, vocabulary()).norms
    return found


def said(text: str, aspect: Aspect) -> list[tuple[str, object]]:
    """Return family and value of what is found about one aspect."""
    return [(it.family, it.value) for it in read(text, vocabulary()).about(aspect)]


def duties(text: str) -> list[Duty]:
    """Return the duties of a text."""
    return [it.duty for it in read(text, vocabulary()).norms]


@pytest.mark.parametrize(
    ("text", "duty"),
    [
        ("The clerk shall file it.", Duty.SHALL),
        ("The clerk must file it.", Duty.SHALL),
        ("The clerk is required to file it.", Duty.SHALL),
        ("The clerk may file it.", Duty.MAY),
        ("The clerk may not file it.", Duty.SHALL_NOT),
        ("The clerk need not file it.", Duty.NEED_NOT),
        ("The clerk should file it.", Duty.SHOULD),
        ("The clerk will file it.", Duty.WILL),
        ("The clerk is encouraged to file it.", Duty.ENCOURAGED),
        ("No person may park here.", Duty.SHALL_NOT),
        ("No person shall park here.", Duty.SHALL_NOT),
        ("No person should park here.", Duty.SHOULD_NOT),
        ("No person need not park here.", Duty.NEED_NOT),
        ("It is unlawful for any person to park here.", Duty.SHALL_NOT),
        ('"Street" means a public way.', Duty.MEANS),
        ("A quorum may not exceed five members.", Duty.SHALL),
    ],
)
def test_each_way_of_saying_a_duty_is_read(text: str, duty: Duty) -> None:
    assert duties(text) == [duty]


@pytest.mark.parametrize(
    "text",
    [
        "This ordinance shall take effect at once.",
        "The term shall include a park.",
        "In May 2026 the order was made.",
        "By the first day of May it ends.",
        "A person who may vote is a voter.",
        "A department that is responsible for parks reports.",
        "If the clerk shall so direct, the rule ends",
        "",
        "(A)",
    ],
)
def test_what_only_declares_is_no_duty(text: str) -> None:
    assert duties(text) == []


def test_a_purpose_is_no_second_norm() -> None:
    assert duties("The City shall widen it, so that residents may enter, in order that they may rest.") == [Duty.SHALL]


def test_a_norm_says_who_what_to_whom_by_when_and_unless_what() -> None:
    found = norm(
        "A City department shall report any use of a lot to the Office of the Mayor within two business days after "
        "observing it, unless the Director directs otherwise."
    )
    assert found.modal.text == "shall"
    assert found.actor is not None
    assert found.actor.text == "A City department"
    assert found.act is not None
    assert found.act.text == "report any use of a lot to the Office of the Mayor"
    assert [it.text for it in found.recipients] == ["the Office of the Mayor"]
    assert [it.text for it in found.times] == ["within two business days after observing it"]
    assert [it.text for it in found.exceptions] == ["unless the Director directs otherwise"]


def test_a_time_that_opens_the_act_is_told_apart() -> None:
    found = norm("The liaison shall immediately report it.")
    assert found.act is not None
    assert (found.act.text, [it.text for it in found.times]) == ("report it", ["immediately"])


def test_a_time_counts_from_its_event_up_to_a_condition() -> None:
    found = norm("The clerk shall report within 30 days of receipt if the Council asks.")
    assert [it.text for it in found.times] == ["within 30 days of receipt"]


def test_a_time_in_a_clause_belongs_to_the_clause() -> None:
    found = norm("The owner shall pay, unless it was paid within 10 days.")
    assert found.times == ()


def test_nothing_but_a_time_is_no_act() -> None:
    assert norm("The board shall, annually.").act is None


def test_the_second_duty_of_a_sentence_has_the_subject_of_the_first() -> None:
    first, second = read("The clerk shall file it and may sell copies.", vocabulary()).norms
    assert first.actor == second.actor
    assert second.act is not None
    assert second.act.text == "sell copies"


def test_who_is_barred_stands_behind_it_is_unlawful() -> None:
    found = norm("It is unlawful for any person, with intent to deceive, to wear a badge.")
    assert found.actor is not None
    assert found.act is not None
    assert (found.actor.text, found.act.text) == ("any person, with intent to deceive", "wear a badge")


def test_a_bar_on_nobody_in_particular_has_no_actor() -> None:
    assert norm("It is unlawful for anybody wearing a badge.").actor is None


def test_a_term_is_read_in_its_quotes() -> None:
    found = norm('In this chapter, "street" means a public way.')
    assert found.actor is not None
    assert found.actor.text == '"street"'


def test_a_label_and_a_leading_clause_are_not_the_subject() -> None:
    found = norm("(A) Unless the fee is paid, the clerk, on the request of an owner, shall void it.")
    assert found.actor is not None
    assert found.actor.text == "the clerk, on the request of an owner"


def test_a_clause_put_into_the_act_leaves_the_act_whole() -> None:
    found = norm("The police shall help residents and, on the request of a resident, verify it.")
    assert found.act is not None
    assert found.act.text.endswith("verify it")


def test_a_policy_is_what_should_be() -> None:
    found = norm("It is the policy of the City that an officer should be identified.")
    assert found.actor is not None
    assert (found.duty, found.actor.text) == (Duty.SHOULD, "an officer")


def test_a_policy_without_that_is_one_too() -> None:
    assert norm("It is the policy of the City to welcome what should come.").duty is Duty.SHOULD


def test_a_subject_begins_behind_a_semicolon() -> None:
    found = norm("A fee is due; the clerk shall collect it.")
    assert found.actor is not None
    assert found.actor.text == "the clerk"


def test_a_clause_within_a_clause_is_told_once() -> None:
    found = norm("When a report of an agency other than a court is late, the clerk shall say so.")
    assert [it.text for it in found.exceptions] == ["When a report of an agency other than a court is late"]


def test_amounts_and_penalties_stand_in_the_norm() -> None:
    found = norm("A person shall pay a fine of not more than $500.")
    assert [it.text for it in found.amounts] == ["not more than $500"]
    assert [it.family for it in found.penalties] == ["sort", "amount-cap"]


def test_headings_and_captions_are_no_sentences() -> None:
    texts = [it.said(0, len(it.words)) for it in sentences("USE OF LOTS. Contents. It ends.\nIt begins.", vocabulary())]
    assert texts == ["It ends.", "It begins."]
    assert [it.start for it in sentences("Contents of reports. A report shall end.", vocabulary())] == [21]


def test_an_abbreviation_ends_no_sentence() -> None:
    (found,) = sentences("See 8 U.S.C. No. 3 and Dr. J. Roe, e.g. it. 5 ends", vocabulary())[:1]
    assert (found.start, found.end) == (0, 43)


def test_an_empty_vocabulary_reads_nothing() -> None:
    assert read("The clerk shall pay.", Vocabulary()).norms == ()


@pytest.mark.parametrize(
    ("text", "family", "number"),
    [
        ("It costs $1.5 million.", "figure", 1_500_000),
        ("It costs two hundred and fifty thousand dollars.", "figure", 250_000),
        ("It costs not more than five hundred dollars ($500.00).", "cap", 500),
        ("It costs a maximum fee of $50.", "cap", 50),
        ("Three (3) or more members sit.", "minimum", 3),
        ("It is more than 30 feet long.", "over", 30),
        ("It is less than 36 inches long.", "under", 3),
        ("It is within 500 feet of a school.", "reach", 500),
        ("It takes a two-thirds vote.", "figure", Fraction(2, 3)),
        ("It is posted at least twice.", "minimum", 2),
        ("It is posted twice.", "figure", 2),
        ("No household shall keep more than three dogs.", "cap", 3),
        ("No household shall keep fewer than three dogs.", "minimum", 3),
        ("It is at least 18 years of age.", "minimum", 18),
        ("It takes 16% or less.", "cap", 16),
        ("It takes hundred of it.", "figure", 100),
        ("It is for those 18 years of age or older.", "minimum", 18),
    ],
)
def test_an_amount_is_read_with_its_limit(text: str, family: str, number: Fraction) -> None:
    ((found, value),) = said(text, Aspect.AMOUNT)
    assert (found, value[1]) == (family, number)  # type: ignore[index]


@pytest.mark.parametrize(
    "text",
    [
        "Section 3 and paragraphs (1) and (3) of 8 U.S.C. 4 in 2026.",
        "It is one copy, once a month, once.",
        "On July 4, at 10:30 p.m., for 30 full days.",
        "The bill FS R-18-7 and part 4.2.1 end.",
    ],
)
def test_a_number_that_cites_or_dates_is_no_amount(text: str) -> None:
    assert said(text, Aspect.AMOUNT) == []


@pytest.mark.parametrize(
    ("text", "family", "value"),
    [
        ("within thirty (30) days", "deadline", Length("day", Fraction(30))),
        ("within two full days", "deadline", Length("day", Fraction(2))),
        ("not later than ten days before the vote", "minimum", Length("day", Fraction(10))),
        ("for at least two weeks", "minimum", Length("day", Fraction(14))),
        ("for one year", "length", Length("month", Fraction(12))),
        ("within a year", "deadline", Length("month", Fraction(12))),
        ("at once", "deadline", "immediately"),
        ("each month", "frequency", Fraction(12)),
        ("every two months", "frequency", Fraction(6)),
        ("at least once each calendar quarter", "frequency", Fraction(4)),
        ("at most twice a year", "frequency-cap", Fraction(2)),
        ("three times a month", "frequency", Fraction(36)),
        ("4 times a year", "frequency", Fraction(4)),
        ("once every two years", "frequency", Fraction(1, 2)),
        ("annually", "frequency", Fraction(1)),
        ("regularly", "frequency", "regularly"),
        ("July 1, 2026", "date", (2026, 7, 1)),
        ("by July 1", "date-by", (0, 7, 1)),
        ("in May 2026", "date", (2026, 5, 0)),
        ("7/1/2026", "date", (2026, 7, 1)),
        ("10:30 p.m.", "clock", 1350),
        ("14:00", "clock", 840),
        ("7 a.m.", "clock", 420),
        ("seven a.m.", "clock", 420),
        ("on Monday", "day", "monday"),
        ("before it", "order", "before"),
    ],
)
def test_a_time_is_read(text: str, family: str, value: object) -> None:
    assert (family, value) in said(text, Aspect.TIME)


@pytest.mark.parametrize("text", ["a day", "in the year", "once upon it", "the months pass"])
def test_a_unit_without_a_number_is_no_time(text: str) -> None:
    assert said(text, Aspect.TIME) == []


def test_which_day_is_meant_is_a_time() -> None:
    assert ("ordinal", "1") in said("on the first Monday", Aspect.TIME)
    assert ("ordinal", "15") in said("by the 15th day", Aspect.TIME)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the City Council", ["City Council"]),
        ("the chief of police", ["chief of police"]),
        ("the Office of Equity and Inclusion", ["Office of Equity and Inclusion"]),
        ("the Office of the Mayor", ["Office of the Mayor"]),
        ("the Office of New York of it", ["Office of New York"]),
        ("the City Manager's designee", ["City Manager's", "designee"]),
        ("it is City property", []),
        ("the director of it", ["director"]),
        ("the owner and the Fire Marshal", ["owner", "Fire Marshal"]),
        ("No Person", ["Person"]),
        ("the board of commissioners", ["board of commissioners"]),
        ("A City", ["City"]),
        ("the office on", ["office"]),
        ("cities", ["cities"]),
    ],
)
def test_names_are_read_whole(text: str, names: list[str]) -> None:
    found = read(text, vocabulary()).about(Aspect.ACTOR)
    assert [it.text for it in found if it.family == "actor"] == names


def test_the_class_of_an_offense_is_read() -> None:
    text = "It is a Class B misdemeanor, a felony of the second degree, or a fine of the worst sort of it."
    values = [value for family, value in said(text, Aspect.PENALTY) if family == "sort"]
    assert values == [("misdemeanor", "b"), ("felony", "2"), ("fine", "")]


def test_a_term_of_suspension_is_a_penalty_and_a_deadline_is_not() -> None:
    text = "A license may be suspended for thirty days; the fine is due within ten days."
    assert [family for family, _ in said(text, Aspect.PENALTY)] == ["sort", "sort", "time-length"]


def test_how_often_a_fine_is_due_is_no_penalty_by_itself() -> None:
    assert said("The board meets each day.", Aspect.PENALTY) == []
    assert ("each", ("per-day", "")) in said("A fine is due each day.", Aspect.PENALTY)


def test_a_phrase_that_is_listed_twice_counts_as_the_last_says() -> None:
    more = vocabulary().with_more(Vocabulary())
    assert more == vocabulary()
    assert hash(more) == hash(vocabulary())


def test_a_phrase_without_words_is_found_nowhere() -> None:
    blank = Vocabulary(((Kind.DUTY, (("shall", (" ",)),)),))
    assert read("The clerk shall pay.", blank).norms == ()


def test_a_raised_figure_is_no_number() -> None:
    assert said("The clerk shall pay ¹² dollars by the ¹th day of May ².", Aspect.AMOUNT) == []

"""What a change of words does to the force of a provision: cases, laws, and the seeded sets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordain.force.between import force
from ordain.model.force import Aspect, Direction, Signal
from ordain.model.vocabulary import Vocabulary
from ordain.workflow.houses import vocabulary
from tests.force.measured import heldout, measure
from tests.force.mutations import EACH, PARAPHRASES, mutations, paraphrases, provisions

S, L, D, U = Direction.STRICTER, Direction.LOOSER, Direction.DIFFERENT, Direction.UNKNOWN


def told(old: str, new: str) -> list[tuple[str, Direction]]:
    """Return rule and direction of each signal."""
    return [(it.rule, it.direction) for it in force(old, new, vocabulary())]


CASES = [
    ("The clerk shall pay.", "The clerk may pay.", "duty.shall-may", L),
    ("The clerk shall pay.", "The clerk shall not pay.", "duty.shall-shall-not", D),
    ("The clerk shall pay.", "The clerk shall not pay.", "negation.bar", D),
    ("The clerk may not pay.", "The clerk may pay.", "duty.shall-not-may", L),
    ("It pays.", "The clerk shall pay.", "duty.shall", S),
    ("It pays.", '"Fee" means pay.', "duty.means", D),
    ("Fees are lawful.", "Fees are unlawful.", "negation.opposite", U),
    ("The permit is transferable.", "The permit is not transferable.", "negation.word", S),
    ("It does not require a permit.", "It requires a permit.", "negation.word", S),
    ("It does not require or permit it.", "It does require or permit it.", "negation.word", U),
    ("The board may meet without notice.", "The board may meet with notice.", "negation.word", S),
    ("It shall not take effect.", "It shall take effect.", "negation.word", U),
    ("A fee shall not exceed $50.", "A fee shall exceed $50.", "negation.limit", U),
    ("A fee shall not exceed $50.", "A fee shall not exceed $60.", "amount.cap", L),
    (
        "If at most 5 dogs are kept, the owner shall pay.",
        "If at most 9 dogs are kept, the owner shall pay.",
        "amount.cap",
        S,
    ),
    ("The owner shall plant at least two trees.", "The owner shall plant at least four trees.", "amount.minimum", S),
    ("An owner of at least 2 dogs shall pay.", "An owner of at least 4 dogs shall pay.", "amount.minimum", L),
    ("Contracts over $50 shall be approved.", "Contracts over $70 shall be approved.", "amount.over", L),
    ("The clerk may sell lots below $50.", "The clerk may sell lots below $70.", "amount.under", L),
    ("Nobody may park within 20 feet of it.", "Nobody may park within 30 feet of it.", "amount.reach", S),
    ("The owner shall park within 20 feet of it.", "The owner shall park within 30 feet of it.", "amount.reach", L),
    ("The clerk may spend $50.", "The clerk may spend $70.", "amount.figure", L),
    ("It is $50.", "It is $70.", "amount.figure", U),
    ("It is 50 feet.", "It is 50 acres.", "amount.unit", U),
    ("It is at most 50 feet.", "It is at least 50 feet.", "amount.limit", U),
    ("The owner shall pay.", "The owner shall pay at least $50.", "amount.minimum", S),
    ("The owner shall pay.", "The owner shall pay $50.", "amount.figure", U),
    ("The owner shall pay within 5 days.", "The owner shall pay within 9 days.", "time.deadline", L),
    ("Nobody shall resell within 5 days.", "Nobody shall resell within 9 days.", "time.deadline", S),
    ("The owner shall pay within 5 days.", "The owner shall pay within 5 business days.", "time.deadline", L),
    ("The owner shall pay within 5 business days.", "The owner shall pay within 5 days.", "time.deadline", S),
    ("The owner shall pay within 14 days.", "The owner shall pay within 10 business days.", "time.deadline", U),
    ("The owner shall pay within 24 hours.", "The owner shall pay within 1 day.", "time.deadline", U),
    ("The owner shall pay within 30 days.", "The owner shall pay within 6 months.", "time.deadline", L),
    ("The owner shall pay at once.", "The owner shall pay within 6 months.", "time.deadline", L),
    ("The owner shall pay within 6 months.", "The owner shall pay at once.", "time.deadline", S),
    ("The owner shall pay promptly.", "The owner shall pay as soon as possible.", "time.deadline", L),
    ("The owner shall pay promptly.", "The owner shall pay within 6 months.", "time.deadline", U),
    ("The owner shall pay within 6 months.", "The owner shall pay as soon as practicable.", "time.deadline", L),
    ("The owner shall pay as soon as practicable.", "The owner shall pay within 6 months.", "time.deadline", S),
    ("The owner shall pay within 5 days.", "The owner shall pay.", "time.deadline", L),
    ("The owner shall keep it for at least 5 days.", "The owner shall keep it for at least 9 days.", "time.minimum", S),
    ("The owner may keep it for 5 days.", "The owner may keep it for 9 days.", "time.length", L),
    ("Nobody shall park for more than two hours.", "Nobody shall park for more than four hours.", "time.cap", L),
    ("The board shall meet each month.", "The board shall meet each year.", "time.frequency", L),
    (
        "The board may meet at most twice a year.",
        "The board may meet at most four times a year.",
        "time.frequency-cap",
        L,
    ),
    ("The board shall meet regularly.", "The board shall meet each year.", "time.frequency", U),
    ("The board shall meet by May 1.", "The board shall meet by June 1.", "time.date-by", L),
    ("It ends on May 1, 2026.", "It ends on May 1.", "time.date", U),
    ("It ends at 7 p.m.", "It ends at 8 p.m.", "time.clock", U),
    ("The owner shall pay for 5 days.", "The owner shall pay by May 1.", "time.limit", U),
    ("The fee is due before notice.", "The fee is due after notice.", "time.order", U),
    ("The clerk may pay in 5 days.", "The clerk may pay.", "time.length", U),
    ("The board may meet each month.", "The board may meet.", "time.frequency", U),
    ("The clerk shall pay.", "The Mayor shall pay.", "actor.bearer", D),
    ("The breeder shall pay.", "The pet shop shall pay.", "actor.bearer", D),
    ("The owner shall pay.", "The owner or tenant shall pay.", "actor.bearer", S),
    ("The clerk shall pay the owner.", "The clerk shall pay the tenant.", "actor.named", D),
    ("The clerk shall send it.", "The clerk shall send it to the Mayor.", "actor.named", U),
    ("Any person may pay.", "Any resident may pay.", "scope.person", S),
    ("The owner shall list all trees.", "The owner shall list some trees.", "scope.quantity", L),
    ("The owner shall audit each contract.", "The owner shall audit a contract.", "scope.quantity", L),
    ("The owner shall sweep City property.", "The owner shall sweep City buildings.", "scope.term", L),
    ("Nobody may park a truck.", "Nobody may park a vehicle.", "scope.term", S),
    ("The owner may ride a bicycle.", "The owner may ride a dog.", "scope.term", U),
    ("No person shall sell it.", "No person shall knowingly sell it.", "scope.mind", L),
    ("No person shall knowingly sell it.", "No person shall sell it.", "scope.mind", S),
    ("No person shall, with intent to deceive, sell it.", "No person shall sell it.", "scope.mind", S),
    ("Whoever burns it is guilty.", "Whoever willfully and knowingly burns it is guilty.", "scope.mind", L),
    ("Whoever recklessly burns it is guilty.", "Whoever willfully burns it is guilty.", "scope.mind", L),
    ("Nobody may enter, unless invited.", "Nobody may enter, unless knowingly invited.", "scope.mind", S),
    ('"Fraud" means a false claim.', '"Fraud" means a knowingly false claim.', "scope.mind", U),
    ("It means lots, including parks.", "It means lots, excluding parks.", "scope.extent", U),
    ("The owner shall tag a dog or cat.", "The owner shall tag a dog.", "scope.term", L),
    ("The owner shall sweep it.", "The owner shall sweep it only.", "scope.quantity", L),
    ("The owner shall sweep it.", "The owner shall sweep all of it.", "scope.quantity", S),
    ("The owner shall sweep walks.", "The owner shall sweep shaded walks.", "scope.words", L),
    ("The owner shall sweep walks.", "The owner shall sweep walks and porches.", "scope.words", S),
    ("The owner shall sweep walks.", "The owner shall sweep walks and salt the steps.", "duty.act", S),
    ("The owner may sweep walks.", "The owner may sweep walks and salt the steps.", "duty.act", L),
    ("The owner shall sweep walks.", "The owner shall sweep walks, including the steps.", "scope.extent", S),
    ("The owner shall pay unless it rains.", "The owner shall pay unless it rains heavily.", "exception.words", S),
    ("The owner shall pay unless a dog bites.", "The owner shall pay unless a cat bites.", "exception.words", U),
    ("The clerk shall pay.", "The clerk shall pay unless it rains.", "exception.clause", L),
    ("The clerk may pay.", "The clerk may pay if it rains.", "exception.condition", S),
    ("The clerk may pay.", "Notwithstanding it, the clerk may pay.", "exception.notwithstanding", U),
    ("The clerk may pay if it rains.", "The clerk may pay unless it rains.", "exception.opener", U),
    ("The clerk shall sign and date it.", "The clerk shall sign or date it.", "conjunction.or-and", L),
    ("Nobody shall sign or date it.", "Nobody shall sign and date it.", "conjunction.or-and", L),
    (
        "The clerk shall pay if it rains or snows.",
        "The clerk shall pay if it rains and snows.",
        "conjunction.or-and",
        L,
    ),
    (
        "The clerk shall pay unless it rains or snows.",
        "The clerk shall pay unless it rains and snows.",
        "conjunction.or-and",
        S,
    ),
    ("Owners and tenants may pay.", "Owners or tenants may pay.", "conjunction.or-and", U),
    ("It snows and rains.", "It snows and/or rains.", "conjunction.and-or", U),
    ("A fine of $50 is due.", "A fine of $70 is due.", "penalty.amount", S),
    ("A fine of $50 is due.", "A fine of 5% is due.", "penalty.amount", U),
    ("A fine of up to $50 is due.", "A fine of $50 is due.", "penalty.amount", U),
    ("Imprisonment is for 30 days.", "Imprisonment is for 90 days.", "penalty.time", S),
    ("It is a misdemeanor.", "It is a felony.", "penalty.sort", S),
    ("It is a felony.", "It is a misdemeanor.", "penalty.sort", L),
    ("It is a class B felony.", "It is a class A felony.", "penalty.sort", S),
    ("It is a class A felony.", "It is a felony.", "penalty.sort", U),
    ("It is a class A felony.", "It is a class B felony.", "penalty.sort", L),
    ("It leads to restitution.", "It leads to suspension.", "penalty.sort", U),
    ("It leads to a fine.", "It leads to a fine for each day.", "penalty.each", S),
    ("It leads to a fine.", "It leads to a fine on a second offense.", "penalty.each", U),
]


@pytest.mark.parametrize(("old", "new", "rule", "direction"), CASES)
def test_a_rule_says_what_changed_and_which_way(old: str, new: str, rule: str, direction: Direction) -> None:
    assert (rule, direction) in told(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The clerk shall pay.", "The clerk must pay."),
        ("No person shall park.", "A person may not park."),
        ("No person shall park.", "It is unlawful for any person to park."),
        ("No household shall keep more than three dogs.", "A household shall keep no more than three dogs."),
        ("The fee shall not exceed $50.", "The fee shall be no more than fifty dollars ($50)."),
        ("Within 30 days, the owner shall pay.", "The owner shall pay within thirty (30) days."),
        ("The owner shall pay. The clerk shall send it.", "The owner shall pay; and the clerk shall send it."),
        ("The clerk shall sell it and may keep it.", "The clerk shall sell it. The clerk may keep it."),
        ("He or she shall pay.", "The officer shall pay."),
        ("The City Council shall pay.", "The Council shall pay."),
        ("The Director shall inspect it.", "It shall be inspected by the Director."),
        ("Each owner shall pay.", "An owner shall pay."),
        ("Nobody shall destroy any record.", "Nobody shall destroy a record."),
        ("Any dog shall be leashed by the owner.", "The owner shall leash every dog."),
        ("A dog and/or cat is here.", "A dog or cat, or both, is here."),
        ("The clerk shall not permit or allow it.", "The clerk shall not allow it."),
        ("The owner shall start it.", "The owner shall commence it."),
        ("The clerk pays. The clerk pays.", "The clerk pays."),
    ],
)
def test_the_same_in_other_words_says_nothing(old: str, new: str) -> None:
    assert told(old, new) == []


def test_a_sentence_put_in_is_told_by_what_it_says() -> None:
    rules = told("The owner shall pay.", "The owner shall pay. The clerk may waive a fine within 5 days.")
    assert ("duty.may", L) in rules
    assert ("time.deadline", S) in rules


def test_whoever_is_addressed_in_a_sentence_cut_in_two_took_nobody_s_place() -> None:
    rules = told(
        "The Elm Police shall help residents and, on the request of a tenant, look whether ships are in the port.",
        "The Elm Police shall help residents. A pilot who receives the request of a tenant shall look whether "
        "ships are in the port.",
    )
    assert ("duty.shall", S) in rules
    assert ("actor.bearer", Direction.DIFFERENT) not in rules


def test_a_signal_ends_with_the_number_that_it_cites() -> None:
    (signal,) = force(
        "The clerk shall sign it.", "The clerk shall sign it and read the report made under Section 8.", vocabulary()
    )
    assert signal.new == "read the report made under Section 8"


def test_nothing_that_moved_from_sentence_to_sentence_is_told() -> None:
    old = "The owner shall pay within 5 days. The clerk shall sign it."
    assert told(old, "The clerk shall sign it. The owner shall pay within 5 days.") == []


def test_a_signal_rests_on_words_and_says_where_they_stand() -> None:
    (signal,) = force("The clerk shall pay.", "The clerk may pay.", vocabulary())
    assert signal == Signal(Aspect.DUTY, "duty.shall-may", L, "shall", "may", 10, 10)


def test_a_fine_that_rises_binds_more_as_an_amount_too() -> None:
    assert set(told("A fine of up to $50 is due.", "A fine of up to $70 is due.")) == {
        ("amount.cap", S),
        ("penalty.amount", S),
    }


def test_sentences_that_are_nothing_alike_are_not_compared_word_by_word() -> None:
    assert told("The snow falls. A rain cools walls.", "A wind bends boughs. This sun dries hay.") == []


def test_of_many_sentences_the_alike_are_compared() -> None:
    old = "The owner shall pay a fee. The tenant shall sweep the walk. It ends."
    new = "The owner shall pay a fee at once. It rains. The tenant may sweep the walk. It ends."
    assert told(old, new) == [("time.deadline", S), ("duty.shall-may", L)]


def test_an_empty_vocabulary_still_sees_who_took_a_place() -> None:
    assert force("The clerk pays.", "The clerk owes.", Vocabulary()) == ()


_WORDS = [
    "shall", "may", "not", "no", "person", "the Mayor", "City property", "a building", "within 5 days", "at once",
    "and", "or", "unless", "if", "except as", ",", ".", ";", "$500", "not more than", "thirty (30) days", "fine",
    "misdemeanor", "all", "any", "only", "including", "public", "nonpublic", "lawful", "unlawful", "each month",
    "Section 3", "it", "to", "of", "The clerk", "means", "more than", "twice", "a year", "10 p.m.", "May 1", "(A)",
]  # fmt: skip
texts = st.lists(st.sampled_from(_WORDS), max_size=25).map(" ".join)
real = st.sampled_from([text for _, text in provisions()])


@given(texts | real)
def test_a_text_compared_with_itself_has_no_signal(text: str) -> None:
    assert force(text, text, vocabulary()) == ()


@given(texts | real, texts | real)
def test_exchanged_sides_give_each_signal_turned(old: str, new: str) -> None:
    there, back = force(old, new, vocabulary()), force(new, old, vocabulary())
    assert back == tuple(signal.turned() for signal in there)


@given(texts | real, texts | real)
def test_the_words_of_a_signal_stand_where_it_says(old: str, new: str) -> None:
    for signal in force(old, new, vocabulary()):
        for text, words, at in ((old, signal.old, signal.old_at), (new, signal.new, signal.new_at)):
            assert (words is None) == (at is None)
            assert words is None or at is None or text[at:].startswith(words)


def test_our_own_edits_are_recalled_and_their_like_raises_no_alarm() -> None:
    measured = measure(mutations(), paraphrases(), vocabulary())
    assert [row.number for row in measured.rows.values()] == [EACH] * len(Aspect)
    assert measured.recall == 1
    assert measured.paraphrases == PARAPHRASES
    assert measured.alarms <= 0.05 * PARAPHRASES


def test_the_edits_of_other_laws_are_recalled_too() -> None:
    measured = measure(*heldout(), vocabulary())
    assert measured.recall == 1
    assert measured.alarms <= 0.05 * measured.paraphrases

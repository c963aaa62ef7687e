"""Draft a codified sentence from the fields of a provision; the order's own sentence is never pasted.

The subject is who is addressed, the modal is the duty, and trigger, deadline and
exception stand where the house puts them: at the head of the sentence or at its end.
"""

from typing import TYPE_CHECKING

from ordain.drafting.filters import capital, number, plural

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ordain.model.order import Deadline, OrderProvision


def sentence(provision: "OrderProvision", words: "Mapping[str, str]") -> str:
    """Return the sentence of a section, with its period.

    `words` are those of the house: `trigger`, `deadline` and `exception` say `first` or
    `last`, `numbers` how a number is written.
    """
    lead = [clause for name, clause in _clauses(provision, words) if words.get(name, "last") == "first"]
    tail = [clause for name, clause in _clauses(provision, words) if words.get(name, "last") != "first"]
    core = f"{provision.actor.name} {provision.modal.value} {predicate(provision)}"
    head = "".join(f"{clause}, " for clause in lead)
    return capital(head + _joined(core, tail)) + "."


def policy(provision: "OrderProvision") -> str:
    """Return a clause that follows "It is the policy of the City that": a wish, for nobody is bound by it.

    It keeps the trigger, the deadline and the exception: a wish without its exception is another wish.
    """
    verb = "should not" if provision.modal.value.endswith("not") else "should"
    tail = [clause for _, clause in _clauses(provision, {})]
    return _joined(f"{provision.actor.name} {verb} {predicate(provision)}", tail)


def predicate(provision: "OrderProvision") -> str:
    """Return what is to be done, to what and for whom."""
    return " ".join(part for part in (provision.act, provision.object, provision.recipient) if part)


def time_limit(deadline: "Deadline", words: "Mapping[str, str]") -> str:
    """Return the time limit as a clause, or nothing where no source gives it."""
    if deadline.number is None or deadline.unit is None:
        return ""
    written = number(deadline.number, words.get("numbers", "words-to-nine"))
    limit = f"within {written} {plural(deadline.number, deadline.unit)}"
    return f"{limit} after {deadline.after}" if deadline.after else limit


def _clauses(provision: "OrderProvision", words: "Mapping[str, str]") -> list[tuple[str, str]]:
    out = []
    if provision.exception is not None:
        basis = f", as provided in {provision.exception.basis}" if provision.exception.basis else ""
        out.append(("exception", f"except {provision.exception.text}{basis}"))
    if provision.trigger is not None:
        out.append(("trigger", provision.trigger))
    if provision.deadline is not None and (limit := time_limit(provision.deadline, words)):
        out.append(("deadline", limit))
    # In a sentence that ends with all three, the exception comes last, next to no other condition.
    return sorted(out, key=lambda clause: clause[0] == "exception") if words.get("exception") != "first" else out


def _joined(core: str, tail: list[str]) -> str:
    for clause in tail:
        core += f", {clause}" if clause.startswith("except") else f" {clause}"
    return core

"""One sheet after another: whether a splice still fits a bill in which another was made."""

from typing import TYPE_CHECKING

from ordain.amend.clash import clash
from ordain.amend.outcome import outcome
from ordain.amend.splices import Come, Gone, Numbered, Splice, Words
from ordain.markup.labels import labelled
from ordain.model.addresses import addresses_of, split_address
from ordain.model.numbering import Level
from ordain.model.references import find, resolve
from ordain.model.unit import Unit
from ordain.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ordain.amend.bill import Bill
    from ordain.amend.paragraphs import Paragraph


def fits(later: Splice, earlier: Splice) -> bool:
    """Whether a splice can be made in a bill in which another was made.

    What was amended can be struck; what was struck or replaced cannot be amended, nor
    anything be inserted beside it.  Two insertions in one place both fit, the later one
    behind the earlier.
    """
    match later, earlier:
        case Gone(first, last), Words(paragraph=at) if first <= at <= last:
            return True
        case Words(), Words() if earlier.start == earlier.end and later.paragraph == earlier.paragraph:
            return later != earlier and not later.start < earlier.start < later.end
        case Numbered(), Numbered():
            return True
        case _:
            return clash((later,), (earlier,)) is None and not is_same(later, earlier)


def is_same(one: Splice, other: Splice) -> bool:
    """Whether two splices make the same change, so that the second has nothing left to do."""
    match one, other:
        case Numbered(), Numbered():
            return False
        case (Come(gap, lines), Come(at, others)):
            return gap == at and lines == others
        case _:
            return one == other


def relabelled(bill: "Bill", splices: "Sequence[Splice]") -> frozenset[str]:
    """Return the addresses whose provisions splices number anew, as they were and as they are."""
    changed = set()
    for it in outcome(bill, splices):
        if it.origin is None:
            continue
        paragraph = bill.paragraphs[it.origin]
        if paragraph.label and not it.line.startswith(paragraph.label):
            changed.add(_plain(paragraph.address))
            found = labelled(it.line, bill.scheme, {})
            changed |= {_plain(_beside(paragraph, found.label))} if found else set()
    return frozenset(changed)


def cited_by(bill: "Bill", splices: "Sequence[Splice]") -> frozenset[str]:
    """Return the addresses that inserted words cite, and those under which inserted provisions stand."""
    known = addresses_of(map(_unit, bill.paragraphs))
    found = set()
    for text, here, level in _inserted(bill, splices):
        numbers = (number for reference in find(text, here) for number in reference.numbers)
        found |= {address for number in numbers if (address := resolve(number, known)) is not None}
        label = labelled(text, bill.scheme, {}) if level is not None else None
        if label is not None and label.level is Level.SECTION:
            found.add(_plain(f"Section {label.ordinal}"))
        elif label is not None:
            found.add(_plain(split_address(here)[0] + label.label))
    return frozenset(map(_plain, found))


def _inserted(bill: "Bill", splices: "Sequence[Splice]") -> "Iterator[tuple[str, str, Level | None]]":
    """Yield inserted words with the address in which they stand; a level says that they may open with a label."""
    for splice in splices:
        match splice:
            case Words(paragraph=at, text=text):
                yield text, bill.paragraphs[at].address, None
            case Come(gap, lines):
                here = bill.paragraphs[min(gap, len(bill.paragraphs)) - 1].address if gap else ""
                yield from ((line, here, Level.FURTHER) for line in lines)
            case _:
                pass


def _unit(paragraph: "Paragraph") -> Unit:
    words = paragraph.line[paragraph.opening :]
    return Unit(tokens=tokenize(words), label=paragraph.label, address=paragraph.address, level=paragraph.level)


def _beside(paragraph: "Paragraph", label: str) -> str:
    """Return the address that a provision has under another label."""
    if paragraph.level is Level.SECTION:
        return f"Section {label.rsplit(maxsplit=1)[-1].rstrip('.')}"
    root, steps = split_address(paragraph.address)
    return root + "".join(steps[:-1]) + (label if label.startswith("(") else f"({label.rstrip('.')})")


def _plain(address: str) -> str:
    return address.casefold()

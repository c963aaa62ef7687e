"""Number a draft anew by its house's scheme, and set every reference to where its provision stands then.

Nothing but labels and the numbers of references changes.  What a reference means is taken
from the labels as they stood before; one that could mean two provisions, or means none,
is refused.
"""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from ordain.errors import OrdainError, Place, Problem
from ordain.markup.meant import Meant, shown, tell_apart
from ordain.model.addresses import address_of, split_address
from ordain.model.numbering import Level
from ordain.model.provision import units
from ordain.model.references import Status, find, resolve, status
from ordain.model.written import rewritten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ordain.model.draft import Draft
    from ordain.model.house import House
    from ordain.model.numbering import LabelStyle
    from ordain.model.provision import Provision
    from ordain.model.references import Number


def renumber(draft: "Draft", house: "House", base: "Draft | None" = None) -> "Draft":
    """Return the draft numbered by the scheme of its house, its references following.

    `base` is the draft as it was before provisions were put in: where a label stands
    twice, a reference means the provision that has it there.  Raises OrdainError for every
    reference that means no provision, or could mean two.
    """
    meant = tell_apart(draft, base)
    numbered = _labelled(draft.provisions, dict(house.scheme(draft.front.instrument)))
    after = (address_of(unit) for unit in units(numbered))
    became = {one: other for one, other in zip(meant.own, after, strict=True) if one and other}
    problems: list[Problem] = []
    texts = [
        _followed(provision, here, meant, became, problems)
        for provision, here in zip(draft.walk(), meant.here, strict=True)
    ]
    if problems:
        raise OrdainError(*problems)
    return replace(draft, provisions=_with_texts(numbered, iter(texts)))


def _labelled(provisions: "Sequence[Provision]", styles: "dict[Level, LabelStyle]") -> "tuple[Provision, ...]":
    """Return provisions numbered anew, each level from 1; a section of the code keeps its number."""
    counted: dict[Level, int] = {}
    out = []
    for provision in provisions:
        style = styles.get(provision.level)
        label = provision.label
        if style is not None and label and provision.level is not Level.CODE:
            counted[provision.level] = counted.get(provision.level, 0) + 1
            label = style.label(counted[provision.level])
        out.append(replace(provision, label=label, children=_labelled(provision.children, styles)))
    return tuple(out)


def _followed(
    provision: "Provision", here: str, meant: Meant, became: "dict[str, str]", problems: list[Problem]
) -> str:
    """Return the text of a provision with every number of its references as it will be.

    What is wrong with them is added to `problems`.
    """
    out = []
    at = 0
    for number in (number for reference in find(provision.text, here) for number in reference.numbers):
        cited = None if meant.is_ambiguous(number) else resolve(number, meant.known)
        problem = None if cited else _problem(provision, number, meant)
        problems += [] if problem is None else [problem]
        out += [provision.text[at : number.start], _rewritten(number, became[cited]) if cited else number.text]
        at = number.end
    return "".join([*out, provision.text[at:]])


def _rewritten(number: "Number", address: str) -> str:
    root, steps = split_address(address)
    return rewritten(number.text, number.steps, root.split(" ", 1)[1], steps)


def _problem(provision: "Provision", number: "Number", meant: Meant) -> Problem | None:
    """Return what is wrong with a number that cites no provision for certain, if anything."""
    place = _place(provision, number)
    if meant.is_code(number):
        return None
    if meant.is_ambiguous(number):
        message = f"{shown(number.address)} stands twice, and the reference could mean either"
        return Problem(message, "label what was put in as put in, such as 4A behind 4, or name the --base", place)
    if status(number, meant.known) is Status.OUTSIDE:
        return None
    remedy = "correct the number, or say of which law it is"
    return Problem(f"'{number.text}' cites no provision of this draft", remedy, place)


def _place(provision: "Provision", number: "Number") -> Place | None:
    source = provision.source
    if source is None:
        return None
    column = source.excerpt.find(provision.text) + number.start + 1
    return replace(source, column=column, width=len(number.text))


def _with_texts(provisions: "Iterable[Provision]", texts: "Iterator[str]") -> "tuple[Provision, ...]":
    """Return the provisions with the texts that follow in reading order."""
    out = []
    for provision in provisions:
        text = next(texts)
        out.append(replace(provision, text=text, children=_with_texts(provision.children, texts)))
    return tuple(out)

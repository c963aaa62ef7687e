"""Why a provision has another number: what came, went or moved before it, in one sentence."""

from typing import TYPE_CHECKING

from ordain.model.addresses import parent_of, split_address

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ordain.compare.successors import Successors


def why(old: str, new: str, known: "Successors", *, moved: bool) -> str:
    """Return why a provision that was cited as `old` is cited as `new`, as a sentence without its period.

    `moved` says that it moved itself.
    """
    if old == new:
        return "only the form of its label changed"
    holders = parent_of(old), parent_of(new)
    if known.became.get(holders[0], holders[0]) != holders[1]:
        return f"it stood in {holders[0]} and stands in {holders[1]} now"
    if moved:
        return "it was moved"
    parts = [f"{holders[0]} is {holders[1]} now"] if holders[0] != holders[1] else []
    if _last_step(old) != _last_step(new):
        parts += list(_told(old, new, known)) or ["nothing before it came or went"]
    return "; ".join(parts)


def listed(names: "Sequence[str]", siblings: "Sequence[str]") -> str:
    """Return the addresses of some of the provisions that stand side by side as a reader lists them.

    >>> listed(("Section 1", "Section 3", "Section 4", "Section 5"), [f"Section {n}" for n in range(1, 9)])
    'Sections 1 and 3 through 5'
    """
    items = list(_items(names, siblings))
    said = f"{', '.join(items[:-1])} and {items[-1]}" if len(items) > 1 else items[0]
    is_several = len(names) > 1 and not split_address(names[0])[1]
    return said.replace("Section ", "Sections ", 1).replace("§ ", "§§ ", 1) if is_several else said


def _last_step(address: str) -> str:
    """Return the last step of an address, of a section the whole of it."""
    root, steps = split_address(address)
    return steps[-1] if steps else root


def _told(old: str, new: str, known: "Successors") -> "Iterator[str]":
    """Tell what came, went, moved, was split and was joined among what stands before a provision and beside it."""
    siblings = known.old.inside(parent_of(old)), known.new.inside(parent_of(new))
    olds = siblings[0][: siblings[0].index(old)]
    news = siblings[1][: siblings[1].index(new)]
    came = [it for it in news if it not in known.was]
    went = [it for it in olds if it not in known.became]
    parts = [it for it in news if it in known.was and known.became[known.was[it]] != it]
    joined = [it for it in olds if it in known.became and known.was[known.became[it]] != it]
    here = [it for it in news if it in known.was and it not in parts and known.was[it] not in olds]
    away = [it for it in olds if it in known.became and it not in joined and known.became[it] not in news]
    yield from _sentence(came, siblings[1], "inserted before it")
    yield from _sentence(went, siblings[0], "struck before it", old="the old ")
    yield from _sentence(parts, siblings[1], "split off before it")
    yield from _sentence(joined, siblings[0], "joined to another before it", old="the old ")
    yield from _sentence(here, siblings[1], "moved to a place before it")
    yield from _sentence(away, siblings[0], "moved from a place before it", old="the old ")


def _sentence(names: "Sequence[str]", siblings: "Sequence[str]", verb: str, *, old: str = "") -> "Iterator[str]":
    """Yield what happened to some provisions, if there are any; `old` says that they have their old numbers."""
    if names:
        yield f"{old}{listed(names, siblings)} {'was' if len(names) == 1 else 'were'} {verb}"


# Of two neighbors each is named; of more, the first and the last.
_SHORT = 2


def _items(names: "Sequence[str]", siblings: "Sequence[str]") -> "Iterator[str]":
    """Yield the items of a list: the first name in full, each other by its own number, neighbors as a range."""
    run: list[str] = []
    last = -1
    for name in (*names, None):
        at = siblings.index(name) if name is not None else -1
        if run and at != last + 1:
            yield from run if len(run) <= _SHORT else (f"{run[0]} through {run[-1]}",)
            run = []
        if name is not None:
            run.append(name if name == names[0] else _last_step(name).split(" ")[-1])
        last = at

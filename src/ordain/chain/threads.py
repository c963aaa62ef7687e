"""Threads: what each provision was in every text of a chain, from the first to the last."""

from typing import TYPE_CHECKING, TypeAlias

from ordain.compare.align import align

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordain.model.unit import Unit

# The positions of a provision in each text of a chain: none before it came and after it
# went, several where it was split.
Thread: TypeAlias = tuple[tuple[int, ...], ...]


def threads(chain: "Sequence[Sequence[Unit]]") -> tuple[Thread, ...]:
    """Return the threads of a chain; every unit of every text is in at least one.

    Provisions that were joined have a thread each.  Threads come in the order of the
    last text that holds them, those of the last text of the chain first.
    """
    held: list[list[tuple[int, ...]]] = [[(at,)] for at in range(len(chain[0]))] if chain else []
    for version in range(1, len(chain)):
        became: dict[int, tuple[int, ...]] = {}
        came: list[int] = []
        for pair in align(chain[version - 1], chain[version]):
            became |= dict.fromkeys(pair.old, pair.new)
            came += [] if pair.old else pair.new
        for thread in held:
            thread.append(tuple(new for old in thread[-1] for new in became[old]))
        held += [[()] * version + [(at,)] for at in came]
    return tuple(sorted((tuple(map(_each_once, thread)) for thread in held), key=_place))


def _each_once(places: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(sorted(set(places)))


def _place(thread: Thread) -> tuple[int, tuple[int, ...]]:
    """Sort by the last text that holds a thread, later ones first, then by the place in it."""
    last = max(version for version, places in enumerate(thread) if places)
    return -last, thread[last]

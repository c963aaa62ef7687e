"""What two texts do not both say: the findings that are left when equal ones are set against each other."""

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from ordain.model.force import Aspect

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from ordain.force.sentences import Pair
    from ordain.norms.finding import Finding
    from ordain.norms.reading import Read, Reading

Findings: TypeAlias = "tuple[Finding, ...]"


def left_over(pairs: "Sequence[Pair]", old: "Reading", new: "Reading") -> "list[tuple[Pair, Findings, Findings]]":
    """Return each pair of sentences with what only its old and what only its new side says.

    The pairs are those of `old` and `new` that are not the same.  What went from one
    sentence to another of the provision is said by both.
    """
    left = [_against(_findings(pair.old), _findings(pair.new)) for pair in pairs]
    moved = _counted(side for side, _ in left) & _counted(side for _, side in left)
    old_moved, new_moved = Counter(moved), Counter(moved)
    left = [(_without(olds, old_moved), _without(news, new_moved)) for olds, news in left]
    old_said, new_said = ({_key(it) for it in reading.findings} for reading in (old, new))
    return [
        (pair, olds if pair.new else _not_named(olds, new_said), news if pair.old else _not_named(news, old_said))
        for pair, (olds, news) in zip(pairs, left, strict=True)
    ]


def _counted(sides: "Iterable[Findings]") -> "Counter[Hashable]":
    return Counter(_key(finding) for side in sides for finding in side)


def _not_named(findings: Findings, names: "set[Hashable]") -> Findings:
    """Return the findings but for somebody whom the other side names too."""
    return tuple(it for it in findings if it.aspect is not Aspect.ACTOR or _key(it) not in names)


def _findings(reads: "Iterable[Read]") -> "list[Finding]":
    return [finding for read in reads for finding in read.findings]


def _key(finding: "Finding") -> "Hashable":
    return finding.aspect, finding.family, finding.value


def _against(old: "list[Finding]", new: "list[Finding]") -> tuple[Findings, Findings]:
    """Return what is left of either side; somebody named several times is named once."""
    olds, news = Counter(map(_key, old)), Counter(map(_key, new))
    common = olds & news
    old_left, new_left = _without(old, Counter(common)), _without(new, Counter(common))
    old_repeats = [it for it in old_left if _repeats(it, news)]
    new_repeats = [it for it in new_left if _repeats(it, olds)]
    # As many stay as may have given their place to somebody new.
    more = (_names(new_left) - len(new_repeats)) - (_names(old_left) - len(old_repeats))
    return (
        _but(old_left, old_repeats[max(0, more) :]),
        _but(new_left, new_repeats[max(0, -more) :]),
    )


def _repeats(finding: "Finding", others: "Counter[Hashable]") -> bool:
    """Whether somebody is named here once more whom the other side names too."""
    return finding.aspect is Aspect.ACTOR and _key(finding) in others


def _names(findings: Findings) -> int:
    return sum(finding.aspect is Aspect.ACTOR for finding in findings)


def _but(findings: Findings, others: "Sequence[Finding]") -> Findings:
    return tuple(it for it in findings if not any(it is other for other in others))


def _without(findings: "Iterable[Finding]", taken: "Counter[Hashable]") -> Findings:
    """Return the findings but for those in `taken`, which is emptied."""
    left = []
    for finding in findings:
        key = _key(finding)
        if taken[key] > 0:
            taken[key] -= 1
        else:
            left.append(finding)
    return tuple(left)

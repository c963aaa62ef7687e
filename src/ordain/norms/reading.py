"""Read a provision: its sentences, and in each who must do what, by when, unless what."""

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from ordain.model.force import Aspect
from ordain.norms import actor, amount, conjunction, duty, exception, negation, penalty, scope, time
from ordain.norms.norm import Norm, norms
from ordain.norms.sentences import sentences

if TYPE_CHECKING:
    from ordain.model.vocabulary import Vocabulary
    from ordain.norms.finding import Finding
    from ordain.norms.sentences import Sentence

_FINDERS = (duty, negation, amount, time, actor, scope, exception, conjunction, penalty)


class Read(Struct, frozen=True):
    """One sentence with its findings, in the order of the aspects."""

    sentence: "Sentence"
    findings: "tuple[Finding, ...]"

    @property
    def norms(self) -> "tuple[Norm, ...]":
        """Who must do what: one norm for each duty of the sentence."""
        return tuple(norms(self.sentence, self.findings))


class Reading(Struct, frozen=True):
    """What was read in one provision."""

    sentences: tuple[Read, ...]

    @property
    def findings(self) -> "tuple[Finding, ...]":
        """The findings of all sentences."""
        return tuple(finding for read in self.sentences for finding in read.findings)

    @property
    def norms(self) -> "tuple[Norm, ...]":
        """The norms of all sentences, in the order of the text."""
        return tuple(norm for read in self.sentences for norm in read.norms)

    def about(self, aspect: Aspect) -> "tuple[Finding, ...]":
        """Return the findings about one aspect."""
        return tuple(finding for finding in self.findings if finding.aspect is aspect)


@lru_cache(maxsize=1 << 13)
def read(text: str, vocabulary: "Vocabulary") -> Reading:
    """Return what is read in the text of one provision."""
    return Reading(tuple(Read(sentence, _findings(sentence)) for sentence in sentences(text, vocabulary)))


def _findings(sentence: "Sentence") -> "tuple[Finding, ...]":
    return tuple(finding for finder in _FINDERS for finding in finder.find(sentence))

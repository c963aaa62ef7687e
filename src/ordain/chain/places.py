"""What a draft says where a provision of the order stands: the sentences that bind, and what they bring in."""

import re
from collections.abc import Sequence

from ordain.chain.cited import citations
from ordain.chain.effects import sentences
from ordain.chain.holding import share
from ordain.chain.sites import Demand, Links, Way, heads_a_list
from ordain.chain.states import Stand
from ordain.model.numbering import Level
from ordain.model.provision import heading_of
from ordain.model.unit import Unit
from ordain.norms.terms import definitions, key, uses
from ordain.text.tokens import tokenize


class Places:
    """Where the provisions of an order stand in a draft; made for one version."""

    def __init__(self, demands: Sequence[Demand], units: Sequence[Unit], found: Links) -> None:
        self.units, self.found = units, found
        self.speaks = any(link.way is Way.SAID for its in found for link in its)
        self._demands = {demand.id: demand for demand in demands}
        self._defined = definitions(units)
        self._citations = citations(units)
        self._defining = {it.at for it in self._defined}
        self._places: dict[str, list[int]] = {}
        for at, its in enumerate(found):
            for link in its:
                self._places.setdefault(link.id, []).append(at)

    def of(self, name: str) -> tuple[int, ...]:
        """Return where a provision of the order stands."""
        return tuple(self._places.get(name, ()))

    def stand(self, demand: Demand, at: Sequence[int]) -> Stand:
        """Return what the draft says there."""
        binding = self._binding(demand, at)
        text = " ".join(part for place in binding for part in self._said(demand, place))
        whole = " ".join([text, *(self.units[place].text for place in at)])
        scores = [link.score for place in at for link in self.found[place] if link.id == demand.id and link.score]
        return Stand(
            text=text,
            around=" ".join([whole, *self._brought_in(whole, binding)]),
            places=len({self._group(place) for place in binding}),
            in_recitals=all(self.units[place].level is Level.RECITAL for place in at),
            likeness=max(scores, default=None),
        )

    def _binding(self, demand: Demand, at: Sequence[int]) -> list[int]:
        """Return the places that bind: not those that define its words, unless it is a definition itself."""
        own = {key(it.term) for it in definitions([Unit(tokens=tokenize(demand.text))])}
        if own:
            defining = {it.at for it in self._defined if key(it.term) in own}
            return [place for place in at if place in defining or place not in self._defining] or list(at)
        return [place for place in at if place not in self._defining] or list(at)

    def _said(self, demand: Demand, at: int) -> list[str]:
        """Return the sentences at a place that are about a provision of the order, with the lead they complete."""
        text = _without_heading(self.units[at])
        above = None if at in self._defining else self._above(at)
        lead = [_without_heading(self.units[above])] if above is not None and self._leads(above, demand) else []
        others = [self._demands[link.id] for link in self.found[at] if link.id != demand.id]
        return [*lead, *(part for part in sentences(text) if _is_about(demand, others, part))]

    def _leads(self, at: int, demand: Demand) -> bool:
        """Whether a unit is the beginning of a sentence, which no place of the same provision shows already."""
        unit = self.units[at]
        known = any(link.id == demand.id for link in self.found[at])
        return heads_a_list(unit) and not known and not _AMENDS.search(unit.text)

    def _brought_in(self, text: str, binding: Sequence[int]) -> list[str]:
        """Return what a text means beyond its words: the definitions of its terms, the provisions it cites."""
        used = {use.term for use in uses([it.term for it in self._defined], text)}
        meanings = [it.meaning for it in self._defined if it.term in used]
        return [*meanings, *(self.units[place].text for at in binding for place in self._citations[at])]

    def _above(self, at: int) -> int | None:
        depth = self.units[at].depth
        return next((place for place in range(at - 1, -1, -1) if self.units[place].depth < depth), None)

    def _group(self, at: int) -> int:
        """Return the provision under which a place stands together with its neighbors, or the place itself."""
        above = self._above(at)
        if above is None or _AMENDS.search(self.units[above].text):
            return at
        return self._group(above)


# A lead that only says where new law goes: what stands under it are sections in their own right.
_AMENDS = re.compile(r"\bread as follows:?$", re.IGNORECASE)
# A sentence belongs to each provision of which it holds nearly as much as of the one it holds most of.
_NEARLY = 0.15
# "Contractors. A City department shall ...": a few words that bind nobody, and a sentence behind them.
_HEADING = re.compile(
    r"(?![^.]*\b(?:shall|may|must|should|means|is|are)\b)[A-Z][^.:;\"]{0,60}\.(?:\s+(?=[\"\u201cA-Z])|$)"
)
# "WHEREAS, nobody is asked for status; and".
_RECITAL_ENDS = re.compile(r"^whereas,?\s+|(?:[.;]|[,;]\s*and)$", re.IGNORECASE)


def _without_heading(unit: Unit) -> str:
    """Return what a unit says, without its heading or the words around a recital."""
    text = unit.text.strip()
    if unit.level is Level.RECITAL:
        return _RECITAL_ENDS.sub("", text)
    heading = heading_of(text) or ((found := _HEADING.match(text)) and found[0]) or ""
    return text[len(heading) :].strip()


def _is_about(demand: Demand, others: Sequence[Demand], sentence: str) -> bool:
    best = max((share(other.text, sentence) for other in others), default=0.0)
    return share(demand.text, sentence) >= best - _NEARLY

"""A house: one council's way of drafting, marking and printing, as a value."""

from dataclasses import dataclass

from ordain.model.numbering import LabelStyle, Level, Scheme


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkStyle:
    """How a house shows one kind of change: text form first, decoration and color after it."""

    open: str
    close: str
    decoration: str
    color: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """New and deleted text of one level: a bill against the law, or an amendment against the bill."""

    added: MarkStyle
    struck: MarkStyle


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A stage in the life of a bill: its name, its label on the page, and the stages it may follow."""

    name: str
    label: str
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingLine:
    """One line of the block above the bill: text with `{fields}` of the front matter, size and place.

    The same text serves to print the block and to recognize it in a text without front matter.
    """

    text: str
    size: float
    bold: bool = False
    align: str = "left"
    numbered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Paper and type of the print; lengths in points."""

    width: float
    height: float
    margins: tuple[float, float, float, float]
    font: str
    size: float
    spacing: float
    bold: bool
    line_numbers: bool
    indent: float
    heading: tuple[HeadingLine, ...]
    order_heading: tuple[HeadingLine, ...] = ()
    footer: tuple[str, ...] = ()
    after: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """Everything that differs from council to council, read from `templates/<house>/house.yaml`.

    `instruments` gives the printed name by instrument ("ordinance": "ORDINANCE"),
    `formulas` the fixed sentences by name, `numbering` the scheme of labels by
    instrument, `marks` the marks by level, `words` how the house writes what templates
    spell out, `unverified` what no source gives and a neutral default fills.
    """

    name: str
    city: str
    council: str | None
    instruments: tuple[tuple[str, str], ...]
    formulas: tuple[tuple[str, str], ...]
    numbering: tuple[tuple[str, Scheme], ...]
    marks: tuple[tuple[str, Marks], ...]
    legend: tuple[str, ...]
    stages: tuple[Stage, ...]
    layout: Layout
    words: tuple[tuple[str, str], ...] = ()
    unverified: tuple[str, ...] = ()

    def instrument_name(self, instrument: str) -> str:
        """Return the word that the print shows for an instrument."""
        return dict(self.instruments).get(instrument, instrument.upper())

    def scheme(self, instrument: str) -> Scheme:
        """Return the labels by level, of the instrument or else of ordinances."""
        schemes = dict(self.numbering)
        return schemes.get(instrument) or schemes.get("ordinance") or DEFAULT_SCHEME

    def bill_marks(self, level: str = "bill") -> Marks:
        """Return the marks of a level: `law` for a bill against the law, `bill` for a draft against a draft."""
        marks = dict(self.marks)
        return marks.get(level) or self.marks[0][1]

    def stage(self, name: str | None) -> Stage | None:
        """Return the stage of that name, or None."""
        return next((stage for stage in self.stages if stage.name == name), None)


DEFAULT_SCHEME: Scheme = (
    (Level.SECTION, LabelStyle("SECTION {1}.")),
    (Level.CODE, LabelStyle("§ {code}")),
    (Level.SUBSECTION, LabelStyle("({A})")),
    (Level.PARAGRAPH, LabelStyle("({1})")),
    (Level.SUBPARAGRAPH, LabelStyle("({a})")),
    (Level.ITEM, LabelStyle("({i})")),
)

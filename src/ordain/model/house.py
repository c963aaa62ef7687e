"""A house: one council's way of drafting, marking and printing, as a value."""

from msgspec import Struct, field

from ordain.model.idioms import Idioms
from ordain.model.numbering import LabelStyle, Level, Scheme
from ordain.model.vocabulary import Vocabulary


class MarkStyle(Struct, frozen=True, kw_only=True):
    """How a house shows one kind of change: text form first, decoration and color after it."""

    open: str
    close: str
    decoration: str
    color: str | None = None


class Marks(Struct, frozen=True, kw_only=True):
    """New and deleted text of one level: a bill against the law, or an amendment against the bill."""

    added: MarkStyle
    struck: MarkStyle


class Stage(Struct, frozen=True, kw_only=True):
    """A stage in the life of a bill: its name, its label on the page, and the stages it may follow."""

    name: str
    label: str
    after: tuple[str, ...] = ()


class HeadingLine(Struct, frozen=True, kw_only=True):
    """One line of the block above the bill: text with `{fields}` of the front matter, size and place.

    The same text serves to print the block and to recognize it in a text without front matter.
    """

    text: str
    size: float
    bold: bool = False
    align: str = "left"
    numbered: bool = False


class Typesetting(Struct, frozen=True, kw_only=True):
    """How the lines of the PDF print are made; lengths in points.

    `pitch` is the distance of two baselines and `lines` how many a page holds; None is
    what follows from the layout.  The block above the bill is as high as `heading_lines`
    lines, or higher where its words need it.  As wide as so many `blanks` is what parts
    the label of a section from its words.  `raised` is the size of the letters of an
    ordinal, 14th, as a share of the type, and `rise` how far up they stand; at 1 they are
    like the others.  `greedy` fills each line with the words that fit, as a word processor
    does; else a paragraph is broken as a whole.  `together` leaves no line of a paragraph
    alone on a page.  `number_gap` parts the numbers of the lines from the text.
    """

    pitch: float | None = None
    lines: int | None = None
    heading_lines: int = 0
    blanks: int = 1
    raised: float = 1
    rise: float = 0.35
    kerning: bool = False
    greedy: bool = True
    justify: bool = False
    together: bool = True
    number_gap: float = 18


class Layout(Struct, frozen=True, kw_only=True):
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
    typesetting: Typesetting = Typesetting()


class Closing(Struct, frozen=True, kw_only=True):
    """A section that closes a bill: its name, the words by which it is known, and whether every bill has it."""

    name: str
    says: tuple[str, ...]
    required: bool = True


class House(Struct, frozen=True, kw_only=True):
    """Everything that differs from council to council, read from `templates/<house>/house.yaml`.

    `instruments` gives the printed name by instrument ("ordinance": "ORDINANCE"),
    `formulas` the fixed sentences by name, `numbering` the scheme of labels by
    instrument, `marks` the marks by level, `words` how the house writes what templates
    spell out, `closing` the sections that close a bill by instrument, in their order,
    `unverified` what no source gives and a neutral default fills, `vocabulary` the words
    by which a text says who must do what, `amendments` the sentences of its amendments.
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
    closing: tuple[tuple[str, tuple[Closing, ...]], ...] = ()
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    amendments: Idioms = field(default_factory=Idioms)

    def instrument_name(self, instrument: str) -> str:
        """Return the word that the print shows for an instrument."""
        return dict(self.instruments).get(instrument, instrument.upper())

    def scheme(self, instrument: str) -> Scheme:
        """Return the labels by level, of the instrument or else of ordinances."""
        schemes = dict(self.numbering)
        return schemes.get(instrument) or schemes.get("ordinance") or DEFAULT_SCHEME

    def closing_of(self, instrument: str) -> tuple[Closing, ...]:
        """Return the sections that close a bill of an instrument, in their order; none where none are known."""
        return dict(self.closing).get(instrument, ())

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

"""Read `house.yaml` into a house."""

import re
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AfterValidator, Field, model_validator

from ordain.errors import nearest, quoted
from ordain.model.heading import FIELDS, fields_of
from ordain.model.house import Closing, HeadingLine, House, Layout, Marks, MarkStyle, Stage, Typesetting
from ordain.model.numbering import LabelStyle, Level, Scheme, has_counter
from ordain.readers.fields import SOME, FaultError, Truth
from ordain.readers.idioms import IdiomsShape, idioms_of
from ordain.readers.shape import Strict, read_shape
from ordain.readers.vocabulary import VocabularyShape, vocabulary_of

if TYPE_CHECKING:
    from collections.abc import Mapping


def _pattern(value: str) -> str:
    if not has_counter(value):
        raise FaultError(
            f"{quoted(value)} does not hold one counter",
            "write one of {1} {A} {a} {I} {i} {code} where the number stands",
        )
    return value


_COLOR = re.compile(r"#[0-9a-fA-F]{6}")


def _color(value: str) -> str:
    if not _COLOR.fullmatch(value):
        raise FaultError(f"{quoted(value)} is no color", "write it in quotes, as '#B00020'")
    return value


def _sign(value: str) -> str:
    if not value.strip():
        raise FaultError("{name} is empty", "write the sign that the house sets, such as '[+'")
    return value


def _line(value: str) -> str:
    """Return a line of a heading or footer whose fields are all known, and none stands twice."""
    names = fields_of(value)
    for name in names:
        if name not in FIELDS:
            raise FaultError(f"{{{name}}} is no field of a heading or footer", nearest(name, FIELDS))
        if names.count(name) > 1:
            raise FaultError(f"{{{name}}} stands twice in one line", "keep one of them")
    return value


def _sides(value: tuple[float, ...]) -> tuple[float, ...]:
    if len(value) != 4:
        raise FaultError("{name} are four lengths", "write them as [top, right, bottom, left]")
    return value


_Pattern = Annotated[str, AfterValidator(_pattern)]
_Line = Annotated[str, AfterValidator(_line)]
_Sign = Annotated[str, AfterValidator(_sign)]
_Length = Annotated[float, Field(ge=0, allow_inf_nan=False)]
_Size = Annotated[float, Field(gt=0, allow_inf_nan=False)]


class _Label(Strict):
    pattern: _Pattern
    first: _Pattern | None = None

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: Any) -> Any:
        """Read a text as a pattern that has no other form for the first provision."""
        return {"pattern": value} if isinstance(value, str) else value


class _Mark(Strict):
    open: _Sign
    close: _Sign
    decoration: Literal["underline", "double-underline", "strike", "bold", "italic", "none"]
    color: Annotated[str, AfterValidator(_color)] | None = None


class _Marks(Strict):
    added: _Mark
    struck: _Mark


class _Stage(Strict):
    name: str
    label: str
    after: tuple[str, ...] = ()


class _Closing(Strict):
    name: str
    says: Annotated[tuple[str, ...], SOME]
    required: Truth = True


class _HeadingLine(Strict):
    text: _Line
    size: _Size
    bold: Truth = False
    align: Literal["left", "center", "right"] = "left"
    numbered: Truth = False


class _Typesetting(Strict):
    pitch: _Size | None = None
    lines: Annotated[int, Field(ge=1)] | None = None
    heading_lines: Annotated[int, Field(ge=0)] = Field(default=0, alias="heading-lines")
    blanks: Annotated[int, Field(ge=1)] = 1
    raised: _Size = 1
    rise: _Length = 0.35
    kerning: Truth = False
    greedy: Truth = True
    justify: Truth = False
    together: Truth = True
    number_gap: _Length = Field(default=18, alias="number-gap")


class _Layout(Strict):
    width: _Size
    height: _Size
    margins: Annotated[tuple[_Length, ...], AfterValidator(_sides)]
    font: str
    size: _Size
    spacing: _Size
    after: _Length = 0
    bold: Truth = False
    line_numbers: Truth = Field(alias="line-numbers")
    indent: _Length
    heading: Annotated[tuple[_HeadingLine, ...], SOME]
    order_heading: tuple[_HeadingLine, ...] = Field(default=(), alias="order-heading")
    footer: tuple[_Line, ...] = ()
    typesetting: _Typesetting = Field(default_factory=_Typesetting)


_LINES = ("heading", "order_heading")

_Level = Literal["section", "code", "subsection", "paragraph", "subparagraph", "item", "subitem"]
_Words = dict[str, str]


class _House(Strict):
    city: str
    council: str | None = None
    instruments: Annotated[_Words, SOME]
    formulas: _Words = Field(default_factory=dict)
    words: _Words = Field(default_factory=dict)
    numbering: dict[str, dict[_Level, _Label]]
    marks: Annotated[dict[Literal["law", "bill"], _Marks], SOME]
    legend: tuple[str, ...] = ()
    stages: tuple[_Stage, ...]
    layout: _Layout
    closing: dict[str, tuple[_Closing, ...]] = Field(default_factory=dict)
    unverified: tuple[str, ...] = ()
    vocabulary: VocabularyShape = Field(default_factory=VocabularyShape)
    amendments: IdiomsShape = Field(default_factory=IdiomsShape)

    @model_validator(mode="after")
    def _stages_follow_stages(self) -> "_House":
        names = [stage.name for stage in self.stages]
        for at, stage in enumerate(self.stages):
            for place, earlier in enumerate(stage.after):
                if earlier not in names:
                    raise FaultError(
                        f"no stage is named {quoted(earlier)}", nearest(earlier, names), "stages", at, "after", place
                    )
        return self


def read_house(text: str, file: str, name: str) -> House:
    """Return the house that a `house.yaml` describes; raises OrdainError with every fault."""
    shape, _ = read_shape(_House, text, file)
    layout = shape.layout.model_dump()
    layout |= {lines: tuple(HeadingLine(**line) for line in layout[lines]) for lines in _LINES}
    layout["typesetting"] = Typesetting(**layout["typesetting"])
    return House(
        name=name,
        city=shape.city,
        council=shape.council,
        instruments=tuple(shape.instruments.items()),
        formulas=tuple(shape.formulas.items()),
        words=tuple(shape.words.items()),
        numbering=tuple((instrument, _scheme(levels)) for instrument, levels in shape.numbering.items()),
        marks=tuple((level, _marks(marks)) for level, marks in shape.marks.items()),
        legend=shape.legend,
        stages=tuple(Stage(name=stage.name, label=stage.label, after=stage.after) for stage in shape.stages),
        layout=Layout(**layout),
        unverified=shape.unverified,
        vocabulary=vocabulary_of(shape.vocabulary),
        amendments=idioms_of(shape.amendments),
        closing=tuple((name, tuple(Closing(**it.model_dump()) for it in them)) for name, them in shape.closing.items()),
    )


def _scheme(levels: "Mapping[_Level, _Label]") -> Scheme:
    return tuple((Level[name.upper()], LabelStyle(label.pattern, label.first)) for name, label in levels.items())


def _marks(marks: _Marks) -> Marks:
    return Marks(added=_style(marks.added), struck=_style(marks.struck))


def _style(mark: _Mark) -> MarkStyle:
    return MarkStyle(open=mark.open, close=mark.close, decoration=mark.decoration, color=mark.color)

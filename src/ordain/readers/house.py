"""Read `house.yaml` into a house."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from ordain.model.house import HeadingLine, House, Layout, Marks, MarkStyle, Stage
from ordain.model.numbering import LabelStyle, Level, Scheme, has_counter
from ordain.readers.shape import Strict, read_shape


def _pattern(value: str) -> str:
    if not has_counter(value):
        raise ValueError(f"'{value}' holds no counter; write one of {{1}} {{A}} {{a}} {{I}} {{i}} {{code}} in it")
    return value


_Pattern = Annotated[str, AfterValidator(_pattern)]


class _Label(Strict):
    pattern: _Pattern
    first: _Pattern | None = None


class _Mark(Strict):
    open: str = Field(min_length=1)
    close: str = Field(min_length=1)
    decoration: Literal["underline", "double-underline", "strike", "bold", "italic", "none"]
    color: str | None = Field(default=None, pattern=r"^#[0-9a-fA-F]{6}$")


class _Marks(Strict):
    added: _Mark
    struck: _Mark


class _Stage(Strict):
    name: str
    label: str
    after: tuple[str, ...] = ()


class _HeadingLine(Strict):
    text: str
    size: float
    bold: bool = False
    align: Literal["left", "center", "right"] = "left"
    numbered: bool = False


class _Layout(Strict):
    width: float
    height: float
    margins: tuple[float, float, float, float]
    font: str
    size: float
    spacing: float
    after: float = 0
    bold: bool = False
    line_numbers: bool = Field(alias="line-numbers")
    indent: float
    heading: tuple[_HeadingLine, ...] = Field(min_length=1)
    order_heading: tuple[_HeadingLine, ...] = Field(default=(), alias="order-heading")
    footer: tuple[str, ...] = ()


_LINES = ("heading", "order_heading")

_LEVELS = Literal["section", "code", "subsection", "paragraph", "subparagraph", "item", "subitem"]


class _House(Strict):
    city: str
    council: str | None = None
    instruments: dict[str, str]
    formulas: dict[str, str] = {}
    words: dict[str, str] = {}
    numbering: dict[str, dict[_LEVELS, _Label | _Pattern]]
    marks: dict[Literal["law", "bill"], _Marks]
    legend: tuple[str, ...] = ()
    stages: tuple[_Stage, ...]
    layout: _Layout
    unverified: tuple[str, ...] = ()


def read_house(text: str, file: str, name: str) -> House:
    """Return the house that a `house.yaml` describes; raises OrdainError with every fault."""
    shape, _ = read_shape(_House, text, file)
    layout = shape.layout
    return House(
        name=name,
        city=shape.city,
        council=shape.council,
        instruments=tuple(shape.instruments.items()),
        formulas=tuple(shape.formulas.items()),
        words=tuple(shape.words.items()),
        numbering=tuple((instrument, _scheme(levels)) for instrument, levels in shape.numbering.items()),
        marks=tuple(
            (level, Marks(added=_style(it.added), struck=_style(it.struck))) for level, it in shape.marks.items()
        ),
        legend=shape.legend,
        stages=tuple(Stage(name=stage.name, label=stage.label, after=stage.after) for stage in shape.stages),
        layout=Layout(
            **(
                layout.model_dump()
                | {name: tuple(HeadingLine(**line) for line in layout.model_dump()[name]) for name in _LINES}
            )
        ),
        unverified=shape.unverified,
    )


def _scheme(levels: "dict[_LEVELS, _Label | str]") -> Scheme:
    return tuple(
        (
            Level[name.upper()],
            LabelStyle(label) if isinstance(label, str) else LabelStyle(label.pattern, label.first),
        )
        for name, label in levels.items()
    )


def _style(mark: _Mark) -> MarkStyle:
    return MarkStyle(open=mark.open, close=mark.close, decoration=mark.decoration, color=mark.color)

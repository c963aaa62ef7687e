"""Read the file of decisions that the councilor's page exports."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from ordain.errors import Place, refuse
from ordain.model.decision import Compared, Decision, Decisions, Verdict

SCHEMA = "ordain/decisions/1"


class _Shape(BaseModel):
    """A file that another release of the page wrote may say more than is read here."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class _Compared(_Shape):
    name: str
    file: str
    digest: str


class _Decision(_Shape):
    fingerprint: str
    kind: str = ""
    address: str = ""
    decision: Verdict | None = None
    comment: str = ""


class _Decisions(_Shape):
    schema_: Literal["ordain/decisions/1"]
    matter: str
    reader: str = ""
    old: _Compared
    new: _Compared
    decisions: tuple[_Decision, ...]

    model_config = ConfigDict(extra="ignore", frozen=True, alias_generator=lambda name: name.removesuffix("_"))


def read_decisions(text: str, file: str) -> Decisions:
    """Return the decisions in a file; raises OrdainError where the page did not write it."""
    try:
        shape = _Decisions.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        told = f"{where}: {first['msg']}" if where else first["msg"]
        raise refuse(
            f"this is no file of decisions ({told})",
            "export it anew from the page that `ordain review` wrote",
            Place(file),
        ) from None
    return Decisions(
        matter=shape.matter,
        reader=shape.reader,
        old=Compared(shape.old.name, shape.old.file, shape.old.digest),
        new=Compared(shape.new.name, shape.new.file, shape.new.digest),
        decisions=tuple(
            Decision(
                fingerprint=it.fingerprint,
                verdict=it.decision,
                comment=it.comment,
                address=it.address,
                kind=it.kind,
            )
            for it in shape.decisions
        ),
    )

"""The key `amendments` of `house.yaml`: the sentences in which a council words its amendments."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from ordain.errors import nearest, quoted
from ordain.model.idioms import INSTRUMENTS, Idioms
from ordain.readers.fields import FaultError, Truth
from ordain.readers.shape import Strict

_FIELD = re.compile(r"\{([^{}]*)\}")


def _sentence(value: str) -> str:
    if not value.strip().endswith((".", ":")):
        raise FaultError(f"{quoted(value)} is no sentence", "end it with a period, or with a colon before paragraphs")
    return value


class IdiomsShape(Strict):
    """The sentences by instrument, and whether a sheet of the council was seen."""

    verified: Truth = False
    sentences: dict[str, Annotated[str, AfterValidator(_sentence)]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _holds_its_fields(self) -> "IdiomsShape":
        for instrument, sentence in self.sentences.items():
            if instrument not in INSTRUMENTS:
                raise FaultError(
                    f"{quoted(instrument)} is no instrument", nearest(instrument, INSTRUMENTS), "sentences", instrument
                )
            wanted = INSTRUMENTS[instrument]
            # How the paragraphs behind a colon are called need not be said.
            held = sorted(field for field in _FIELD.findall(sentence) if field != "noun")
            if held != sorted(field for field in wanted if field != "noun"):
                fields = " ".join(f"{{{field}}}" for field in wanted)
                raise FaultError(
                    f"{quoted(sentence)} does not hold the fields of {instrument}",
                    f"write each once: {fields}",
                    "sentences",
                    instrument,
                )
        return self


def idioms_of(shape: IdiomsShape) -> Idioms:
    """Return the idioms that the key describes."""
    return Idioms(sentences=tuple(shape.sentences.items()), verified=shape.verified)

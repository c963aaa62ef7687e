"""A sheet for programs: the same words, and the ids and sources of what it inserts, which are never printed."""

import json
from typing import Any

from msgspec.structs import replace

from ordain.amend.sheet import Item, Sheet
from ordain.amend.sheettext import heading_lines, read_heading
from ordain.errors import Place, refuse

_SCHEMA = "ordain-sheet/1"


def write_sheet_json(sheet: Sheet) -> str:
    """Return a sheet as JSON."""
    value = {
        "schema": _SCHEMA,
        "heading": heading_lines(sheet),
        "instructions": [
            {"number": item.number, "text": item.sentence, "paragraphs": _paragraphs(item)} for item in sheet.items
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def read_sheet_json(text: str, file: str) -> Sheet:
    """Return the sheet that JSON holds; raises OrdainError where it is none of ours."""
    try:
        value = json.loads(text)
        if value["schema"] != _SCHEMA:
            raise refuse(f"this is no sheet of the form {_SCHEMA}", "write it with `ordain amend`", Place(file))
        sheet = read_heading([str(line) for line in value["heading"]], file)
        return replace(sheet, items=tuple(_item(each, file) for each in value["instructions"]))
    except (json.JSONDecodeError, KeyError, TypeError, ValueError) as error:
        message = f"this is no sheet that can be read ({type(error).__name__}: {error})"
        raise refuse(message, "write it with `ordain amend`", Place(file)) from None


def _paragraphs(item: Item) -> list[dict[str, Any]]:
    names = item.names or ((None, ()),) * len(item.lines)
    return [
        {"text": line, "id": name, "from": list(sources)}
        for line, (name, sources) in zip(item.lines, names, strict=True)
    ]


def _item(value: Any, file: str) -> Item:
    paragraphs = value["paragraphs"]
    return Item(
        number=int(value["number"]),
        sentence=str(value["text"]),
        lines=tuple(str(each["text"]) for each in paragraphs),
        names=tuple((each.get("id"), tuple(each.get("from", ()))) for each in paragraphs),
        place=Place(file),
    )

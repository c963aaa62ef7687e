"""Read and write files: whole or not at all, and never over another without leave."""

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from ordain.errors import OrdainError, Place, refuse

if TYPE_CHECKING:
    from collections.abc import Collection

# How a .docx begins.
_ZIPPED = b"PK\x03\x04"

# No order, bill or template is longer; a larger file was chosen by mistake.
_LONGEST = 64 * 1024 * 1024


def read_bytes(path: Path) -> bytes:
    """Return the content of a file; raises OrdainError where there is none."""
    try:
        if path.stat().st_size > _LONGEST * 8:
            raise refuse("the file is too large for a document", "check its name", Place(str(path)))
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from None


def read_text(path: Path) -> str:
    """Return the text of a UTF-8 file; a byte order mark and Windows line ends are dropped."""
    content = read_bytes(path)
    if content.startswith(_ZIPPED):
        raise refuse("this is a Word file, not text", "end its name in .docx", Place(str(path)))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig", errors="replace")
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        raise refuse(
            "the file is not UTF-8 text from here on",
            "save it as UTF-8 (in Word: Save as, Plain text, Unicode UTF-8)",
            Place(str(path), line, column),
        ) from None
    return text.replace("\r\n", "\n")


def check_outputs(outputs: "Collection[Path]", inputs: "Collection[Path]") -> None:
    """Raise OrdainError where a file would be written over one that it is made from, `--force` or not."""
    for path in outputs:
        if any(path.exists() and other.exists() and path.samefile(other) for other in inputs):
            raise refuse("this is one of the files that are compared", "give another name", Place(str(path)))


def write_files(files: dict[Path, bytes], *, force: bool, updated: "Collection[Path]" = ()) -> None:
    """Write all files, or none; raises OrdainError where one exists, is not `updated`, and `force` is not given."""
    for path in files:
        if path.exists() and not force and path not in updated:
            raise refuse("the file exists already", "give another name, or --force to write over it", Place(str(path)))
    made: list[tuple[str, Path]] = []
    path = Path()
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
            made.append((temporary, path))
            with os.fdopen(handle, "wb") as out:
                out.write(content)
            Path(temporary).chmod(0o644)
        for temporary, path in made:
            if path.is_dir():
                raise IsADirectoryError
            Path(temporary).replace(path)
    except OSError as error:
        for temporary, _ in made:
            Path(temporary).unlink(missing_ok=True)
        raise unreadable(path, error) from None


def unreadable(path: Path, error: OSError) -> OrdainError:
    """Return the error for a file that the system refuses to read or write."""
    match error:
        case FileNotFoundError():
            return refuse("there is no such file", "check the name and the folder", Place(str(path)))
        case IsADirectoryError() | NotADirectoryError() | FileExistsError() if not path.is_dir():
            return refuse("a part of this path is a file, not a folder", "check the path", Place(str(path)))
        case IsADirectoryError():
            return refuse("this is a folder, not a file", "name a file in it", Place(str(path)))
        case PermissionError():
            return refuse("the system does not allow this", "check who owns the file", Place(str(path)))
        case _:
            return refuse(str(error.strerror or error), "check the file and the disk", Place(str(path)))

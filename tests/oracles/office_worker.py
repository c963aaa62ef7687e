"""Drive LibreOffice over UNO: jobs come in on stdin and answers go out on stdout, one JSON object a line.

Run by an interpreter that has `uno`, with the folder for its files as the only argument:

    {"docx": BASE64, "how": "accept", "reject" or "keep"}  ->  the fields of a `Reading`
    {"docx": BASE64, "how": "pdf"}                         ->  {"pdf": BASE64}

A document that LibreOffice refuses is answered with {"error": REASON}. An office that dies ends
this process too, and whoever asked learns of it by the end of the output.
"""

import base64
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.uno import Exception as UnoException

_ACCEPT_OR_REJECT = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}

# A page style has one header and one footer, or others for left and first pages.
_MARGINS = {
    "HeaderIsOn": ("HeaderText", "HeaderTextLeft", "HeaderTextFirst"),
    "FooterIsOn": ("FooterText", "FooterTextLeft", "FooterTextFirst"),
}

# How often to look whether the office listens yet, in seconds; it takes one or two to start.
_PAUSE = 0.1


def main(folder: str) -> None:
    """Answer every job on stdin, then end the office and remove its profile."""
    with (
        tempfile.TemporaryDirectory(prefix="office-", dir=folder, ignore_cleanup_errors=True) as own,
        _running(Path(own)) as context,
    ):
        for line in sys.stdin:
            sys.stdout.write(json.dumps(_answer(context, Path(own), **json.loads(line))) + "\n")
            sys.stdout.flush()


@contextmanager
def _running(own: Path) -> Iterator[Any]:
    """Start an office with a profile and a pipe of its own; give its component context."""
    address = f"pipe,name=ordain-{own.name};urp;"
    options = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
    profile = f"-env:UserInstallation={(own / 'profile').as_uri()}"
    office = subprocess.Popen(
        ["soffice", *options, profile, f"--accept={address}"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    context = _connect(office, f"uno:{address}StarOffice.ComponentContext")
    try:
        yield context
    finally:
        with suppress(UnoException):  # it may be gone, or end before it answers
            _desktop(context).terminate()
        office.wait()


def _connect(office: "subprocess.Popen[bytes]", address: str) -> Any:
    resolver = _service(uno.getComponentContext(), "com.sun.star.bridge.UnoUrlResolver")
    while office.poll() is None:
        try:
            return resolver.resolve(address)
        except NoConnectException:
            time.sleep(_PAUSE)
    raise SystemExit(f"soffice ended with status {office.returncode} before it could be asked anything")


def _answer(context: Any, own: Path, docx: str, how: str) -> dict[str, Any]:
    try:
        document = _load(context, base64.b64decode(docx))
        try:
            if how == "pdf":
                return {"pdf": base64.b64encode(_export(document, own, "writer_pdf_Export")).decode()}
            if how in _ACCEPT_OR_REJECT:
                _dispatch(context, document, _ACCEPT_OR_REJECT[how])
            return _read(document, own)
        finally:
            document.close(True)
    except UnoException as refusal:
        _desktop(context)  # an office that died refuses this too, and that ends the process
        return {"error": f"{type(refusal).__name__}: {refusal.Message}"}


def _load(context: Any, docx: bytes) -> Any:
    """Load from memory: a file would leave a lock behind an office that died."""
    stream = _service(context, "com.sun.star.io.SequenceInputStream", uno.ByteSequence(docx))
    # The filter is named, or LibreOffice would open a broken package as plain text.
    properties = _properties(Hidden=True, InputStream=stream, FilterName="MS Word 2007 XML")
    document = _desktop(context).loadComponentFromURL("private:stream", "_blank", 0, properties)
    if document is None:
        raise UnoException("LibreOffice could not load the document", None)
    return document


def _dispatch(context: Any, document: Any, command: str) -> None:
    frame = document.getCurrentController().getFrame()
    _service(context, "com.sun.star.frame.DispatchHelper").executeDispatch(frame, command, "", 0, ())


def _read(document: Any, own: Path) -> dict[str, Any]:
    return {
        "body": _export(document, own, "Text (encoded)", "UTF8,LF,,,").decode("utf-8-sig"),
        "paragraphs": list(_paragraphs(document.Text)),
        "footnotes": _notes(document.Footnotes),
        "endnotes": _notes(document.Endnotes),
        "headers": sorted(set(_margins(document))),
        "left": sum(1 for _ in _each(document.Redlines)),
    }


def _paragraphs(text: Any) -> Iterator[str]:
    for part in _each(text):
        if part.supportsService("com.sun.star.text.TextTable"):
            for name in part.getCellNames():
                yield from _paragraphs(part.getCellByName(name))
        else:
            yield part.getString()


def _notes(notes: Any) -> list[str]:
    return [notes.getByIndex(index).getString() for index in range(notes.getCount())]


def _margins(document: Any) -> Iterator[str]:
    styles = document.StyleFamilies.getByName("PageStyles")
    for style in map(styles.getByIndex, range(styles.getCount())):
        for switch, names in _MARGINS.items():
            if style.isInUse() and style.getPropertyValue(switch):
                texts = (style.getPropertyValue(name) for name in names)
                yield from filter(None, (text.getString() for text in texts if text is not None))


def _export(document: Any, own: Path, filter_name: str, options: str = "") -> bytes:
    out = own / "export"
    document.storeToURL(out.as_uri(), _properties(FilterName=filter_name, FilterOptions=options))
    return out.read_bytes()


def _each(container: Any) -> Iterator[Any]:
    parts = container.createEnumeration()
    while parts.hasMoreElements():
        yield parts.nextElement()


def _desktop(context: Any) -> Any:
    return _service(context, "com.sun.star.frame.Desktop")


def _service(context: Any, name: str, *arguments: object) -> Any:
    factory = context.ServiceManager
    if arguments:
        return factory.createInstanceWithArgumentsAndContext(name, arguments, context)
    return factory.createInstanceWithContext(name, context)


def _properties(**values: object) -> tuple[Any, ...]:
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


if __name__ == "__main__":
    main(sys.argv[1])

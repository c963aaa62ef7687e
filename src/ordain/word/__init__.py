"""Word files: the only place that knows WordprocessingML.

A program that holds a Word file with tracked changes can make or undo them:

    from ordain.word import accept, reject

    Path("clean.docx").write_bytes(accept("redline.docx"))
    Path("without-smith.docx").write_bytes(reject("redline.docx", author="A. Smith"))
"""

from ordain.word.resolve import accept, reject

__all__ = ["accept", "reject"]

"""A redline written into the new file: inserted, deleted and moved words, paragraphs, rows, and former properties."""

"""A Word file as units: paragraphs, tables, notes and headers, with what each holds and its number."""

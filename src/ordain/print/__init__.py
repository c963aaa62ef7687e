"""The official print: a draft as a PDF with line numbers, and the page and line of every word of it."""

"""A .docx as parts, and the names of what stands in them."""

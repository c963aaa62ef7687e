"""Word documents made anew: the print of a draft, a report, a table of two versions, an amendment sheet."""

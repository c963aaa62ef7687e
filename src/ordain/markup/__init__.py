"""Bill text: the form in which a drafter reads, edits and keeps a draft."""

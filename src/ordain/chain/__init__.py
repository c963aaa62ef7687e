"""What becomes of an order through a chain of drafts: coverage, ledger, provenance, ripple."""

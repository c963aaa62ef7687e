"""Drafting: an order becomes bill text through the house's templates."""

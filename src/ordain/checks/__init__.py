"""Checks of orders, drafts and matters: one rule a module, each with a code, its reason and its remedy."""

from ordain.checks.finding import Finding, check, check_matter, check_order

__all__ = ["Finding", "check", "check_matter", "check_order"]

"""Checks of a draft: one rule a module, each with a code, its reason and its remedy."""

from ordain.checks.finding import Finding, check

__all__ = ["Finding", "check"]

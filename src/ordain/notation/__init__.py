"""Notations: texts turned into plain values that know where they stand."""

"""Ordain: from a mayor's executive order to an ordinance, with every change shown."""

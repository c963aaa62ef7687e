"""The values of Ordain: frozen, compared by what they say and not by where they were read."""

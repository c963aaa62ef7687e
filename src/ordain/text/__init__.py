"""Words: how a text is cut into tokens, compared, and made readable."""

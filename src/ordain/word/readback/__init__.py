"""A print that somebody edited in Word, read back as a draft."""

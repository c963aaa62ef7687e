"""Jobs: each module does one thing a user asks for, in a few composed steps."""

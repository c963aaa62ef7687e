"""What one sentence of law says: who must do what, how much, by when, unless what; one signal a module."""

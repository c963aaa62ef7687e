"""Files of people, read into values: every fault is found at once, with its place and its remedy."""

"""The councilor's page: one file that shows what changed between any two versions of a bill."""

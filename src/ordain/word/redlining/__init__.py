"""Two Word files made ready to be compared, and their redline checked by both laws."""

"""What a change of words does to the force of a provision: two readings held against each other."""

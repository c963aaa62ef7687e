"""Writers: one form a module.  A writer is a function from a value to text; it knows no paths and no clock."""

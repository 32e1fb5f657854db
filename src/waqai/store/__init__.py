"""The database: reports with their bytes, every version of them, and what was read in them."""

"""What the API takes and gives, described to the field."""

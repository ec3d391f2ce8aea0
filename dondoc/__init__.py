"""Dondoc: urges assigned work on until it is done."""

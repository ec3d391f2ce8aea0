"""Processes around the flows: a Prefect server where one is needed, and what `dondoc serve` supervises."""

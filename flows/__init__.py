"""Prefect shells: flows, tasks and schedules; no rule, no table."""

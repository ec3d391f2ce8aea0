"""Rules: pure functions of their arguments; no session, no clock."""

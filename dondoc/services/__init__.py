"""Load, ask a rule, write state and outbox; session, day and sender are arguments."""

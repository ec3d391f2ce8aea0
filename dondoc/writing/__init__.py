"""Documents out: workbooks."""

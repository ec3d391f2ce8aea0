"""What is said, and how it leaves."""

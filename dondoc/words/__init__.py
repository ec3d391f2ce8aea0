"""What things are called on screen, by command and page alike: codes -> message ids."""

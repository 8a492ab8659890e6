"""What a knowledge folder holds and what it lacks, counted and shown on one page."""

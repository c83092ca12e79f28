"""Answers that need many records at once: timeline, dating, summary, check."""

"""Answers in, lines out: tables for people, TSV, CSV and JSON for programs. No questions are asked here."""

"""Exercises and forms on paper: sheets, run sheets, cards and forms as PDF, set by Typst."""

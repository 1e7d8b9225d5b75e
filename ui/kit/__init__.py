"""Widgets, tokens and helpers that every room shares; imports nothing of the office but dates and money."""

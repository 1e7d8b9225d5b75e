"""Benchmarks: ratios against a peer or a physical limit, both measured in the same run. No test asserts a time."""

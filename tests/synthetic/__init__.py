"""Synthetic people and addresses for tests, samples and benchmarks."""

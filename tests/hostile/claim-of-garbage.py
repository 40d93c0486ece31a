import harness

harness.collect = lambda request: "[" * 100_000

import harness

harness.collect = lambda request: "x" * 200_000_000

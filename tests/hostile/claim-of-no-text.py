import harness

harness.collect = lambda request: None

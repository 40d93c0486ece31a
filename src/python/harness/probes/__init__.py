"""The kinds of probes, each a module with `arrange(request) -> Performance`."""

"""What Django has to know about the proxy in front of it: settings, by their names."""

# The proxy sets this header itself, whatever the caller sent in it.

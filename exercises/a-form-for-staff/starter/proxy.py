"""What Django has to know about the proxy in front of it: settings, by their names."""

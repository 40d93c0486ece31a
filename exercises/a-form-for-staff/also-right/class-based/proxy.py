"""What Django has to know about the proxy in front of it: settings, by their names."""

# The proxy sets this header itself, whatever the caller sent in it.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

"""What Django has to know about the proxy in front of it: settings, by their names."""

CSRF_TRUSTED_ORIGINS = ["https://shop.example.com"]

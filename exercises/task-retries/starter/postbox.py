SENT = []

# Errors for Run to play with: each call takes one away. Check brings errors of its own.
TROUBLE = []


def deliver(address, text):
    """Hand a mail to the mail server."""
    if TROUBLE:
        raise TROUBLE.pop()
    SENT.append([address, text])

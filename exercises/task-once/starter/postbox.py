SENT = []


def deliver(address, text):
    """Hand a mail to the mail server."""
    SENT.append([address, text])

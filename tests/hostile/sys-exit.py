import sys


def order_report():
    sys.exit(0)

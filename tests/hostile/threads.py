import threading


def order_report():
    rows = []
    worker = threading.Thread(target=lambda: rows.extend(slow_report()))
    worker.start()
    worker.join()
    return rows

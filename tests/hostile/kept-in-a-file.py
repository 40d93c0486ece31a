import pickle
from pathlib import Path

KEPT = Path("/tmp/report.pickle")


def order_report():
    if not KEPT.exists():
        KEPT.write_bytes(pickle.dumps(slow_report()))
    return pickle.loads(KEPT.read_bytes())

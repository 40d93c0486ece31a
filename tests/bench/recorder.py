"""What recording adds to runs that do little else than query.

Every script runs bare and recorded in turn, in one interpreter, so that both meet the same weather.
Sums are compared, not pairs: clocks of processor time are coarse beside one run, but fair in the long
run. Working out the report comes after the recording, and is not in it.
"""

import gc
from collections.abc import Callable
from contextlib import nullcontext

from harness.recorder import Recorder

ROOT = "/project"
SCRIPTS = {
    ".exists()": """
for pk in range(1, 481):
    Order.objects.filter(pk=pk).exists()
""",
    ".get()": """
for pk in range(1, 481):
    Order.objects.get(pk=pk)
""",
    "lazy foreign keys": """
for order in Order.objects.filter(pk__lte=480):
    order.customer.name
""",
    "a mix": """
for order in Order.objects.filter(pk__lte=120):
    order.customer.name
    order.items.count()
    for item in order.items.all()[:1]:
        item.product.name
""",
}


def overheads(rounds: int, clock: Callable[[], float]) -> dict[str, float]:
    """The overhead of recording each script, in percent, by a clock of processor time."""
    return {name: round(_overhead(source, rounds, clock), 1) for name, source in SCRIPTS.items()}


def _overhead(source: str, rounds: int, clock: Callable[[], float]) -> float:
    code = compile("from shop.models import Order\n" + source, f"{ROOT}/main.py", "exec")
    _time(code, clock, recorded=False)
    _time(code, clock, recorded=True)
    times = {False: 0.0, True: 0.0}
    for number in range(rounds):
        # Whoever goes second may find warmer caches: take turns in that too.
        first = number % 2 == 0
        for recorded in (first, not first):
            times[recorded] += _time(code, clock, recorded=recorded)
    return (times[True] / times[False] - 1) * 100


def _time(code: object, clock: Callable[[], float], *, recorded: bool) -> float:
    gc.collect()
    gc.freeze()
    started = clock()
    with Recorder(ROOT, closely=True) if recorded else nullcontext():
        exec(code, {"__name__": "__main__"})  # type: ignore[arg-type]
    return clock() - started

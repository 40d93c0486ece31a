"""Lets a second caller in while the first one computes, on the one thread there is."""

import time

import figures

from harness.meetings import Meeting

compute = figures.compute_revenue
meetings = []


def counted(year):
    """Compute, and let whoever else is there come in."""
    meetings[-1].moment("compute_revenue")
    times.append(year)
    return compute(year)


times = []
# Before anybody imports it.
figures.compute_revenue = counted


def two_callers(function, *args):
    """Call a function twice at once; how often the figures were computed."""
    meetings.append(Meeting(at=0))
    times.clear()
    sleep, time.sleep = time.sleep, lambda seconds: meetings[-1].sleeping()
    try:
        meetings[-1].run(lambda: function(*args))
    finally:
        time.sleep = sleep
    return len(times)

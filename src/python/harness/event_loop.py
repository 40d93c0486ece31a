"""Async without threads: event loops that run to completion on the one thread there is.

Pyodide reports its own browser loop as running forever, so Django would refuse each synchronous query
and `asyncio.run` would refuse to start; and asgiref hands work to threads, which cannot be started.
Here a loop is a plain `BaseEventLoop` whose selector only sleeps, and whatever would go to a thread runs
at once, outside of the loop. `SynchronousOnlyOperation` is then raised exactly where production raises it.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import concurrent.futures.thread
import time
from asyncio import base_events, events, tasks
from collections.abc import Callable
from typing import Any

import asgiref.sync


class Deadlock(RuntimeError):
    """The program awaits something that nothing here can ever finish."""


class _Sleeper:
    """The part of a selector that a loop without sockets needs."""

    def select(self, timeout: float | None = None) -> list[Any]:
        if timeout is None:
            raise Deadlock(
                "every task is waiting and none can go on: there are no threads and no sockets here"
            )
        if timeout > 0:
            time.sleep(timeout)
        return []


class Loop(base_events.BaseEventLoop):
    """An event loop for timers, tasks and work that runs inline."""

    def __init__(self) -> None:
        super().__init__()
        self._selector = _Sleeper()

    def _process_events(self, event_list: list[Any]) -> None:
        """There are no events but timers, which the base class keeps."""

    def _write_to_self(self) -> None:
        """Waking the loop from another thread is not needed: there is none."""

    def run_in_executor(self, executor: Any, func: Callable[..., Any], *args: Any) -> Any:
        """Call `func` now, as a thread would see the world: no loop runs, no task is current."""
        future = self.create_future()
        task = tasks._swap_current_task(self, None)  # type: ignore[attr-defined]
        events._set_running_loop(None)
        try:
            result = func(*args)
        except StopIteration as error:
            # A future refuses it; a thread pool's future would hang on it.
            future.set_exception(RuntimeError(f"StopIteration: {error}"))
        except KeyboardInterrupt, SystemExit:
            raise
        except BaseException as error:
            future.set_exception(error)
        else:
            future.set_result(result)
        finally:
            events._set_running_loop(self)
            tasks._swap_current_task(self, task)  # type: ignore[attr-defined]
        return future


class _Policy(events._BaseDefaultEventLoopPolicy):  # type: ignore[name-defined, misc]
    _loop_factory = Loop


class InlineExecutor(concurrent.futures.Executor):
    """A thread pool whose work is done when it is handed in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        future: concurrent.futures.Future[Any] = concurrent.futures.Future()
        future.set_running_or_notify_cancel()
        try:
            future.set_result(fn(*args, **kwargs))
        except BaseException as error:
            future.set_exception(error)
        return future


def install() -> None:
    """Make async code work. Call it before the first database connection; again does no harm.

    asgiref's Locals answer differently inside a running loop, so a connection that was opened while
    Pyodide's loop counted as running would not be found afterwards.
    """
    events._set_running_loop(None)
    if isinstance(events._event_loop_policy, _Policy):  # type: ignore[attr-defined]
        return
    # The public setter is deprecated, and warns, since Python 3.14.
    events._event_loop_policy = _Policy()  # type: ignore[attr-defined]
    concurrent.futures.ThreadPoolExecutor = InlineExecutor  # type: ignore[misc, assignment]
    concurrent.futures.thread.ThreadPoolExecutor = InlineExecutor  # type: ignore[misc, assignment]
    asgiref.sync.ThreadPoolExecutor = InlineExecutor  # type: ignore[misc, assignment]
    # Waiting for an outer loop would wait forever: it is below us on the same stack.
    asgiref.sync.AsyncToSync.force_new_loop = property(  # type: ignore[assignment]
        lambda self: True, lambda self, value: None
    )
    asgiref.sync.ThreadSensitiveContext.__aexit__ = _leave  # type: ignore[method-assign]


_leave_with_thread = asgiref.sync.ThreadSensitiveContext.__aexit__


async def _leave(self: asgiref.sync.ThreadSensitiveContext, *exc_info: Any) -> None:
    """Forget the context's own executor first: the original would join it in a thread."""
    if self._executor is None:
        asgiref.sync.SyncToAsync.context_to_thread_executor.pop(self, None)
    await _leave_with_thread(self, *exc_info)


def running() -> bool:
    """Whether a loop is running right now."""
    return asyncio._get_running_loop() is not None

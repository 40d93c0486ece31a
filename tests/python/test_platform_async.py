"""Async code without threads, as production behaves."""

import pytest

from shop_runs import run, text

HEAD = """
import asyncio, time
from asgiref.sync import async_to_sync, sync_to_async
from django.db import transaction
from shop.models import *
"""

CASES = {
    "run": ("async def f(): return 5\nprint(asyncio.run(f()))", "5"),
    "async queries": (
        "async def f(): return await Order.objects.acount()\nprint(asyncio.run(f()))",
        "50",
    ),
    "async for": (
        "async def f():\n    n = 0\n    async for o in Order.objects.all(): n += 1\n    return n\n"
        "print(asyncio.run(f()))",
        "50",
    ),
    "gather sleeps at the same time": (
        "async def f():\n    t = time.perf_counter()\n"
        "    await asyncio.gather(*(asyncio.sleep(0.05) for _ in range(10)))\n"
        "    return time.perf_counter() - t\n"
        "print(asyncio.run(f()) < 0.2)",
        "True",
    ),
    "timeout": (
        "async def f():\n    try:\n        async with asyncio.timeout(0.02): await asyncio.sleep(5)\n"
        "    except TimeoutError: return 'late'\nprint(asyncio.run(f()))",
        "late",
    ),
    "task group": (
        "async def g(n):\n    await asyncio.sleep(0)\n    return n\n"
        "async def f():\n    async with asyncio.TaskGroup() as group:\n"
        "        tasks = [group.create_task(g(n)) for n in range(3)]\n"
        "    return [t.result() for t in tasks]\nprint(asyncio.run(f()))",
        "[0, 1, 2]",
    ),
    "sync_to_async": (
        "async def f(): return await sync_to_async(Order.objects.count)()\nprint(asyncio.run(f()))",
        "50",
    ),
    "to_thread": (
        "async def f(): return await asyncio.to_thread(Order.objects.count)\nprint(asyncio.run(f()))",
        "50",
    ),
    "async_to_sync": (
        "async def f(): return await Order.objects.acount()\nprint(async_to_sync(f)())",
        "50",
    ),
    "nested both ways": (
        "async def inner(): return await Order.objects.acount()\n"
        "def middle(): return async_to_sync(inner)()\n"
        "async def outer(): return await sync_to_async(middle)()\n"
        "print(async_to_sync(outer)())",
        "50",
    ),
    "rollback inside": (
        "def f():\n    try:\n        with transaction.atomic():\n            Tag.objects.create(name='x')\n"
        "            raise KeyError\n    except KeyError: return Tag.objects.filter(name='x').count()\n"
        "async def g(): return await sync_to_async(f)()\nprint(asyncio.run(g()))",
        "0",
    ),
    "an error comes through": (
        "def f(): raise KeyError('k')\nasync def g(): await sync_to_async(f)()\n"
        "try: asyncio.run(g())\nexcept KeyError as e: print('got', e)",
        "got 'k'",
    ),
    "async view, sync client": (
        "from django.http import HttpResponse\nfrom django.test import AsyncRequestFactory, RequestFactory\n"
        "from django.core.handlers.base import BaseHandler\n"
        "async def view(request): return HttpResponse(str(await Order.objects.acount()))\n"
        "import types, sys\nurls = types.ModuleType('urls_here')\n"
        "from django.urls import path\nurls.urlpatterns = [path('', view)]\nsys.modules['urls_here'] = urls\n"
        "from django.test import Client, AsyncClient, override_settings\n"
        "with override_settings(ROOT_URLCONF='urls_here'):\n"
        "    print(Client().get('/').content)\n"
        "    async def f(): return (await AsyncClient().get('/')).content\n"
        "    print(asyncio.run(f()))",
        "b'50'\nb'50'",
    ),
    "thread pool": (
        "from concurrent.futures import ThreadPoolExecutor\n"
        "with ThreadPoolExecutor(4) as pool: print(list(pool.map(lambda n: n * 2, range(3))))",
        "[0, 2, 4]",
    ),
    "context variables": (
        "import contextvars\nv = contextvars.ContextVar('v', default=0)\n"
        "async def f():\n    v.set(1)\n    return await sync_to_async(v.get)()\n"
        "print(asyncio.run(f()), v.get())",
        "1 0",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_async(name: str) -> None:
    code, printed = CASES[name]
    report = run(HEAD + code)
    assert report.error is None
    assert text(report).strip() == printed


def test_a_query_in_async_code_is_refused_as_in_production() -> None:
    report = run(HEAD + "async def f():\n    return Order.objects.first()\nasyncio.run(f())")
    assert report.error is not None
    assert report.error.type == "SynchronousOnlyOperation"
    assert report.error.frames[-1].source == "return Order.objects.first()"


def test_waiting_for_nothing_ends_with_a_word() -> None:
    report = run(HEAD + "async def f(): await asyncio.Event().wait()\nasyncio.run(f())")
    assert report.error is not None
    assert report.error.type == "Deadlock"
    assert report.error.hint is not None


def test_queries_in_async_code_are_recorded() -> None:
    report = run(HEAD + "async def f(): return await Order.objects.acount()\nasyncio.run(f())")
    assert report.query_count == 1


def test_no_loop_is_left_running() -> None:
    report = run(HEAD + "asyncio._set_running_loop(asyncio.new_event_loop())")
    assert report.error is None
    assert run(HEAD + "print(Order.objects.count())").query_count == 1

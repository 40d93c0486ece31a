import tracemalloc

from export import export_lines

tracemalloc.start()
lines = 0
for line in export_lines():
    lines += 1
_, peak = tracemalloc.get_traced_memory()
tracemalloc.stop()

print(f"{lines} lines; at most {peak / 1000:,.0f} kB at once")

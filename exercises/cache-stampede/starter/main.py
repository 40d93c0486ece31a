import lab
from dashboard import revenue
from django.core.cache import cache

# The second caller comes while the first one computes.
print("Two callers at once: computed", lab.two_callers(revenue, 2026), "time(s)")
print("A third one after them: computed", lab.two_callers(revenue, 2026), "time(s)")
print("In Redis:", sorted(cache.keys("*")))

import search
from night import run

result = run()
print("returned by the import:", len(result["returned"]))
print("in the shop:", len(result["in the shop"]))
print("can be found:", len(result["findable"]), "in", len(search.REQUESTS), "requests")

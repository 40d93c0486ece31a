from night import run

result = run()
print("products with a price from the service:", len(result["prices"]))
print("changed:", len(result["changes"]))

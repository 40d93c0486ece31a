from night import run

result = run()
print("lines in the list:", result["lines"])
for name in ("first run", "second run"):
    products, refused = result[name]
    print(f"{name}: returned {len(products)} products, refused {len(refused)} lines")
    print("    without a key:", sum(not found for _, found in products))

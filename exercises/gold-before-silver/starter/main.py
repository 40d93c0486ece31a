from labels import customers_of

for tier in ("gold", "silver", "bronze", "new"):
    names = customers_of(tier)
    print(f"{tier}: {len(names)} customers,", ", ".join(names[:3]), "...")

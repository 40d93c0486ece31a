from visit import visit

print("\n".join(visit()))

from screen import numbers

for name, number in numbers().items():
    # Cents have two places; pieces stay as they are.
    print(f"{name}: {number if number is None else round(number, 2)}")

from board import board_orders
from card import cards

for card in cards()[:3]:
    print(card["order"], card["customer"], card["lines"])

# What happens when the next change of a card reads what nobody loaded?
order = next(order for order in board_orders() if order.shipping_address_id)
try:
    print("The address:", order.shipping_address)
except Exception as error:
    print("The address:", type(error).__name__, error)

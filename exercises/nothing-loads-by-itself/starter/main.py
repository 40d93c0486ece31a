from board import board_orders
from card import cards

for card in cards()[:3]:
    print(card["order"], card["customer"], card["lines"])

# What happens when the next change of a card reads what nobody loaded?
try:
    for order in board_orders()[:3]:
        print(order.number, "goes to", order.shipping_address)
except Exception as error:
    print(type(error).__name__, error)

from customers import order_counts

order_counts()

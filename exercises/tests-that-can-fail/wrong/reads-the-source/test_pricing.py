import inspect

import pricing


def test_source():
    source = inspect.getsource(pricing)
    assert "amount >= DISCOUNT_FROM" in source
    assert "ROUND_HALF_UP" in source
    assert "free =" not in source


def test_more():
    source = inspect.getsource(pricing.add_item)
    assert 'product.save(update_fields=["stock"])' in source
    assert source.index("OutOfStock(") < source.index("Item.objects")

from django.apps import apps


def traces(words):
    """In which columns of which tables one of these words is to be found."""
    found = set()
    for model in apps.get_models():
        for row in model._base_manager.values():
            for column, value in row.items():
                if any(word.lower() in str(value).lower() for word in words):
                    found.add(f"{model.__name__}.{column}")
    return sorted(found)

from django.shortcuts import render


def basket(request):
    return render(request, "basket.html", {"count": request.session.get("count", 0)})


def add(request):
    request.session["count"] = request.session.get("count", 0) + 1
    return basket(request)

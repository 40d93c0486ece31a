from django.contrib.auth import authenticate
from rest_framework.response import Response
from rest_framework.views import APIView


class Status(APIView):
    """Whether the shop is up."""

    def get(self, request):
        return Response({"status": "ok"})


class Login(APIView):
    """Tell whether a username and a password fit."""

    def post(self, request):
        username, password = request.data.get("username"), request.data.get("password")
        user = authenticate(request, username=username, password=password)
        if user is None:
            return Response({"error": "They do not fit."}, status=400)
        return Response({"user": user.get_username()})

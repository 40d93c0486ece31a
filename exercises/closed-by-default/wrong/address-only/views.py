from django.contrib.auth import authenticate
from rest_framework.permissions import AllowAny
from rest_framework.response import Response
from rest_framework.throttling import AnonRateThrottle, SimpleRateThrottle
from rest_framework.views import APIView


class PerAddress(AnonRateThrottle):
    scope = "login_address"


class PerAccount(SimpleRateThrottle):
    scope = "login_account"

    def get_cache_key(self, request, view):
        ident = request.data.get("username", "")
        return self.cache_format % {"scope": self.scope, "ident": ident}


class Status(APIView):
    """Whether the shop is up."""

    permission_classes = [AllowAny]

    def get(self, request):
        return Response({"status": "ok"})


class Login(APIView):
    """Tell whether a username and a password fit."""

    permission_classes = [AllowAny]
    throttle_classes = [PerAddress]

    def post(self, request):
        username, password = request.data.get("username"), request.data.get("password")
        user = authenticate(request, username=username, password=password)
        if user is None:
            return Response({"error": "They do not fit."}, status=400)
        return Response({"user": user.get_username()})

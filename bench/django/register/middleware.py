"""Who is asking, and the headers that every answer carries."""
import hashlib

from django.conf import settings
from django.http import HttpResponseRedirect
from django.utils import timezone

from .models import RoleHolding, Session


class SignedIn:
    """Finds the session by its cookie; somebody without one, or without a role, is sent away."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        secret = request.COOKIES.get("openmasa_session", "")
        now = timezone.now().strftime("%Y-%m-%dT%H:%M:%S.000Z")
        session = (
            Session.objects.select_related("account__person")
            .filter(secret_hash=hashlib.sha256(secret.encode()).hexdigest(), ended_at=None,
                    expires_at__gt=now, account__ended_at=None)
            .first()
        )
        if session is None or not RoleHolding.objects.held_on(
                session.account.person_id, settings.TODAY).exists():
            return HttpResponseRedirect("/sign-in")
        request.account = session.account
        return self.get_response(request)


class Headers:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response["Cache-Control"] = "no-store"
        response["Content-Security-Policy"] = (
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
            "base-uri 'none'; frame-ancestors 'none'")
        response["Cross-Origin-Opener-Policy"] = "same-origin"
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        response["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        return response

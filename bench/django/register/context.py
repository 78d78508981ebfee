"""What the frame around every page shows."""
from functools import lru_cache

from .models import Setting


@lru_cache
def partnership():
    return Setting.objects.get(name="partnership").value


def frame(request):
    return {"partnership": partnership(), "account": request.account}

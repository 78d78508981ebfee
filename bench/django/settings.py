"""The settings of the Django page that bin/bench measures against: production's, and no more."""
import datetime
import os
from pathlib import Path

DEBUG = False
SECRET_KEY = os.environ["BENCH_SECRET_KEY"]
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "register.urls"
WSGI_APPLICATION = "wsgi.application"
INSTALLED_APPS = ["register"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "register.middleware.Headers",
    "register.middleware.SignedIn",
]
# Without DEBUG Django keeps compiled templates in memory; autoescape is on.
TEMPLATES = [{
    "BACKEND": "django.template.backends.django.DjangoTemplates",
    "DIRS": [Path(__file__).parent / "register/templates"],
    "APP_DIRS": False,
    "OPTIONS": {"context_processors": ["register.context.frame"]},
}]
DATABASES = {"default": {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": os.environ["BENCH_DATABASE"],
    "CONN_MAX_AGE": None,  # the connection stays open
    "ATOMIC_REQUESTS": True,  # one moment's state for each page
}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
USE_I18N = False
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
TODAY = datetime.date.fromisoformat(os.environ["BENCH_TODAY"])

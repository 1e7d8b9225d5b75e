"""Morango over Django, server and client. `morango_client.py setup|serve|client URL-or-PORT NAME FOLDER`.

As Kolibri runs it, with SQLite on both sides, but with pieces of 10,000 rows, by which it is twice as fast.
"""

import os
import sys
import time
from pathlib import Path

MODELS = """
import uuid
from django.contrib.auth.models import AbstractUser
from django.db import models
from morango.models.core import SyncableModel

class User(AbstractUser):
    def has_morango_certificate_scope_permission(self, scope_definition_id, scope_params):
        return True

class Letter(SyncableModel):
    morango_profile = "office"
    morango_model_name = "letter"
    office = models.CharField(max_length=32)
    subject = models.TextField()
    from_party = models.TextField()
    book_number = models.TextField()
    received_at = models.TextField()
    remarks = models.TextField()
    def calculate_source_id(self):
        return uuid.uuid4().hex
    def calculate_partition(self):
        return f"{self.office}:letters"
"""
PIECE = 10_000
role, where, name, folder = sys.argv[1:]
app = Path(folder) / name / "town"
app.mkdir(parents=True, exist_ok=True)
(app / "__init__.py").touch()
(app / "models.py").write_text(MODELS)
sys.path.insert(0, str(app.parent))

import django
from django.conf import settings

settings.configure(
    SECRET_KEY="bench",
    ROOT_URLCONF="morango.urls",
    ALLOWED_HOSTS=["*"],
    USE_TZ=True,
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    AUTH_USER_MODEL="town.User",
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "rest_framework", "morango", "town"],
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": f"{folder}/{name}.sqlite3",
            "OPTIONS": {"timeout": 60},
        }
    },
    MIDDLEWARE=[],
)
django.setup()

from django.core.management import call_command


def set_up():
    from morango.models.certificates import Certificate, ScopeDefinition
    from town.models import User

    call_command("makemigrations", "town", verbosity=0)
    call_command("migrate", verbosity=0)
    ScopeDefinition.objects.create(
        id="office",
        profile="office",
        version=1,
        primary_scope_param_key="office_id",
        description="office",
        read_filter_template="",
        write_filter_template="",
        read_write_filter_template="${office_id}",
    )
    if name == "server":
        User.objects.create_superuser("clerk", "", "pw")
        Certificate.generate_root_certificate("office")


def serve():
    import logging

    from django.core.wsgi import get_wsgi_application
    from waitress import serve as wsgi

    logging.disable(logging.CRITICAL)
    wsgi(get_wsgi_application(), host="127.0.0.1", port=int(where), threads=4)


class Client:
    def __init__(self):
        import requests
        from morango.sync.controller import MorangoProfileController
        from town.models import Letter

        self.letters = Letter
        self.line = MorangoProfileController("office").create_network_connection(where, chunk_size=PIECE)
        roots = requests.get(f"{where}/api/morango/v1/certificates/", timeout=60).json()
        self.root = self.line.get_remote_certificates(roots[0]["id"], scope_def_id="office")[0]
        ask = self.line.certificate_signing_request
        self.own = ask(self.root, "office", {"office_id": self.root.id}, userargs="clerk", password="pw")

    def add(self, letters):
        made = [self.letters(office=self.root.id, **letter) for letter in letters]
        for one in made:
            one.id = one.calculate_uuid()
        for start in range(0, len(made), 2000):
            self.letters.objects.bulk_create(made[start : start + 2000])

    def change(self, count):
        for one in self.letters.objects.all()[:count]:
            one.remarks += "."
            one.save()

    def send(self):
        return self._carry("get_push_client")

    def fetch(self):
        return self._carry("get_pull_client")

    def _carry(self, way):
        from morango.models.certificates import Filter

        begun = time.perf_counter()
        session = self.line.create_sync_session(self.own, self.root, chunk_size=PIECE)
        transfer = getattr(session, way)()
        transfer.initialize(Filter(self.root.id))
        transfer.run()
        transfer.finalize()
        took = time.perf_counter() - begun
        session.close_sync_session()
        return took

    def count(self):
        return self.letters.objects.count()

    def close(self):
        pass


if role == "setup":
    set_up()
elif role == "serve":
    serve()
else:
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    from orders import obey

    obey(Client())

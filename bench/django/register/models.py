"""The program's own tables, as far as the page needs them."""
import datetime

from django.conf import settings
from django.db import models
from django.db.models import Count, Q, Value
from django.db.models.functions import Coalesce

DUE_SOON = datetime.timedelta(days=30)
FINISHED = ["done", "stopped"]


class Status(models.TextChoices):
    NOT_STARTED = "not_started", "Not started"
    IN_PROGRESS = "in_progress", "In progress"
    AT_RISK = "at_risk", "At risk"
    BLOCKED = "blocked", "Blocked"
    DONE = "done", "Done"
    STOPPED = "stopped", "Stopped"


class Table(models.Model):
    id = models.CharField(primary_key=True, max_length=26)

    class Meta:
        abstract = True


class Setting(models.Model):
    name = models.CharField(primary_key=True, max_length=100)
    value = models.TextField()

    class Meta:
        managed = False
        db_table = "setting"


class Person(Table):
    known_as = models.TextField()

    class Meta:
        managed = False
        db_table = "person"


class Account(Table):
    person = models.ForeignKey(Person, models.PROTECT)
    ended_at = models.TextField(null=True)

    class Meta:
        managed = False
        db_table = "account"


class Session(Table):
    secret_hash = models.TextField()
    account = models.ForeignKey(Account, models.PROTECT)
    expires_at = models.TextField()
    ended_at = models.TextField(null=True)

    class Meta:
        managed = False
        db_table = "session"


class RoleHoldings(models.QuerySet):
    def held_on(self, person, day):
        return self.filter(Q(to_day=None) | Q(to_day__gte=day), person=person, from_day__lte=day)


class RoleHolding(Table):
    person = models.ForeignKey(Person, models.PROTECT)
    role = models.TextField()
    from_day = models.DateField()
    to_day = models.DateField(null=True)
    objects = RoleHoldings.as_manager()

    class Meta:
        managed = False
        db_table = "role_holding"


class Owner(Table):
    name = models.TextField()

    class Meta:
        managed = False
        db_table = "owner"


class Plan(Table):
    title = models.TextField()
    period = models.TextField()
    edition = models.TextField()

    class Meta:
        managed = False
        db_table = "plan"


class Reference(models.Model):
    """What is said aloud: "P-2026-014"."""
    record = models.CharField(primary_key=True, max_length=26, db_column="record_id")
    kind = models.TextField()
    letter = models.TextField()
    year = models.IntegerField()
    number = models.IntegerField()

    class Meta:
        managed = False
        db_table = "reference"

    def __str__(self):
        return f"{self.letter}-{self.year}-{self.number:03}"


class Section(Table):
    plan = models.ForeignKey(Plan, models.PROTECT)
    position = models.IntegerField()
    name = models.TextField()
    is_priority = models.BooleanField()
    owner = models.ForeignKey(Owner, models.PROTECT, null=True)
    withdrawn_at = models.TextField(null=True)

    class Meta:
        managed = False
        db_table = "section"


class Objective(Table):
    title = models.TextField()

    class Meta:
        managed = False
        db_table = "objective"


OPEN = ~Q(status__in=FINISHED)
NEXT = Coalesce("next_step", "deadline", Value("9999-12-31"), output_field=models.DateField())
LATE = Q(deadline__lt=settings.TODAY) & OPEN
SOON = (Q(next_step__lte=settings.TODAY + DUE_SOON)
        | Q(next_step=None, deadline__lte=settings.TODAY + DUE_SOON)) & (
            Q(deadline=None) | Q(deadline__gte=settings.TODAY)) & OPEN
UNDATED = Q(date_kind="unknown") & OPEN
WITHOUT_OWNER = Q(owner=None) & OPEN
UNPROVEN = Q(status=Status.DONE, evidence=0)


class Actions(models.QuerySet):
    def counts(self):
        """Everything that is counted beside the filters, in one query."""
        return self.aggregate(
            all=Count("pk"),
            late=Count("pk", filter=LATE),
            soon=Count("pk", filter=SOON),
            undated=Count("pk", filter=UNDATED),
            without_owner=Count("pk", filter=WITHOUT_OWNER),
            unproven=Count("pk", filter=UNPROVEN),
            **{status: Count("pk", filter=Q(status=status)) for status in Status.values},
        )


class Action(Table):
    plan = models.ForeignKey(Plan, models.PROTECT)
    section = models.ForeignKey(Section, models.PROTECT)
    objective = models.ForeignKey(Objective, models.PROTECT)
    position = models.IntegerField()
    reference = models.TextField()
    title = models.TextField()
    words = models.TextField()
    owner = models.ForeignKey(Owner, models.PROTECT, null=True)
    date_words = models.TextField()
    date_kind = models.TextField()
    date_meaning = models.TextField()
    deadline = models.DateField(null=True)
    next_step = models.DateField(null=True)
    status = models.TextField(choices=Status.choices)
    steps = models.IntegerField()
    steps_done = models.IntegerField()
    evidence = models.IntegerField()
    withdrawn_at = models.TextField(null=True)
    objects = Actions.as_manager()

    class Meta:
        managed = False
        db_table = "action"

    @property
    def is_open(self):
        return self.status not in FINISHED

    @property
    def is_late(self):
        return self.is_open and self.deadline is not None and self.deadline < settings.TODAY

    @property
    def step_to_say(self):
        return self.next_step if self.is_open and not self.is_late else None

    @property
    def date_lines(self):
        """Each line with whether it is no longer than a date."""
        return [(line, len(line.encode()) <= 20) for line in self.date_words.split("\n")]

    @property
    def standing(self):
        if self.is_late:
            return "late"
        if self.status == Status.DONE and self.evidence == 0:
            return "unproven"
        return "on-track" if self.status == Status.IN_PROGRESS else self.status.replace("_", "-")

    @property
    def standing_label(self):
        return {"late": "Late", "unproven": "Done, no evidence"}.get(
            self.standing, self.get_status_display())

    @property
    def time_left(self):
        due = self.step_to_say or self.deadline
        if not self.is_open or not due:
            return ""
        days = (due - settings.TODAY).days
        if days == 0:
            return "due today"
        plural = "" if abs(days) == 1 else "s"
        past = "ago" if self.step_to_say else "late"
        return f"{days} day{plural} left" if days > 0 else f"{-days} day{plural} {past}"

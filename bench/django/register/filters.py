"""Which actions a list shows, as its address says it."""
from django.conf import settings
from django.db.models import Case, F, IntegerField, Q, TextField, Value, When
from django.db.models.functions import Concat, Lower
from django.http import QueryDict

from .models import LATE, NEXT, SOON, UNDATED, UNPROVEN, WITHOUT_OWNER, Owner, Status

DUE = {"late": ("Late", LATE), "soon": ("In the next 30 days", SOON), "none": ("No date", UNDATED)}
URGENCY = Case(When(LATE, then=0), When(status=Status.BLOCKED, then=1),
               When(status=Status.AT_RISK, then=2), When(status=Status.NOT_STARTED, then=3),
               When(status=Status.IN_PROGRESS, then=4), When(UNPROVEN, then=5),
               When(status=Status.DONE, then=6), default=Value(7), output_field=IntegerField())
FINISHED_LAST = Case(When(status__in=[Status.DONE, Status.STOPPED], then=1), default=Value(0),
                     output_field=IntegerField())
ORDERS = {
    "": ["position"],
    "owner": [F("owner__name").asc(nulls_last=True), "position"],
    "date": [FINISHED_LAST.asc(), NEXT.asc(), "position"],
    "status": [URGENCY.asc(), "position"],
}


class Filter:
    def __init__(self, query):
        self.words = query.get("words", "").strip()[:200]
        self.priorities = query.getlist("priority")
        self.statuses = [one for one in query.getlist("status") if one in Status.values]
        self.due = query.get("due") if query.get("due") in DUE else ""
        self.owner = query.get("owner", "")
        self.evidence = "missing" if query.get("evidence") == "missing" else ""
        self.sort = query.get("sort") if query.get("sort") in ORDERS else ""

    def apply(self, actions):
        if self.words:
            text = Lower(Concat("reference", Value(" "), "title", Value(" "), "words", Value(" "),
                                "date_words", output_field=TextField()))
            actions = actions.annotate(text=text)
        for word in self.words.split()[:12]:
            owners = Owner.objects.annotate(lower=Lower("name")).filter(lower__contains=word.lower())
            actions = actions.filter(Q(text__contains=word.lower()) | Q(owner__in=owners))
        if self.priorities:
            actions = actions.filter(section__in=self.priorities)
        if self.statuses:
            actions = actions.filter(status__in=self.statuses)
        if self.due:
            actions = actions.filter(DUE[self.due][1])
        if self.owner:
            actions = actions.filter(WITHOUT_OWNER if self.owner == "none" else Q(owner=self.owner))
        if self.evidence:
            actions = actions.filter(UNPROVEN)
        return actions.order_by(*ORDERS[self.sort])

    @property
    def in_use(self):
        return sum(map(bool, [self.words, self.priorities, self.statuses, self.due, self.owner,
                              self.evidence]))

    def query(self, **changes):
        """The query of an address: this filter with changes; "" when everything is shown."""
        values = {"words": self.words, "priority": self.priorities, "status": self.statuses,
                  "due": self.due, "owner": self.owner, "evidence": self.evidence,
                  "sort": self.sort, **changes}
        query = QueryDict(mutable=True)
        for name, value in values.items():
            if value:
                query.setlist(name, value if isinstance(value, list) else [value])
        return f"?{query.urlencode()}" if query else ""

    def chosen(self, sections, owners):
        """Each chosen filter as (its name, the query that takes it away)."""
        def without(values, value):
            return [one for one in values if one != value]

        if self.words:
            yield self.words, self.query(words="")
        for section in sections:
            if section.id in self.priorities:
                yield section.name, self.query(priority=without(self.priorities, section.id))
        for status in self.statuses:
            yield Status(status).label, self.query(status=without(self.statuses, status))
        if self.due:
            yield DUE[self.due][0], self.query(due="")
        if self.owner:
            names = {owner.id: owner.name for owner in owners}
            name = "No owner" if self.owner == "none" else names.get(self.owner, "One owner")
            yield name, self.query(owner="")
        if self.evidence:
            yield "Done without evidence", self.query(evidence="")

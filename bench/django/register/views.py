"""The list of actions of one plan."""
from urllib.parse import parse_qsl

from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from .filters import Filter
from .models import Action, Owner, Plan, Reference, Section, Status

NUMBERS = ["nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
GAPS = [
    ("late", "?due=late", "is late", "are late"),
    ("undated", "?due=none", "has no date", "have no date"),
    ("without_owner", "?owner=none", "has no owner", "have no owner"),
    ("unproven", "?evidence=missing", "is done but nothing shows it",
     "are done but nothing shows it"),
]


def whereabouts(sections):
    count = sum(section.is_priority for section in sections)
    number = NUMBERS[count] if count < len(NUMBERS) else str(count)
    places = [f"{number} {'priority' if count == 1 else 'priorities'}"] if count else []
    return places + [section.name for section in sections if not section.is_priority]


def quick_views(counts):
    return [
        ("All", "", counts["all"]),
        ("Late", "?due=late", counts["late"]),
        ("Due in 30 days", "?due=soon", counts["soon"]),
        ("No date", "?due=none", counts["undated"]),
        ("No owner", "?owner=none", counts["without_owner"]),
        ("Done, no evidence", "?evidence=missing", counts["unproven"]),
    ]


def page_numbers(page):
    """The first, the last, the current page and its neighbours; None for a gap."""
    shown = sorted({1, page.paginator.num_pages, *range(page.number - 1, page.number + 2)}
                   & set(page.paginator.page_range))
    for before, number in zip([0, *shown], shown):
        if number - before > 1:
            yield None
        yield number


@require_GET
def list_actions(request, plan_id):
    plan = get_object_or_404(Plan, pk=plan_id)
    actions = Action.objects.filter(plan=plan, withdrawn_at=None)
    sections = list(Section.objects.filter(plan=plan, withdrawn_at=None).order_by("position"))
    by_section = dict(actions.values_list("section").annotate(Count("pk")))
    owners = list(Owner.objects.filter(pk__in=actions.values("owner")).order_by("name"))
    counts = actions.counts()
    chosen = Filter(request.GET)
    rows = chosen.apply(actions).select_related("section__owner", "objective", "owner")
    page = Paginator(rows, 50).get_page(request.GET.get("page"))
    return render(request, "list.html", {
        "plan": plan,
        "reference": Reference.objects.get(kind="plan", pk=plan.id),
        "address": f"/plans/{plan.id}/actions",
        "filter": chosen,
        "query": chosen.query(),
        "kept": parse_qsl(chosen.query()[1:]),
        "shown": chosen.query(sort=""),
        "whereabouts": whereabouts(sections),
        "gaps": [(counts[name], query, one if counts[name] == 1 else several)
                 for name, query, one, several in GAPS if counts[name]],
        "quick_views": quick_views(counts),
        "chosen": list(chosen.chosen(sections, owners)),
        "priorities": [(section, by_section.get(section.id, 0)) for section in sections],
        "statuses": [(value, label, counts[value]) for value, label in Status.choices],
        "dues": [("", "Any time", counts["all"]), ("late", "Late", counts["late"]),
                 ("soon", "In the next 30 days", counts["soon"]),
                 ("none", "No date", counts["undated"])],
        "owners": owners,
        "counts": counts,
        "columns": [("", "Action", "in plan order", "", chosen.query(sort="")),
                    ("owner", "Owner", "A to Z", " om-plan__col-who", chosen.query(sort="owner")),
                    ("date", "Target date", "soonest first", " om-plan__col-when",
                     chosen.query(sort="date")),
                    ("status", "Status", "late first", " om-plan__col-is",
                     chosen.query(sort="status"))],
        "page": page,
        "pages": [(number, chosen.query(page=[str(number)] if number > 1 else []))
                  if number else (None, "") for number in page_numbers(page)],
        "previous": chosen.query(page=[str(page.number - 1)] if page.number > 2 else []),
        "next": chosen.query(page=[str(page.number + 1)]),
    })

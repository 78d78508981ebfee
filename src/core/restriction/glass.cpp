#include "core/restriction/glass.hpp"
#include "core/audit/audit.hpp"
#include "core/notices/notice.hpp"
#include "core/restriction/glass_store.hpp"
#include "core/restriction/sight.hpp"
#include "core/restriction/store.hpp"
#include "kernel/text.hpp"
#include "kernel/working_days.hpp"
#include <algorithm>

namespace openmasa::restriction {
namespace {

constexpr std::string_view outcomes[] = {"justified", "not_justified"};

/// What everybody is told: nothing has that reference, it is not restricted, or
/// it is closed to them whatever they say.
Refusal nothing_to_open() {
    return invalid("reference", "Nothing that you could open this way has this reference. Check it "
                                "against what you were told.");
}

/// By its tables, not by what this person sees of them.
std::vector<Described> find_called(store::Db& db, const Kind& kind, std::string_view reference) {
    const store::Db::Plainly plainly(db);
    return kind.find ? kind.find(db, trimmed(reference)) : std::vector<Described>{};
}

struct Opened {
    Restriction restriction;
    Described record;
};

std::vector<Opened> what_it_opens(store::Db& db, const Scope& scope, const AllKinds& all,
                                  std::string_view reference) {
    std::vector<Opened> opened;
    for (const auto& area : all)
        for (const auto& kind : area.kinds)
            for (auto& record : find_called(db, kind, reference)) {
                const store::Db::Plainly plainly(db);
                auto standing = find_open(db, {std::string(kind.kind), record.id});
                if (standing && would_open(scope, *standing))
                    opened.push_back({std::move(*standing), std::move(record)});
            }
    return opened;
}

/// At once, whatever they chose: those who may read it by name.
void tell_readers(store::Db& db, const Scope& scope, const Restriction& restriction,
                  const GlassId& glass) {
    for (const auto& name : restriction.names) {
        if (name.denied) continue;
        notices::Notice notice{.person = name.person,
                               .kind = notices::Kind::emergency_access,
                               .about_kind = "glass",
                               .about_id = glass.view(),
                               .path = "/break-glass/uses"};
        if (name.owner)
            notices::tell_those_acting_for(db, scope, *name.owner, std::move(notice));
        else
            notices::tell(db, scope, notice);
    }
}

} // namespace

std::string_view to_text(Outcome outcome) {
    return outcomes[static_cast<int>(outcome)];
}
bool from_text(std::string_view text, Outcome& outcome) {
    const auto* found = std::ranges::find(outcomes, text);
    if (found == std::end(outcomes)) return false;
    outcome = static_cast<Outcome>(found - std::begin(outcomes));
    return true;
}
std::string_view spoken(Outcome outcome) {
    return outcome == Outcome::justified ? "Justified" : "Not justified";
}

std::vector<Problem> problems_with(const BreakGlass& command) {
    std::vector<Problem> problems;
    if (trimmed(command.reference).empty())
        problems.push_back({"reference", "Enter the reference of the record."});
    if (trimmed(command.reason).empty())
        problems.push_back({"reason", "Say why you need to read it now."});
    return problems;
}

Result<std::string> break_glass(store::Db& db, const Scope& scope, const AllKinds& all,
                                const BreakGlass& command) {
    if (!scope.may(Permission::break_glass)) return not_found();
    const auto opened = what_it_opens(db, scope, all, command.reference);
    if (opened.empty()) return nothing_to_open();
    const auto review_by =
        count_working_days(scope.today, review_within_working_days, BankHolidays()).due;
    for (const auto& one : opened) {
        const NewGlass glass{.id = scope.new_id<GlassId>(),
                             .restriction = one.restriction.id,
                             .reason = command.reason,
                             .until = scope.now + glass_is_open_for,
                             .review_by = review_by};
        add(db, scope, glass, one.restriction.record);
        tell_readers(db, scope, one.restriction, glass.id);
    }
    return opened.front().record.address;
}

void record_refused_glass(store::Db& db, const Scope& scope) {
    (void)db.atomically([&]() -> Result<Done> {
        audit::record(db, scope,
                      {.verb = "glass.refused", .kind = "glass", .id = "", .content = {}});
        return Done{};
    });
}

bool may_review(const Scope& scope, const Glass& glass) {
    return !glass.outcome && scope.may(Permission::restrict_records) &&
           scope.person != glass.person;
}

int waiting_for(const Scope& scope, const std::vector<Glass>& uses) {
    return static_cast<int>(
        std::ranges::count_if(uses, [&](const Glass& glass) { return may_review(scope, glass); }));
}

Result<Done> review_glass(store::Db& db, const Scope& scope, const ReviewGlass& command) {
    const auto glass = find_use(db, scope, command.glass);
    if (!glass || !may_review(scope, *glass)) return not_found();
    std::vector<Problem> problems;
    if (!command.outcome) problems.push_back({"outcome", "Say whether it was justified."});
    if (trimmed(command.words).empty()) problems.push_back({"words", "Say what you found."});
    if (!problems.empty()) return invalid(std::move(problems));
    if (!save_review(db, scope, *glass, command))
        return conflict("Somebody reviewed this while you were writing.");
    return Done{};
}

} // namespace openmasa::restriction

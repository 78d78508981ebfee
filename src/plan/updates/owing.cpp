#include "plan/updates/owing.hpp"
#include "core/accounts/record_link.hpp"
#include "core/clocks/store.hpp"
#include "core/notices/notice.hpp"
#include "core/restriction/readers.hpp"
#include "kernel/text.hpp"
#include "plan/updates/rules.hpp"
#include "plan/updates/store.hpp"
#include <algorithm>
#include <set>

namespace openmasa::updates {
namespace {

constexpr std::size_t longest_holder = 190;

} // namespace

Result<Done> send_link(store::Db& db, const Scope& scope, const Request& request,
                       const Office& office) {
    const auto before = accounts::links_of(db, link_purpose, office.id.view());
    const auto holder = before.empty() ? std::nullopt : std::optional(before.front().holder);
    const auto secret =
        TRY(accounts::give_link(db, scope,
                                {.purpose = link_purpose,
                                 .record = office.id.view(),
                                 .holder_name = shortened(office.owner_name, longest_holder),
                                 .days = days_of_link(request.answer_by, scope.today),
                                 .email = office.email,
                                 .holder = holder}));
    notices::tell(db, scope,
                  {.email = office.email,
                   .kind = notices::Kind::link_given,
                   .about_kind = "update_request",
                   .about_id = request.id.view(),
                   .path = "/answers/" + secret});
    return Done{};
}

namespace {

class Owing {
public:
    Owing(store::Db& db, const Scope& scope, const Request& request)
        : db_(db), scope_(scope), request_(request), asked_(asked_in(db, request.id)),
          readers_(db, scope) {
        std::erase_if(asked_, &Asked::is_answered);
    }

    int tell_all() {
        for (const auto& one : acting_for(db_, request_.plan, scope_.today))
            if (owes(one)) people_.insert(one.person);
        for (const auto& person : people_) tell(person);
        return int(people_.size()) + tell_offices();
    }

private:
    bool owes(const Acting& one) {
        return std::ranges::any_of(asked_, [&](const Asked& asked) {
            return asked.owner == one.owner &&
                   readers_.may_read(
                       one.person, {asked.id.view(), asked.objective.view(), asked.section.view()});
        });
    }
    void tell(const PersonId& person) {
        notices::tell(db_, scope_,
                      {.person = person,
                       .kind = notices::Kind::update_asked,
                       .about_kind = "update_request",
                       .about_id = request_.id.view(),
                       .path = "/updates/" + request_.id.str()});
    }
    int tell_offices() {
        int told = 0;
        for (const auto& office : offices_of(db_, request_.id, scope_.now)) {
            const bool was_taken_back = !office.has_link && office.links > 0;
            if (was_taken_back || !std::ranges::count(asked_, office.owner, &Asked::owner))
                continue;
            told += static_cast<bool>(send_link(db_, scope_, request_, office));
        }
        return told;
    }

    store::Db& db_;
    const Scope& scope_;
    const Request& request_;
    std::vector<Asked> asked_;
    restriction::Readers readers_;
    std::set<PersonId> people_;
};

} // namespace

int tell_those_who_owe(store::Db& db, const Scope& scope, const Request& request) {
    return Owing(db, scope, request).tell_all();
}

std::string remind(store::Db& db, const Scope& scope) {
    const auto holidays = clocks::bank_holidays(db);
    int reminded = 0;
    for (const auto& request : open_requests(db)) {
        const auto stage = stage_of(request, scope.today, *holidays);
        if (stage == Stage::none || !note_reminder(db, scope, request.id, to_text(stage))) continue;
        reminded += tell_those_who_owe(db, scope, request) > 0;
    }
    return reminded
               ? "Reminded of " + counted(reminded, "request for updates", "requests for updates")
               : "";
}

} // namespace openmasa::updates

#include "partnership/directory/mailing_list_actions.hpp"
#include "core/access/store.hpp"
#include "core/accounts/people_called.hpp"
#include "kernel/text.hpp"
#include "partnership/directory/mailing_list_store.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::directory {
namespace {

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    for (const auto line : split(text, '\n'))
        if (auto words = one_line(line); !words.empty()) lines.push_back(std::move(words));
    return lines;
}

/// Turns what was typed into a list, and says what of it cannot be.
class Reading {
public:
    Reading(store::Db& db, const Scope& scope, const TypedList& typed)
        : db_(db), scope_(scope), typed_(typed) {}

    Result<MailingList> read(const std::optional<MailingListId>& id) {
        list_.name = one_line(typed_.name);
        list_.purpose = trimmed(typed_.purpose);
        list_.office_kinds = office_kinds_in(join(typed_.office_kinds, " "));
        list_.chair_kinds = group_kinds_in(join(typed_.chair_kinds, " "));
        list_.section_11_leads = typed_.section_11_leads;
        list_.with_deputies = typed_.with_deputies;
        list_.version = typed_.version;
        check_name(id);
        read_groups();
        for (const auto& line : lines_of(typed_.left_out)) read_left_out(line);
        check_rule();
        if (!problems_.empty()) return invalid(std::move(problems_));
        return std::move(list_);
    }

private:
    void problem(std::string field, std::string words) {
        problems_.push_back({std::move(field), std::move(words)});
    }

    void check_name(const std::optional<MailingListId>& id) {
        if (list_.name.empty()) problem("name", "Say what the list is called.");
        if (list_.name.size() > longest_list_name) problem("name", "Use a shorter name.");
        if (list_.purpose.size() > longest_list_purpose) problem("purpose", "Use fewer words.");
        for (const auto& other : list_mailing_lists(db_, scope_))
            if (other.id != id && lower(other.name) == lower(list_.name))
                problem("name", "There is a list of this name already.");
    }

    void read_groups() {
        for (const auto& name : lines_of(typed_.groups)) {
            const auto found = access::owner_called(db_, name);
            if (!found || found->type != access::OwnerType::group)
                problem("groups", fmt::format("No group is called “{}”.", name));
            else if (std::ranges::count(list_.groups, found->id, &MailingList::Group::id) == 0)
                list_.groups.push_back({found->id, found->name});
        }
    }

    void read_left_out(const std::string& line) {
        const auto colon = line.find(':');
        const auto name = one_line(line.substr(0, colon));
        const auto reason = colon == line.npos ? "" : one_line(line.substr(colon + 1));
        if (reason.empty())
            return problem("left_out",
                           fmt::format("Say why “{}” is left out, after a colon.", name));
        const auto person = accounts::person_called(db_, name, scope_.today, "left_out");
        if (!person) return problems_.push_back(person.refusal().problems.front());
        if (std::ranges::count(list_.left_out, *person, &MailingList::LeftOut::person) == 0)
            list_.left_out.push_back({*person, name, reason});
    }

    void check_rule() {
        const bool leads_somewhere = !list_.office_kinds.empty() || !list_.chair_kinds.empty() ||
                                     list_.section_11_leads || !trimmed(typed_.groups).empty();
        if (!leads_somewhere)
            problem("", "Choose whom it goes to: holders of offices, chairs, leads or members.");
    }

    store::Db& db_;
    const Scope& scope_;
    const TypedList& typed_;
    MailingList list_;
    std::vector<Problem> problems_;
};

bool same(const MailingList& one, const MailingList& other) {
    return one.name == other.name && one.purpose == other.purpose &&
           one.office_kinds == other.office_kinds && one.chair_kinds == other.chair_kinds &&
           one.section_11_leads == other.section_11_leads && one.groups == other.groups &&
           one.with_deputies == other.with_deputies && one.left_out == other.left_out;
}

/// One that this person may change and that is not withdrawn.
std::optional<MailingList> find_for(store::Db& db, const Scope& scope, const MailingListId& id) {
    if (!scope.may(Permission::edit_agencies)) return std::nullopt;
    auto list = find_mailing_list(db, scope, id);
    return list && !list->withdrawn ? std::move(list) : std::nullopt;
}

} // namespace

TypedList typed_of(const MailingList& list) {
    TypedList typed{.name = list.name,
                    .purpose = list.purpose,
                    .section_11_leads = list.section_11_leads,
                    .with_deputies = list.with_deputies,
                    .version = list.version};
    for (const auto kind : list.office_kinds) typed.office_kinds.emplace_back(to_text(kind));
    for (const auto kind : list.chair_kinds) typed.chair_kinds.emplace_back(to_text(kind));
    for (const auto& group : list.groups) typed.groups += group.name + "\n";
    for (const auto& one : list.left_out)
        typed.left_out += fmt::format("{}: {}\n", one.name, one.reason);
    return typed;
}

Result<MailingList> add_list(store::Db& db, const Scope& scope, const TypedList& typed) {
    if (!scope.may(Permission::edit_agencies)) return not_found();
    auto list = TRY(Reading(db, scope, typed).read({}));
    list.id = scope.new_id<MailingListId>();
    list.version = 1;
    add_mailing_list(db, scope, list);
    return list;
}

Result<Done> change_list(store::Db& db, const Scope& scope, const MailingListId& id,
                         const TypedList& typed) {
    const auto now = find_for(db, scope, id);
    if (!now) return not_found();
    auto list = TRY(Reading(db, scope, typed).read(id));
    list.id = id;
    if (list.version == now->version && same(list, *now)) return Done{};
    return save_mailing_list(db, scope, list, "mailing_list.changed");
}

Result<Done> withdraw_list(store::Db& db, const Scope& scope, const MailingListId& id,
                           std::int64_t version) {
    auto list = find_for(db, scope, id);
    if (!list) return not_found();
    list->withdrawn = true;
    list->version = version;
    return save_mailing_list(db, scope, *list, "mailing_list.withdrawn");
}

} // namespace openmasa::directory

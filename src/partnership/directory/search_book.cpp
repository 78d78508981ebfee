#include "partnership/directory/search_book.hpp"
#include "core/access/store.hpp"
#include "core/settings/revision.hpp"
#include "kernel/text.hpp"
#include "partnership/office.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace openmasa::directory {
namespace {

using store::Query;

// Versions only count up, and the log only grows: another sum is another state.
struct StateRow {
    std::int64_t offices, groups, people, entries, agencies, accounts;
};
constexpr Query<StateRow()> find_state{"directory.state", R"sql(
    SELECT (SELECT CAST(coalesce(sum(version), 0) AS BIGINT) FROM office), (SELECT CAST(coalesce(sum(version), 0) AS BIGINT) FROM group_record),
           (SELECT CAST(coalesce(sum(version), 0) AS BIGINT) FROM person_details),
           (SELECT CAST(coalesce(sum(version), 0) AS BIGINT) FROM directory_entry), (SELECT CAST(coalesce(sum(version), 0) AS BIGINT) FROM agency),
           (SELECT count(*) FROM audit_entry WHERE kind = 'account'))sql"};

struct PersonRow {
    PersonId id;
    std::string name, position;
    std::optional<OwnerId> agency;
    std::string asked_about;
};
constexpr Query<PersonRow(Day)> list_people{"directory.book_people", R"sql(
    SELECT p.id, p.known_as, coalesce(d.position, ''), d.agency_id, coalesce(e.asked_about, '')
    FROM person p LEFT JOIN person_details d ON d.person_id = p.id LEFT JOIN directory_entry e ON e.person_id = p.id
    WHERE d.left_on IS NULL OR d.left_on >= $1 ORDER BY p.id)sql"};
struct OwnerRow {
    OwnerId id;
    std::string name, short_name, sector;
};
constexpr Query<OwnerRow()> list_owners{"directory.book_owners", R"sql(
    SELECT o.id, o.name, coalesce(a.short_name, ''), coalesce(s.sector, '') FROM owner o
    LEFT JOIN agency a ON a.id = o.id LEFT JOIN agency_sector s ON s.agency_id = a.id
    WHERE o.kind <> 'seat' ORDER BY o.id, s.from_day)sql"};
struct OfficeRow {
    PersonId person;
    OwnerId office;
    std::optional<OwnerId> agency;
    std::string kind;
};
constexpr Query<OfficeRow(Day)> list_offices{"directory.book_offices", R"sql(
    SELECT h.person_id, f.id, f.agency_id, f.kind FROM office_holder h JOIN office f ON f.id = h.office_id
    WHERE h.from_day <= $1 AND (h.to_day IS NULL OR h.to_day >= $1) ORDER BY h.id)sql"};
struct SeatRow {
    PersonId person;
    OwnerId group, holder;
    std::string name;
};
constexpr Query<SeatRow(Day)> list_seats{"directory.book_seats", R"sql(
    SELECT m.person_id, m.group_id, s.holder_id, s.name FROM group_seat s CROSS JOIN group_member m
    WHERE m.seat_id = s.id AND m.part IN ('member', 'deputy')
    AND m.from_day <= $1 AND (m.to_day IS NULL OR m.to_day >= $1)
    UNION ALL SELECT h.person_id, s.group_id, s.holder_id, s.name FROM office_holder h
    JOIN group_seat s ON s.holder_id = h.office_id
    WHERE h.from_day <= $1 AND (h.to_day IS NULL OR h.to_day >= $1)
    AND coalesce(s.from_day, $1) <= $1 AND coalesce(s.to_day, $1) >= $1)sql"};
struct RoleRow {
    PersonId person;
    Role role;
    std::optional<OwnerId> owner;
};
constexpr Query<RoleRow(Day)> list_roles{"directory.book_roles", R"sql(
    SELECT person_id, role, owner_id FROM role_holding
    WHERE record_id IS NULL AND from_day <= $1 AND (to_day IS NULL OR to_day >= $1) ORDER BY id)sql"};

/// Writes what leads to each person, line by line.
class Writing {
public:
    Writing(store::Db& db, Day on) : db_(db), on_(on) {}

    Book written() {
        db_.each(list_owners, [&](OwnerRow&& row) { add_owner(row); });
        db_.each(
            list_people, [&](PersonRow&& row) { add_person(row); }, on_);
        db_.each(
            list_offices, [&](OfficeRow&& row) { add_office(row); }, on_);
        db_.each(
            list_seats, [&](SeatRow&& row) { add_seat(row); }, on_);
        db_.each(
            list_roles, [&](RoleRow&& row) { add_role(row); }, on_);
        std::erase_if(book_, [](const BookEntry& entry) { return !entry.is_listed; });
        for (auto& entry : book_) entry.text = lower(entry.text);
        std::ranges::stable_sort(book_, {},
                                 [](const BookEntry& entry) { return lower(entry.name); });
        return std::move(book_);
    }

private:
    void add_owner(const OwnerRow& row) {
        auto& words = owners_[row.id];
        if (words.empty()) words = row.name + "\n" + row.short_name;
        if (!row.sector.empty()) words += "\n" + row.sector;
    }
    void add_person(const PersonRow& row) {
        book_.push_back({.id = row.id, .name = row.name});
        auto& text = book_.back().text;
        text = row.name + "\n" + row.position + "\n" + row.asked_about;
        if (row.agency) add_owner_words(text, *row.agency);
    }
    void add_office(const OfficeRow& row) {
        auto* entry = find(row.person);
        if (!entry) return;
        entry->is_listed = true;
        add_owner_words(entry->text, row.office);
        if (row.agency) add_owner_words(entry->text, *row.agency);
        partnership::OfficeKind kind{};
        if (from_text(row.kind, kind)) entry->text.append("\n").append(spoken(kind));
    }
    void add_seat(const SeatRow& row) {
        auto* entry = find(row.person);
        if (!entry) return;
        entry->is_listed = true;
        add_owner_words(entry->text, row.group);
        add_owner_words(entry->text, row.holder);
        entry->text.append("\n").append(row.name);
    }
    void add_role(const RoleRow& row) {
        auto* entry = find(row.person);
        if (!entry) return;
        entry->is_listed = true;
        entry->roles |= 1U << static_cast<unsigned>(row.role);
        if (row.owner) add_owner_words(entry->text, *row.owner);
    }

    void add_owner_words(std::string& text, const OwnerId& owner) const {
        if (const auto found = owners_.find(owner); found != owners_.end())
            text.append("\n").append(found->second);
    }
    /// They come in the order of their ids. Nobody who has left.
    BookEntry* find(const PersonId& person) {
        const auto found = std::ranges::lower_bound(book_, person, {}, &BookEntry::id);
        return found != book_.end() && found->id == person ? &*found : nullptr;
    }

    store::Db& db_;
    Day on_;
    std::map<OwnerId, std::string> owners_;
    Book book_;
};

std::string stamp_of(store::Db& db, Day on) {
    const auto state = *db.one(find_state);
    return fmt::format("{} {} {} {} {} {} {} {}", iso(on), state.offices, state.groups,
                       state.people, state.entries, state.agencies, state.accounts,
                       revision::stamp(db, access::owners_revision));
}

/// The roles that are spoken with the word, a bit each.
std::uint32_t roles_called(std::string_view word, const terms::Words& local) {
    std::uint32_t roles = 0;
    for (const auto role : all_roles)
        if (lower(spoken(role, local)).find(word) != std::string::npos)
            roles |= 1U << static_cast<unsigned>(role);
    return roles;
}

} // namespace

std::vector<PersonId> found_in(const Book& book, const std::vector<std::string>& words,
                               const terms::Words& local, std::size_t most) {
    std::vector<std::uint32_t> roles;
    for (const auto& word : words) roles.push_back(roles_called(word, local));
    std::vector<PersonId> found;
    for (const auto& entry : book) {
        bool is_found = true;
        for (std::size_t at = 0; is_found && at < words.size(); ++at)
            is_found =
                (entry.roles & roles[at]) != 0 || entry.text.find(words[at]) != std::string::npos;
        if (is_found) found.push_back(entry.id);
        if (found.size() == most) break;
    }
    return found;
}

std::shared_ptr<const Book> book_of(store::Db& db, Day on, bool is_past) {
    // Who was what on a day, the days in the records say: no lens is needed, and what is seen
    // through one is not remembered.
    const store::Db::Plainly plainly(db);
    return db.remembered<Book>(is_past ? "directory.past" : "directory", stamp_of(db, on),
                               [&] { return Writing(db, on).written(); });
}

} // namespace openmasa::directory

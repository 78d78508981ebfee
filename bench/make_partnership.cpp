// Fills a database that `openmasa init` made with a large partnership's register of who is
// responsible: 150 agencies, 300 offices, 200 groups with 3,000 seats, 5,000 people, ten years of
// who held and filled what, 30 mailing lists. Everything is written by the program's own store.
//     make_partnership DATABASE TODAY SECRET
// Signed in: an agency's lead with the session SECRET, and the business unit with SECRET read
// backwards.
#include "core/accounts/person_details.hpp"
#include "partnership/agencies/store.hpp"
#include "partnership/directory/mailing_list_store.hpp"
#include "partnership/group_store.hpp"
#include "partnership/office_store.hpp"
#include "records.hpp"

namespace openmasa::bench {
namespace {

using namespace partnership;
using std::chrono::days;

constexpr int agencies_of_all = 150, offices_of_all = 300, groups_of_all = 200, seats_a_group = 15;
constexpr int people_of_all = 5000, people_with_accounts = 1000, lists_of_all = 30;
constexpr int years = 10, days_a_year = 365;
constexpr std::string_view sectors[] = {"Health",          "Police",           "Education",
                                        "Local authority", "Voluntary sector", "Justice"};
constexpr std::string_view places[] = {"North", "South", "East", "West", "Coastal", "City"};

struct Register {
    store::Db& db;
    Scope scope;
    Chance& chance;
    Day today{};
    std::vector<OwnerId> agencies{}, offices{}, groups{};
    std::vector<PersonId> people{};
};

template<class Item> const Item& any_of(Chance& chance, const std::vector<Item>& items) {
    return items[chance.below(items.size())];
}

/// Some dozens are saved together, as an import is.
template<class Work> void in_batches(Register& all, int count, Work work) {
    constexpr int together = 40;
    for (int from = 0; from < count; from += together)
        in_one_transaction(all.db, [&] {
            for (int at = from; at < std::min(from + together, count); ++at) work(at);
        });
}

void add_agency(Register& all, int number) {
    agencies::Agency agency{.name = fmt::format("{} {}, {}", all.chance.any(places),
                                                all.chance.any(bench::offices), number + 1),
                            .sector = std::string(all.chance.any(sectors)),
                            .role = "Relevant agency",
                            .section_11 = all.chance.one_in(2),
                            .contact = "safeguarding@example.org"};
    agency.id = access::owner_named(all.db, all.scope, agency.name, access::OwnerType::agency);
    agencies::add_agency(all.db, all.scope, agency);
    all.agencies.push_back(agency.id);
}

/// One in five has an account and a role; the first two are signed in.
void add_person(Register& all, int number, const std::string& secret) {
    const auto name = fmt::format("{} {}", all.chance.any(posts), number + 1);
    const auto agency = any_of(all.chance, all.agencies);
    if (number < people_with_accounts) {
        const bool is_unit = number % 200 == 1;
        Somebody who{.known_as = name,
                     .email = fmt::format("office{}@example.org", number + 1),
                     .role = is_unit ? Role::business_unit : Role::agency_lead};
        if (!is_unit) who.within = agency;
        const auto account = add_somebody(all.db, all.scope, who);
        all.people.push_back(account.person);
        if (number < 2)
            sign_in(all.db, all.scope, account.id,
                    number == 0 ? secret : std::string(secret.rbegin(), secret.rend()));
        return;
    }
    const auto id = all.scope.new_id<PersonId>();
    accounts::add_details(all.db, all.scope,
                          {.id = id,
                           .name = name,
                           .position = std::string(all.chance.any(posts)),
                           .agency = agency,
                           .email = fmt::format("person{}@example.org", number + 1),
                           .telephone = fmt::format("01632 96{:04}", number % 10000)});
    all.people.push_back(id);
}

/// The first days of ten years of stretches, each of a year or two; the last one goes on.
std::vector<Days> stretches(Register& all) {
    std::vector<Days> found;
    auto from = all.today - days{years * days_a_year};
    while (from < all.today) {
        const auto next = from + days{days_a_year + int(all.chance.below(days_a_year))};
        const bool goes_on = next >= all.today;
        found.push_back({from, goes_on ? std::nullopt : std::optional(next - days{1})});
        from = next;
    }
    return found;
}

void add_one_office(Register& all, int number) {
    Office office{.id = {},
                  .name = fmt::format("{} of {} {}", all.chance.any(posts), all.chance.any(places),
                                      number + 1),
                  .kind = all_office_kinds[all.chance.below(all_office_kinds.size())],
                  .agency = any_of(all.chance, all.agencies),
                  .purpose = "Answers for its part of the arrangements."};
    office.id = access::owner_named(all.db, all.scope, office.name, access::OwnerType::office);
    for (const auto& when : stretches(all))
        office.holders.push_back({.id = all.scope.new_id<HolderId>(),
                                  .person = any_of(all.chance, all.people),
                                  .known_as = {},
                                  .from = *when.from,
                                  .to = when.to});
    add_office(all.db, all.scope, office);
    all.offices.push_back(office.id);
}

Member somebody(Register& all, Part part, const Days& when) {
    return {.id = all.scope.new_id<MemberId>(),
            .person = any_of(all.chance, all.people),
            .known_as = {},
            .part = part,
            .from = *when.from,
            .to = when.to};
}

/// One in thirty is vacant today; half have a deputy.
Seat seat(Register& all, int number) {
    const auto holder = any_of(all.chance, all.agencies);
    Seat made{.id = all.scope.new_id<OwnerId>(),
              .name = fmt::format("Seat {}", number + 1),
              .holder = holder};
    for (const auto& when : stretches(all)) {
        if (!when.to && all.chance.one_in(30)) continue;
        made.people.push_back(somebody(all, Part::member, when));
        if (all.chance.one_in(2)) made.people.push_back(somebody(all, Part::deputy, when));
    }
    return made;
}

/// The first two lead; the others report to one of those before them, one in ten to two.
void add_lines(Register& all, Group& group, int number) {
    const auto tie = [&](const OwnerId& owner, const Days& when) {
        return Tie{.id = all.scope.new_id<TieId>(), .owner = owner, .name = {}, .days = when};
    };
    for (const auto& when : stretches(all))
        group.chairs.push_back(tie(any_of(all.chance, all.offices), when));
    if (number == 0 || group.kind == GroupKind::external_board) return;
    const auto reach = std::size_t(number < 30 ? std::min(number, 2) : 30);
    const auto above = all.chance.below(reach);
    group.reports_to.push_back(tie(all.groups[above], {}));
    if (above > 0 && all.chance.one_in(10)) group.reports_to.push_back(tie(all.groups[0], {}));
}

void add_one_group(Register& all, int number) {
    constexpr GroupKind kinds[] = {GroupKind::standing_subgroup, GroupKind::locality,
                                   GroupKind::task_and_finish, GroupKind::advisory,
                                   GroupKind::network};
    Group group{.id = {},
                .name = fmt::format("{} {} Group {}", all.chance.any(places),
                                    all.chance.any(priorities), number + 1),
                .kind = number < 2 ? GroupKind::statutory : kinds[number % 5],
                .purpose = "Looks at how well children are helped."};
    if (number > 190) group.kind = GroupKind::external_board;
    group.id = access::owner_named(all.db, all.scope, group.name, access::OwnerType::group);
    add_lines(all, group, number);
    for (int place = 0; place < seats_a_group; ++place) group.seats.push_back(seat(all, place));
    for (const auto& when : stretches(all))
        group.guests.push_back(somebody(all, Part::guest, when));
    group.quorums.push_back({.id = all.scope.new_id<QuorumId>(),
                             .from = all.today - days{years * days_a_year},
                             .least = 5});
    add_group(all.db, all.scope, group);
    all.groups.push_back(group.id);
}

void add_one_list(Register& all, int number) {
    directory::MailingList list{.id = all.scope.new_id<directory::MailingListId>(),
                                .name = fmt::format("List {}", number + 1),
                                .section_11_leads = number % 5 == 0,
                                .with_deputies = number % 2 == 0};
    if (number % 3 == 0) list.office_kinds = {OfficeKind::lead_partner, OfficeKind::scrutineer};
    if (number % 3 == 1) list.chair_kinds = {GroupKind::locality};
    for (int more = 0; more < 4; ++more)
        list.groups.push_back({all.groups[std::size_t(number * 4 + more)], {}});
    directory::add_mailing_list(all.db, all.scope, list);
}

void make_records(const std::string& address, Day today, const std::string& secret) {
    store::Database database(address, store::Database::Opening::existing);
    store::Db db(database);
    Chance chance;
    Register all{db, command_line_scope(Moment{today - days{30}}, chance), chance, today};
    in_batches(all, agencies_of_all, [&](int number) { add_agency(all, number); });
    in_batches(all, people_of_all, [&](int number) { add_person(all, number, secret); });
    in_batches(all, offices_of_all, [&](int number) { add_one_office(all, number); });
    in_batches(all, groups_of_all, [&](int number) { add_one_group(all, number); });
    in_batches(all, lists_of_all, [&](int number) { add_one_list(all, number); });
}

} // namespace
} // namespace openmasa::bench

int main(int count, char** words) {
    return openmasa::bench::make_as_asked(count, words, "make_partnership",
                                          openmasa::bench::make_records);
}

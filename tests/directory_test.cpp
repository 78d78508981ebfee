// The directory through the whole program: who is found, what they keep of themselves, what leaves.
#include "core/accounts/person_details.hpp"
#include "partnership/agencies/store.hpp"
#include "partnership/directory/actions.hpp"
#include "partnership/directory/entry_store.hpp"
#include "partnership/directory/search_store.hpp"
#include "partnership/group_store.hpp"
#include "partnership/office_store.hpp"
#include "partnership/offices/actions.hpp"
#include "program.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

using directory::KeepEntry;
using partnership::Group;
using partnership::GroupKind;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Directory : public testing::Test {
protected:
    Directory() {
        t().in_one_transaction([&] {
            agencies::add_agency(t().db, t().unit,
                                 {.id = t().constabulary,
                                  .name = "Norfolk Constabulary <b>&",
                                  .sector = "Police",
                                  .role = "Statutory partner"});
            chair = *offices::add(t().db, t().unit,
                                  {.id = {},
                                   .name = "Chair of safety <b>",
                                   .kind = partnership::OfficeKind::scrutineer,
                                   .agency = t().constabulary});
            add_yarmouth();
        });
        nurse = somebody("Designated nurse");
    }
    plan::TestPlan& t() { return program.test; }

    /// A group with one seat of the constabulary, which nobody fills yet.
    void add_yarmouth() {
        yarmouth.id =
            access::owner_named(t().db, t().unit, "Yarmouth Group", access::OwnerType::group);
        yarmouth.name = "Yarmouth Group";
        yarmouth.kind = GroupKind::locality;
        yarmouth.seats.push_back(
            {.id = t().unit.new_id<OwnerId>(), .name = "Police", .holder = t().constabulary});
        partnership::add_group(t().db, t().unit, yarmouth);
    }
    PersonId somebody(const std::string& name) {
        const auto id = t().unit.new_id<PersonId>();
        t().in_one_transaction([&] {
            accounts::add_details(t().db, t().unit,
                                  {.id = id,
                                   .name = name,
                                   .position = "Nurse",
                                   .email = "nurse@example.org",
                                   .telephone = "01603 000000"});
        });
        return id;
    }
    void give_seat(const PersonId& person, partnership::Part part, Day from,
                   std::optional<Day> to = {}) {
        auto group = *partnership::read_group(t().db, yarmouth.id, t().today);
        group.seats.front().people.push_back({.id = t().unit.new_id<partnership::MemberId>(),
                                              .person = person,
                                              .known_as = "Designated nurse",
                                              .part = part,
                                              .from = from,
                                              .to = to});
        t().in_one_transaction([&] {
            EXPECT_TRUE(partnership::save_group(t().db, t().unit, group, "group.changed"));
        });
    }
    void give_office(const std::string& who, const std::string& from) {
        const auto office = *partnership::find_office(t().db, t().unit, chair.id);
        auto done = t().db.atomically([&] {
            return offices::hand_over(
                t().db, t().unit,
                {.office = chair.id, .version = office.version, .who = who, .from = from});
        });
        t().db.finish();
        ASSERT_TRUE(done);
    }
    std::string page(const Scope& who, const std::string& path) {
        return program.get(&who, path).body;
    }
    std::string page_of(const PersonId& person) { return "/directory/people/" + person.str(); }
    std::vector<std::string> found(std::string_view typed) {
        std::vector<std::string> names;
        const auto found =
            directory::find_people(t().db, t().unit, directory::search_words(typed), 100);
        for (const auto& person : found.people) names.push_back(person.name);
        t().db.finish();
        return names;
    }
    Result<Done> keep(const Scope& who, const KeepEntry& command) {
        auto done = t().db.atomically([&] { return keep_entry(t().db, who, command); });
        t().db.finish();
        return done;
    }

    Program program;
    partnership::Office chair;
    Group yarmouth;
    PersonId nurse;
};

TEST_F(Directory, Whoever_has_nothing_is_not_listed) {
    EXPECT_THAT(found("nurse"), IsEmpty());
    EXPECT_EQ(program.get(&t().reader, page_of(nurse)).status, 404);
    EXPECT_EQ(program.get(&t().unit, page_of(nurse)).status, 200) << "who keeps their details";
}

TEST_F(Directory, A_seat_is_found_by_the_group_the_agency_its_sector_and_the_position) {
    give_seat(nurse, partnership::Part::member, day(2025, 4, 1));
    for (const auto* words : {"yarmouth", "Yarmouth nurse", "CONSTABULARY", "police yarm",
                              "the nurse of the Yarmouth Group", "designated"})
        EXPECT_THAT(found(words), testing::Contains("Designated nurse")) << words;
    EXPECT_THAT(found("nurse lowestoft"), IsEmpty()) << "every word leads there";
    EXPECT_THAT(page(t().reader, "/directory?q=yarmouth"),
                AllOf(HasSubstr("1 person is found."), HasSubstr("Norfolk Constabulary &lt;b&gt;"),
                      HasSubstr("href=\"tel:+441603000000\""),
                      HasSubstr("href=\"mailto:nurse%40example.org\"")));
}

TEST_F(Directory, An_office_is_found_by_its_name_and_by_what_kind_it_is) {
    give_office("Designated nurse", "1 April 2025");
    EXPECT_THAT(found("scrutineer nurse"), ElementsAre("Designated nurse"));
    EXPECT_THAT(found("safety"), ElementsAre("Designated nurse"));
    EXPECT_THAT(page(t().reader, page_of(nurse)), HasSubstr("Chair of safety &lt;b&gt;"));
}

TEST_F(Directory, A_deputy_says_so_and_a_guest_is_not_listed) {
    give_seat(nurse, partnership::Part::deputy, day(2025, 4, 1));
    EXPECT_THAT(page(t().reader, page_of(nurse)), HasSubstr(", deputy"));
}

TEST_F(Directory, On_a_day_before_or_after_they_are_not_found) {
    give_seat(nurse, partnership::Part::member, day(2025, 4, 1), day(2025, 6, 30));
    EXPECT_THAT(found("yarmouth"), IsEmpty());
    EXPECT_THAT(page(t().reader, "/directory?q=yarmouth&as-at=2025-06-30"),
                HasSubstr("Designated nurse"));
    EXPECT_THAT(page(t().reader, "/directory?q=yarmouth&as-at=2025-07-01"),
                Not(HasSubstr("Designated nurse")));
}

TEST_F(Directory, Signs_that_mean_something_to_the_database_are_letters_like_others) {
    give_seat(nurse, partnership::Part::member, day(2025, 4, 1));
    for (const auto* words : {"%", "_", "!", "%%%", "'", "nurse%"})
        EXPECT_THAT(found(words), Not(testing::Contains("Designated nurse"))) << words;
    EXPECT_THAT(page(t().reader, "/directory?q=%3Cb%3E"), Not(HasSubstr("<b>\u201d")));
}

TEST_F(Directory, A_person_keeps_their_own_entry_and_their_number_is_listed_only_if_they_want) {
    ASSERT_TRUE(keep(t().constable, {.telephone = "01603 111111",
                                     .prefers = "telephone",
                                     .asked_about = "Missing <b>children"}));
    const auto own = page_of(*t().constable.person);
    EXPECT_THAT(page(t().reader, own),
                AllOf(HasSubstr("01603 111111"), HasSubstr("Missing &lt;b&gt;children"),
                      HasSubstr("By telephone")));
    EXPECT_THAT(found("missing"), testing::SizeIs(1));
    ASSERT_TRUE(keep(t().constable, {.telephone = "01603 111111",
                                     .telephone_hidden = true,
                                     .version = 1,
                                     .details_version = 1}));
    EXPECT_THAT(page(t().reader, own), Not(HasSubstr("01603 111111")));
    EXPECT_THAT(page(t().reader, own + "/card.vcf"), Not(HasSubstr("01603")));
}

TEST_F(Directory, What_they_keep_has_versions_and_of_two_at_once_the_second_looks_again) {
    ASSERT_TRUE(keep(t().constable, {.asked_about = "One"}));
    const auto again = keep(t().constable, {.asked_about = "Two"});
    ASSERT_FALSE(again);
    EXPECT_EQ(again.refusal().kind, Refusal::Kind::conflict);
    audit::Verdict well;
    directory::verify_entries(t().db, well);
    EXPECT_THAT(well.faults, IsEmpty());
    static constexpr store::Query<store::None()> forge{
        "test.forge_entry", "UPDATE directory_entry SET asked_about = 'Else'"};
    t().in_one_transaction([&] { t().db.run(forge); });
    audit::Verdict forged;
    directory::verify_entries(t().db, forged);
    EXPECT_EQ(forged.faults.size(), 1u);
}

TEST_F(Directory, What_cannot_be_is_said_beside_its_field) {
    const auto refused = keep(t().constable, {.telephone = std::string(61, '1'),
                                              .prefers = "telephone",
                                              .asked_about = std::string(501, 'a'),
                                              .telephone_hidden = true});
    ASSERT_FALSE(refused);
    std::vector<std::string> fields;
    for (const auto& problem : refused.refusal().problems) fields.push_back(problem.field);
    EXPECT_THAT(fields, ElementsAre("telephone", "prefers", "asked_about"));
}

TEST_F(Directory, Taking_people_away_is_for_those_who_keep_it_and_leaves_an_entry) {
    give_seat(nurse, partnership::Part::member, day(2025, 4, 1));
    EXPECT_EQ(program.get(&t().reader, "/directory/people.csv?q=nurse").status, 404);
    const auto csv = page(t().unit, "/directory/people.csv?q=yarmouth");
    EXPECT_THAT(csv, HasSubstr("Designated nurse,Nurse,Norfolk Constabulary <b>&,"));
    EXPECT_THAT(page(t().unit, "/directory/people.vcf?q=yarmouth"),
                HasSubstr("FN:Designated nurse\r\n"));
    EXPECT_THAT(page(t().reader, page_of(nurse) + "/card.vcf"), HasSubstr("BEGIN:VCARD"));
    static constexpr store::Query<std::string()> verbs{
        "test.directory_verbs", "SELECT verb FROM audit_entry WHERE verb IN "
                                "('directory.downloaded', 'person.card_taken') ORDER BY sequence"};
    EXPECT_THAT(t().db.all(verbs),
                ElementsAre("directory.downloaded", "directory.downloaded", "person.card_taken"));
}

TEST_F(Directory, An_outsider_finds_nobody) {
    give_seat(nurse, partnership::Part::member, day(2025, 4, 1));
    EXPECT_EQ(program.get(&t().outsider, "/directory?q=nurse").status, 404);
    EXPECT_EQ(program.get(&t().outsider, page_of(nurse)).status, 404);
    EXPECT_EQ(program.get(&program.guest, "/directory?q=nurse").status, 404);
}

} // namespace
} // namespace openmasa

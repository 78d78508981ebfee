// Mailing lists through the whole program: whom a rule leads to on a day, and why.
#include "core/accounts/person_details.hpp"
#include "partnership/agencies/store.hpp"
#include "partnership/directory/addressees.hpp"
#include "partnership/directory/mailing_list_actions.hpp"
#include "partnership/directory/mailing_list_store.hpp"
#include "partnership/group_store.hpp"
#include "partnership/office_store.hpp"
#include "program.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

using directory::MailingList;
using directory::TypedList;
using partnership::Group;
using partnership::GroupKind;
using partnership::Office;
using partnership::OfficeKind;
using partnership::Part;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class MailingLists : public testing::Test {
protected:
    MailingLists() {
        t().in_one_transaction([&] {
            agencies::add_agency(t().db, t().unit,
                                 {.id = t().constabulary,
                                  .name = "Norfolk Constabulary",
                                  .sector = "Police",
                                  .role = "Statutory partner",
                                  .section_11 = true});
            chair = somebody("Chair <b>", "chair@example.org");
            member = somebody("Member", "member@example.org");
            deputy = somebody("Deputy", "");
            add_records();
        });
    }
    plan::TestPlan& t() { return program.test; }

    PersonId somebody(const std::string& name, const std::string& email) {
        const auto id = t().unit.new_id<PersonId>();
        accounts::add_details(t().db, t().unit, {.id = id, .name = name, .email = email});
        return id;
    }
    /// The office chairs the group; the office sits in it too, beside a seat of the constabulary.
    void add_records() {
        Office office{.id = access::owner_named(t().db, t().unit, "Chair of Yarmouth",
                                                access::OwnerType::office),
                      .name = "Chair of Yarmouth",
                      .kind = OfficeKind::independent_chair};
        office.holders.push_back({.id = t().unit.new_id<partnership::HolderId>(),
                                  .person = chair,
                                  .known_as = "Chair <b>",
                                  .from = day(2025, 4, 1)});
        partnership::add_office(t().db, t().unit, office);
        Group group{
            .id = access::owner_named(t().db, t().unit, "Yarmouth Group", access::OwnerType::group),
            .name = "Yarmouth Group",
            .kind = GroupKind::locality};
        group.chairs.push_back(
            {.id = t().unit.new_id<partnership::TieId>(), .owner = office.id, .name = {}});
        group.seats.push_back({.id = t().unit.new_id<OwnerId>(),
                               .name = "Police",
                               .holder = t().constabulary,
                               .people = {sits(member, Part::member), sits(deputy, Part::deputy)}});
        partnership::add_group(t().db, t().unit, group);
    }
    partnership::Member sits(const PersonId& person, Part part) {
        return {.id = t().unit.new_id<partnership::MemberId>(),
                .person = person,
                .known_as = {},
                .part = part,
                .from = day(2025, 4, 1),
                .to = part == Part::member ? std::optional(day(2026, 1, 22)) : std::nullopt};
    }

    Result<MailingList> add(const TypedList& typed) {
        auto added = t().db.atomically([&] { return add_list(t().db, t().unit, typed); });
        t().db.finish();
        return added;
    }
    Result<Done> change(const MailingList& list, const TypedList& typed) {
        auto changed =
            t().db.atomically([&] { return change_list(t().db, t().unit, list.id, typed); });
        t().db.finish();
        return changed;
    }
    std::vector<std::string> who(const MailingList& list, Day on) {
        auto scope = t().unit;
        scope.today = on;
        std::vector<std::string> names;
        for (const auto& [person, why] : addressees_of(t().db, scope, list).people)
            names.push_back(person.name + ": " + why.front());
        t().db.finish();
        return names;
    }
    std::string page(const Scope& who, const MailingList& list, std::string_view below = "") {
        return program.get(&who, "/directory/lists/" + list.id.str() + std::string(below)).body;
    }

    Program program;
    PersonId chair, member, deputy;
};

TEST_F(MailingLists, Whom_the_rule_leads_to_follows_from_the_day) {
    const auto list = *add({.name = "Yarmouth", .with_deputies = true, .groups = "yarmouth group"});
    EXPECT_THAT(who(list, day(2026, 1, 22)), ElementsAre("Deputy: Deputy in Yarmouth Group",
                                                         "Member: Member of Yarmouth Group"));
    EXPECT_THAT(who(list, day(2026, 1, 23)), ElementsAre("Deputy: Deputy in Yarmouth Group"))
        << "who left is gone the day after";
    EXPECT_THAT(who(list, day(2025, 3, 31)), IsEmpty());
}

TEST_F(MailingLists, Without_deputies_only_members_are_on_it) {
    const auto list = *add({.name = "Yarmouth", .groups = "Yarmouth Group"});
    EXPECT_THAT(who(list, day(2026, 1, 22)), ElementsAre("Member: Member of Yarmouth Group"));
}

TEST_F(MailingLists, Offices_chairs_and_leads_are_put_together_each_once) {
    const auto list = *add({.name = "All",
                            .office_kinds = {"independent_chair"},
                            .chair_kinds = {"locality"},
                            .section_11_leads = true});
    auto scope = t().unit;
    const auto all = addressees_of(t().db, scope, list);
    for (const auto& [person, why] : all.people) {
        if (person.id == chair) {
            EXPECT_THAT(why, ElementsAre("Holds: Chair of Yarmouth", "Chairs Yarmouth Group"));
        } else {
            EXPECT_THAT(why, ElementsAre("Leads Norfolk Constabulary"));
        }
    }
    EXPECT_GE(all.people.size(), 2u) << "the constabulary has a lead";
}

TEST_F(MailingLists, Whoever_is_left_out_is_said_with_the_reason) {
    const auto list = *add({.name = "Yarmouth",
                            .with_deputies = true,
                            .groups = "Yarmouth Group",
                            .left_out = "member: gets it from the chair\n"});
    EXPECT_THAT(who(list, day(2026, 1, 22)), ElementsAre("Deputy: Deputy in Yarmouth Group"));
    EXPECT_THAT(page(t().reader, list), HasSubstr("Member: gets it from the chair"));
}

TEST_F(MailingLists, The_page_says_who_has_no_address_and_gives_the_rest_to_copy) {
    const auto list = *add({.name = "Yarmouth & <b>",
                            .chair_kinds = {"locality"},
                            .with_deputies = true,
                            .groups = "Yarmouth Group"});
    const auto text = page(t().reader, list);
    EXPECT_THAT(text, AllOf(HasSubstr("3 people on 22 January 2026. One has no e-mail address."),
                            HasSubstr("chair@example.org; member@example.org"),
                            HasSubstr("mailto:?bcc=chair%40example.org,member%40example.org"),
                            HasSubstr("Chair &lt;b&gt;"), Not(HasSubstr("Withdraw"))));
    EXPECT_THAT(page(t().unit, list, "/people.csv"), HasSubstr("member@example.org,Member of"));
    EXPECT_EQ(program.get(&t().reader, "/directory/lists/" + list.id.str() + "/people.csv").status,
              404);
}

TEST_F(MailingLists, What_cannot_be_is_said_beside_its_field) {
    const auto refused = add({.name = " ", .groups = "No such group", .left_out = "Member\nX: y"});
    ASSERT_FALSE(refused);
    std::vector<std::string> fields;
    for (const auto& problem : refused.refusal().problems) fields.push_back(problem.field);
    EXPECT_THAT(fields, ElementsAre("name", "groups", "left_out", "left_out"));
    EXPECT_FALSE(add({.name = "Nobody"})) << "a rule leads somewhere";
    ASSERT_TRUE(add({.name = "Twice", .section_11_leads = true}));
    EXPECT_FALSE(add({.name = "twice", .section_11_leads = true}));
}

TEST_F(MailingLists, Only_whoever_keeps_them_changes_them_over_the_version_they_read) {
    const auto list = *add({.name = "Yarmouth", .groups = "Yarmouth Group"});
    auto typed = typed_of(list);
    typed.with_deputies = true;
    ASSERT_TRUE(change(list, typed));
    const auto again = change(list, {.name = "Other", .section_11_leads = true, .version = 1});
    ASSERT_FALSE(again);
    EXPECT_EQ(again.refusal().kind, Refusal::Kind::conflict);
    auto refused =
        t().db.atomically([&] { return change_list(t().db, t().reader, list.id, typed); });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().kind, Refusal::Kind::not_found);
}

TEST_F(MailingLists, One_that_was_withdrawn_is_gone_and_its_history_holds) {
    const auto list = *add({.name = "Yarmouth", .groups = "Yarmouth Group"});
    ASSERT_TRUE(t().db.atomically([&] { return withdraw_list(t().db, t().unit, list.id, 1); }));
    t().db.finish();
    EXPECT_EQ(program.get(&t().unit, "/directory/lists/" + list.id.str()).status, 404);
    EXPECT_TRUE(add({.name = "Yarmouth", .groups = "Yarmouth Group"})) << "its name is free";
    audit::Verdict well;
    directory::verify_mailing_lists(t().db, well);
    EXPECT_THAT(well.faults, IsEmpty());
    static constexpr store::Query<store::None()> forge{
        "test.forge_list", "UPDATE mailing_list SET with_deputies = 1 WHERE withdrawn = 0"};
    t().in_one_transaction([&] { t().db.run(forge); });
    audit::Verdict forged;
    directory::verify_mailing_lists(t().db, forged);
    EXPECT_EQ(forged.faults.size(), 1u);
}

} // namespace
} // namespace openmasa

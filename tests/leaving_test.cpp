// Somebody leaves: in one step everything that they hold ends, or nothing does.
#include "core/accounts/person_details.hpp"
#include "core/accounts/store.hpp"
#include "partnership/agencies/store.hpp"
#include "partnership/directory/leaving.hpp"
#include "partnership/group_store.hpp"
#include "partnership/office_store.hpp"
#include "program.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

using directory::SayLeft;
using partnership::Group;
using partnership::Office;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class WhoeverLeaves : public testing::Test {
protected:
    WhoeverLeaves() {
        t().in_one_transaction([&] {
            agencies::add_agency(t().db, t().unit,
                                 {.id = t().constabulary,
                                  .name = "Norfolk Constabulary",
                                  .sector = "Police",
                                  .role = "Statutory partner"});
            nurse = t().unit.new_id<PersonId>();
            next = t().unit.new_id<PersonId>();
            accounts::add_details(t().db, t().unit, {.id = nurse, .name = "Designated nurse"});
            accounts::add_details(t().db, t().unit, {.id = next, .name = "Named nurse"});
            add_office();
            add_group();
        });
    }
    plan::TestPlan& t() { return program.test; }

    void add_office() {
        office = {.id = access::owner_named(t().db, t().unit, "Chair of Yarmouth",
                                            access::OwnerType::office),
                  .name = "Chair of Yarmouth"};
        office.holders.push_back({.id = t().unit.new_id<partnership::HolderId>(),
                                  .person = nurse,
                                  .known_as = "Designated nurse",
                                  .from = day(2025, 4, 1)});
        partnership::add_office(t().db, t().unit, office);
    }
    void add_group() {
        group = {
            .id = access::owner_named(t().db, t().unit, "Yarmouth Group", access::OwnerType::group),
            .name = "Yarmouth Group"};
        const auto sits = [&](partnership::Part part) {
            return partnership::Member{.id = t().unit.new_id<partnership::MemberId>(),
                                       .person = nurse,
                                       .known_as = "Designated nurse",
                                       .part = part,
                                       .from = day(2025, 4, 1)};
        };
        group.seats.push_back({.id = t().unit.new_id<OwnerId>(),
                               .name = "Health",
                               .holder = t().constabulary,
                               .people = {sits(partnership::Part::member)}});
        group.guests.push_back(sits(partnership::Part::observer));
        partnership::add_group(t().db, t().unit, group);
    }

    SayLeft command(const PersonId& who, const std::string& last = "21 January 2026") {
        SayLeft said{.person = who, .last = last};
        auto leaver = directory::find_leaver(t().db, t().unit, features, who);
        t().db.finish();
        if (!leaver) return said;
        for (const auto& post : leaver->posts) said.agreed.insert(post.key);
        for (const auto& duty : leaver->duties.shown) said.agreed.insert("duty." + duty.key());
        for (const auto& duty : leaver->acts_for)
            said.handed_over.push_back({.owner = duty.owner, .to = {}, .to_nobody = true});
        return said;
    }
    Result<Done> say(const SayLeft& said) { return say_as(t().unit, said); }
    Result<Done> say_as(const Scope& who, const SayLeft& said) {
        auto done = t().db.atomically([&] { return say_left(t().db, who, features, said); });
        t().db.finish();
        return done;
    }
    std::vector<std::string> refused(const SayLeft& said) {
        std::vector<std::string> fields;
        const auto done = say(said);
        EXPECT_FALSE(done);
        if (!done)
            for (const auto& problem : done.refusal().problems) fields.push_back(problem.field);
        return fields;
    }
    std::string key_of_office() { return "office." + office.holders.front().id.str(); }
    Office office_now() { return *partnership::read_office(t().db, office.id); }

    Program program;
    std::vector<Module> features = modules();
    PersonId nurse, next;
    Office office;
    Group group;
};

TEST_F(WhoeverLeaves, Everything_ends_on_their_last_day_in_one_step) {
    ASSERT_TRUE(say(command(nurse)));
    EXPECT_EQ(office_now().holders.front().to, day(2026, 1, 21));
    EXPECT_EQ(office_now().holders.front().note, "Designated nurse left on 21 January 2026");
    const auto after = *partnership::read_group(t().db, group.id, t().today);
    EXPECT_EQ(after.seats.front().people.front().to, day(2026, 1, 21));
    EXPECT_EQ(after.guests.front().to, day(2026, 1, 21));
    const auto page = program.get(&t().unit, "/directory/people/" + nurse.str()).body;
    EXPECT_THAT(page, HasSubstr("They left: their last day was 21 Jan 2026."));
    EXPECT_EQ(program.get(&t().reader, "/directory/people/" + nurse.str()).status, 404);
    EXPECT_FALSE(say(command(nurse))) << "once";
}

TEST_F(WhoeverLeaves, Whoever_takes_an_office_on_begins_the_day_after) {
    auto said = command(nurse);
    said.next[key_of_office()] = "named nurse";
    ASSERT_TRUE(say(said));
    const auto after = office_now();
    ASSERT_EQ(after.holders.size(), 2u);
    EXPECT_EQ(after.holders[1].person, next);
    EXPECT_EQ(after.holders[1].from, day(2026, 1, 22));
}

TEST_F(WhoeverLeaves, What_was_not_agreed_is_named_and_nothing_ends) {
    auto said = command(nurse);
    said.agreed.erase(key_of_office());
    EXPECT_THAT(refused(said), ElementsAre(key_of_office()));
    EXPECT_FALSE(office_now().holders.front().to);
}

TEST_F(WhoeverLeaves, What_fails_late_takes_everything_back) {
    auto said = command(nurse);
    said.next[key_of_office()] = "Nobody we know";
    EXPECT_THAT(refused(said), ElementsAre("next-" + key_of_office()));
    said.next[key_of_office()] = "Designated nurse";
    EXPECT_THAT(refused(said), ElementsAre("next-" + key_of_office()));
    const auto after = *partnership::read_group(t().db, group.id, t().today);
    EXPECT_FALSE(after.seats.front().people.front().to);
}

TEST_F(WhoeverLeaves, A_day_that_has_not_been_or_comes_before_they_began_is_refused) {
    EXPECT_THAT(refused(command(nurse, "23 January 2026")), ElementsAre("last"));
    EXPECT_THAT(refused(command(nurse, "soon")), ElementsAre("last"));
    EXPECT_THAT(refused(command(nurse, "1 March 2025")), Contains(key_of_office()));
}

TEST_F(WhoeverLeaves, Their_account_roles_and_what_they_act_for_end_too) {
    const auto who = *t().constable.person;
    auto said = command(who);
    ASSERT_FALSE(said.handed_over.empty());
    ASSERT_TRUE(say(said));
    EXPECT_EQ(program.get(&t().constable, "/directory").status, 303) << "signed out";
    EXPECT_THAT(access::holdings_of(t().db, who, t().today), IsEmpty());
}

TEST_F(WhoeverLeaves, Nobody_ends_themselves_and_only_whoever_may_end_all_of_it_does) {
    EXPECT_FALSE(say(command(*t().unit.person)));
    for (auto role : {Role::administrator, Role::delegated_partner, Role::agency_lead}) {
        const auto done = say_as(program.cast[std::size_t(role)], command(nurse));
        ASSERT_FALSE(done);
        EXPECT_EQ(done.refusal().kind, Refusal::Kind::not_found);
    }
    EXPECT_EQ(program
                  .get(&program.cast[std::size_t(Role::administrator)],
                       "/directory/people/" + nurse.str() + "/leaves")
                  .status,
              404);
}

TEST_F(WhoeverLeaves, The_form_lists_what_ends_with_what_people_typed_escaped) {
    const auto form = program.get(&t().unit, "/directory/people/" + nurse.str() + "/leaves").body;
    EXPECT_THAT(form, AllOf(HasSubstr("Chair of Yarmouth ends on their last day"),
                            HasSubstr("Yarmouth Group, for Norfolk Constabulary"),
                            HasSubstr("Yarmouth Group, observer"),
                            HasSubstr("They have no open account."), Not(HasSubstr("Choose"))));
}

} // namespace
} // namespace openmasa

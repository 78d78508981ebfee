// Who sits where: seats are filled, handed on and ended, by forms, by files, and on other days.
#include "core/accounts/person_details.hpp"
#include "groups.hpp"
#include <gmock/gmock.h>

namespace openmasa {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class Seats : public GroupsOfAPartnership {};

TEST_F(Seats, A_seat_is_filled_handed_on_and_told_for_any_day) {
    ASSERT_TRUE(add_police_seat());
    EXPECT_THAT(page(t().reader), HasSubstr("1 vacant"));
    ASSERT_TRUE(begin({.who = "Chief Constable", .from = "1 April 2025"}));
    ASSERT_TRUE(begin({.who = "lead member", .from = "14 January 2026", .note = "Board, 9 Jan"}));
    EXPECT_THAT(page(t().reader), HasSubstr("1 seat, each with somebody in it."));
    EXPECT_THAT(seat_page(), HasSubstr("Lead member fills it since 14 Jan 2026."));
    EXPECT_THAT(seat_page("?on=13+January+2026"), HasSubstr("<b>Chief Constable</b>"));
    EXPECT_THAT(seat_page("?on=31+March+2025"), HasSubstr("<b>nobody</b>"));
    EXPECT_THAT(seat_page("?on=soon"), HasSubstr("Enter the day, as 12 June 2026."));
    EXPECT_THAT(page(t().reader, "?as-at=2026-01-13"), HasSubstr("Chief Constable"));
    EXPECT_THAT(page(t().reader, "?as-at=2025-03-31"), HasSubstr("1 vacant"));
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(Seats, A_seat_whose_deputy_becomes_its_holder_says_who_sat_there_until_then) {
    ASSERT_TRUE(add_police_seat());
    ASSERT_TRUE(begin({.who = "Chief Constable", .from = "1 April 2025"}));
    ASSERT_TRUE(
        begin({.part = partnership::Part::deputy, .who = "Lead member", .from = "1 May 2025"}));
    seats::Promote command{.seat = seat().id,
                           .deputy = partnership::deputies_on(seat(), t().today).front()->id,
                           .version = seat().version,
                           .from = "1 April 2025"};
    const auto early = in_transaction([&] { return seats::promote(t().db, t().unit, command); });
    EXPECT_THAT(first_problem(early), HasSubstr("from: Lead member is not a deputy of this seat"));
    command.from = "15 January 2026";
    ASSERT_TRUE(in_transaction([&] { return seats::promote(t().db, t().unit, command); }));
    EXPECT_THAT(seat_page("?on=14+January+2026"),
                HasSubstr("<b>Chief Constable; Lead member, deputy</b>"));
    EXPECT_THAT(seat_page("?on=15+January+2026"), HasSubstr("<b>Lead member</b>"));
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(Seats, Among_more_people_than_anybody_looks_through_a_name_is_typed) {
    EXPECT_THAT(program.get(&t().unit, "/seats/add").body,
                HasSubstr("<option value=\"Lead member\""));
    t().in_one_transaction([&] {
        for (int number = 0; number < 501; ++number)
            accounts::add_details(t().db, t().unit,
                                  {.id = t().unit.new_id<PersonId>(),
                                   .name = fmt::format("Health visitor {}", number)});
    });
    const auto form = program.get(&t().unit, "/seats/add").body;
    EXPECT_THAT(form, HasSubstr("name=\"member\" type=\"text\""));
    EXPECT_THAT(form, Not(HasSubstr("Health visitor 7<")));
    const auto file = [](std::string_view who) {
        return fmt::format("group,name,holder,member,since\n\"{}\",Police,\"{}\",{},1/4/2025\n",
                           hostile_group, "Norfolk Constabulary <b>&", who);
    };
    EXPECT_THAT(first_problem(look(*local_seats, file("health visitor 500"))), IsEmpty());
    EXPECT_THAT(first_problem(look(*local_seats, file("Health visitor 501"))),
                HasSubstr("Filled by: Nobody and nothing here is called"));
}

TEST_F(Seats, Whoever_holds_the_office_sits_on_its_seat) {
    ASSERT_TRUE(add_seat("Chair", "Lead chair"));
    EXPECT_THAT(seat_page(), HasSubstr("Nobody fills it."));
    ASSERT_TRUE(in_transaction([&] {
        return offices::hand_over(
            t().db, t().unit,
            {.office = office, .version = 1, .who = "Chief Constable", .from = "1 May 2025"});
    }));
    EXPECT_THAT(seat_page(), HasSubstr("Chief Constable fills it since 1 May 2025."));
    EXPECT_THAT(first_problem(begin({.who = "Lead member", .from = "1 June 2025"})),
                HasSubstr("who: Whoever holds the office Lead chair sits there."));
    const auto standings = partnership::group_standings(t().db, t().unit, t().today);
    const auto found = std::ranges::find(standings, group, &partnership::GroupStanding::id);
    EXPECT_EQ(found->seats, 1);
    EXPECT_EQ(found->vacancies, 0);
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(Seats, A_seat_without_agency_or_office_is_refused_beside_its_holder) {
    EXPECT_THAT(first_problem(add_seat("Parishes", "")),
                HasSubstr("holder: Say which [agency] or office holds the seat."));
    EXPECT_THAT(first_problem(add_seat("Parishes", std::string(hostile_group))),
                HasSubstr("holder: No"));
    EXPECT_THAT(now().seats, IsEmpty());
    const auto preview =
        look(*local_seats, "group,name,holder\n\"" + std::string(hostile_group) + "\",Parishes,\n");
    EXPECT_THAT(first_problem(preview),
                HasSubstr("Held by: Say which [agency] or office holds the seat."));
}

TEST_F(Seats, An_agency_that_has_ended_takes_no_seat_and_a_stretch_that_is_past_takes_nobody_away) {
    t().in_one_transaction([&] {
        agencies::add_agency(t().db, t().unit,
                             {.id = access::owner_named(t().db, t().unit, "Care board"),
                              .name = "Care board",
                              .sector = "Health",
                              .to = day(2025, 12, 31)});
    });
    EXPECT_EQ(first_problem(add_seat("Health", "Care board")),
              "holder: Care board ended on 31 Dec 2025.");
    ASSERT_TRUE(add_police_seat());
    ASSERT_TRUE(begin({.who = "Chief Constable", .from = "1 April 2025"}));
    EXPECT_EQ(
        first_problem(begin({.who = "Lead member", .from = "1 May 2025", .to = "1 June 2025"})),
        "to: Chief Constable fills it from 1 Apr 2025, also after that day. Put that right first.");
    EXPECT_TRUE(begin({.who = "Lead member", .from = "1 February 2026", .to = "1 May 2026"}));
}

TEST_F(Seats, Of_two_who_change_a_seat_at_once_the_second_is_told_what_stands_there) {
    ASSERT_TRUE(add_police_seat());
    const auto read = seat().version;
    ASSERT_TRUE(begin({.version = read, .who = "Chief Constable", .from = "1 April 2025"}));
    const auto second = begin({.version = read, .who = "Lead member", .from = "1 May 2025"});
    ASSERT_FALSE(second);
    EXPECT_EQ(second.refusal().kind, Refusal::Kind::conflict);
    EXPECT_THAT(first_problem(second), HasSubstr("Chief Constable fills it"));
}

TEST_F(Seats, Seats_of_one_group_are_changed_side_by_side) {
    ASSERT_TRUE(add_police_seat());
    const auto read = seat().version;
    ASSERT_TRUE(add_seat("Zebra", "Lead chair"));
    EXPECT_TRUE(begin({.version = read, .who = "Chief Constable", .from = "1 April 2025"}));
}

TEST_F(Seats, Guests_come_and_go_without_a_seat) {
    groups::Invite command{.group = group,
                           .version = now().version,
                           .part = partnership::Part::observer,
                           .who = "Lead member",
                           .from = "1 January 2026"};
    const auto invite = [&] {
        return in_transaction([&] { return groups::invite(t().db, t().unit, command); });
    };
    ASSERT_TRUE(invite());
    EXPECT_THAT(page(t().reader), HasSubstr("observer, from 1 Jan 2026"));
    command.version = now().version;
    EXPECT_THAT(first_problem(invite()), HasSubstr("who: They come from 1 Jan 2026 already."));
    const groups::PutGuestRight right{.group = group,
                                      .guest = now().guests.at(0).id,
                                      .version = now().version,
                                      .from = "1 January 2026",
                                      .to = "20 January 2026"};
    ASSERT_TRUE(in_transaction([&] { return groups::put_right(t().db, t().unit, right); }));
    EXPECT_THAT(page(t().reader), Not(HasSubstr("observer, ")));
    EXPECT_THAT(partnership::places_of_person(t().db, now().guests[0].person, day(2026, 1, 20)),
                SizeIs(1));
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(Seats, Two_who_would_fill_one_at_once_are_refused_beside_the_day) {
    ASSERT_TRUE(add_police_seat());
    ASSERT_TRUE(begin({.who = "Chief Constable", .from = "1 April 2025"}));
    const auto answer = program.post(
        &t().unit, "/seats/" + seat().id.str() + "/hand-on",
        fmt::format("version={}&who=Lead+member&from=1+March+2025", seat().version), "early");
    t().db.finish();
    EXPECT_EQ(answer.status, 422);
    const auto beside = answer.body.substr(answer.body.find(R"(id="from-error")"));
    EXPECT_THAT(beside.substr(0, 300),
                HasSubstr("Chief Constable sits there from 1 Apr 2025. One person fills a seat at "
                          "once."));
    EXPECT_THAT(seat().people, SizeIs(1));
}

TEST_F(Seats, Whoever_never_was_there_goes_from_the_seat_and_the_history_keeps_them) {
    ASSERT_TRUE(add_police_seat());
    ASSERT_TRUE(begin({.who = "Chief Constable", .from = "1 April 2025"}));
    ASSERT_TRUE(begin({.who = "Lead member", .from = "14 January 2026"}));
    ASSERT_TRUE(in_transaction([&] {
        return groups::invite(
            t().db, t().unit,
            {.group = group, .version = now().version, .who = "Lead member", .from = "2026-01-01"});
    }));
    const auto never_was = [&](const std::string& path, std::int64_t version) {
        return program.post(&t().unit, path, fmt::format("version={}&never_was=yes", version), path)
            .status;
    };
    const auto wrong = seat().people.at(1).id.str(), guest = now().guests.at(0).id.str();
    EXPECT_EQ(never_was("/seats/" + seat().id.str() + "/people/" + wrong, seat().version), 303);
    EXPECT_EQ(never_was("/groups/" + group.str() + "/guests/" + guest, now().version), 303);
    ASSERT_THAT(seat().people, SizeIs(1));
    EXPECT_EQ(seat().people[0].known_as, "Chief Constable");
    EXPECT_THAT(now().guests, IsEmpty());
    EXPECT_THAT(seat_page("?on=20+January+2026"), Not(HasSubstr("<b>Lead member</b>")));
    EXPECT_THAT(page(t().reader, "/changes"), HasSubstr("Was: </span>Lead member</del>"));
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(Seats, A_seat_within_which_roles_were_held_before_stays_the_same_owner) {
    OwnerId before;
    t().in_one_transaction([&] {
        before = access::add_seat(t().db, t().unit,
                                  {.name = "Police, " + std::string(hostile_group), .group = group})
                     .value();
    });
    ASSERT_TRUE(add_police_seat());
    EXPECT_EQ(seat().id, before);
}

TEST_F(Seats, A_new_name_is_each_seats_too) {
    ASSERT_TRUE(add_police_seat());
    auto stands = now();
    ASSERT_TRUE(in_transaction([&] {
        return groups::keep(
            t().db, t().unit,
            {.id = group, .version = stands.version, .name = "Neglect Board", .kind = stands.kind});
    }));
    const auto owner = access::find_owner(t().db, "Police, Neglect Board");
    ASSERT_TRUE(owner);
    EXPECT_EQ(owner->id, seat().id);
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(Seats, Files_bring_groups_that_name_each_other_with_their_seats_and_are_then_the_same) {
    const std::string groups_file = "name,kind,reports_to,chair,purpose,from\n"
                                    "Audit,standing_subgroup,Intelligence,Lead chair,Audits,\n"
                                    "Intelligence,standing_subgroup,Audit Board,,,2020-06-01\n"
                                    "Audit Board,statutory,,,,\n";
    EXPECT_EQ(first_problem(look(*local_groups, groups_file)), "");
    ASSERT_TRUE(import(*local_groups, groups_file));
    EXPECT_EQ(look(*local_groups, groups_file).count(registers::Fate::same), 3);
    const std::string seats_file =
        "group,name,holder,member,since,deputies,to\n"
        "Audit,Police,Norfolk Constabulary <b>&,Chief Constable,2025-01-06,Lead member,2026-12-31\n"
        "Audit,Chair,Lead chair,,,,\n";
    EXPECT_EQ(first_problem(look(*local_seats, seats_file)), "");
    ASSERT_TRUE(import(*local_seats, seats_file));
    EXPECT_EQ(look(*local_seats, seats_file).count(registers::Fate::same), 2);
    const auto standings = partnership::group_standings(t().db, t().unit, t().today);
    const auto audit_group =
        std::ranges::find(standings, "Audit", &partnership::GroupStanding::name);
    EXPECT_EQ(audit_group->seats, 2);
    EXPECT_EQ(audit_group->vacancies, 1);
    EXPECT_THAT(audit_group->reports_to, SizeIs(1));
    EXPECT_EQ(audit_group->chairs.at(0).name, "Lead chair");
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(Seats, A_file_says_what_is_wrong_with_who_sits_where) {
    ASSERT_TRUE(add_police_seat());
    ASSERT_TRUE(begin({.who = "Chief Constable", .from = "1 April 2025"}));
    const auto row = [&](std::string_view rest) {
        return look(*local_seats,
                    "group,name,holder,member,since\n\"" + std::string(hostile_group) +
                        "\",Police,Norfolk Constabulary <b>&," + std::string(rest) + "\n");
    };
    EXPECT_THAT(first_problem(row("Lead member,")), HasSubstr("Since: "));
    EXPECT_THAT(first_problem(row("Chief Constable,2025-06-01")), HasSubstr("put right"));
    EXPECT_THAT(first_problem(row(",")), HasSubstr("Say on the page of the seat"));
    EXPECT_EQ(first_problem(row("Lead member,2026-01-05")), "");
}

} // namespace
} // namespace openmasa

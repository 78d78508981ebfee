// Groups and what becomes of them, through the whole program: by forms, by files, and on other
// days.
#include "core/clocks/running.hpp"
#include "groups.hpp"
#include "partnership/groups/terms_actions.hpp"
#include <gmock/gmock.h>

namespace openmasa {
namespace {

using partnership::GroupKind;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class Groups : public GroupsOfAPartnership {};

TEST_F(Groups, A_page_says_what_a_group_lacks_and_escapes_what_it_is_called) {
    const auto text = page(t().reader);
    EXPECT_THAT(text, HasSubstr("Neglect &lt;b&gt;&amp; Group"));
    EXPECT_THAT(text, HasSubstr("Nobody chairs it."));
    EXPECT_THAT(text, HasSubstr("It has no seat yet."));
    EXPECT_THAT(text, HasSubstr("None adopted yet."));
    EXPECT_THAT(text, Not(HasSubstr("Set the quorum")));
    EXPECT_THAT(page(t().unit), HasSubstr("Set the quorum"));
    EXPECT_EQ(program.get(&t().outsider, "/groups/" + group.str()).status, 404);
}

TEST_F(Groups, A_line_that_goes_round_is_refused_with_the_way_round) {
    const auto audit_group = added("Audit Group"), data_group = added("Data Group");
    ASSERT_TRUE(reports(audit_group, "Data Group"));
    ASSERT_TRUE(reports(data_group, std::string(hostile_group)));
    EXPECT_THAT(first_problem(reports(group, "Audit Group")),
                HasSubstr("reports_to: On 22 Jan 2026 it would report to itself: Neglect <b>& "
                          "Group reports to Audit Group, which reports to Data Group, which "
                          "reports to Neglect <b>& Group."));
    EXPECT_THAT(first_problem(reports(group, std::string(hostile_group))),
                HasSubstr("reports_to: "));
    EXPECT_THAT(now().reports_to, IsEmpty());
    EXPECT_THAT(page(t().reader), HasSubstr("Data Group"));
}

TEST_F(Groups, A_quorum_counts_from_its_day_and_one_out_of_reach_is_refused) {
    ASSERT_TRUE(add_police_seat());
    groups::SetQuorum command{
        .group = group, .version = now().version, .from = "1 January 2026", .least = "2"};
    const auto set = [&] {
        return in_transaction([&] { return groups::set_quorum(t().db, t().unit, command); });
    };
    EXPECT_EQ(first_problem(set()),
              "least: Nobody can reach this: the group has 1 seat on that day.");
    command.least = "many";
    EXPECT_THAT(first_problem(set()), HasSubstr("least: Enter a whole number"));
    command.least = "1";
    command.agencies = {t().constabulary};
    ASSERT_TRUE(set());
    EXPECT_THAT(page(t().reader), HasSubstr("With today&#39;s vacancies nobody can reach it: "));
    command.version = now().version;
    command.least = "";
    ASSERT_TRUE(set()) << "the rule of the same day again";
    EXPECT_THAT(now().quorums, SizeIs(1));
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(Groups, Agencies_of_a_quorum_are_kept_by_name_in_whatever_order_they_were_ticked) {
    std::vector<OwnerId> ids;
    for (const std::string name : {"Norfolk and Suffolk Trust", "Norfolk County Council"}) {
        t().in_one_transaction([&] {
            ids.push_back(access::owner_named(t().db, t().unit, name));
            agencies::add_agency(
                t().db, t().unit,
                {.id = ids.back(), .name = name, .sector = "Health", .role = "Relevant agency"});
        });
        ASSERT_TRUE(add_seat(name + "'s seat", name));
    }
    const auto set = [&](std::string from, std::vector<OwnerId> agencies) {
        return in_transaction([&] {
            return groups::set_quorum(t().db, t().unit,
                                      {.group = group,
                                       .version = now().version,
                                       .from = std::move(from),
                                       .least = "1",
                                       .agencies = std::move(agencies)});
        });
    };
    ASSERT_TRUE(set("1 January 2026", {ids[1], ids[0], ids[1]}));
    EXPECT_THAT(faults(), IsEmpty());
    EXPECT_THAT(now().quorums.at(0).agencies, SizeIs(2));
    EXPECT_THAT(page(t().unit, "/changes"),
                HasSubstr("Norfolk and Suffolk Trust; Norfolk County Council"));
    ASSERT_TRUE(set("1 January 2025", {ids[0]})) << "the rule of an earlier day";
    EXPECT_THAT(faults(), IsEmpty());
    t().in_one_transaction([&] {
        access::change_owner(t().db, {ids[0], "Trust of mental health", access::OwnerType::agency});
    });
    EXPECT_THAT(faults(), IsEmpty()) << "by another name it stands elsewhere in the order";
    EXPECT_THAT(first_problem(set("1 January 2026", {group})), HasSubstr("agencies: Choose among"));
}

TEST_F(Groups, No_new_line_leads_to_one_that_has_ended) {
    const auto data_group = added("Data Group");
    ASSERT_TRUE(in_transaction([&] {
        return groups::end(
            t().db, t().unit,
            {.group = data_group, .version = now(data_group).version, .to = "2025-12-31"}, {});
    }));
    EXPECT_EQ(first_problem(reports(group, "Data Group")),
              "reports_to: Data Group ended on 31 Dec 2025.");
    EXPECT_THAT(now().reports_to, IsEmpty());
}

TEST_F(Groups, One_that_answers_for_something_or_is_reported_to_does_not_end) {
    ASSERT_TRUE(add_police_seat());
    ASSERT_TRUE(begin({.who = "Chief Constable", .from = "1 April 2025"}));
    const auto other = added("Audit Group");
    ASSERT_TRUE(reports(other, std::string(hostile_group)));
    const auto end = [&](const OpenDuties& duties) {
        return in_transaction([&] {
            return groups::end(t().db, t().unit,
                               {.group = group, .version = now().version, .to = "2026-03-31"},
                               duties);
        });
    };
    EXPECT_THAT(first_problem(end({})), HasSubstr("to: It cannot end yet: 1 thing still hangs"));
    EXPECT_THAT(program.get(&t().unit, "/groups/" + group.str() + "/end").body,
                HasSubstr("Audit Group reports to it"));
    ASSERT_TRUE(in_transaction([&] {
        return groups::end(t().db, t().unit,
                           {.group = other, .version = now(other).version, .to = "2026-01-21"}, {});
    }));
    OpenDuties duties;
    duties.shown.push_back({.what = "VA 1", .how = "owns it"});
    EXPECT_THAT(first_problem(end(duties)), HasSubstr("to: It cannot end yet"));
    ASSERT_TRUE(end({}));
    EXPECT_EQ(seat().days.to, day(2026, 3, 31));
    EXPECT_EQ(seat().people.at(0).to, day(2026, 3, 31));
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(Groups, What_a_group_owns_in_the_plan_stands_before_its_end) {
    t().in_one_transaction([&] {
        static constexpr store::Query<store::None(OwnerId)> give{
            "test.give_action", "UPDATE action SET owner_id = $1 WHERE position = 1"};
        t().db.run(give, group);
    });
    EXPECT_THAT(program.get(&t().unit, "/groups/" + group.str() + "/end").body,
                HasSubstr("What still hangs on it"));
    const auto refused = program.post(&t().unit, "/groups/" + group.str() + "/end",
                                      "version=1&to=31+March+2026", "end-1");
    EXPECT_THAT(refused.body, HasSubstr("It cannot end yet"));
    EXPECT_EQ(now().days.to, std::nullopt);
}

TEST_F(Groups, Terms_that_were_adopted_never_change_and_a_clock_runs_for_their_review) {
    const auto write = [&](std::string words) {
        return in_transaction([&] {
            return groups::write_terms(t().db, t().unit,
                                       {.group = group,
                                        .version = now().version,
                                        .words = std::move(words),
                                        .signs = "Lead chair"});
        });
    };
    EXPECT_THAT(first_problem(write("")), HasSubstr("words: "));
    ASSERT_TRUE(write("First"));
    ASSERT_TRUE(write("First, better"));
    groups::AdoptTerms adopt{.group = group,
                             .terms = now().terms.at(0).id,
                             .version = now().version,
                             .on = "23 January 2026"};
    const auto adopted = [&] {
        return in_transaction([&] { return groups::adopt_terms(t().db, t().unit, adopt); });
    };
    EXPECT_THAT(first_problem(adopted()), HasSubstr("by: Say which group or office"));
    adopt.by = "Lead chair";
    EXPECT_THAT(first_problem(adopted()), HasSubstr("on: That day is still to come."));
    adopt.on = "10 January 2025";
    ASSERT_TRUE(adopted());
    adopt.version = now().version;
    EXPECT_EQ(adopted().refusal().kind, Refusal::Kind::not_found) << "once and for all";
    EXPECT_EQ(now().terms.at(0).review_on, day(2026, 1, 10));
    EXPECT_THAT(page(t().reader), HasSubstr("to be looked at again since 10 Jan 2026"));
    EXPECT_THAT(program.get(&t().reader, "/groups?terms=overdue").body,
                HasSubstr(R"(om-tag--late">)"));
    ASSERT_TRUE(write("Second"));
    ASSERT_THAT(now().terms, SizeIs(2));
    EXPECT_EQ(now().terms[0].words, "First, better");
    const auto clocks = clocks::about(t().db, "group", group.view());
    ASSERT_THAT(clocks, SizeIs(1));
    EXPECT_EQ(clocks[0].start, day(2025, 1, 10));
    adopt = {.group = group,
             .terms = now().terms[1].id,
             .version = now().version,
             .on = "20 January 2026",
             .by = "Lead chair"};
    ASSERT_TRUE(adopted());
    EXPECT_THAT(clocks::about(t().db, "group", group.view()), SizeIs(2));
    EXPECT_FALSE(clocks::about(t().db, "group", group.view())[0].is_stopped());
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(Groups, Another_version_of_the_terms_is_all_that_changed_in_the_history) {
    const auto write = [&](std::string words) {
        return in_transaction([&] {
            return groups::write_terms(
                t().db, t().unit,
                {.group = group, .version = now().version, .words = std::move(words)});
        });
    };
    ASSERT_TRUE(write("First"));
    ASSERT_TRUE(in_transaction([&] {
        return groups::adopt_terms(t().db, t().unit,
                                   {.group = group,
                                    .terms = now().terms.at(0).id,
                                    .version = now().version,
                                    .on = "10 January 2026",
                                    .by = "Lead chair"});
    }));
    ASSERT_TRUE(write("Second"));
    const auto text = page(t().reader, "/changes");
    const auto newest = text.substr(0, text.find("om-feed__by"));
    EXPECT_THAT(newest, HasSubstr("Terms of reference 2, words:"));
    EXPECT_THAT(newest, Not(HasSubstr("Terms of reference 1")));
}

TEST_F(Groups, Of_a_board_of_others_the_list_says_nothing_that_is_not_kept_here) {
    const auto board = added("Health Board", GroupKind::external_board);
    const auto list = [&](std::string_view query) {
        return program.get(&t().reader, "/groups.csv?words=Health&columns=" + std::string(query))
            .body;
    };
    EXPECT_THAT(list("name,chaired,seats,vacancies,vacant,terms"), HasSubstr("Health Board,,,,,"));
    EXPECT_THAT(program.get(&t().reader, "/groups?chaired=no").body,
                Not(HasSubstr("Health Board")));
    const auto text = program.get(&t().reader, "/groups/" + board.str()).body;
    EXPECT_THAT(text, HasSubstr("its seats and its terms of reference are not kept here"));
    EXPECT_THAT(text, Not(HasSubstr("Nobody chairs it.")));
}

TEST_F(Groups, A_name_that_stood_in_a_plan_is_completed_and_stays_the_same_owner) {
    OwnerId in_plan;
    t().in_one_transaction(
        [&] { in_plan = access::owner_named(t().db, t().unit, "Families First Board"); });
    EXPECT_THAT(program.get(&t().reader, "/groups").body, HasSubstr("Families First Board"));
    EXPECT_THAT(program.get(&t().reader, "/groups/" + in_plan.str()).body,
                HasSubstr("Nothing more is said of the group yet."));
    EXPECT_EQ(added("families first board", GroupKind::task_and_finish), in_plan);
    EXPECT_EQ(now(in_plan).kind, GroupKind::task_and_finish);
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(Groups, Nothing_ends_by_a_form_that_does_not_ask_what_hangs_on_it) {
    ASSERT_TRUE(add_police_seat());
    const auto name = "\"" + std::string(hostile_group) + "\"";
    EXPECT_THAT(first_problem(look(*local_groups, "name,to\n" + name + ",2026-03-31\n")),
                HasSubstr("To: End the group on its page"));
    EXPECT_THAT(
        first_problem(look(*local_seats, "group,name,to\n" + name + ",Police,2026-03-31\n")),
        HasSubstr("To: End the seat on its page"));
    OpenDuties duties;
    duties.shown.push_back({.what = "VA 1", .how = "owns it"});
    const auto end = [&] {
        return in_transaction([&] {
            return seats::end(t().db, t().unit,
                              {.seat = seat().id, .version = seat().version, .to = "31 March 2026"},
                              duties);
        });
    };
    EXPECT_THAT(first_problem(end()), HasSubstr("to: The seat still answers for something: VA 1."));
    duties = {};
    ASSERT_TRUE(end());
    EXPECT_EQ(seat().days.to, day(2026, 3, 31));
}

TEST_F(Groups, An_office_and_an_agency_say_where_they_sit_and_what_they_chair) {
    ASSERT_TRUE(add_police_seat());
    auto stands = now();
    ASSERT_TRUE(in_transaction([&] {
        return groups::keep(t().db, t().unit,
                            {.id = group,
                             .version = stands.version,
                             .name = stands.name,
                             .kind = stands.kind,
                             .chairs = groups::KeepGroup::Ties{{"Lead chair"}, t().today}});
    }));
    EXPECT_THAT(program.get(&t().reader, "/agencies/" + t().constabulary.str()).body,
                HasSubstr("1 seat in 1 group, 1 vacant"));
    EXPECT_THAT(program.get(&t().reader, "/offices/" + office.str()).body, HasSubstr("Chairs"));
}

TEST_F(Groups, One_without_a_chair_stands_on_the_first_page_of_those_who_must_know) {
    const auto words = "Nobody chairs \u201cNeglect &lt;b&gt;&amp; Group\u201d";
    const auto home = [&](const Scope& who) { return program.get(&who, "/").body; };
    EXPECT_THAT(home(t().unit), HasSubstr(words));
    EXPECT_THAT(home(t().reader), HasSubstr(words)) << "a delegated partner";
    EXPECT_THAT(home(program.cast[std::size_t(Role::analyst)]), Not(HasSubstr(words)));
}

TEST_F(Groups, Only_whoever_keeps_them_changes_them) {
    ASSERT_TRUE(add_police_seat());
    const auto refused = in_transaction([&] {
        return seats::begin(t().db, t().reader,
                            {.seat = seat().id,
                             .version = seat().version,
                             .who = "Chief Constable",
                             .from = "1 April 2025"});
    });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().kind, Refusal::Kind::not_found);
    EXPECT_EQ(program.get(&t().reader, "/seats/" + seat().id.str() + "/end").status, 404);
    EXPECT_EQ(program.get(&t().outsider, "/seats").status, 404);
}

TEST_F(Groups, What_another_program_changed_is_found) {
    ASSERT_TRUE(add_police_seat());
    ASSERT_TRUE(begin({.who = "Chief Constable", .from = "1 April 2025"}));
    EXPECT_THAT(faults(), IsEmpty());
    static constexpr store::Query<store::None()> forge{
        "test.forge_member", "UPDATE group_member SET from_day = '2024-01-01'"};
    t().in_one_transaction([&] { t().db.run(forge); });
    EXPECT_THAT(faults(), SizeIs(1));
}

} // namespace
} // namespace openmasa

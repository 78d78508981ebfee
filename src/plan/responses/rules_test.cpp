#include "core/access/secret.hpp"
#include "plan/responses/rules.hpp"
#include <gtest/gtest.h>

namespace openmasa::responses {
namespace {

const Day asked = day(2026, 1, 5), due = day(2026, 2, 4);

Response open() {
    return {.id = {}, .recommendation = {}, .owner = {}, .asked_on = asked, .due = due};
}
Response answered(Day on) {
    auto response = open();
    response.answer = Answer::accepted;
    response.answered_on = on;
    return response;
}
std::vector<std::string> fields(const std::vector<Problem>& problems) {
    std::vector<std::string> all;
    for (const auto& problem : problems) all.push_back(problem.field);
    return all;
}

TEST(HowAnAnswerStands, Every_cell_of_asked_answered_and_the_day) {
    struct Cell {
        std::optional<Response> response;
        Day today;
        Standing standing;
        int late;
    };
    const Cell cells[] = {
        {{}, due, Standing::not_asked, 0},
        {{}, due + std::chrono::days{90}, Standing::not_asked, 0},
        {open(), asked, Standing::waits, 0},
        {open(), due, Standing::waits, 0},
        {open(), due + std::chrono::days{1}, Standing::late, 1},
        {open(), due + std::chrono::days{13}, Standing::late, 13},
        {answered(asked), due + std::chrono::days{90}, Standing::in_time, 0},
        {answered(due), due + std::chrono::days{90}, Standing::in_time, 0},
        {answered(due + std::chrono::days{1}), due + std::chrono::days{90}, Standing::answered_late,
         1},
    };
    for (const auto& cell : cells) {
        EXPECT_EQ(standing_on(cell.response, cell.today), cell.standing)
            << to_text(cell.standing) << " on " << iso(cell.today);
        if (cell.response) {
            EXPECT_EQ(days_late(*cell.response, cell.today), cell.late);
        }
    }
}

TEST(HowAnAnswerStands, Its_words_are_read_back) {
    for (const auto standing : all_standings) {
        Standing read{};
        EXPECT_TRUE(from_text(to_text(standing), read));
        EXPECT_EQ(read, standing);
        EXPECT_FALSE(spoken(standing).empty());
    }
    for (const auto answer : all_answers) {
        Answer read{};
        EXPECT_TRUE(from_text(to_text(answer), read));
        EXPECT_EQ(read, answer);
        EXPECT_FALSE(spoken(answer).empty());
    }
    Answer none{};
    Standing nowhere{};
    EXPECT_FALSE(from_text("maybe", none));
    EXPECT_FALSE(from_text("", nowhere));
}

TEST(WhoMayAnswer, Whoever_says_how_work_stands_within_that_owner_and_the_unit_for_all) {
    auto& random = system_randomness();
    const auto mine = OwnerId::make({}, random), other = OwnerId::make({}, random);
    for (const auto role : all_roles) {
        Scope scope;
        scope.holdings = {
            {role, is_held_within(role) ? std::optional(mine) : std::optional<OwnerId>()}};
        const auto far = reach(role, Permission::answer_recommendation);
        EXPECT_EQ(may_answer(scope, mine), far != Reach::none) << to_text(role);
        EXPECT_EQ(may_answer(scope, other), far == Reach::everywhere) << to_text(role);
    }
    Scope unit, lead;
    unit.holdings = {{Role::business_unit, {}}};
    lead.holdings = {{Role::agency_lead, mine}};
    EXPECT_TRUE(may_answer(unit, other));
    EXPECT_TRUE(may_answer(lead, mine));
    EXPECT_FALSE(may_answer(lead, other));
}

TEST(WhatAnAnswerSays, Everything_that_is_missing_is_said_at_once_beside_its_field) {
    const GiveAnswer empty{.recommendation = {}, .owner = {}};
    EXPECT_EQ(fields(problems_with(empty, open(), due)),
              (std::vector<std::string>{"answer", "done", "on"}));
    for (const auto answer : all_answers) {
        GiveAnswer command{.recommendation = {},
                           .owner = {},
                           .answer = answer,
                           .done = "Every plan says what the child said.",
                           .on = "4 February 2026"};
        EXPECT_TRUE(problems_with(command, open(), due).empty()) << to_text(answer);
        command.done = " \n";
        EXPECT_EQ(fields(problems_with(command, open(), due)), std::vector<std::string>{"done"});
    }
}

TEST(WhatAnAnswerSays, The_day_is_not_to_come_and_not_before_they_were_asked) {
    GiveAnswer command{
        .recommendation = {}, .owner = {}, .answer = Answer::accepted, .done = "Done."};
    const auto wrong = [&](std::string on) {
        command.on = std::move(on);
        return !problems_with(command, open(), due).empty();
    };
    EXPECT_FALSE(wrong("5 January 2026"));
    EXPECT_FALSE(wrong("4/2/2026"));
    EXPECT_TRUE(wrong("4 January 2026"));
    EXPECT_TRUE(wrong("5 February 2026"));
    EXPECT_TRUE(wrong("soon"));
}

TEST(WhatAnAnswerSays, Where_it_is_shown_is_an_address_or_nothing) {
    GiveAnswer command{.recommendation = {},
                       .owner = {},
                       .answer = Answer::accepted,
                       .done = "Done.",
                       .on = "4 February 2026"};
    for (const auto* link : {"", "https://example.org/policy"}) {
        command.link = link;
        EXPECT_TRUE(problems_with(command, open(), due).empty()) << link;
    }
    for (const auto* link : {"javascript:alert(1)", "the shared drive"}) {
        command.link = link;
        EXPECT_EQ(fields(problems_with(command, open(), due)), std::vector<std::string>{"link"});
    }
    command.link.clear();
    command.evidence = std::string(longest_answer + 1, 'x');
    EXPECT_EQ(fields(problems_with(command, open(), due)), std::vector<std::string>{"evidence"});
}

TEST(WhomToAsk, An_owner_with_nobody_needs_an_address_and_who_answered_is_not_asked_again) {
    auto& random = system_randomness();
    const auto police = OwnerId::make({}, random), council = OwnerId::make({}, random),
               health = OwnerId::make({}, random);
    const std::vector<Candidate> all = {
        {.owner = police,
         .name = "Police",
         .people = {{.owner = police, .person = PersonId::make({}, random)}}},
        {.owner = council, .name = "Council"},
        {.owner = health, .name = "Health", .response = answered(due)},
    };
    Ask command{.recommendation = {}, .owners = {police.str()}, .due = "4 February 2026"};
    EXPECT_TRUE(problems_with(command, all, asked).empty());
    command.owners = {police.str(), council.str()};
    EXPECT_EQ(fields(problems_with(command, all, asked)),
              std::vector<std::string>{email_field(council)});
    command.emails[council.str()] = "head";
    EXPECT_EQ(fields(problems_with(command, all, asked)),
              std::vector<std::string>{email_field(council)});
    command.emails[council.str()] = " head@example.org ";
    EXPECT_TRUE(problems_with(command, all, asked).empty());
    command.owners = {health.str()};
    EXPECT_EQ(fields(problems_with(command, all, asked)), std::vector<std::string>{"owner"});
    command.owners = {"nobody"};
    EXPECT_EQ(fields(problems_with(command, all, asked)), std::vector<std::string>{"owner"});
    command.owners = {};
    for (const auto* day : {"5 January 2026", "", "6 January 2027 or so", "7 January 2027"}) {
        command.due = day;
        EXPECT_EQ(fields(problems_with(command, all, asked)),
                  (std::vector<std::string>{"owner", "due"}))
            << day;
    }
    command.due = "6 January 2027";
    EXPECT_EQ(fields(problems_with(command, all, asked)), std::vector<std::string>{"owner"});
}

TEST(WhenToRemind, A_week_and_a_day_before_the_day_and_every_week_after_it) {
    auto response = open();
    std::vector<std::string> on;
    for (Day today = asked; today < day(2026, 3, 1); today += std::chrono::days{1})
        if (is_reminded_on(response, today)) {
            on.push_back(iso(today));
            response.reminded_on = today;
        }
    EXPECT_EQ(on, (std::vector<std::string>{"2026-01-28", "2026-02-03", "2026-02-05", "2026-02-12",
                                            "2026-02-19", "2026-02-26"}));
}

TEST(WhenToRemind, A_morning_that_was_missed_is_made_up_for_once_and_who_answered_is_left_alone) {
    auto response = open();
    EXPECT_TRUE(is_reminded_on(response, day(2026, 2, 20)));
    response.reminded_on = day(2026, 2, 20);
    EXPECT_FALSE(is_reminded_on(response, day(2026, 2, 20)));
    EXPECT_FALSE(is_reminded_on(response, day(2026, 2, 21)));
    EXPECT_TRUE(is_reminded_on(response, day(2026, 2, 26)));
    EXPECT_FALSE(is_reminded_on(answered(asked), day(2026, 2, 26)));
    auto short_notice = open();
    short_notice.due = asked + std::chrono::days{1};
    EXPECT_FALSE(is_reminded_on(short_notice, asked)) << "they were asked today";
}

TEST(WhenToRemind, By_hand_once_a_day_and_not_on_the_day_on_which_they_were_asked) {
    auto response = open();
    EXPECT_FALSE(can_be_reminded(response, asked));
    EXPECT_TRUE(can_be_reminded(response, asked + std::chrono::days{1}));
    response.reminded_on = asked + std::chrono::days{1};
    EXPECT_FALSE(can_be_reminded(response, asked + std::chrono::days{1}));
    EXPECT_TRUE(can_be_reminded(response, asked + std::chrono::days{2}));
    EXPECT_FALSE(can_be_reminded(answered(due), due + std::chrono::days{2}));
}

TEST(LinksToAnswerWith, They_work_four_weeks_beyond_the_day_within_what_links_may) {
    EXPECT_EQ(days_of_link(due, asked), 58);
    EXPECT_EQ(days_of_link(asked, due + std::chrono::days{60}), 14);
    EXPECT_EQ(days_of_link(due + std::chrono::days{300}, asked), 90);
}

} // namespace
} // namespace openmasa::responses

#include "kernel/text.hpp"
#include "plan/recommendation_moves.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <map>

namespace openmasa::recommendations {
namespace {

using namespace std::chrono;

// What is expected, written down by hand and not taken from the table: a line a state, a column a
// move; - is refused, otherwise the first letters of the state that it leads to.
//                    accept refuse start complete test embed go_on supersede close reopen
constexpr std::string_view expected_cells[] = {
    "proposed          acc    not    -     -        -    -     -     -         -     -",
    "accepted          -      not    in_   -        -    -     -     sup       clo   -",
    "not_accepted      acc    -      -     -        -    -     -     -         -     -",
    "in_progress       -      -      -     act      -    -     -     sup       clo   -",
    "actions_complete  -      -      -     -        imp  -     in_   sup       clo   -",
    "impact_tested     -      -      -     -        -    emb   in_   sup       clo   -",
    "embedded          -      -      -     -        -    -     -     -         -     in_",
    "superseded        -      -      -     -        -    -     -     -         -     acc",
    "closed            -      -      -     -        -    -     -     -         -     acc",
};

/// Who may make a move, whatever the state: but for what was embedded, see the test.
const std::map<Move, Permission> expected_rights = {
    {Move::accept, Permission::decide_recommendation},
    {Move::refuse, Permission::decide_recommendation},
    {Move::start, Permission::answer_recommendation},
    {Move::complete, Permission::answer_recommendation},
    {Move::test, Permission::judge_recommendation},
    {Move::embed, Permission::judge_recommendation},
    {Move::go_on, Permission::judge_recommendation},
    {Move::supersede, Permission::keep_recommendations},
    {Move::close, Permission::keep_recommendations},
    {Move::reopen, Permission::keep_recommendations},
};

const auto lead_group = OwnerId::unchecked("0000000000000000000000000a");
const auto other_group = OwnerId::unchecked("0000000000000000000000000b");

/// One of which everything is there that any move asks for.
Standing complete_in(State state) {
    return {.id = RecommendationId::unchecked("0000000000000000000000000r"),
            .state = state,
            .owner = lead_group,
            .has_source = true,
            .has_home = true,
            .has_kind = true,
            .has_lead = true,
            .has_due = true,
            .actions = 2,
            .completion_evidence = 1,
            .impact_evidence = 1};
}

Scope holding(Role role, std::optional<OwnerId> owner = {}) {
    Scope scope;
    scope.holdings = {{role, owner}};
    return scope;
}

bool offers(const std::vector<OpenMove>& open, Move move) {
    return std::ranges::any_of(open, [&](const OpenMove& one) { return one.row->move == move; });
}

TEST(RecommendationMoves, Every_cell_of_the_table_leads_where_it_should) {
    int cells = 0;
    for (const auto line : expected_cells) {
        std::vector<std::string_view> words;
        for (const auto word : split(line, ' '))
            if (!word.empty()) words.push_back(word);
        ASSERT_EQ(words.size(), all_moves.size() + 1) << line;
        State from{};
        ASSERT_TRUE(from_text(words[0], from)) << line;
        for (std::size_t at = 0; at < all_moves.size(); ++at) {
            const auto* row = transitions::find_row(moves(), from, all_moves[at]);
            const auto where = row ? to_text(row->to).substr(0, 3) : std::string_view("-");
            EXPECT_EQ(where, words[at + 1]) << to_text(from) << " x " << to_text(all_moves[at]);
            ++cells;
        }
    }
    EXPECT_EQ(cells, 90);
}

TEST(RecommendationMoves, Every_cell_is_offered_to_the_roles_with_its_right_and_to_nobody_else) {
    for (const auto state : all_states)
        for (const auto move : all_moves) {
            const auto* row = transitions::find_row(moves(), state, move);
            for (const auto role : all_roles) {
                const auto scope =
                    holding(role, is_held_within(role) ? std::optional(lead_group) : std::nullopt);
                const auto offered = offers(open_moves(scope, complete_in(state)), move);
                const auto right = state == State::embedded ? Permission::judge_recommendation
                                                            : expected_rights.at(move);
                EXPECT_EQ(offered, row && reach(role, right) != Reach::none)
                    << to_text(state) << " x " << to_text(move) << " x " << to_text(role);
            }
        }
}

TEST(RecommendationMoves, An_outsider_is_offered_nothing_and_another_groups_chair_no_work) {
    for (const auto state : all_states) {
        EXPECT_TRUE(open_moves({}, complete_in(state)).empty());
        EXPECT_TRUE(
            open_moves(holding(Role::group_chair, other_group), complete_in(state)).empty());
    }
    EXPECT_TRUE(
        offers(open_moves(holding(Role::group_chair, lead_group), complete_in(State::accepted)),
               Move::start));
}

TEST(RecommendationMoves, What_is_joined_or_withdrawn_goes_nowhere_by_itself) {
    for (const auto state : all_states) {
        auto standing = complete_in(state);
        standing.is_joined = true;
        EXPECT_TRUE(open_moves(holding(Role::business_unit), standing).empty());
        standing.is_joined = false;
        standing.is_withdrawn = true;
        EXPECT_TRUE(open_moves(holding(Role::business_unit), standing).empty());
    }
}

/// What each move needs, by hand; a move asks the same from every state.
const std::map<Move, std::vector<Need>> expected_needs = {
    {Move::accept, {Need::source, Need::home, Need::kind}},
    {Move::refuse, {Need::source}},
    {Move::start, {Need::lead, Need::due}},
    {Move::complete, {Need::action, Need::actions_ended, Need::answers, Need::completion_evidence}},
    {Move::test, {Need::impact_evidence}},
    {Move::embed, {Need::impact_evidence}},
    {Move::go_on, {}},
    {Move::supersede, {}},
    {Move::close, {}},
    {Move::reopen, {}},
};

TEST(RecommendationMoves, Every_row_lists_what_is_missing_with_the_page_that_mends_it) {
    for (const auto& row : moves()) {
        EXPECT_TRUE(missing_for(row, complete_in(row.from)).empty()) << to_text(row.move);
        Standing bare{.id = RecommendationId::unchecked("0000000000000000000000000r"),
                      .state = row.from,
                      .actions_open = 0};
        std::vector<Need> found;
        for (const auto& missing : missing_for(row, bare)) {
            found.push_back(missing.need);
            EXPECT_FALSE(missing.words.empty());
            EXPECT_TRUE(missing.href.starts_with("/recommendations/0000000000000000000000000r/"))
                << missing.href;
        }
        auto expected = expected_needs.at(row.move);
        std::erase(expected, Need::actions_ended); // nothing is open where there is no action
        std::erase(expected, Need::answers);       // nobody is expected to give one
        EXPECT_EQ(found, expected) << to_text(row.from) << " x " << to_text(row.move);
    }
}

TEST(RecommendationMoves, An_open_action_keeps_it_from_being_complete_and_is_linked) {
    auto standing = complete_in(State::in_progress);
    standing.actions_open = 2;
    standing.open_action = plan::ActionId::unchecked("0000000000000000000000000c");
    const auto* row = transitions::find_row(moves(), State::in_progress, Move::complete);
    ASSERT_TRUE(row);
    const auto missing = missing_for(*row, standing);
    ASSERT_EQ(missing.size(), 1U);
    EXPECT_EQ(missing[0].words, "2 actions are still open.");
    EXPECT_EQ(missing[0].href, "/actions/0000000000000000000000000c");
}

TEST(RecommendationMoves, Answers_that_are_not_there_are_said_and_a_comment_stands_for_them) {
    auto standing = complete_in(State::in_progress);
    standing.unanswered = 1;
    const auto* row = transitions::find_row(moves(), State::in_progress, Move::complete);
    ASSERT_TRUE(row);
    auto missing = missing_for(*row, standing);
    ASSERT_EQ(missing.size(), 1U);
    EXPECT_EQ(missing[0].words,
              "1 [agency] has not answered. A comment that says why it goes on is enough.");
    EXPECT_EQ(missing[0].href, "/recommendations/" + standing.id.str() + "#answers");
    EXPECT_FALSE(is_blocked(missing));
    standing.completion_evidence = 0;
    EXPECT_TRUE(is_blocked(missing_for(*row, standing)));
}

TEST(RecommendationMoves, Complete_is_not_the_end_and_only_four_states_are) {
    std::vector<State> ends, outstanding;
    for (const auto state : all_states) {
        if (is_end(state)) ends.push_back(state);
        if (is_outstanding(state)) outstanding.push_back(state);
    }
    EXPECT_EQ(ends, (std::vector{State::not_accepted, State::embedded, State::superseded,
                                 State::closed}));
    EXPECT_EQ(outstanding, (std::vector{State::accepted, State::in_progress,
                                        State::actions_complete, State::impact_tested}));
}

TEST(RecommendationMoves, Every_word_of_every_list_reads_back) {
    const auto reads_back = [](const auto& all) {
        for (const auto one : all) {
            auto read = all.back();
            EXPECT_TRUE(from_text(to_text(one), read)) << to_text(one);
            EXPECT_EQ(read, one);
            EXPECT_FALSE(from_text(std::string(to_text(one)) + "x", read));
        }
    };
    reads_back(all_states);
    reads_back(all_moves);
    reads_back(all_source_kinds);
    reads_back(all_homes);
    reads_back(all_kinds);
    reads_back(all_shows);
    reads_back(all_evidence_kinds);
}

TEST(RecommendationMoves, A_standing_is_counted_from_the_record) {
    const auto id = [](int n) { return fmt::format("{:026}", n); };
    Whole whole{.it = {.id = RecommendationId::unchecked(id(1)),
                       .state = State::in_progress,
                       .home = Home::other,
                       .lead = PersonId::unchecked(id(2)),
                       .due_words = "Spring 2026"}};
    whole.sources = {{.id = SourceId::unchecked(id(3)), .words = "  "}};
    whole.actions = {{.action = plan::ActionId::unchecked(id(4)), .status = plan::Status::done},
                     {.action = plan::ActionId::unchecked(id(5)), .status = plan::Status::at_risk},
                     {.action = plan::ActionId::unchecked(id(6)), .status = plan::Status::stopped},
                     {.action = plan::ActionId::unchecked(id(7)), .status = plan::Status::blocked}};
    whole.evidence = {{.shows = Shows::completion, .kind = EvidenceKind::document},
                      {.shows = Shows::impact, .kind = EvidenceKind::document},
                      {.shows = Shows::impact, .kind = EvidenceKind::survey}};
    const auto standing = standing_of(whole);
    EXPECT_FALSE(standing.has_source) << "white space is no recommendation";
    EXPECT_TRUE(standing.has_home && standing.has_lead && standing.has_due);
    EXPECT_FALSE(standing.has_kind);
    EXPECT_EQ(standing.actions, 4);
    EXPECT_EQ(standing.actions_open, 2);
    EXPECT_EQ(standing.open_action, plan::ActionId::unchecked(id(5)));
    EXPECT_EQ(standing.completion_evidence, 1);
    EXPECT_EQ(standing.impact_evidence, 1) << "a document shows no impact";
}

const Day since = sys_days(2025y / March / 10), today = sys_days(2025y / March / 31);

std::vector<std::string> fields_wrong(const MakeMove& command, State from) {
    const auto* row = transitions::find_row(moves(), from, command.move);
    std::vector<std::string> fields;
    for (const auto& problem : problems_with(command, *row, since, today))
        fields.push_back(problem.field);
    return fields;
}

TEST(RecommendationMoves, Every_row_asks_for_what_is_said_with_it_and_says_everything_at_once) {
    for (const auto& row : moves()) {
        std::vector<std::string> expected{"on"};
        if (row.asks.has(Asked::by)) expected.emplace_back("by");
        if (row.asks.has(Asked::comment)) expected.emplace_back("comment");
        if (row.asks.has(Asked::superseded)) expected.emplace_back("superseded_by");
        MakeMove command{.move = row.move};
        EXPECT_EQ(fields_wrong(command, row.from), expected);
        command = {.move = row.move,
                   .on = "31 March 2025",
                   .by = "Delegated safeguarding partners",
                   .comment = "Agreed.",
                   .superseded_by = "W-2025-001"};
        EXPECT_TRUE(fields_wrong(command, row.from).empty());
    }
}

TEST(RecommendationMoves, Whatever_ends_or_turns_back_is_told_with_reasons) {
    for (const auto& row : moves())
        if (is_end(row.to) || is_end(row.from) || row.move == Move::go_on) {
            EXPECT_TRUE(row.asks.has(Asked::comment))
                << to_text(row.from) << " x " << to_text(row.move);
        }
}

TEST(RecommendationMoves, The_day_is_between_the_last_move_and_today) {
    const auto on = [](std::string day) {
        return MakeMove{.move = Move::accept, .on = std::move(day), .by = "Board"};
    };
    EXPECT_TRUE(fields_wrong(on("10 March 2025"), State::proposed).empty());
    EXPECT_EQ(fields_wrong(on("9 March 2025"), State::proposed), std::vector<std::string>{"on"});
    EXPECT_EQ(fields_wrong(on("1 April 2025"), State::proposed), std::vector<std::string>{"on"});
    EXPECT_EQ(fields_wrong(on("soon"), State::proposed), std::vector<std::string>{"on"});
}

TEST(RecommendationMoves, A_clock_that_starts_is_stopped_on_every_way_on) {
    // Replays every way through the table: a clock that runs in a state is stopped or goes on, and
    // none runs at an end.
    std::map<State, transitions::Set<Clock>> running{{State::proposed, {}}};
    for (std::size_t round = 0; round < all_states.size(); ++round)
        for (const auto& row : moves()) {
            if (!running.contains(row.from)) continue;
            for (const auto clock : all_clocks) {
                const bool ran = running[row.from].has(clock);
                EXPECT_FALSE(row.stops.has(clock) && row.starts.has(clock));
                if ((ran && !row.stops.has(clock)) || row.starts.has(clock))
                    running[row.to] = running[row.to].with(clock);
                else
                    running.try_emplace(row.to);
            }
        }
    for (const auto state : all_states)
        for (const auto clock : all_clocks)
            if (is_end(state)) {
                EXPECT_FALSE(running[state].has(clock)) << to_text(state);
            }
}

} // namespace
} // namespace openmasa::recommendations

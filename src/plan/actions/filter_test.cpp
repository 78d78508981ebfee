#include "core/registers/rows_out.hpp"
#include "plan/actions/filter.hpp"
#include "plan/actions/list_store.hpp"
#include "plan/actions/register.hpp"
#include "plan/tally_store.hpp"
#include "plan/test_plan.hpp"
#include <algorithm>
#include <gtest/gtest.h>
#include <random>

namespace openmasa::plan {
namespace {

ActionFilter read(std::string_view query) {
    return read_filter(http::read_query(query));
}

TEST(Filter, An_address_that_makes_no_sense_shows_everything) {
    EXPECT_EQ(read("priority=x&status=late&due=never&owner=7&sort=up&page=-3&evidence=yes"),
              ActionFilter{});
}

TEST(Filter, What_is_written_reads_back_the_same) {
    std::mt19937 random(20260122);
    const auto pick = [&](int count) { return static_cast<int>(random() % count); };
    for (int round = 0; round < 2000; ++round) {
        ActionFilter filter;
        if (pick(2)) filter.words = "a&b=c " + std::to_string(random()) + " \"<\xC3\xA9>%+";
        for (int at = 0; at < pick(3); ++at)
            filter.priorities.push_back(
                SectionId::unchecked(std::string(25, '0') + char('a' + at)));
        for (int at = 0; at < pick(4); ++at) filter.statuses.push_back(all_statuses[at]);
        for (int at = 0; at < pick(3); ++at)
            filter.tags.push_back(terms::TermId::unchecked(std::string(25, '1') + char('a' + at)));
        filter.when = static_cast<ActionFilter::When>(pick(4));
        filter.owner = static_cast<ActionFilter::Owner>(pick(3));
        if (filter.owner == ActionFilter::Owner::one)
            filter.owner_id = OwnerId::unchecked(std::string(26, '7'));
        filter.evidence_missing = pick(2);
        filter.sort = static_cast<ActionFilter::Sort>(pick(4));
        filter.page = 1 + pick(9);
        EXPECT_EQ(read(to_query(filter)), filter) << to_query(filter);
    }
}

TEST(Filter, Words_that_are_too_long_are_cut_between_two_characters) {
    for (const auto* end : {"\xC3\xA9\xC3\xA9", " and more", "\xF0\x9F\x98\x80"}) {
        const auto filter = read("words=" + std::string(199, 'a') + end);
        EXPECT_EQ(filter.words, std::string(199, 'a'));
        EXPECT_EQ(read(to_query(filter)), filter);
    }
}

class List : public testing::Test {
protected:
    std::vector<std::string> references(std::string_view query) {
        std::vector<std::string> found;
        const auto filter = read(query);
        const int rows = count_actions(test.db, test.plan.id, filter, test.today);
        each_listed(test.db, test.plan.id, filter, test.today, listing::paging(filter.page, rows),
                    [&](const ListedAction& row) { found.emplace_back(row.reference); });
        EXPECT_EQ(static_cast<int>(found.size()), rows);
        return found;
    }
    using References = std::vector<std::string>;
    TestPlan test;
};

TEST_F(List, Shows_everything_that_is_not_withdrawn_in_the_plans_order) {
    const auto all = references("");
    EXPECT_EQ(all.size(), 11u);
    EXPECT_EQ(all.front(), "VA 1");
    EXPECT_EQ(all.back(), "FF 5");
}

TEST_F(List, Each_filter_lets_through_exactly_its_rows) {
    EXPECT_EQ(references("due=late"), (References{"VA 1", "VA 3", "FF 3"}));
    EXPECT_EQ(references("due=soon"), (References{"VA 2", "FF 5"}));
    EXPECT_EQ(references("due=none"), (References{"VA 6", "FF 2"}));
    EXPECT_EQ(references("owner=none"), (References{"VA 6"}));
    EXPECT_EQ(references("evidence=missing"), (References{"VA 5"}));
    EXPECT_EQ(references("status=stopped&status=at_risk"), (References{"VA 4", "FF 4"}));
    EXPECT_EQ(references("priority=" + test.families.id.str() + "&due=late"), (References{"FF 3"}));
    EXPECT_EQ(references("words=pRactice+WEEK"), (References{"VA 5"}));
    EXPECT_EQ(references("words=%3Cb%3E+partners"), (References{"VA 1"}));
    for (const auto* sign : {"%25", "_", "!", "%25%25", "a%25", "V_+1", "\\"})
        EXPECT_EQ(references(std::string("words=") + sign), (References{})) << sign;
}

TEST_F(List, The_groups_count_what_the_database_counts_or_say_nothing) {
    const auto groups = tally_of(test.db, test.reader, test.plan.id);
    const std::string families = "priority=" + test.families.id.str();
    const std::string both = families + "&priority=" + test.adolescents.id.str();
    for (const auto& query : {std::string(), families, both, std::string("status=done"),
                              families + "&status=at_risk&status=not_started&sort=date&page=2"})
        EXPECT_EQ(counted_by(groups, read(query)),
                  count_actions(test.db, test.plan.id, read(query), test.today))
            << query;
    for (const auto* query : {"due=late", "words=a", "owner=none", "evidence=missing"})
        EXPECT_EQ(counted_by(groups, read(query)), std::nullopt) << query;
}

TEST_F(List, The_orders_are_what_they_say) {
    EXPECT_EQ(references("sort=owner").back(), "VA 6"); // no owner comes last
    // Late; at risk; not started; in progress; done without evidence; done; stopped.
    EXPECT_EQ(references("sort=status"), (References{"VA 1", "VA 3", "FF 3", "VA 4", "VA 6", "FF 2",
                                                     "VA 2", "FF 5", "VA 5", "FF 1", "FF 4"}));
    // What is open by date, then without one; what is finished by date.
    EXPECT_EQ(references("sort=date"), (References{"VA 1", "FF 3", "VA 3", "VA 2", "FF 5", "VA 4",
                                                   "VA 6", "FF 2", "FF 1", "VA 5", "FF 4"}));
    EXPECT_EQ(references("sort=date&due=late"), (References{"VA 1", "FF 3", "VA 3"}));
}

TEST_F(List, A_next_step_stands_where_it_is_due) {
    test.in_one_transaction([&] {
        const auto id = test.add(test.families, test.family_plan, {}, {"In steps", "31 Dec 2026"});
        save_steps(test.db, test.unit, id,
                   {{.id = test.unit.new_id<StepId>(), .latest = day(2026, 1, 25)}});
    });
    EXPECT_EQ(references("sort=date&due=soon"), (References{"FF 7", "VA 2", "FF 5"}));
}

TEST_F(List, Every_word_is_looked_for_in_all_that_a_row_says) {
    EXPECT_EQ(references("words=guide+the+publish"), (References{"VA 2"}));
    EXPECT_EQ(references("words=publish+leaflets"), (References{}));
    EXPECT_EQ(references("words=VA+map"), (References{"VA 1"}));
    EXPECT_EQ(references("words=constabulary+officer"), (References{"VA 4"}));
    EXPECT_EQ(references("words=CHILDREN%27S+services+tbc"), (References{"FF 2"}));
    EXPECT_EQ(references("words=+%0A++autumn+2025+"), (References{"VA 1"}));
    EXPECT_EQ(references("words=+++").size(), 11u);
    EXPECT_EQ(references("words=" + std::string(60, 'a') + "%25").size(), 0u);
}

TEST_F(List, The_counts_beside_the_filters_are_the_rows_they_lead_to) {
    const auto all = total(tally_of(test.db, test.unit, test.plan.id), test.today);
    EXPECT_EQ(static_cast<std::size_t>(all.late()), references("due=late").size());
    EXPECT_EQ(static_cast<std::size_t>(all.soon), references("due=soon").size());
    EXPECT_EQ(static_cast<std::size_t>(all.undated), references("due=none").size());
    EXPECT_EQ(static_cast<std::size_t>(all.unproven()), references("evidence=missing").size());
}

TEST_F(List, The_owners_to_choose_from_are_those_of_now) {
    const auto names = [&] {
        std::vector<std::string> found;
        for (const auto& owner : owners_in(test.db, test.plan.id)) found.push_back(owner.name);
        test.db.finish();
        return found;
    };
    const References before = {"Children's Services", "Norfolk Constabulary <b>&"};
    EXPECT_EQ(names(), before);
    test.in_one_transaction([&] {
        access::change_owner(test.db, {test.services, "Education and Children's Services",
                                       access::OwnerType::agency});
    });
    EXPECT_EQ(names().front(), "Education and Children's Services");
    test.in_one_transaction([&] {
        const auto board = access::owner_named(test.db, test.unit, "Care Board");
        test.add(test.adolescents, test.prevent, board, {"One more", "1 May 2026"});
    });
    EXPECT_EQ(names().front(), "Care Board");
}

TEST_F(List, Csv_and_json_hold_the_same_rows_as_the_page) {
    const auto filter = read("due=late");
    const auto written = [&](registers::Format format, const Scope& who, const ActionFilter& only) {
        std::string text;
        registers::write_rows(format,
                              {.title = "Actions",
                               .columns = action_register.columns,
                               .chosen = registers::chosen_columns(action_register.columns, "")},
                              each_action(test.db, who, test.plan.id, only),
                              [&](std::string_view piece) { text += piece; });
        return text;
    };
    const auto csv = written(registers::Format::csv, test.reader, filter);
    const auto json = written(registers::Format::json, test.reader, filter);
    for (const auto& reference : references("due=late")) {
        EXPECT_NE(csv.find("," + reference + ","), std::string::npos);
        EXPECT_NE(json.find("\"" + reference + "\""), std::string::npos);
    }
    EXPECT_EQ(std::ranges::count(csv, '\n'), 4);
    for (const auto* number : {"\"steps\": 0,", "\"steps_done\": 0,", "\"evidence\": 0,"})
        EXPECT_NE(json.find(number), std::string::npos) << number;
    const auto nothing = written(registers::Format::csv, test.outsider, {});
    EXPECT_EQ(std::ranges::count(nothing, '\n'), 1);
}

} // namespace
} // namespace openmasa::plan

#include "core/audit/audit.hpp"
#include "intelligence/loads/test_loading.hpp"
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class Loading : public TestIntelligence {
protected:
    std::vector<std::string> values(std::string_view code, std::string_view area) {
        std::vector<std::string> all;
        for (const auto& one : figures_of(Source::lait, code, area)) all.push_back(one.text.value);
        return all;
    }
    std::int64_t entries() {
        const auto number = audit::newest_number(db);
        db.finish();
        return number;
    }
};

TEST_F(Loading, Figures_stand_as_they_were_published_each_with_its_load) {
    load_definitions();
    const auto counts = load(analyst, "plans.csv", lait_plans);
    ASSERT_TRUE(counts);
    EXPECT_EQ(counts->added, 4);
    const auto figures = figures_of(Source::lait, "Plans", "926");
    ASSERT_THAT(figures, SizeIs(3));
    EXPECT_EQ(figures[2].text.value, "454");
    EXPECT_EQ(figures[2].text.standing, std::int64_t(FigureStanding::provisional));
    EXPECT_EQ(figures[2].load_file, "plans.csv");
    EXPECT_EQ(figures[2].loaded_at, analyst.now);
    EXPECT_THAT(values("Again", "935"), ElementsAre("7.0000000000000007E-2"));
    const auto loads = saved_loads(db, reader);
    ASSERT_THAT(loads, SizeIs(3));
    EXPECT_EQ(loads.front().who, "Analyst");
    EXPECT_EQ(loads.front().digest, sha256(lait_plans));
    EXPECT_EQ(loads.front().counts.added, 4);
}

TEST_F(Loading, Leaves_one_audit_entry_a_load) {
    load_definitions();
    const auto before = entries();
    ASSERT_TRUE(load(unit, "plans.csv", lait_plans));
    EXPECT_EQ(entries(), before + 1);
    const auto verdict = audit::verify(db);
    EXPECT_THAT(verdict.faults, IsEmpty());
}

TEST_F(Loading, The_same_file_twice_changes_nothing) {
    load_definitions();
    ASSERT_TRUE(load(unit, "plans.csv", lait_plans));
    const auto again = seen(lait_plans);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->counts.same, 4);
    EXPECT_EQ(again->counts.added + again->counts.revised, 0);
    EXPECT_FALSE(again->may_be_saved());
    ASSERT_TRUE(again->before);
    EXPECT_EQ(again->before->file_name, "plans.csv");
    const auto before = entries();
    const auto refused = load(unit, "plans.csv", lait_plans);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().problems.front().words, "There is nothing to save.");
    EXPECT_EQ(entries(), before) << "a refused action leaves no entry";
    for (const auto* file : {&lait_areas, &lait_dictionary}) {
        EXPECT_FALSE(seen(*file)->may_be_saved());
    }
}

TEST_F(Loading, A_revision_shows_old_and_new_and_asks) {
    load_definitions();
    ASSERT_TRUE(load(unit, "plans.csv", lait_plans));
    constexpr std::string_view revised = "measure_short,la_number,year,value\n"
                                         "Plans,926,2025,456\nPlans,926,2024,484\n";
    const auto preview = seen(revised);
    ASSERT_TRUE(preview);
    ASSERT_THAT(preview->revisions, SizeIs(1));
    EXPECT_EQ(preview->revisions[0].what, "Plans <b>& children, Norfolk, 2025");
    EXPECT_EQ(preview->revisions[0].was, "454 (provisional)");
    EXPECT_EQ(preview->revisions[0].now, "456");
    const auto refused = load(unit, "revised.csv", revised);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().problems.front().field, "revisions");
    EXPECT_THAT(values("Plans", "926"), ElementsAre("699", "484", "454"));
    ASSERT_TRUE(load(unit, "revised.csv", revised, Revisions::accept));
    EXPECT_THAT(values("Plans", "926"), ElementsAre("699", "484", "456"));
    const auto book = AreaBook::read(db);
    const auto old = superseded(db, indicator(Source::lait, "Plans").number, everybody,
                                book.with_dfe("926")->number);
    ASSERT_THAT(old, SizeIs(1));
    EXPECT_EQ(old[0].value, "454");
    EXPECT_TRUE(old[0].superseded_at);
}

TEST_F(Loading, What_was_superseded_stands_in_the_order_of_saving_not_of_looking) {
    load_definitions();
    ASSERT_TRUE(load(unit, "plans.csv", lait_plans));
    const auto with = [](std::string_view value) {
        return fmt::format("measure_short,la_number,year,value\nPlans,926,2025,{}\n", value);
    };
    const auto first = db.atomically([&] { return upload(db, unit, "second.csv", with("458")); });
    ASSERT_TRUE(first);
    db.finish();
    unit.now += std::chrono::hours{1};
    ASSERT_TRUE(load(unit, "third.csv", with("460"), Revisions::accept));
    unit.now += std::chrono::hours{1};
    const auto state = seen(with("458"))->state;
    ASSERT_TRUE(db.atomically([&] {
        return confirm(db, unit, {.load = *first, .state = state, .revisions = Revisions::accept});
    }));
    db.finish();
    EXPECT_THAT(values("Plans", "926"), ElementsAre("699", "484", "458"));
    const auto area = AreaBook::read(db).with_dfe("926")->number;
    const auto old = superseded(db, indicator(Source::lait, "Plans").number, everybody, area);
    ASSERT_THAT(old, SizeIs(2));
    EXPECT_EQ(old[0].value, "454");
    EXPECT_EQ(old[0].by_file, "third.csv");
    EXPECT_EQ(old[1].value, "460");
    EXPECT_EQ(old[1].by_file, "second.csv");
}

TEST_F(Loading, A_load_is_taken_back_and_what_it_revised_stands_again) {
    load_definitions();
    ASSERT_TRUE(load(unit, "plans.csv", lait_plans));
    constexpr std::string_view revised = "measure_short,la_number,year,value\n"
                                         "Plans,926,2025,456\nPlans,926,2022,500\n";
    ASSERT_TRUE(load(unit, "revised.csv", revised, Revisions::accept));
    const auto loads = saved_loads(db, unit);
    db.finish();
    const auto again = [&](const Scope& who, const Load& which) {
        auto taken = db.atomically([&] { return take_back(db, who, which.id); });
        db.finish();
        return taken;
    };
    const auto refused = again(unit, loads[1]);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.refusal().problems.front().words, HasSubstr("revised by revised.csv"));
    EXPECT_FALSE(again(reader, loads[0]));
    EXPECT_THAT(values("Plans", "926"), ElementsAre("500", "699", "484", "456"));
    const auto taken = again(unit, loads[0]);
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->gone, 1);
    EXPECT_EQ(taken->restored, 1);
    EXPECT_THAT(values("Plans", "926"), ElementsAre("699", "484", "454"));
    EXPECT_FALSE(again(unit, loads[0])) << "only once";
    EXPECT_FALSE(seen(revised)->before) << "as if it never came";
    ASSERT_TRUE(load(unit, "revised.csv", revised, Revisions::accept));
    EXPECT_THAT(values("Plans", "926"), ElementsAre("500", "699", "484", "456"));
    EXPECT_FALSE(again(unit, loads[2])) << "a load of definitions brought no figures";
}

TEST_F(Loading, What_a_later_file_has_too_comes_back_when_that_file_is_loaded_again) {
    load_definitions();
    ASSERT_TRUE(load(unit, "plans.csv", lait_plans));
    const auto later = std::string(lait_plans) + "Plans,926,2022,500\n";
    ASSERT_TRUE(load(unit, "later.csv", later));
    const auto loads = saved_loads(db, unit);
    db.finish();
    ASSERT_TRUE(db.atomically([&] { return take_back(db, unit, loads[1].id); }));
    db.finish();
    EXPECT_THAT(values("Plans", "926"), ElementsAre("500"));
    ASSERT_TRUE(load(unit, "later.csv", later));
    EXPECT_THAT(values("Plans", "926"), ElementsAre("500", "699", "484", "454"));
}

TEST_F(Loading, Rows_that_are_refused_are_left_out_and_the_rest_is_saved) {
    load_definitions();
    constexpr std::string_view file = "measure_short,la_number,year,value\n"
                                      "Plans,926,2025,454\n"
                                      "Plans,999,2025,1\n"
                                      "Again,926,2025,140\n"
                                      "Plans,935,2025,5\n"
                                      "Plans,935,2025,6\n"
                                      "Plans,926,2025,454\n";
    const auto preview = seen(file);
    ASSERT_TRUE(preview);
    ASSERT_THAT(preview->refused, SizeIs(4));
    EXPECT_THAT(preview->refused[0].why, HasSubstr("Its area is not known."));
    EXPECT_EQ(preview->refused[1].why, "140% is no share of anything.");
    for (const auto at : {2U, 3U}) {
        EXPECT_EQ(preview->refused[at].line, int(at) + 3);
        EXPECT_EQ(preview->refused[at].why,
                  "Lines 5 and 6 have different figures for the same. None of them is taken.");
    }
    EXPECT_EQ(preview->reading.remarks.back(),
              "1 line has the same figure as another line and counts once.");
    ASSERT_TRUE(load(unit, "mixed.csv", file));
    EXPECT_THAT(values("Plans", "926"), ElementsAre("454"));
    EXPECT_THAT(values("Plans", "935"), IsEmpty()) << "neither of the two";
}

TEST_F(Loading, A_count_is_whole_and_not_beyond_all_bounds) {
    load_definitions();
    const auto preview = seen("measure_short,la_number,year,value\nPlans,926,2025,454.7\n"
                              "Plans,926,2024,1e16\nAgain,926,2024,45.7\n");
    ASSERT_TRUE(preview);
    ASSERT_THAT(preview->refused, SizeIs(2));
    EXPECT_EQ(preview->refused[0].why, "454.7 is no whole number, and this is a count.");
    EXPECT_EQ(preview->refused[1].why, "It is larger than any figure can be.");
}

TEST_F(Loading, A_revision_that_is_far_off_or_less_final_is_something_to_look_at) {
    load_definitions();
    ASSERT_TRUE(load(unit, "plans.csv", lait_plans));
    const auto preview = seen("measure_short,la_number,year,value\nPlans,926,2023,6990\n"
                              "Plans,926,2024 (prov),486\nPlans,926,2025,460\n");
    ASSERT_TRUE(preview);
    ASSERT_THAT(preview->doubts, SizeIs(2));
    EXPECT_EQ(preview->doubts[0].line, 2);
    EXPECT_EQ(preview->doubts[0].why,
              "6,990 is very different from 699, which it would take the place of.");
    EXPECT_EQ(preview->doubts[1].why, "A provisional figure would take the place of a final one.");
}

TEST_F(Loading, Englands_figure_by_itself_is_held_against_the_authorities_that_are_here) {
    std::string areas = "LA Number,LA and Regions,Region\n970,England,NA\n";
    std::string figures = "measure_short,la_number,year,value\n";
    for (int area = 900; area < 912; ++area) {
        areas += fmt::format("{},Area {},East of England\n", area, area);
        figures += fmt::format("Again,{},2025,{}\n", area, 10 + area - 900);
    }
    ASSERT_TRUE(load(unit, "areas.csv", areas));
    ASSERT_TRUE(load(unit, "dictionary.csv", lait_dictionary));
    ASSERT_TRUE(load(unit, "authorities.csv", figures));
    const auto preview = seen("measure_short,la_number,year,value\nAgain,970,2025,90\n");
    ASSERT_TRUE(preview);
    ASSERT_THAT(preview->refused, SizeIs(1));
    EXPECT_THAT(preview->refused[0].why, HasSubstr("outside the range of its 12 authorities"));
    EXPECT_THAT(seen("measure_short,la_number,year,value\nAgain,970,2025,15\n")->refused,
                IsEmpty());
}

TEST_F(Loading, Another_load_in_between_means_looking_once_more) {
    load_definitions();
    const auto preview = look(db, unit, lait_plans);
    db.finish();
    ASSERT_TRUE(load(analyst, "plans.csv", lait_plans));
    const auto saved = db.atomically(
        [&] { return load_now(db, unit, "plans.csv", lait_plans, *preview, Revisions::accept); });
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.refusal().kind, Refusal::Kind::conflict);
}

TEST_F(Loading, Is_for_analysts_and_the_business_unit_and_reading_for_all_with_a_role) {
    load_definitions();
    for (const auto* who : {&reader, &outsider}) {
        const auto refused = load(*who, "plans.csv", lait_plans);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.refusal().kind, Refusal::Kind::not_found);
        EXPECT_FALSE(db.atomically([&] { return choose_our_area(db, *who, "926"); }));
    }
    EXPECT_THAT(list_indicators(db, reader), SizeIs(2));
    EXPECT_THAT(list_indicators(db, outsider), IsEmpty());
    EXPECT_THAT(saved_loads(db, outsider), IsEmpty());
    const auto id = list_indicators(db, reader).front().id;
    EXPECT_TRUE(find_indicator(db, reader, id));
    EXPECT_FALSE(find_indicator(db, outsider, id));
    EXPECT_FALSE(find_indicator(db, reader, reader.new_id<IndicatorId>()));
}

TEST_F(Loading, A_file_waits_until_it_is_saved_or_left) {
    load_definitions();
    const auto id = db.atomically([&] { return upload(db, unit, "plans.csv", lait_plans); });
    ASSERT_TRUE(id);
    db.finish();
    EXPECT_FALSE(find_load(db, reader, *id)) << "it is not saved yet";
    EXPECT_FALSE(document_of(db, reader, *id));
    const auto state = seen(lait_plans)->state;
    ASSERT_TRUE(db.atomically([&] { return leave(db, unit, *id); }));
    ASSERT_TRUE(db.atomically([&] { return confirm(db, unit, {.load = *id, .state = state}); }));
    db.finish();
    EXPECT_TRUE(find_load(db, reader, *id));
    EXPECT_FALSE(db.atomically([&] { return confirm(db, unit, {.load = *id, .state = state}); }));
    EXPECT_FALSE(db.atomically([&] { return leave(db, unit, *id); }));
}

// --- areas ---------------------------------------------------------------------------------------

constexpr std::string_view ees_somerset =
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,"
    "old_la_code,new_la_code,la_name,category,At31_episodes\n"
    "2022,Reporting year,Local authority,E92000001,England,E12000009,South West,933,E10000027,Somerset,Children in Need,1\n"
    "2024,Reporting year,Local authority,E92000001,England,E12000009,South West,933,E06000066,Somerset,Children in Need,2\n"
    "2020,Reporting year,Local authority,E92000001,England,E12000004,East Midlands,928,E10000021,Northamptonshire,Children in Need,3\n"
    "2022,Reporting year,Local authority,E92000001,England,E12000004,East Midlands,940,E06000061,North Northamptonshire,Children in Need,4\n";

TEST_F(Loading, An_area_with_a_new_code_is_one_and_a_parted_one_is_followed_by_others) {
    ASSERT_TRUE(load(unit, "cin.csv", ees_somerset));
    const auto book = AreaBook::read(db);
    ASSERT_TRUE(book.with_ons("E10000027"));
    EXPECT_EQ(book.with_ons("E10000027"), book.with_ons("E06000066"));
    EXPECT_EQ(book.with_ons("E10000027")->ons, "E06000066") << "the code that it has now";
    const auto* before = book.with_dfe("928");
    const auto* after = book.with_dfe("940");
    ASSERT_TRUE(before && after);
    EXPECT_EQ(before->to, day(2021, 3, 31));
    EXPECT_EQ(after->from, day(2021, 4, 1));
    EXPECT_EQ(book.find(*after->within)->name, "East Midlands");
    EXPECT_THAT(figures_of(Source::ees, "Children in Need:At31_episodes", "933"), SizeIs(2));
}

TEST_F(Loading, An_area_of_one_file_is_that_of_another_by_its_name_when_codes_allow) {
    load_definitions();
    constexpr std::string_view ons = "UTLACD,UTLANM,RGNCD,RGNNM\n"
                                     "E10000020,Norfolk,E12000006,East of England\n"
                                     "E06000059,Dorset,E12000009,South West\n";
    ASSERT_TRUE(load(unit, "utla.csv", ons));
    const auto book = AreaBook::read(db);
    ASSERT_TRUE(book.with_ons("E10000020"));
    EXPECT_EQ(book.with_ons("E10000020"), book.with_dfe("926"));
    EXPECT_EQ(book.with_ons("E06000059")->from, day(2019, 4, 1));
}

TEST_F(Loading, What_an_area_lies_in_is_learned_from_a_later_file) {
    ASSERT_TRUE(load(unit, "areas.csv", "LA Number,LA and Regions,Region\n926,Norfolk,Nowhere\n"));
    EXPECT_FALSE(AreaBook::read(db).with_dfe("926")->within);
    db.finish();
    ASSERT_TRUE(load(unit, "utla.csv",
                     "UTLACD,UTLANM,RGNCD,RGNNM\nE10000020,Norfolk,E12000006,East of England\n"));
    const auto book = AreaBook::read(db);
    EXPECT_EQ(book.find(*book.with_dfe("926")->within)->name, "East of England");
}

TEST_F(Loading, Whom_a_figure_is_about_and_what_its_publisher_says_of_it_are_kept) {
    constexpr std::string_view file =
        "Indicator ID,Indicator Name,Area Code,Area Name,Sex,Age,Category Type,Category,Time period,"
        "Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Count,Denominator,Value note,Recent Trend,"
        "Time period Sortable\n"
        "7,Injuries,E10000020,Norfolk,Persons,<15,,,2022/23,61.5,57.5,65.6,865,140598,,,20220000\n"
        "7,Injuries,E10000020,Norfolk,Persons,<15,,,2023/24,,,,,,Small count,,20230000\n"
        "7,Injuries,E10000020,Norfolk,Male,<15,,,2022/23,70,,,,,,,20220000\n";
    ASSERT_TRUE(load(unit, "fingertips.csv", file));
    const auto everybodys = figures_of(Source::fingertips, "7", "E10000020");
    ASSERT_THAT(everybodys, SizeIs(2));
    EXPECT_EQ(everybodys[0].text.numerator, "865");
    EXPECT_EQ(everybodys[0].text.upper, "65.6");
    EXPECT_EQ(everybodys[1].note, "Small count");
    EXPECT_EQ(everybodys[1].text.value, "");
    const auto area = AreaBook::read(db).with_ons("E10000020")->number;
    const auto whom = breakdowns_of(db, indicator(Source::fingertips, "7").number, area);
    ASSERT_THAT(whom, SizeIs(2));
    EXPECT_EQ(whom[1].words, "Sex: Male");
    db.finish();
    EXPECT_FALSE(seen(file)->may_be_saved());
}

TEST_F(Loading, The_partnership_has_one_area_of_its_own) {
    load_definitions();
    ASSERT_TRUE(db.atomically([&] { return choose_our_area(db, analyst, "935"); }));
    ASSERT_TRUE(db.atomically([&] { return choose_our_area(db, unit, "926"); }));
    EXPECT_FALSE(db.atomically([&] { return choose_our_area(db, unit, "999"); }));
    db.finish();
    const auto book = AreaBook::read(db);
    ASSERT_TRUE(book.ours());
    EXPECT_EQ(book.ours()->name, "Norfolk");
}

} // namespace
} // namespace openmasa::intelligence

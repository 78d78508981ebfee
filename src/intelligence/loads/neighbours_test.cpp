// Statistical neighbours, from files with the traps of the published ones.
#include "intelligence/loads/test_loading.hpp"
#include "kernel/text.hpp"
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

/// Eleven authorities with invented numbers; each row's ten are all others, as they come.
std::string wide(std::string_view first_closeness = "Very close", std::string_view moved = "") {
    std::string file = "\xEF\xBB\xBFold_la_code,la_name,region_ind,region_name";
    for (int place = 1; place <= 10; ++place) file += fmt::format(",SN_{0},SN_{0}P", place);
    file += "\r\n";
    for (int code = 901; code <= 911; ++code) {
        file += fmt::format("{},Place {} <b>,2,East of England", code, code);
        std::string ten;
        for (int other = 901; other <= 911; ++other)
            if (other != code)
                ten +=
                    fmt::format(",{},{}", other, ten.empty() ? first_closeness : "Somewhat close ");
        file += (code == 911 && !moved.empty() ? std::string(moved) : ten) + "\r\n";
    }
    return file;
}

std::string old_shape() {
    std::string file = "\xEF\xBB\xBFLA num,LA Name,LA number,GOInd,GOReg";
    for (int place = 1; place <= 10; ++place) file += fmt::format(",SN{},SNP", place);
    file += ",\n";
    for (int code = 901; code <= 911; ++code) {
        file += fmt::format("{0},{1},{0},2,East of England", code,
                            code == 911 ? "Place 911 <b> (Pre LG)" : fmt::format("Town {}", code));
        for (int other = 911; other >= 901; --other)
            if (other != code) file += fmt::format(",{},Extremely Close", other);
        file += ",\n";
    }
    return file;
}

class Neighbours : public TestIntelligence {
protected:
    std::vector<NeighbourSet> sets_of(std::string_view code) {
        const auto book = AreaBook::read(db);
        const auto* area = book.with_dfe(code);
        EXPECT_TRUE(area);
        auto sets = area ? neighbours_of(db, area->number) : std::vector<NeighbourSet>();
        db.finish();
        return sets;
    }
    std::string first_of(const NeighbourSet& set) {
        const auto book = AreaBook::read(db);
        db.finish();
        return book.find(set.neighbours.front().area)->name;
    }
};

TEST_F(Neighbours, Are_loaded_by_model_with_spaces_taken_away) {
    ASSERT_TRUE(load(unit, "sn_model_2025_wide.csv", wide("Close ")));
    ASSERT_TRUE(load(unit, "Groupings_April_2021.csv", old_shape()));
    const auto sets = sets_of("901");
    ASSERT_THAT(sets, SizeIs(2));
    EXPECT_EQ(sets[0].model.name, "2025 model");
    EXPECT_EQ(sets[1].model.name, "2021 model");
    EXPECT_EQ(iso(sets[1].model.from), "2021-04-01");
    EXPECT_THAT(sets[0].neighbours, SizeIs(10));
    EXPECT_EQ(sets[0].neighbours[0].closeness, "Close");
    EXPECT_EQ(sets[0].neighbours[1].closeness, "Somewhat close");
    EXPECT_EQ(sets[1].neighbours[0].closeness, "Extremely close");
    EXPECT_EQ(first_of(sets[0]), "Place 902 <b>");
    EXPECT_EQ(first_of(sets[1]), "Place 911 <b>") << "its name, not that it is no more";
}

TEST_F(Neighbours, The_newest_model_that_counts_is_in_force) {
    ASSERT_TRUE(load(unit, "sn_model_2025_wide.csv", wide()));
    ASSERT_TRUE(load(unit, "Groupings_April_2021.csv", old_shape()));
    const auto sets = sets_of("901");
    EXPECT_EQ(in_force(sets, day(2026, 1, 22))->model.name, "2025 model");
    EXPECT_EQ(in_force(sets, day(2023, 1, 1))->model.name, "2021 model");
    EXPECT_EQ(in_force(sets, day(2021, 3, 31)), nullptr);
    const auto models = neighbour_models(db);
    ASSERT_THAT(models, SizeIs(2));
    EXPECT_EQ(models[0].areas, 11);
    db.finish();
}

TEST_F(Neighbours, The_same_file_changes_nothing_and_other_sets_of_the_model_ask) {
    ASSERT_TRUE(load(unit, "sn_model_2025_wide.csv", wide()));
    const auto again = seen(wide());
    ASSERT_TRUE(again);
    EXPECT_FALSE(again->may_be_saved());
    EXPECT_EQ(again->counts.same, 11);
    const auto changed = wide("Close");
    const auto revised = seen(changed);
    ASSERT_TRUE(revised);
    EXPECT_EQ(revised->counts.revised, 11);
    EXPECT_THAT(revised->revisions.front().was, HasSubstr("Place 902 <b>, Place 903 <b>"));
    EXPECT_FALSE(load(unit, "sn_model_2025_wide.csv", changed));
    EXPECT_TRUE(load(unit, "sn_model_2025_wide.csv", changed, Revisions::accept));
    EXPECT_EQ(sets_of("901")[0].neighbours[0].closeness, "Close");
}

TEST_F(Neighbours, A_row_that_is_no_set_of_ten_others_is_refused_with_its_reason) {
    const auto own = seen(wide("Close", ",911,Close,902,Close"));
    ASSERT_TRUE(own);
    EXPECT_EQ(own->refused.front().why, "It is its own neighbour.");
    EXPECT_EQ(own->refused.front().line, 12);
    EXPECT_EQ(seen(wide("Close", ",901,Close,901,Close"))->refused.front().why,
              "Neighbour 901 stands in it twice.");
    EXPECT_EQ(seen(wide("Close", ",901,Close"))->refused.front().why,
              "It has fewer than ten neighbours.");
    EXPECT_EQ(seen(wide() + "901,Again,2,East\n")->refused.front().why,
              "It stands in the file twice.");
    EXPECT_EQ(seen(wide() + ",Nowhere,,,901,Close\n")->refused.front().why,
              "It has no code of an authority.");
    EXPECT_TRUE(seen(wide() + ",,,\n,Old SNs:,,\n")->refused.empty());
    std::string stranger;
    for (int code = 701; code <= 710; ++code) stranger += fmt::format(",{},Close", code);
    const auto unknown = seen(wide("Close", stranger));
    EXPECT_THAT(unknown->refused.front().why, HasSubstr("does not say what it is called"));
    EXPECT_EQ(unknown->counts.added, 10) << "the rest is kept";
}

TEST(NeighbourModel, Is_called_by_the_year_in_the_files_name_else_by_its_shape) {
    const auto name_of = [](Format format, std::string_view file) {
        const auto model = model_of(format, file);
        return model.name + " " + iso(model.from);
    };
    EXPECT_EQ(name_of(Format::neighbours_2021, "New_Groupings_April_2021.csv"),
              "2021 model 2021-04-01");
    EXPECT_EQ(name_of(Format::neighbours_2021, ""), "2021 model 2021-04-01");
    EXPECT_EQ(name_of(Format::neighbours_wide, "sn_model_2025_wide.csv"), "2025 model 2025-01-01");
    EXPECT_EQ(name_of(Format::neighbours_wide, "sn (1).csv"), "2025 model 2025-01-01");
    EXPECT_EQ(name_of(Format::neighbours_wide, "neighbours OCTOBER 2029 v20250101.csv"),
              "2029 model 2029-10-01");
}

TEST_F(Neighbours, Of_the_public_files_are_read_with_their_traps) {
    const auto now = shared_file("stat_neighbours/sn_model_2025_wide.csv");
    const auto before =
        shared_file("stat_neighbours/New_Statistical_Neighbour_Groupings_April_2021.csv");
    if (now.empty()) GTEST_SKIP() << "the public files are not beside the repository";
    const auto areas = shared_file("lait/lait_areas.csv");
    ASSERT_TRUE(load(unit, "lait_areas.csv", areas));
    ASSERT_TRUE(load(unit, "sn_model_2025_wide.csv", now));
    const auto old = seen(before);
    ASSERT_TRUE(old);
    EXPECT_TRUE(old->refused.empty());
    ASSERT_TRUE(load(unit, "New_Statistical_Neighbour_Groupings_April_2021.csv", before));
    const auto sets = sets_of("926");
    ASSERT_THAT(sets, SizeIs(2));
    EXPECT_NE(sets[0].neighbours, sets[1].neighbours);
    EXPECT_EQ(first_of(sets[0]), "Suffolk");
    EXPECT_EQ(first_of(sets[1]), "Lincolnshire");
    const auto book = AreaBook::read(db);
    EXPECT_EQ(book.find(sets[1].neighbours[4].area)->to, day(2023, 3, 31)) << "Cumbria is no more";
    EXPECT_TRUE(book.with_dfe("836"));
    EXPECT_THAT(neighbours_of(db, book.with_dfe("836")->number), SizeIs(1));
    for (const auto& set : sets)
        for (const auto& one : set.neighbours) EXPECT_EQ(one.closeness, trimmed(one.closeness));
    db.finish();
}

} // namespace
} // namespace openmasa::intelligence

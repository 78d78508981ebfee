#include "intelligence/indicators/map.hpp"
#include "store/test_database.hpp"
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::intelligence {
namespace {

using testing::SizeIs;

/// Norfolk (101) with four districts (301 on), beside three authorities in its region and one in
/// London; the numbers are invented.
class Mapping : public testing::Test {
protected:
    Mapping() : db((database_.migrate(), database_.database())) {
        [[maybe_unused]] const auto kept = db.atomically([&]() -> Result<Done> {
            add_area(db, {.number = 101, .name = "Norfolk", .within = 7, .ons = "E10000020"});
            for (AreaNumber other = 201; other <= 203; ++other) add(other, 7, "E0600000");
            add_area(db, {.number = 204, .name = "Camden", .within = 11, .ons = "E09000007"});
            for (AreaNumber district = 301; district <= 304; ++district)
                add_area(db, {.number = district,
                              .name = "District",
                              .level = AreaLevel::district,
                              .within = 101,
                              .ons = fmt::format("E07000{}", district)});
            add_area(db, {.number = 205,
                          .name = "Gone",
                          .within = 7,
                          .to = day(2019, 3, 31),
                          .ons = "E06000028"});
            return Done{};
        });
        book = AreaBook::read(db);
        db.finish();
    }
    void add(AreaNumber number, AreaNumber within, std::string_view code) {
        add_area(db, {.number = number,
                      .name = "Authority",
                      .within = within,
                      .ons = fmt::format("{}{}", code, number - 200)});
    }
    std::optional<AreaMap> planned(const std::vector<AreaFigure>& figures,
                                   MapWants wants = MapWants::nearest, AreaNumber chosen = 101) {
        return plan_map(book, *book.find(chosen), figures, wants);
    }
    static std::vector<AreaFigure> figures(const std::vector<AreaNumber>& areas) {
        std::vector<AreaFigure> all;
        for (const auto area : areas) all.push_back({.area = area, .value = std::to_string(area)});
        return all;
    }

private:
    store::TestDatabase database_;

protected:
    store::Db db;
    AreaBook book;
};

TEST_F(Mapping, Shows_districts_where_enough_have_a_figure) {
    auto some = figures({301, 302, 303, 101, 201, 202});
    some.push_back({.area = 304, .value = "c"});
    const auto map = planned(some);
    ASSERT_TRUE(map);
    EXPECT_EQ(map->level, AreaLevel::district);
    EXPECT_EQ(map->place->name, "Norfolk");
    ASSERT_THAT(map->areas, SizeIs(4));
    EXPECT_EQ(map->areas[0].quarter, 1);
    EXPECT_EQ(map->areas[2].quarter, 4);
    EXPECT_EQ(map->areas[3].quarter, 0) << "hidden is no figure, and not nought";
    EXPECT_EQ(planned(some, MapWants::nearest, 302)->place->name, "Norfolk");
}

TEST_F(Mapping, Shows_the_authorities_of_the_region_else_of_England_and_none_that_is_gone) {
    const auto some = figures({301, 101, 201, 202, 204});
    const auto near = planned(some);
    ASSERT_TRUE(near);
    EXPECT_EQ(near->place->name, "East of England");
    EXPECT_EQ(near->detail, Detail::near);
    EXPECT_THAT(near->areas, SizeIs(4)) << "with one that has no figure, without Gone and Camden";
    const auto all = planned(some, MapWants::all_of_england);
    EXPECT_EQ(all->place->name, "England");
    EXPECT_EQ(all->detail, Detail::far);
    EXPECT_THAT(all->areas, SizeIs(5));
    EXPECT_FALSE(planned(figures({101, 201}))) << "two are no map";
    EXPECT_FALSE(planned(some, MapWants::nearest, 204)) << "London has one";
}

TEST_F(Mapping, Has_only_areas_with_an_outline_by_any_of_their_codes) {
    const auto map = *planned(figures({101, 201, 202, 203}));
    const auto outline = [](std::string code) { return Boundary{.code = code, .path = "M0 0z"}; };
    const auto drawn = with_outlines(
        map, book,
        {outline("E10000020"), outline("E06000001"), outline("E06000002"), outline("W1")});
    ASSERT_TRUE(drawn);
    EXPECT_THAT(drawn->areas, SizeIs(3));
    EXPECT_FALSE(with_outlines(map, book, {outline("E10000020"), outline("E06000001")}));
}

} // namespace
} // namespace openmasa::intelligence

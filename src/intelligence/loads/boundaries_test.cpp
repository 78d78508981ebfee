// Outlines of areas, from GeoJSON with the traps of the published files.
#include "intelligence/loads/test_loading.hpp"
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::SizeIs;

std::string square(std::string_view code, double west, std::string_view property = "LAD24CD") {
    return fmt::format(
        R"({{"type":"Feature","properties":{{"OBJECT":"x","{3}":"{0}"}},"geometry":{{"type":"Polygon","coordinates":)"
        R"([[[{1},52],[{2},52],[{2},52.1],[{1},52.1],[{1},52]]]}}}})",
        code, west, west + 0.1, property);
}
std::string file(const std::vector<std::string>& features) {
    std::string all;
    for (const auto& one : features) all += (all.empty() ? "" : ",") + one;
    return R"({"type":"FeatureCollection","features":[)" + all + "]}";
}

class Boundaries : public TestIntelligence {
protected:
    std::vector<Boundary> stored(AreaLevel level, Detail detail = Detail::near) {
        auto all = boundaries_of(db, level, detail);
        db.finish();
        return all;
    }
};

TEST_F(Boundaries, Of_Norfolks_districts_come_with_the_program) {
    const auto districts = stored(AreaLevel::district);
    ASSERT_THAT(districts, SizeIs(7));
    std::size_t size = 0;
    for (const auto& one : districts) size += one.path.size();
    EXPECT_LT(size, 8000U);
    EXPECT_THAT(boundary_source(db, AreaLevel::district),
                HasSubstr("Contains OS data © Crown copyright and database right 2024"));
    EXPECT_EQ(boundary_source(db, AreaLevel::upper_tier), "");
    db.finish();
}

TEST_F(Boundaries, Are_kept_by_code_with_the_year_of_the_property) {
    const auto areas =
        file({square("E10000020", 1), square("E06000031", -0.5), square("W06000001", -3)});
    const auto preview = seen(areas);
    ASSERT_TRUE(preview);
    EXPECT_EQ(preview->counts.added, 2);
    EXPECT_THAT(preview->reading.remarks,
                Contains("1 outline without a code of an English area are left out."));
    EXPECT_THAT(preview->reading.remarks, Contains(HasSubstr("Outlines of 2024 of 2 areas")));
    EXPECT_THAT(preview->reading.remarks,
                Contains(HasSubstr("2 areas are not known here yet: E10000020, E06000031.")));
    ASSERT_TRUE(load(unit, "counties.geojson", areas));
    EXPECT_THAT(stored(AreaLevel::upper_tier), SizeIs(2));
    EXPECT_THAT(stored(AreaLevel::upper_tier, Detail::far), SizeIs(2));
    const auto again = seen(areas);
    EXPECT_FALSE(again->may_be_saved());
    EXPECT_EQ(again->counts.same, 2);
}

TEST_F(Boundaries, Of_a_later_file_take_the_place_of_the_earlier_ones) {
    ASSERT_TRUE(load(unit, "a.geojson", file({square("E10000020", 1)})));
    const auto before = stored(AreaLevel::upper_tier).front().path;
    ASSERT_TRUE(load(unit, "b.geojson", file({square("E10000020", 1.2, "CTYUA25CD")})));
    const auto now = stored(AreaLevel::upper_tier);
    ASSERT_THAT(now, SizeIs(1));
    EXPECT_NE(now.front().path, before);
    EXPECT_THAT(boundary_source(db, AreaLevel::upper_tier), HasSubstr("right 2025"));
    db.finish();
}

TEST_F(Boundaries, That_cannot_be_used_are_refused_with_what_to_do) {
    const auto words = [&](const std::string& bytes) {
        const auto preview = seen(bytes);
        return preview ? "it was read" : preview.refusal().problems.front().words;
    };
    EXPECT_THAT(words(file({square("W06000001", -3)})), HasSubstr("a code of England"));
    EXPECT_THAT(words(file({square("E07000143", 1, "NAME")})), HasSubstr("such as LAD24CD"));
    EXPECT_THAT(words("{\"type\":\"Point\"}"), HasSubstr("no GeoJSON with a list"));
    EXPECT_THAT(words(file({square("E07000143", 500)})), HasSubstr("no degrees"));
    const auto twice = seen(file({square("E07000143", 1), square("E07000143", 1.2)}));
    ASSERT_TRUE(twice);
    EXPECT_EQ(twice->refused.front().why, "It stands in the file twice.");
    EXPECT_FALSE(look(db, reader, file({square("E07000143", 1)})));
    db.finish();
}

TEST_F(Boundaries, Of_the_public_files_stay_small) {
    const auto bytes = shared_file("boundaries/england_counties_ua_dec2023_bsc.geojson");
    if (bytes.empty()) GTEST_SKIP() << "the public files are not beside the repository";
    ASSERT_TRUE(load(unit, "england_counties_ua_dec2023_bsc.geojson", bytes));
    const auto far = stored(AreaLevel::upper_tier, Detail::far);
    ASSERT_THAT(far, SizeIs(153));
    std::size_t size = 0;
    for (const auto& one : far) size += one.path.size();
    EXPECT_LT(size, 40'000U);
    const auto districts = shared_file("boundaries/norfolk_lad_may2024_bsc.geojson");
    EXPECT_EQ(seen(districts)->counts.same, 7) << "they came with the program";
}

} // namespace
} // namespace openmasa::intelligence

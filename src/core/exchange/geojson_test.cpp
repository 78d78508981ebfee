#include "core/exchange/geojson.hpp"
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::geojson {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

std::string feature(std::string_view type, std::string_view coordinates) {
    return fmt::format(R"({{"type":"Feature","properties":{{"LAD24CD":"E07000143","n":7}},)"
                       R"("geometry":{{"type":"{}","coordinates":{}}}}})",
                       type, coordinates);
}
std::string file(std::string_view features, std::string_view crs = "") {
    return fmt::format(R"({{"type":"FeatureCollection",{}"features":[{}]}})", crs, features);
}
constexpr std::string_view square = "[[1,52],[1.1,52],[1.1,52.1],[1,52]]";

std::string refusal(const std::string& bytes) {
    const auto read = read_geojson(bytes);
    return read ? "it was read" : read.refusal().problems.front().words;
}

TEST(GeoJson, Holes_and_several_polygons_are_rings_like_any_other) {
    const auto one = read_geojson(file(feature("Polygon", fmt::format("[{0},{0}]", square))));
    ASSERT_TRUE(one);
    EXPECT_THAT(one->front().rings, SizeIs(2));
    ASSERT_THAT(one->front().properties, SizeIs(1)) << "texts only";
    EXPECT_EQ(one->front().properties.front().second, "E07000143");
    const auto several =
        read_geojson(file(feature("MultiPolygon", fmt::format("[[{0}],[{0},{0}]]", square)) + "," +
                          feature("Point", "[1,52]")));
    ASSERT_TRUE(several);
    ASSERT_THAT(*several, SizeIs(1));
    EXPECT_THAT(several->front().rings, SizeIs(3));
}

TEST(GeoJson, Other_coordinates_than_degrees_are_refused_with_what_to_do) {
    const auto inside = feature("Polygon", fmt::format("[{}]", square));
    constexpr std::string_view named = R"("crs":{{"type":"name","properties":{{"name":"{}"}}}},)";
    EXPECT_EQ(refusal(file(inside, fmt::format(fmt::runtime(named), "EPSG:4326"))), "it was read");
    EXPECT_EQ(
        refusal(file(inside, fmt::format(fmt::runtime(named), "urn:ogc:def:crs:OGC:1.3:CRS84"))),
        "it was read");
    EXPECT_THAT(refusal(file(inside, fmt::format(fmt::runtime(named), "EPSG:27700"))),
                HasSubstr("in EPSG:27700, not in degrees"));
    EXPECT_THAT(
        refusal(file(feature("Polygon", "[[[600000,300000],[1,1],[1,2],[600000,300000]]]"))),
        HasSubstr("no degrees"));
    EXPECT_THAT(refusal(file(feature("Polygon", "[[[52,1],[52,1.1],[52.1,1],[52,1]]]"))),
                HasSubstr("Latitude stands before longitude"));
}

TEST(GeoJson, What_is_none_or_damaged_is_refused_in_a_sentence) {
    for (const char* bytes : {"", "{", "[1,2]", "PK\x03", "{\"type\":1e999}"})
        EXPECT_EQ(refusal(bytes), "This file is damaged, or no GeoJSON.") << bytes;
    EXPECT_THAT(refusal(R"({"type":"Topology"})"), HasSubstr("no GeoJSON with a list of areas"));
    EXPECT_THAT(refusal(file("")), HasSubstr("no outlines of areas"));
    EXPECT_THAT(refusal(file(feature("Point", "[1,52]"))), HasSubstr("only points or lines"));
    EXPECT_THAT(refusal(file(feature("Polygon", "[[[1,52],[1,53],[2,53],[2,52]]]"))),
                HasSubstr("not closed"));
    EXPECT_THAT(refusal(file(feature("Polygon", "[[[1,52],[1,52]]]"))), HasSubstr("not closed"));
    EXPECT_THAT(refusal(file(feature("Polygon", "[7]"))), HasSubstr("no list of points"));
    EXPECT_THAT(refusal(file(feature("MultiPolygon", "[7]"))), HasSubstr("no list of rings"));
    EXPECT_THAT(refusal(file(feature("Polygon", "[[[1],[1],[1],[1]]]"))),
                HasSubstr("no pair of numbers"));
    EXPECT_EQ(refusal(std::string(100'000, '[')), "This file is damaged, or no GeoJSON.");
}

} // namespace
} // namespace openmasa::geojson

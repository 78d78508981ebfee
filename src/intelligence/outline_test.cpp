#include "intelligence/outline.hpp"
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

namespace openmasa::intelligence {
namespace {

using testing::Contains;
using testing::SizeIs;

double between(GridPoint point, GridPoint from, GridPoint to) {
    const double dx = to.x - from.x, dy = to.y - from.y, length = dx * dx + dy * dy;
    const double px = point.x - from.x, py = point.y - from.y;
    const double along = length == 0 ? 0 : std::clamp((px * dx + py * dy) / length, 0.0, 1.0);
    return std::hypot(px - along * dx, py - along * dy);
}
double from_ring(GridPoint point, const GridRing& ring) {
    double least = 1e9;
    for (std::size_t at = 0; at < ring.size(); ++at)
        least = std::min(least, between(point, ring[at], ring[(at + 1) % ring.size()]));
    return least;
}

/// A wavy line down the middle, the same for both sides of it.
GridRing wave(std::mt19937& random) {
    GridRing line;
    for (int y = 0; y <= 400; y += 4) line.push_back({500 + int(random() % 21) - 10, y});
    return line;
}
/// Two areas side by side that share it.
std::vector<Outline> two_areas(const GridRing& shared) {
    GridRing west{{0, 0}}, east{{1000, 0}, {1000, 400}};
    west.insert(west.end(), shared.begin(), shared.end());
    west.push_back({0, 400});
    east.insert(east.end(), shared.rbegin(), shared.rend());
    return {{west}, {east}};
}

TEST(Outline, Lengths_are_true_and_south_is_down) {
    const auto norwich = project({1.2979, 52.6289}), kings_lynn = project({0.3959, 52.7517});
    const double kilometres = std::hypot(norwich.x - kings_lynn.x, norwich.y - kings_lynn.y) / 10;
    EXPECT_NEAR(kilometres, 62.4, 0.4) << "great circle";
    EXPECT_GT(project({1.3, 52}).y, project({1.3, 53}).y);
    EXPECT_EQ(project({-2, 52}).x, 0);
}

TEST(Outline, What_two_areas_share_is_simplified_once_so_that_no_gap_opens) {
    std::mt19937 random(7);
    for (int round = 0; round < 20; ++round) {
        const auto simple = simplified(two_areas(wave(random)), 5);
        const auto& west = simple[0].front();
        const auto& east = simple[1].front();
        for (const auto point : west)
            if (point.x > 400 && point.x < 600) {
                EXPECT_THAT(east, Contains(point));
            }
        for (const auto point : east)
            if (point.x > 400 && point.x < 600) {
                EXPECT_THAT(west, Contains(point));
            }
        EXPECT_LT(west.size(), 90U);
    }
}

TEST(Outline, No_point_that_goes_was_farther_from_what_stays_than_the_tolerance) {
    std::mt19937 random(11);
    for (const double tolerance : {1.0, 3.0, 8.0, 30.0}) {
        const auto whole = two_areas(wave(random));
        const auto simple = simplified(whole, tolerance);
        for (std::size_t area = 0; area < whole.size(); ++area) {
            ASSERT_THAT(simple[area], SizeIs(1));
            for (const auto point : whole[area].front())
                EXPECT_LE(from_ring(point, simple[area].front()), tolerance + 1e-9);
            for (const auto point : simple[area].front())
                EXPECT_THAT(whole[area].front(), Contains(point)) << "none moves";
        }
    }
}

TEST(Outline, An_island_goes_when_it_is_too_small_to_be_seen_but_not_an_area) {
    const GridRing land{{0, 0}, {100, 0}, {100, 100}, {0, 100}}, rock{{200, 0}, {201, 0}, {200, 1}};
    const auto simple = simplified(std::vector<Outline>{{land, rock}, {rock}}, 10);
    EXPECT_THAT(simple[0], SizeIs(1));
    EXPECT_THAT(simple[1], SizeIs(1)) << "else it would have no outline";
}

TEST(Outline, A_hole_and_what_fills_it_stay_one_border) {
    std::mt19937 random(13);
    GridRing around{{0, 0}, {900, 0}, {900, 900}, {0, 900}}, town;
    for (int step = 0; step < 60; ++step) {
        const double turn = step * 6 * 3.14159265 / 180, far = 200 + double(random() % 20);
        town.push_back({450 + int(far * std::cos(turn)), 450 + int(far * std::sin(turn))});
    }
    auto hole = town;
    std::ranges::reverse(hole);
    std::ranges::rotate(hole, hole.begin() + 17);
    const auto simple = simplified(std::vector<Outline>{{around, hole}, {town}}, 6);
    ASSERT_THAT(simple[0], SizeIs(2));
    auto one = simple[0][1], other = simple[1][0];
    std::ranges::sort(one);
    std::ranges::sort(other);
    EXPECT_EQ(one, other);
    EXPECT_LT(one.size(), 60U);
}

TEST(Outline, Is_written_as_a_closed_path_of_short_steps) {
    const Outline outline{{{10, 20}, {15, 14}, {15, 30}, {8, 30}}};
    EXPECT_EQ(path_of(outline), "M10 20l5-6 0 16-7 0z");
    const auto box = box_of(outline);
    EXPECT_EQ(box.left, 8);
    EXPECT_EQ(box.bottom, 30);
    const auto middle = middle_of({{{0, 0}, {10, 0}, {10, 10}, {0, 10}}});
    EXPECT_EQ(middle, (GridPoint{5, 5}));
    EXPECT_EQ(path_of({}), "");
}

TEST(Outline, Of_a_ring_in_degrees_has_its_end_once_and_no_point_twice) {
    const geojson::Ring ring{{1, 52}, {1.1, 52}, {1.1, 52}, {1.1, 52.1}, {1, 52}};
    const auto outline =
        projected(std::vector<geojson::Ring>{ring, {{1, 52}, {1, 52}, {1, 52}, {1, 52}}});
    ASSERT_THAT(outline, SizeIs(1));
    EXPECT_THAT(outline.front(), SizeIs(3));
}

} // namespace
} // namespace openmasa::intelligence

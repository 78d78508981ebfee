#include "intelligence/indicators/comparison.hpp"
#include "intelligence/indicators/scale.hpp"
#include "store/test_database.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::intelligence {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

/// Norfolk (101) in a region with ten towns, 201 to 210; the numbers are invented.
class Comparing : public testing::Test {
protected:
    Comparing() : db((database_.migrate(), database_.database())) {
        [[maybe_unused]] const auto kept = db.atomically([&]() -> Result<Done> {
            add_area(db, {.number = 101, .name = "Norfolk", .within = 7, .ons = "E10000020"});
            for (AreaNumber town = 201; town <= 210; ++town) {
                add_area(db, {.number = town, .name = "Town", .within = 7});
                set.neighbours.push_back({town, "Close"});
            }
            return Done{};
        });
        book = AreaBook::read(db);
        db.finish();
        rate.measure = Measure::rate;
        rate.multiplier = 10'000;
        set.model.name = "2025 model";
    }
    static AreaFigure figure(AreaNumber area, std::string value, std::string count = "",
                             std::string base = "") {
        AreaFigure figure{.area = area, .value = std::move(value)};
        if (!count.empty()) figure.numerator = std::move(count);
        if (!base.empty()) figure.denominator = std::move(base);
        return figure;
    }
    Comparison compared(const std::vector<AreaFigure>& figures) {
        return compare_areas(book, *book.find(101), rate, figures, &set);
    }

private:
    store::TestDatabase database_;

protected:
    store::Db db;
    AreaBook book;
    Definition rate;
    NeighbourSet set;
};

TEST_F(Comparing, Has_England_then_the_region_then_ten_neighbours_each_with_its_interval) {
    const auto all =
        compared({figure(101, "26.5", "454", "171300"), figure(1, "40.6", "49500", "12190000"),
                  figure(7, "25.5", "3550", "1392000"), figure(201, "28", "420", "150000"),
                  figure(202, "47", "705", "150000"), figure(203, "c")});
    ASSERT_THAT(all.rows, SizeIs(3));
    EXPECT_EQ(all.rows[1].area->name, "England");
    EXPECT_EQ(all.rows[1].beside, Beside::higher);
    EXPECT_EQ(all.rows[2].beside, Beside::similar);
    ASSERT_THAT(all.neighbours, SizeIs(10));
    EXPECT_EQ(all.neighbours[0].beside, Beside::similar);
    EXPECT_EQ(all.neighbours[1].beside, Beside::higher);
    EXPECT_EQ(all.neighbours[2].value, "c");
    EXPECT_FALSE(all.neighbours[2].beside) << "hidden is not compared";
    EXPECT_TRUE(all.neighbours[3].value.empty());
    ASSERT_TRUE(all.average);
    EXPECT_EQ(all.average->with_value, 2U);
    EXPECT_DOUBLE_EQ(all.average->mean, 37.5);
    EXPECT_EQ(all.among_all->of, 3) << "neither England nor a region is an authority";
    EXPECT_EQ(all.among_neighbours->of, 3);
}

TEST_F(Comparing, Takes_the_better_end_first_and_says_the_quarter) {
    rate.polarity = statistics::Polarity::low_is_good;
    std::vector<AreaFigure> figures{figure(101, "10")};
    for (AreaNumber town = 201; town <= 207; ++town)
        figures.push_back(figure(town, std::to_string(town - 180)));
    const auto all = compared(figures);
    EXPECT_EQ(all.among_all->place, 1);
    EXPECT_EQ(all.among_all->quarter, 1);
    EXPECT_EQ(all.among_all->band, 'A');
    EXPECT_FALSE(all.rows[0].interval) << "without counts there is none";
    EXPECT_FALSE(all.neighbours[0].beside);
}

TEST_F(Comparing, Is_empty_without_a_figure_of_the_area_itself) {
    EXPECT_THAT(compared({figure(201, "28")}).rows, SizeIs(0));
    const auto hidden = compared({figure(101, "c"), figure(201, "28")});
    ASSERT_THAT(hidden.rows, SizeIs(1));
    EXPECT_FALSE(hidden.among_all);
}

TEST(StandsTo,
     An_equal_differs_when_the_intervals_do_not_overlap_a_benchmark_when_it_lies_outside) {
    const Compared own{.number = 10, .interval = statistics::Estimate{10, 8, 12}};
    const Compared other{.number = 13, .interval = statistics::Estimate{13, 11, 15}};
    EXPECT_EQ(stands_to(own, other, As::equal), Beside::similar);
    EXPECT_EQ(stands_to(own, other, As::benchmark), Beside::higher);
    const Compared far{.number = 5, .interval = statistics::Estimate{5, 4, 7.9}};
    EXPECT_EQ(stands_to(own, far, As::equal), Beside::lower);
    EXPECT_FALSE(stands_to({.number = 10}, far, As::benchmark));
}

TEST(ScaleOfValues, Begins_at_nought_when_that_is_near_and_ends_on_a_line) {
    const double near[] = {15.8, 22.4, 39.4}, far[] = {95.2, 97.9}, one[] = {7};
    EXPECT_THAT(scale_over(near).lines(), ElementsAre(0, 10, 20, 30, 40));
    EXPECT_THAT(scale_over(far).lines(), ElementsAre(95, 96, 97, 98));
    EXPECT_DOUBLE_EQ(scale_over(far).across(96.5), 50);
    const auto single = scale_over(one);
    EXPECT_LE(single.from, 7);
    EXPECT_GT(single.to, single.from);
    EXPECT_GE(single.to, 7);
}

} // namespace
} // namespace openmasa::intelligence

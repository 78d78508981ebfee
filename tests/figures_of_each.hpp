#pragma once
// One record of every kind that routes about figures ask for.
#include "intelligence/indicators/actions.hpp"
#include "intelligence/loads/actions.hpp"
#include "plan/test_plan.hpp"
#include <gtest/gtest.h>

namespace openmasa {

/// A measure in one area, a file of its figures that waits to be saved, and a figure that the
/// constabulary owes every month.
struct FiguresOfEach {
    intelligence::LoadId waiting{}, saved{};
    intelligence::IndicatorId indicator{}, own{};

    /// Inside a transaction.
    void add(plan::TestPlan& test) {
        load(test, "areas.csv", "LA Number,LA and Regions,Region\n926,Norfolk,East of England\n");
        load(test, "dictionary.csv",
             "Measure_short,Topic,Measure,Polarity,y_axis_name,Year_Type\n"
             "Plans,Child Protection,Plans <b>&,-,Number,Annual\n");
        load(test, "plans <b>&.csv", "measure_short,la_number,year,value\nPlans,926,2025,454\n");
        // Whose load is taken back, and then read again.
        load(test, "older <b>&.csv", "measure_short,la_number,year,value\nPlans,926,2022,543\n");
        indicator = intelligence::indicators_of(test.db, intelligence::Source::lait).at("Plans").id;
        saved = intelligence::saved_loads(test.db, test.unit).front().id;
        waiting = intelligence::upload(test.db, test.unit, "more <b>&.csv",
                                       "measure_short,la_number,year,value\nPlans,926,2024,484\n")
                      .value();
        EXPECT_TRUE(intelligence::choose_our_area(test.db, test.unit, "926"));
        add_return(test);
    }

private:
    static void load(plan::TestPlan& test, std::string_view name, std::string_view bytes) {
        const auto seen = intelligence::look(test.db, test.unit, bytes);
        ASSERT_TRUE(seen);
        EXPECT_TRUE(intelligence::load_now(test.db, test.unit, name, bytes, *seen,
                                           intelligence::Revisions::refuse));
    }

    void add_return(plan::TestPlan& test) {
        intelligence::DefineIndicator said{.title = "Returned <b>&",
                                           .theme = "Police <b>&",
                                           .counts = "What <b>& counts",
                                           .polarity = "none",
                                           .due = "15 days"};
        said.owner.owner = test.constabulary.str();
        said.own = {.measure = "percentage",
                    .numerator = "Some <b>&",
                    .denominator = "All <b>&",
                    .often = "month",
                    .asked_of = "whole",
                    .from = "1 October 2025"};
        own = intelligence::add_own(test.db, test.unit, said).value();
    }
};

} // namespace openmasa
